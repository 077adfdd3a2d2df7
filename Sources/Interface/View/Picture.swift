package import Canvas

/// A frame and what it was put together from, so that the next one draws anew only what looks different.
package struct Picture: Sendable {
  package let frame: Frame
  /// All that stands whatever the cursor does: header, rail, borders, the gate.
  let ground: Frame
  let layout: Layout
  /// The lines of its list; nil where it has none, or where something lies over them.
  let list: DrawnList?
  private let stir: Int

  init(_ frame: Frame, ground: Frame, layout: Layout, list: DrawnList?, of model: Model) {
    self.frame = frame
    self.ground = ground
    self.layout = layout
    let isCovered = model.notice != nil || !model.layers.isEmpty || model.tutorial != nil
    // Combining sequences are known by their place in the frame they belong to.
    self.list = isCovered || frame.hasClusters ? nil : list
    stir = model.stir
  }

  /// Whether nothing but the cursor moved since.
  func stands(in layout: Layout, of model: Model) -> Bool { stir == model.stir && layout == self.layout }
}

/// Which lines of a list stand where in a frame.
struct DrawnList: Sendable {
  let area: Rect
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
    var pen = Pen(size: size, glyphs: glyphs, language: language, keymap: keymap)
    let layout = self.layout
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else {
      drawTooSmall(&pen)
      return Picture(pen.frame, ground: pen.frame, layout: layout, list: nil, of: self)
    }
    if let last, last.stands(in: layout, of: self) {
      pen.frame = last.ground
      pen.last = last
    } else {
      drawGround(&pen, layout)
    }
    let ground = pen.frame
    drawBoxes(&pen, layout)
    for layer in layers { layer.draw(self, &pen, in: layout.body) }
    drawCoach(&pen, in: layout.coach)
    // Last: a sentence that needs more than its line lies over whatever is above.
    drawFooter(&pen, in: layout.footer)
    return Picture(pen.frame, ground: ground, layout: layout, list: pen.list, of: self)
  }

  /// The picture of the model. Draws only what is seen; folds, sorts and finds nothing.
  package func view() -> Frame { picture().frame }
}
