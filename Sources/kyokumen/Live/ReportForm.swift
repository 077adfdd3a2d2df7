import Canvas
import Domain
import Reports
import Themes

/// A form in which reports are written, told by the file's name.
enum ReportForm {
  case markdown
  case html

  /// - Throws: `Failure` for a name that tells none; exit status 64.
  init(path: String) throws {
    switch path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default:
      guard path == "-" else {
        throw Failure(
          .usage,
          "\(path): the name tells no form; end it in .md or .html, or write - for Markdown on stdout",
          "\(path): 拡張子から形式が分かりません。.md 又は .html を付けるか、- で標準出力に Markdown を出してください")
      }
      self = .markdown
    }
  }

  /// Paper is white, whatever the terminal is.
  private static let paperTheme = "default-light"

  /// Writes a report piece by piece.
  ///
  /// - Parameters:
  ///   - document: What is written.
  ///   - sink: Where each piece goes, with how many rows of tables are in it; what it throws ends the writing.
  /// - Throws: What the sink throws, and `ThemeError`.
  func write(_ document: Document, to sink: ReportSink) throws {
    switch self {
    case .markdown: try MarkdownWriter.write(document, to: sink)
    case .html:
      let theme = try ThemeLibrary(userDirectory: nil).theme(named: Self.paperTheme)
      try HTMLWriter.write(document, theme: theme, to: sink)
    }
  }
}
