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

  /// Replaces each character by another, the cursor staying between the same two.
  mutating func replaceCharacters(_ change: (Character) -> Character) {
    characters = characters.map(change)
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

  /// Puts text in place of what stands between `start` and the cursor; what follows the cursor stays.
  package mutating func replace(from start: Int, with text: String) {
    let start = max(0, min(start, cursor))
    characters.removeSubrange(start..<cursor)
    cursor = start
    insert(Array(text))
  }

  /// The first character seen in so many cells, and the cells of those before it: the cursor is always seen.
  package func scroll(_ width: Int) -> (first: Int, skipped: Int) {
    let before = DisplayWidth.width(of: head)
    var (first, skipped) = (0, 0)
    while before - skipped > width - 1, first < cursor {
      skipped += DisplayWidth.width(of: String(characters[first]))
      first += 1
    }
    return (first, skipped)
  }

  /// Draws the field in one line, scrolled so that the cursor is seen, and puts the hardware cursor on it.
  ///
  /// `marked` gives ranges of characters a role of their own; later ones win.
  package func draw(
    _ pen: inout Pen, at point: Point, width: Int, role: Role = .formValue, placeholder: String = "",
    hasFocus: Bool = true, marked: [(range: Range<Int>, role: Role)] = []
  ) {
    guard width > 1 else { return }
    let (first, skipped) = hasFocus ? scroll(width) : (0, 0)
    if isEmpty {
      pen.put(placeholder, at: point, role: .formPlaceholder, width: width)
    } else {
      pen.put(runs(first, width, role, marked), at: point, width: width)
    }
    guard hasFocus else { return }
    pen.frame.cursor = point.moved(columns: DisplayWidth.width(of: head) - skipped)
    pen.frame.showsCursor = true
  }

  /// What may be seen, cut where the role changes.
  private func runs(
    _ first: Int, _ width: Int, _ role: Role, _ marked: [(range: Range<Int>, role: Role)]
  ) -> [(String, Role)] {
    // One more than fits, so that the line is seen to be cut; marks of no width of their own come along.
    var end = first
    var cells = 0
    while end < characters.count, cells <= width {
      cells += DisplayWidth.width(of: String(characters[end]))
      end += 1
    }
    var runs: [(String, Role)] = []
    for place in first..<end {
      let own = marked.last { $0.range.contains(place) }?.role ?? role
      if runs.last?.1 == own {
        runs[runs.count - 1].0.append(characters[place])
      } else {
        runs.append((String(characters[place]), own))
      }
    }
    return runs
  }
}
