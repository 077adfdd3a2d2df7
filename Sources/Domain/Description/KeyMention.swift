/// A key named in a sentence: kept as the action it runs, so that each person reads the key they have.
package enum KeyMention {
  /// Begins and ends a mention; no text that people write holds it.
  private static let mark: Character = "\u{1A}"
  /// Stands between the action and its usual key.
  private static let divider: Character = "\u{1F}"

  /// What stands in a sentence for the key of an action.
  package static func text(action: String, usual: String) -> String {
    "\(mark)\(action)\(divider)\(usual)\(mark)"
  }

  /// Puts the keys themselves into a sentence.
  ///
  /// - Parameters:
  ///   - sentence: Words that may mention keys.
  ///   - key: The key of an action; nil for its usual one.
  /// - Returns: The sentence as a person reads it.
  package static func read(_ sentence: String, _ key: (_ action: String) -> String?) -> String {
    guard sentence.utf8.contains(0x1A) else { return sentence }
    // Every second piece is a mention.
    return sentence.split(separator: mark, omittingEmptySubsequences: false).enumerated().map {
      place, piece in
      guard place % 2 == 1, let end = piece.firstIndex(of: divider) else { return String(piece) }
      return key(String(piece[..<end])) ?? String(piece[piece.index(after: end)...])
    }.joined()
  }
}
