/// Writes a frame as plain text: what it says, without how it looks.
package struct TextWriter: Sendable {
  /// There is nothing to choose.
  package init() {}

  /// One line per row, each ended by a line feed, blanks at the end of a line left out.
  package func write(_ frame: Frame) -> String {
    (0..<frame.size.rows).map { line($0, of: frame) + "\n" }.joined()
  }

  /// One row without its trailing blanks and without a line feed.
  package func line(_ row: Int, of frame: Frame) -> String {
    var text = ""
    for cell in frame.row(row) where cell.width > 0 { text += frame.text(of: cell) }
    while text.last == " " { text.removeLast() }
    return text
  }
}
