import Canvas

/// Where somebody is in a list above the screen: the same keys move it in every one.
struct ListCursor: Hashable, Sendable {
  /// The line, from 0; 0 also where there is none.
  private(set) var place: Int

  private static let page = 10

  init(_ place: Int = 0) { self.place = place }

  /// Takes a key that moves; a list asks its own keys first.
  ///
  /// - Parameters:
  ///   - key: What was pressed.
  ///   - count: The lines there are.
  ///   - isTyping: Letters, Home and End belong to a text beside the list.
  /// - Returns: Whether it is one.
  @discardableResult
  mutating func receive(_ key: Key, count: Int, isTyping: Bool = false) -> Bool {
    guard let target = target(of: key.halfWidth, isTyping) else { return false }
    go(to: target, count: count)
    return true
  }

  private func target(of key: Key, _ isTyping: Bool) -> Int? {
    switch key {
    case .up: return place - 1
    case .down: return place + 1
    case .pageUp: return place - Self.page
    case .pageDown: return place + Self.page
    default: break
    }
    guard !isTyping else { return nil }
    switch key {
    case .character("k"): return place - 1
    case .character("j"): return place + 1
    case .control("u"): return place - Self.page
    case .control("d"): return place + Self.page
    case .home, .character("g"): return 0
    case .end, .character("G"): return .max
    default: return nil
    }
  }

  /// To a line, or to the nearest there is.
  mutating func go(to line: Int, count: Int) { place = max(0, min(line, count - 1)) }

  /// Back onto a line, where some may have gone.
  mutating func settle(_ count: Int) { go(to: place, count: count) }

  /// The first line that is seen: what is around the cursor, and no gap at either end.
  func top(rows: Int, count: Int) -> Int { max(0, min(place - rows / 2, count - rows)) }
}

extension Pen {
  /// Draws the part of a list that is seen, its line at the cursor on the ground of the selection.
  ///
  /// - Parameters:
  ///   - count: The lines of the whole list.
  ///   - cursor: Where somebody is in it.
  ///   - area: Where it is drawn.
  ///   - isMarked: Each line leaves two cells for the mark of the selected one.
  ///   - isTyping: The terminal's cursor stays in a text beside the list.
  ///   - draw: Draws a line of the list in a line of the screen.
  mutating func drawList(
    _ count: Int, _ cursor: ListCursor, in area: Rect, isMarked: Bool = false, isTyping: Bool = false,
    draw: (_ pen: inout Pen, _ index: Int, _ line: Rect) -> Void
  ) {
    guard area.rows > 0 else { return }
    let top = cursor.top(rows: area.rows, count: count)
    for (offset, index) in (0..<count).dropFirst(top).prefix(area.rows).enumerated() {
      let line = area.line(offset)
      if index == cursor.place {
        frame.paint(line, ground: .selection)
        if isMarked { put(glyphs[.selected], at: line.origin, role: .cursor) }
        if !isTyping { frame.cursor = line.origin }
      }
      draw(&self, index, isMarked ? line.splitLeft(2).rest : line)
    }
  }
}
