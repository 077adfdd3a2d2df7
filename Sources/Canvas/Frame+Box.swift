extension Frame {
  /// Draws the border of a rectangle; where it meets a border that is already there, the two are joined.
  ///
  /// - Parameters:
  ///   - rect: At least 2 × 2, otherwise nothing is drawn.
  ///   - title: Stands in the top border with a space on each side, clipped to it; empty for none.
  ///   - role: What the border is.
  ///   - titleRole: What the title is.
  ///   - glyphs: Gives the border's pieces and the truncation mark.
  package mutating func box(
    _ rect: Rect, title: String = "", role: Role = .border, titleRole: Role = .title, glyphs: Glyphs
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    border(rect, role: role, glyphs: glyphs)
    self.title(title, on: rect, role: titleRole, borderRole: role, glyphs: glyphs)
  }

  /// Writes a title into the top border of a box that is drawn already; see `box`.
  package mutating func title(
    _ title: String, on rect: Rect, role: Role = .title, borderRole: Role = .border, glyphs: Glyphs
  ) {
    guard !title.isEmpty, rect.columns > 6, rect.rows >= 2 else { return }
    let place = rect.origin.moved(columns: 2)
    let used = put(
      " " + title, at: place, role: role, width: rect.columns - 5, ellipsis: glyphs[.truncation])
    put(" ", at: place.moved(columns: used), role: borderRole)
  }

  /// Draws a line to the right, joined to the borders it starts on, ends on and crosses.
  package mutating func rule(from start: Point, columns: Int, role: Role = .border, glyphs: Glyphs) {
    for offset in 0..<max(0, columns) {
      let sides: BorderSides = offset == 0 ? .right : offset == columns - 1 ? .left : [.left, .right]
      join(sides, at: start.moved(columns: offset), role: role, glyphs: glyphs)
    }
  }

  /// Draws a line downwards, joined to the borders it starts on, ends on and crosses.
  package mutating func verticalRule(from start: Point, rows: Int, role: Role = .border, glyphs: Glyphs) {
    for offset in 0..<max(0, rows) {
      let sides: BorderSides = offset == 0 ? .down : offset == rows - 1 ? .up : [.up, .down]
      join(sides, at: start.moved(rows: offset), role: role, glyphs: glyphs)
    }
  }

  private mutating func border(_ rect: Rect, role: Role, glyphs: Glyphs) {
    let (left, right, top, bottom) = (rect.column, rect.lastColumn, rect.row, rect.lastRow)
    join([.right, .down], at: Point(column: left, row: top), role: role, glyphs: glyphs)
    join([.left, .down], at: Point(column: right, row: top), role: role, glyphs: glyphs)
    join([.right, .up], at: Point(column: left, row: bottom), role: role, glyphs: glyphs)
    join([.left, .up], at: Point(column: right, row: bottom), role: role, glyphs: glyphs)
    for column in left + 1..<right {
      join([.left, .right], at: Point(column: column, row: top), role: role, glyphs: glyphs)
      join([.left, .right], at: Point(column: column, row: bottom), role: role, glyphs: glyphs)
    }
    for row in top + 1..<bottom {
      join([.up, .down], at: Point(column: left, row: row), role: role, glyphs: glyphs)
      join([.up, .down], at: Point(column: right, row: row), role: role, glyphs: glyphs)
    }
  }

  private mutating func join(_ sides: BorderSides, at point: Point, role: Role, glyphs: Glyphs) {
    guard bounds.contains(point) else { return }
    let there = self[point]
    let isBorder = there.role == .border || there.role == .borderFocus
    let joined = sides.union(isBorder ? BorderSides(drawnBy: there.scalar, in: glyphs) : [])
    guard let piece = glyphs[joined.glyph].unicodeScalars.first else { return }
    place(Cell(piece, role: role, ground: there.ground), column: point.column, row: point.row)
  }
}
