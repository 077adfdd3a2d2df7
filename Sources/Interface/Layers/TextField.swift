package import Canvas

/// A line of text being typed, edited by graphemes.
package struct TextField: Hashable, Sendable {
  private var characters: [Character]
  /// Between characters: 0 before the first.
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }

  package var isEmpty: Bool { characters.isEmpty }

  /// The text before the cursor.
  package var head: String { String(characters[..<cursor]) }

  /// Takes a key that edits or moves; false when it is not for a text field.
  package mutating func receive(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .backspace: if cursor > 0 { characters.remove(at: cursor - 1); cursor -= 1 }
    case .delete, .control("d"): if cursor < characters.count { characters.remove(at: cursor) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end: cursor = characters.count
    case .control("k"): characters.removeSubrange(cursor...)
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// Inserts pasted text, line breaks as spaces.
  package mutating func paste(_ text: String) {
    insert(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private mutating func insert(_ new: [Character]) {
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
    // A combining mark typed after its base joins it: count anew.
    let whole = Array(String(characters))
    if whole.count != characters.count {
      cursor = max(0, cursor - (characters.count - whole.count))
      characters = whole
    }
  }

  private mutating func removeWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Draws the field in one line, scrolled so that the cursor is seen, and puts the hardware cursor on it.
  package func draw(
    _ pen: inout Pen, at point: Point, width: Int, role: Role = .formValue, placeholder: String = "",
    hasFocus: Bool = true
  ) {
    guard width > 1 else { return }
    let before = DisplayWidth.width(of: head)
    var skipped = 0
    var first = 0
    while hasFocus, before - skipped > width - 1, first < cursor {
      skipped += DisplayWidth.width(of: String(characters[first]))
      first += 1
    }
    if isEmpty {
      pen.put(placeholder, at: point, role: .formPlaceholder, width: width)
    } else {
      pen.put(String(characters[first...]), at: point, role: role, width: width)
    }
    guard hasFocus else { return }
    pen.frame.cursor = point.moved(columns: before - skipped)
    pen.frame.showsCursor = true
  }
}
