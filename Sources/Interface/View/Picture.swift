package import Canvas

/// A frame and what it was put together from, so that the next one draws anew only what looks different.
package struct Picture: Sendable {
  package let frame: Frame
  /// All that stands whatever the cursor does: header, rail, borders, the gate.
  let ground: Frame
  let layout: Layout
  /// The lines of its list; nil where it has none, or where something lies over them.
  let list: DrawnList?
  let gridPlan: GridPlan?
  private let stir: Int

  init(_ pen: Pen, ground: Frame, layout: Layout, of model: Model) {
    frame = pen.frame
    self.ground = ground
    self.layout = layout
    gridPlan = pen.gridPlan
    let isCovered = model.notice != nil || !model.layers.isEmpty || model.tutorial != nil
    // Combining sequences are known by their place in the frame they belong to.
    list = isCovered || frame.hasClusters ? nil : pen.list
    stir = model.stir
  }

  /// Whether nothing but the cursor moved since.
  func stands(in layout: Layout, of model: Model) -> Bool { stir == model.stir && layout == self.layout }
}

/// Which lines of a list stand where in a frame, and what stands above and below them.
struct DrawnList: Sendable {
  let area: Rect
  let head: Rect
  let foot: Rect
  /// See `Screen.footAnchor`.
  let footAnchor: Int?
  let lines: Range<Int>
  let cursor: Int
  /// See `Screen.anchor`.
  let anchor: Int

  /// The row of the frame where a line can be taken from; nil for those that must be drawn.
  func row(of line: Int) -> Int? {
    lines.contains(line) && line != cursor ? area.row + line - lines.lowerBound : nil
  }
}

extension Model {
  /// The picture of the model, of a last one what still holds; its frame is that of `view()`, only sooner. The last one
  /// is what is on the screen, and of this model.
  package func picture(after last: Picture? = nil) -> Picture {
    let layout = self.layout
    let last = last.flatMap { $0.stands(in: layout, of: self) ? $0 : nil }
    var pen = Pen(last?.ground ?? Frame(size: size), self)
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else {
      drawTooSmall(&pen)
      return Picture(pen, ground: pen.frame, layout: layout, of: self)
    }
    if let last {
      pen.last = last
      pen.gridPlan = last.gridPlan
    } else {
      drawGround(&pen, layout)
    }
    let ground = pen.frame
    drawBoxes(&pen, layout)
    for layer in layers { layer.draw(self, &pen, in: layout.body) }
    drawCoach(&pen, in: layout.coach)
    // Last: a sentence that needs more than its line lies over whatever is above.
    drawFooter(&pen, in: layout.footer)
    return Picture(pen, ground: ground, layout: layout, of: self)
  }

  /// The picture of the model. Draws only what is seen; folds, sorts and finds nothing.
  package func view() -> Frame { picture().frame }
}
