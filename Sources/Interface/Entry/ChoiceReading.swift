import Domain

/// Finds one of a closed list by key, by its word in either language, by a synonym, or by a start of those that
/// no other member shares.
enum ChoiceReading {
  /// - Throws: What stands there instead.
  static func key(_ text: String, _ options: [ChoiceOption]) throws(FieldProblem) -> String {
    let wanted = TypedText.folded(text)
    if let exact = exact(wanted, options) { return exact }
    let close = options.filter { option in names(option).contains { $0.hasPrefix(wanted) } }
    if close.count == 1, let only = close.first, !wanted.isEmpty { return only.key }
    let shown = TypedText.line(text)
    if close.isEmpty || wanted.isEmpty { throw .unknownChoice(shown, options: options.map(\.words)) }
    throw .ambiguousChoice(shown, options: close.map(\.words))
  }

  /// Several members, between commas, `;`, `・`, `/`, `+` or `!`; in the order of the list.
  static func keys(_ text: String, _ options: [ChoiceOption]) throws(FieldProblem) -> [String] {
    var found: Set<String> = []
    if let whole = exact(TypedText.folded(text), options) { return [whole] }
    for piece in text.split(whereSeparator: { ",、，;；・/／+＋!！".contains($0) }) {
      let piece = TypedText.trim(String(piece))
      if !piece.isEmpty { found.insert(try key(piece, options)) }
    }
    return options.map(\.key).filter(found.contains)
  }

  /// The member with just that key, word or synonym, folded; nil if none.
  static func exact(_ wanted: String, _ options: [ChoiceOption]) -> String? {
    options.first { names($0).contains(wanted) }?.key
  }

  /// Everything a member answers to, folded; the word itself first.
  static func names(_ option: ChoiceOption) -> [String] {
    let own = [option.words.ja, option.words.en, option.key].map(TypedText.folded)
    return own + (Synonyms.table[option.key] ?? [])
  }
}
