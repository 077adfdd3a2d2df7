extension DisplayWidth {
  /// Where padding puts the text within its cells.
  package enum Alignment: Hashable, Sendable {
    case left
    case right
    case center
  }

  /// The text cut to at most `columns` cells, the truncation mark in place of what was cut.
  ///
  /// A wide character that does not fit whole is left out, so the result may be one cell shorter.
  package static func clip(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard exceeds(text[...], columns) else { return text }
    let mark = width(of: ellipsis) <= columns ? ellipsis : ""
    let (head, _) = prefix(of: text[...], upTo: columns - width(of: mark))
    return head + mark
  }

  /// The text in exactly `columns` cells: clipped, or filled with spaces.
  package static func pad(
    _ text: String, to columns: Int, alignment: Alignment = .left, ellipsis: String = "…"
  ) -> String {
    let clipped = clip(text, to: columns, ellipsis: ellipsis)
    let missing = max(0, columns - width(of: clipped))
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + clipped
      + String(repeating: " ", count: missing - before)
  }

  /// The longest beginning of at most `columns` cells, and where it ends; marks stay with their base.
  static func prefix(of text: Substring, upTo columns: Int) -> (head: Substring, end: Substring.Index) {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      used += width(of: text.unicodeScalars[index])
      if used > columns { break }
      index = text.unicodeScalars.index(after: index)
    }
    return (text[..<index], index)
  }
}
