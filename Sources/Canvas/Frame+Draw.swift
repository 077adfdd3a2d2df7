extension Frame {
  /// Writes one line of text.
  ///
  /// - Parameters:
  ///   - text: Cleaned on the way: see `DisplayWidth.shown`.
  ///   - point: May lie left of the frame; what is outside is cut.
  ///   - role: What the text is.
  ///   - ground: What it lies on; nil keeps what is already there.
  ///   - width: The most cells to take; nil for as far as the frame goes.
  ///   - ellipsis: Marks text that did not fit; nil cuts silently.
  /// - Returns: The cells taken, those cut off on the left included.
  @discardableResult
  package mutating func put(
    _ text: Substring, at point: Point, role: Role = .text, ground: Role? = nil, width: Int? = nil,
    ellipsis: String? = nil
  ) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    let limit = min(size.columns, point.column + (width ?? size.columns - point.column))
    let room = limit - point.column
    guard let ellipsis, DisplayWidth.exceeds(text, room) else {
      return write(text, at: point, role: role, ground: ground, limit: limit)
    }
    let mark = DisplayWidth.width(of: ellipsis)
    guard mark <= room else { return write(text, at: point, role: role, ground: ground, limit: limit) }
    let used = write(text, at: point, role: role, ground: ground, limit: limit - mark)
    let end = point.moved(columns: used)
    return used + write(ellipsis[...], at: end, role: role, ground: ground, limit: limit)
  }

  /// Writes one line of text and returns the cells it took; see the other `put`.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, role: Role = .text, ground: Role? = nil, width: Int? = nil,
    ellipsis: String? = nil
  ) -> Int {
    put(text[...], at: point, role: role, ground: ground, width: width, ellipsis: ellipsis)
  }

  /// Writes a line whose last cell is the last of `width`, and returns the cells it took.
  @discardableResult
  package mutating func putRight(
    _ text: String, at point: Point, width: Int, role: Role = .text, ground: Role? = nil,
    ellipsis: String? = nil
  ) -> Int {
    let room = max(0, width - DisplayWidth.width(of: text))
    return put(
      text[...], at: point.moved(columns: room), role: role, ground: ground, width: width - room,
      ellipsis: ellipsis)
  }

  /// Fills a rectangle with one narrow character; a wide one is replaced by a space.
  package mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", role: Role = .text, ground: Role = .background
  ) {
    let narrow = DisplayWidth.shown(scalar).flatMap { $0.width == 1 ? $0.scalar : nil } ?? " "
    let inside = rect.intersection(bounds)
    for row in inside.row..<inside.row + inside.rows {
      for column in inside.column..<inside.column + inside.columns {
        place(Cell(narrow, role: role, ground: ground), column: column, row: row)
      }
    }
  }

  /// Lays a rectangle on another ground; what is written there keeps its roles.
  package mutating func paint(_ rect: Rect, ground: Role) {
    restyle(rect) { $0.ground = ground }
  }

  /// Gives everything written in a rectangle one role, as for a dimmed screen behind a popup.
  package mutating func tint(_ rect: Rect, role: Role) {
    restyle(rect) { $0.role = role }
  }

  private mutating func restyle(_ rect: Rect, _ change: (inout Cell) -> Void) {
    let inside = rect.intersection(bounds)
    for row in inside.row..<inside.row + inside.rows {
      for column in inside.column..<inside.column + inside.columns {
        restyle(column: column, row: row, change)
      }
    }
  }

  private mutating func write(
    _ text: Substring, at point: Point, role: Role, ground: Role?, limit: Int
  ) -> Int {
    var text = text
    return text.withUTF8 { write($0, at: point, role: role, ground: ground, limit: limit) }
  }

  private mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, at point: Point, role: Role, ground: Role?, limit: Int
  ) -> Int {
    var column = point.column
    var base: Int?
    var index = 0
    while index < bytes.count {
      let scalar = DisplayWidth.scalar(in: bytes, at: &index)
      guard let (shown, width) = DisplayWidth.shown(scalar) else { continue }
      if width == 0 {
        if let base { combine(shown, column: base, row: point.row) }
        continue
      }
      if column + width > limit { break }
      let fits = column >= 0
      if column + width > 0 {
        let place = max(0, column)
        let under = ground ?? cells[point.row * size.columns + place].ground
        let cell =
          fits
          ? Cell(shown, width: UInt8(width), role: role, ground: under) : Cell(role: role, ground: under)
        self.place(cell, column: place, row: point.row)
      }
      base = fits ? column : nil
      column += width
    }
    return column - point.column
  }
}
