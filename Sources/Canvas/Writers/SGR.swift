/// The sequences that bring a terminal from one look to another with as few bytes as possible.
enum SGR {
  /// Whether a space in this look shows nothing at all.
  static func isBlank(_ look: Look) -> Bool {
    look.background == .terminal && look.attributes.isDisjoint(with: [.reverse, .underline])
  }

  /// The look the terminal is in after `change`: a blank does not care about foreground, so none is sent.
  static func reached(from old: Look, to new: Look, drawsBlank: Bool) -> Look {
    drawsBlank && isBlank(new) && isBlank(old) ? old : new
  }

  /// Empty when the next character looks right already.
  static func change(from old: Look, to new: Look, drawsBlank: Bool = false) -> String {
    let target = reached(from: old, to: new, drawsBlank: drawsBlank)
    guard target != old else { return "" }
    let starts = !old.attributes.isSubset(of: target.attributes)
    let base = starts ? Look() : old
    var codes = starts ? ["0"] : []
    codes += attributeCodes(target.attributes.subtracting(base.attributes))
    if target.foreground != base.foreground { codes.append(code(target.foreground, first: 30)) }
    if target.background != base.background { codes.append(code(target.background, first: 40)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func attributeCodes(_ attributes: Attributes) -> [String] {
    let codes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    return codes.filter { attributes.contains($0.0) }.map(\.1)
  }

  private static func code(_ tint: Tint, first: Int) -> String {
    switch tint {
    case .terminal: "\(first + 9)"
    case .indexed(let index) where index < 8: "\(first + Int(index))"
    case .indexed(let index) where index < 16: "\(first + 52 + Int(index))"
    case .indexed(let index): "\(first + 8);5;\(index)"
    case .rgb(let colour): "\(first + 8);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
  }
}
