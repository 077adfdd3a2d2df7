package import Canvas

/// Where the parts of the frame are, from its size alone.
package struct Layout: Hashable, Sendable {
  package let header: Rect
  package let rail: Rect
  /// The whole framed middle.
  package let body: Rect
  /// The screen's box, with its border.
  package let main: Rect
  /// The detail box; nil where there is no room beside the screen.
  package let detail: Rect?
  package let gate: Rect?
  /// What the tutorial says, above the footer; no lines where none is on.
  package let coach: Rect
  package let footer: Rect

  package static let smallest = Size(columns: 40, rows: 10)
  private static let widthForPanes = 100

  package init(_ size: Size, hasPanes: Bool, coachRows: Int = 0) {
    let whole = Rect(size)
    header = whole.line(0)
    rail = whole.line(1)
    footer = whole.line(size.rows - 1)
    coach = Rect(column: 0, row: size.rows - 1 - coachRows, columns: size.columns, rows: coachRows)
    body = Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 3 - coachRows)
    guard hasPanes, size.columns >= Self.widthForPanes else {
      main = body
      detail = nil
      gate = nil
      return
    }
    // Boxes share their border columns and rows.
    let side = min(48, max(34, size.columns * 30 / 100))
    main = body.splitRight(side - 1).rest
    let right = Rect(
      column: main.lastColumn, row: body.row, columns: body.columns - main.lastColumn, rows: body.rows)
    let gateRows = max(5, body.rows * 35 / 100)
    let upper = right.splitBottom(gateRows).rest
    detail = upper
    gate = Rect(
      column: right.column, row: upper.lastRow, columns: right.columns,
      rows: right.rows - upper.rows + 1)
  }

  /// Lines between the borders of the screen's box.
  package var inside: Rect { main.inset() }
}

extension Model {
  /// The layout of the frame to come.
  package var layout: Layout {
    Layout(size, hasPanes: Screens.screen(screen).hasPanes(self), coachRows: coachRows)
  }

  /// How many lines of the list are seen at once.
  package var listHeight: Int {
    let view = Screens.screen(screen)
    return max(
      1, layout.inside.rows - shareRows - view.headRows(self) - view.footRows(self) - layerRows)
  }

  /// Lines that the lowest layer, such as the entry line, takes from the screen while it is open.
  var layerRows: Int { layers.first?.footRows ?? 0 }

  /// Keeps the cursor in view for the frame to come.
  mutating func settle() {
    let top = state.scrolled(height: listHeight)
    if top != state.top { state.top = top }
    let left = Screens.screen(screen).firstColumn(self)
    if left != state.left { state.left = left }
  }
}
