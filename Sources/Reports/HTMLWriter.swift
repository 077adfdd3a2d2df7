import Domain

/// A report as one HTML page that needs nothing else: no script, no picture, and it prints on A4.
package enum HTMLWriter {
  package static func write(_ document: Document) -> String {
    let title = text(document.title)
    let head = """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
    let subtitle = document.subtitle.map { "<p class=\"about\">\(text($0))</p>\n" }.joined()
    return head + subtitle + document.sections.map(section).joined() + "</body>\n</html>\n"
  }

  private static func section(_ section: Document.Section) -> String {
    "<section>\n<h2>\(text(section.heading))</h2>\n" + section.blocks.map(block).joined() + "</section>\n"
  }

  private static func block(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let words): "<p>\(text(words))</p>\n"
    case .subheading(let words): "<h3>\(text(words))</h3>\n"
    case .list(let items): "<ul>\n" + items.map(item).joined() + "</ul>\n"
    case .table(let header, let rows):
      "<table>\n<thead>" + row(header, "th") + "</thead>\n<tbody>\n"
        + rows.map { row($0, "td") + "\n" }.joined() + "</tbody>\n</table>\n"
    }
  }

  private static func item(_ item: Document.Item) -> String {
    let below = item.below.map { "<li>\(text($0))</li>" }.joined()
    return "<li>\(text(item.text))" + (below.isEmpty ? "" : "<ul>\(below)</ul>") + "</li>\n"
  }

  private static func row(_ cells: [String], _ name: String) -> String {
    "<tr>" + cells.map { "<\(name)>\(text($0))</\(name)>" }.joined() + "</tr>"
  }

  /// Escapes all that could leave text, in elements and in quoted attributes alike.
  static func text(_ raw: String) -> String {
    var written = ""
    for character in PlainText.line(raw) {
      switch character {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      case ">": written += "&gt;"
      case "\"": written += "&quot;"
      case "'": written += "&#39;"
      default: written.append(character)
      }
    }
    return written
  }

  private static let style = """
    @page { size: A4; margin: 18mm 16mm; }
    body { font: 10.5pt/1.6 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif;
      color: #1a1a1a; max-width: 46em; margin: 2em auto; padding: 0 1em; }
    h1 { font-size: 16pt; border-bottom: 2px solid #1a1a1a; padding-bottom: .2em; margin-bottom: .4em; }
    h2 { font-size: 12pt; border-left: 5px solid #24618e; padding-left: .5em; margin: 1.6em 0 .5em;
      break-after: avoid; }
    h3 { font-size: 10.5pt; margin: 1em 0 .2em; break-after: avoid; }
    p.about { margin: 0; color: #444; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #999; padding: .25em .6em; text-align: left; vertical-align: top; }
    th { background: #eef2f6; font-weight: 600; white-space: nowrap; }
    thead { display: table-header-group; }
    tr, li { break-inside: avoid; }
    ul { margin: .2em 0; padding-left: 1.4em; }
    @media print { body { margin: 0; max-width: none; padding: 0; } }
    """
}
