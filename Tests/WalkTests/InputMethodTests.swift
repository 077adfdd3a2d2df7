import ProgramDriver
import Testing

/// Input methods show what is being put together at the terminal's own cursor, wherever that stands.
@Suite(.serialized)
struct InputMethodTests {
  /// Cells up to the end of `text` in the line that holds it; nil where no line does.
  private func end(of text: String, in screen: String) -> (column: Int, row: Int)? {
    for (row, line) in screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      let cells = line[..<range.upperBound].unicodeScalars.map { $0.value >= 0x3000 ? 2 : 1 }
      return (cells.reduce(0, +), row)
    }
    return nil
  }

  @Test(
    "The terminal's cursor stands at the caret and shows, after full-width text too and in the middle of it")
  func caret() throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "demo cloud --lang ja")
    try walker.sees("概況")
    try walker.press("4")
    try walker.sees("リスク登録簿")
    try walker.press("n")
    try walker.sees("❯ ")
    try walker.type("復元できない")
    func stands(after text: String) throws {
      try walker.sees("the cursor after \(text)") { screen in
        guard let end = end(of: "❯ " + text, in: screen), let cursor = try? walker.cursor else {
          return false
        }
        return cursor.isVisible && cursor.column == end.column && cursor.row == end.row
      }
    }
    try stands(after: "復元できない")
    try walker.press("Left", "Left")
    try stands(after: "復元でき")
  }
}
