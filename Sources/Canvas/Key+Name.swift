extension Key {
  private static let named: [(key: Key, name: String)] = [
    (.character(" "), "Space"), (.enter, "Enter"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
    (.escape, "Esc"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.altLeft, "Alt-Left"), (.altRight, "Alt-Right"),
    (.shiftUp, "Shift-Up"), (.shiftDown, "Shift-Down"), (.shiftLeft, "Shift-Left"),
    (.shiftRight, "Shift-Right"),
  ]

  private static let names = Dictionary(named.map { ($0.key, $0.name) }) { first, _ in first }
  private static let keys = Dictionary(named.map { ($0.name.lowercased(), $0.key) }) { first, _ in first }

  /// The same in help, in footers, in tests and in files: `Ctrl-R`, `PgUp`, `F1`, `a`.
  package var name: String {
    if let name = Key.names[self] { return name }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .alt(let character): "Alt-" + (character == " " ? "Space" : String(character))
    case .function(let number): "F\(number)"
    case .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .altLeft, .altRight, .shiftUp, .shiftDown, .shiftLeft, .shiftRight:
      ""
    }
  }

  /// Reads what `name` writes, names of keys in any case; nil when no key is called that.
  package init?(name: String) {
    if name.count == 1, let character = name.first, character != " " {
      self = .character(character)
    } else if let key = Key.keys[name.lowercased()] {
      self = key
    } else if let key = Key.modified(name) {
      self = key
    } else {
      return nil
    }
  }

  private static func modified(_ name: String) -> Key? {
    let lowercase = name.lowercased()
    if lowercase == "alt-space" { return .alt(" ") }
    if lowercase.hasPrefix("ctrl-"), lowercase.count == 6 { return lowercase.last.map { .control($0) } }
    if lowercase.hasPrefix("alt-"), lowercase.count == 5 { return name.last.map { .alt($0) } }
    guard lowercase.hasPrefix("f"), let number = Int(lowercase.dropFirst()), 1...24 ~= number else {
      return nil
    }
    return .function(number)
  }
}
