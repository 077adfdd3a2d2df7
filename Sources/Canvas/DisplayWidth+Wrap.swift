extension DisplayWidth {
  private static let notAtLineStart = Set(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!),.:;?]}%‰′″…‥々〜～"
      .unicodeScalars)
  private static let notAtLineEnd = Set("（［｛〔〈《「『【‘“([{".unicodeScalars)

  /// The text in lines of at most `columns` cells; a text of n line breaks gives at least n + 1 lines.
  ///
  /// Latin text breaks at spaces, Japanese anywhere the basic kinsoku rules (JIS X 4051) allow; a piece that
  /// cannot be broken by these rules is broken where the line is full.
  package static func wrap(_ text: String, to columns: Int) -> [Substring] {
    let columns = max(2, columns)
    guard text.utf8.contains(where: mayBreakLine) else { return wrapParagraph(text[...], to: columns) }
    let paragraphs = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return paragraphs.flatMap { wrapParagraph($0, to: columns) }
  }

  /// Whether a byte may belong to a line break: only then are characters looked at one by one.
  private static func mayBreakLine(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0xC2 || byte == 0xE2 }

  private static func wrapParagraph(_ text: Substring, to columns: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = text
    while true {
      // Measured no further than the line, or a text of n lines would be measured n times.
      let full = prefix(of: rest, upTo: columns).end
      guard full < rest.endIndex else { break }
      let end = lastBreak(in: rest, notAfter: full) ?? full
      lines.append(trimmingTrailingSpaces(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    if lines.isEmpty || !rest.isEmpty { lines.append(trimmingTrailingSpaces(rest)) }
    return lines
  }

  private static func lastBreak(in text: Substring, notAfter limit: Substring.Index) -> Substring.Index? {
    let scalars = text.unicodeScalars
    var index = limit
    while index > text.startIndex {
      if mayBreak(before: index, in: scalars) { return index }
      index = scalars.index(before: index)
    }
    return nil
  }

  private static func mayBreak(
    before index: Substring.Index, in scalars: Substring.UnicodeScalarView
  ) -> Bool {
    guard index < scalars.endIndex else { return true }
    let next = scalars[index]
    let previous = scalars[scalars.index(before: index)]
    if next == " " { return true }
    if width(of: next) == 0 || notAtLineStart.contains(next) || notAtLineEnd.contains(previous) {
      return false
    }
    return previous == " " || width(of: next) == 2 || width(of: previous) == 2
  }

  private static func trimmingTrailingSpaces(_ text: Substring) -> Substring {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
