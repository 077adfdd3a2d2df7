/// The quote before text that a spreadsheet would take for a formula: it goes out and comes back.
package enum FormulaGuard {
  /// The text as a spreadsheet may have it: `'` stands before what would be computed, unless it is a plain number,
  /// and before a quote that would be taken for such a one.
  package static func guarded(_ text: String) -> String {
    guard isInNeed(text.unicodeScalars), Double(text) == nil else { return text }
    return "'" + text
  }

  /// The text without the quote that `guarded` put before it.
  package static func plain(_ text: String) -> String {
    guard text.unicodeScalars.first == "'", isInNeed(text.unicodeScalars.dropFirst()) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  private static func isInNeed(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first else { return false }
    // What most texts begin with, told without hashing.
    if (0x41...0x7A).contains(first.value) || (0x3041...0x9FFF).contains(first.value) { return false }
    if starts.contains(first) { return true }
    guard first == "'", let second = scalars.dropFirst().first else { return false }
    return second == "'" || starts.contains(second)
  }

  private static let starts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
}
