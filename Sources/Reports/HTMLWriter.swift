package import Canvas
import Domain

/// A report as one HTML page that needs nothing else: no script, no file beside it, and it prints on A4.
package struct HTMLWriter {
  private let document: Document
  private let theme: Theme
  private var buffer: PieceBuffer
  /// The heading that names tables without a caption of their own.
  private var heading = ""

  private init(_ document: Document, _ theme: Theme, _ sink: @escaping ReportSink) {
    self.document = document
    self.theme = theme
    buffer = PieceBuffer(sink)
  }

  /// The whole page at once.
  package static func write(_ document: Document, theme: Theme = .plain) -> String {
    var text = ""
    // Nothing but the sink throws.
    try? write(document, theme: theme) { piece, _ in text += piece }
    return text
  }

  /// Piece by piece, so that a report of any length takes little memory.
  ///
  /// - Parameters:
  ///   - document: What is written.
  ///   - theme: Lends its colours to pictures and levels; one for light ground, since paper is white.
  ///   - sink: Where it goes.
  /// - Throws: What the sink throws.
  package static func write(_ document: Document, theme: Theme, to sink: ReportSink) throws {
    try withoutActuallyEscaping(sink) { sink in
      var writer = HTMLWriter(document, theme, sink)
      try writer.writeAll()
    }
  }

  private func say(_ words: Words) -> String { words[document.language] }

  private mutating func writeAll() throws {
    let title = HTMLText.escaped(document.title)
    try buffer.add(
      """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet(for: document))
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>

      """)
    for line in document.subtitle { try buffer.add("<p class=\"about\">\(HTMLText.escaped(line))</p>\n") }
    try buffer.add("</header>\n")
    try writeContents()
    try buffer.add("<main>\n")
    for (place, part) in document.parts.enumerated() { try write(part, place) }
    try buffer.add("</main>\n</body>\n</html>\n")
    try buffer.flush()
  }

  // MARK: Contents

  private static let sectionsWithoutContents = 10

  /// Where there is more than fits the eye.
  private mutating func writeContents() throws {
    guard document.parts.count > 1 || document.sections.count > Self.sectionsWithoutContents else { return }
    let head = say(Words("Contents", "目次"))
    try buffer.add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">\(head)</h2>\n<ol>\n")
    for (place, part) in document.parts.enumerated() {
      if let title = part.title {
        try buffer.add("<li><a href=\"#p\(place)\">\(HTMLText.escaped(title))</a>")
        try buffer.add(part.sections.isEmpty ? "" : "\n<ol>\n")
      }
      for (index, section) in part.sections.enumerated() {
        try buffer.add(
          "<li><a href=\"#\(Self.anchor(place, index))\">\(HTMLText.escaped(section.heading))</a></li>\n")
      }
      if part.title != nil { try buffer.add(part.sections.isEmpty ? "</li>\n" : "</ol>\n</li>\n") }
    }
    try buffer.add("</ol>\n</nav>\n")
  }

  private static func anchor(_ part: Int, _ section: Int) -> String { "p\(part)-\(section)" }

  // MARK: Sections

  private mutating func write(_ part: Document.Part, _ place: Int) throws {
    if let title = part.title {
      let isWide = part.sections.first?.isWide == true
      try buffer.add(
        "<div class=\"part\(isWide ? " wide" : "")\">\n<h2 id=\"p\(place)\">\(HTMLText.escaped(title))</h2>\n"
      )
    }
    let level = part.title == nil ? 2 : 3
    for (index, section) in part.sections.enumerated() {
      heading = section.heading
      try buffer.add(
        """
        <section\(Self.looks(section))>
        <h\(level) id="\(Self.anchor(place, index))">\(HTMLText.escaped(section.heading))</h\(level)>

        """)
      for block in section.blocks { try write(block, level) }
      try buffer.add("</section>\n")
    }
    if part.title != nil { try buffer.add("</div>\n") }
  }

  /// Turned on its side, or kept on one sheet: what is told beside a picture stays with it.
  private static func looks(_ section: Document.Section) -> String {
    if section.isWide { return " class=\"wide\"" }
    var hasFigure = false
    for block in section.blocks {
      switch block {
      case .figure: hasFigure = true
      case .table: return ""
      case .paragraph, .subheading, .list, .facts: continue
      }
    }
    return hasFigure ? " class=\"whole\"" : ""
  }

  private mutating func write(_ block: Document.Block, _ level: Int) throws {
    switch block {
    case .paragraph(let words): try buffer.add("<p>\(HTMLText.escaped(words))</p>\n")
    case .subheading(let words):
      heading = words
      try buffer.add("<h\(level + 1)>\(HTMLText.escaped(words))</h\(level + 1)>\n")
    case .list(let items): try buffer.add("<ul>\n" + items.map(Self.item).joined() + "</ul>\n")
    case .facts(let facts):
      try buffer.add(
        "<dl>\n"
          + facts.map {
            "<div><dt>\(HTMLText.escaped($0.name))</dt><dd>\(HTMLText.escaped($0.text))</dd></div>\n"
          }.joined() + "</dl>\n")
    case .table(let table): try write(table)
    case .figure(let figure): try write(figure)
    }
  }

  private static func item(_ item: Document.Item) -> String {
    let below = item.below.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
    return "<li>\(HTMLText.escaped(item.text))" + (below.isEmpty ? "" : "<ul>\(below)</ul>") + "</li>\n"
  }

  private mutating func write(_ figure: Document.Figure) throws {
    let picture = SVGWriter(theme: theme).write(figure.frame, title: figure.caption)
    try buffer.add(
      "<figure>\n\(picture)<figcaption>\(HTMLText.escaped(figure.caption))</figcaption>\n</figure>\n")
  }

  // MARK: Tables

  private mutating func write(_ table: Document.Table) throws {
    let shares = table.columns.reduce(0) { $0 + $1.share }
    let caption =
      table.caption.isEmpty
      ? "<caption class=\"unseen\">\(HTMLText.escaped(heading))</caption>"
      : "<caption>\(HTMLText.escaped(table.caption))</caption>"
    try buffer.add("<table\(shares > 0 ? " class=\"shared\"" : "")>\n\(caption)\n")
    if shares > 0 {
      let columns = table.columns.map { "<col style=\"width:\(($0.share * 1000 / shares + 5) / 10)%\">" }
      try buffer.add("<colgroup>\(columns.joined())</colgroup>\n")
    }
    let names = table.columns.map {
      "<th scope=\"col\"\($0.isNumber ? " class=\"n\"" : "")>\(HTMLText.escaped($0.name))</th>"
    }
    try buffer.add("<thead><tr>\(names.joined())</tr></thead>\n<tbody>\n")
    for place in 0..<table.rowCount { try write(table.row(place), at: place, of: table) }
    try buffer.add("</tbody>\n</table>\n")
  }

  private mutating func write(_ row: Document.Table.Row, at place: Int, of table: Document.Table) throws {
    guard !row.isHeading else {
      let head = row.cells.first.map { lines(of: $0) } ?? ""
      return try buffer.add(
        (place > 0 ? "</tbody>\n<tbody>\n" : "")
          + "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(head)</th></tr>\n",
        rows: 1)
    }
    var written = "<tr>"
    for (column, cell) in zip(table.columns, row.cells) {
      let number = column.isNumber ? " class=\"n\"" : ""
      let isFirst = written.utf8.count == 4
      written +=
        isFirst
        ? "<th scope=\"row\"\(number)>\(lines(of: cell))</th>" : "<td\(number)>\(lines(of: cell))</td>"
    }
    try buffer.add(written + "</tr>\n", rows: 1)
  }

  private func lines(of cell: Document.Table.Cell) -> String {
    guard let role = cell.role, let first = cell.lines.first else {
      return cell.lines.map(Self.line).joined(separator: "<br>")
    }
    return ([badge(first, role)] + cell.lines.dropFirst().map(Self.line)).joined(separator: "<br>")
  }

  /// A day at the end of a line is not broken at its hyphens, nor a label such as `T-2`.
  private static func line(_ text: String) -> String {
    if isLabel(text) { return "<span class=\"d\">\(HTMLText.escaped(text))</span>" }
    let end = text.suffix(10)
    guard end.utf8.count == 10, Day(text: String(end)) != nil else { return HTMLText.escaped(text) }
    return HTMLText.escaped(String(text.dropLast(10))) + "<span class=\"d\">\(end)</span>"
  }

  private static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 8, let hyphen = text.firstIndex(of: "-") else { return false }
    let number = text[text.index(after: hyphen)...]
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
      && text[..<hyphen].allSatisfy { $0.isASCII && $0.isUppercase }
  }

  private func badge(_ text: String, _ role: Role) -> String {
    let look = theme.style(role: role, depth: .truecolor)
    let ground = look.background.colour.map { ";background:\($0.hex)" } ?? ""
    let colour = (look.foreground.colour ?? theme.screenForeground).hex
    return "<span class=\"badge\" style=\"color:\(colour)\(ground)\">\(HTMLText.escaped(text))</span>"
  }
}
