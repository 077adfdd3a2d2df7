import Canvas
import Domain

/// The ways from the cursor's cell to where its risks go, drawn in the gaps between the cells.
struct MatrixMovement {
  let picture: MatrixPicture
  let plan: MatrixPlan

  func draw(_ pen: inout Pen) {
    guard plan.gap > 0, let start = picture.cursor else { return }
    for end in 0..<picture.boxes.cells where picture.isMoved(from: start, to: end) {
      draw(from: rect(start), to: rect(end), &pen)
    }
  }

  private func rect(_ cell: Int) -> Rect { plan.rect(cell / picture.columns, cell % picture.columns) }

  private func draw(from start: Rect, to end: Rect, _ pen: inout Pen) {
    let goesDown = end.row > start.row
    if start.column == end.column {
      drawColumn(start, end, down: goesDown, &pen)
    } else {
      // Along the gap line beside the start, then down or up the gap beside the end.
      let isLevel = start.row == end.row
      let isLowest = start.row == plan.rect(0, 0).row
      let along =
        isLevel
        ? (isLowest ? start.row - 1 : start.lastRow + 1)
        : goesDown ? start.lastRow + 1 : start.row - 1
      let goesLeft = end.column < start.column
      let beside = goesLeft ? end.lastColumn + 1 : end.column - 1
      drawRow(along, from: middle(start).column, to: beside, &pen)
      let target = middle(end).row
      drawColumn(beside, from: along, to: target, &pen)
      put(goesLeft ? .arrowLeft : .arrowRight, Point(column: beside, row: target), &pen)
    }
  }

  /// Within one column of cells: right beside it, with the head pointing into the end.
  private func drawColumn(_ start: Rect, _ end: Rect, down: Bool, _ pen: inout Pen) {
    let isLast = start.lastColumn + 1 >= plan.rect(0, picture.columns - 1).lastColumn
    let column = isLast ? start.column - 1 : start.lastColumn + 1
    let target = middle(end).row
    drawColumn(column, from: down ? start.lastRow + 1 : start.row - 1, to: target, &pen)
    put(isLast ? .arrowRight : .arrowLeft, Point(column: column, row: target), &pen)
  }

  private func middle(_ rect: Rect) -> Point {
    Point(column: rect.column + rect.columns / 2, row: rect.row + (rect.rows - 1) / 2)
  }

  private func drawRow(_ row: Int, from: Int, to: Int, _ pen: inout Pen) {
    for column in min(from, to)...max(from, to) {
      put(.borderHorizontal, Point(column: column, row: row), &pen)
    }
  }

  private func drawColumn(_ column: Int, from: Int, to: Int, _ pen: inout Pen) {
    let isDown = to > from
    let corner: Glyph = isDown ? .borderTopLeft : .borderBottomLeft
    let isBend = pen.frame[Point(column: column, row: from)].role == .riskResidual
    for row in min(from, to)...max(from, to) { put(.borderVertical, Point(column: column, row: row), &pen) }
    guard isBend else { return }
    let comesFromRight = pen.frame[Point(column: column + 1, row: from)].role == .riskResidual
    let right: Glyph = isDown ? .borderTopRight : .borderBottomRight
    put(comesFromRight ? corner : right, Point(column: column, row: from), &pen)
  }

  private func put(_ glyph: Glyph, _ point: Point, _ pen: inout Pen) {
    pen.put(pen.glyphs[glyph], at: point, role: .riskResidual)
  }
}
