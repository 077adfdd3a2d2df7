/// A report as Markdown (CommonMark with tables): what records say is text there and never markup.
package struct MarkdownWriter {
  private let document: Document
  private var buffer: PieceBuffer

  private init(_ document: Document, _ sink: @escaping ReportSink) {
    self.document = document
    buffer = PieceBuffer(sink)
  }

  /// The whole text at once.
  package static func write(_ document: Document) -> String {
    var text = ""
    // Nothing but the sink throws.
    try? write(document) { piece, _ in text += piece }
    return text
  }

  /// Piece by piece, so that a report of any length takes little memory.
  package static func write(_ document: Document, to sink: ReportSink) throws {
    try withoutActuallyEscaping(sink) { sink in
      var writer = MarkdownWriter(document, sink)
      try writer.writeAll()
    }
  }

  private mutating func writeAll() throws {
    try buffer.add("# " + Self.text(document.title))
    // Two spaces would break lines too, but editors like to strip them.
    if !document.subtitle.isEmpty {
      try paragraph(document.subtitle.map { Self.text($0) }.joined(separator: "\\\n"))
    }
    for part in document.parts {
      if let title = part.title { try paragraph("## " + Self.text(title)) }
      let level = part.title == nil ? "## " : "### "
      for section in part.sections {
        try paragraph(level + Self.text(section.heading))
        for block in section.blocks { try write(block, under: level) }
      }
    }
    try buffer.add("\n")
    try buffer.flush()
  }

  private mutating func paragraph(_ text: String) throws { try buffer.add("\n\n" + text) }

  private mutating func write(_ block: Document.Block, under level: String) throws {
    switch block {
    case .paragraph(let words): try paragraph(Self.text(words))
    case .subheading(let words): try paragraph("#" + level + Self.text(words))
    case .list(let items):
      let lines = items.map { item in
        (["- " + Self.text(item.text)] + item.below.map { "  - " + Self.text($0) }).joined(separator: "\n")
      }
      try paragraph(lines.joined(separator: "\n"))
    case .facts(let facts):
      try paragraph(
        facts.map { "- **" + Self.text($0.name) + "** " + Self.text($0.text) }.joined(separator: "\n"))
    case .table(let table): try write(table, countedAs: 1)
    case .figure(let figure):
      for block in figure.instead {
        if case .table(let table) = block {
          try write(table, countedAs: 0)
        } else {
          try write(block, under: level)
        }
      }
    }
  }

  // MARK: Tables

  /// What stands for a picture counts as little as the picture does.
  private mutating func write(_ table: Document.Table, countedAs rows: Int) throws {
    if !table.caption.isEmpty { try paragraph("*" + Self.text(table.caption) + "*") }
    try paragraph(Self.row(table.columns.map { Self.text($0.name) }))
    try buffer.add("\n" + Self.row(table.columns.map { $0.isNumber ? "---:" : "---" }))
    for place in 0..<table.rowCount {
      try buffer.add("\n" + Self.row(table.row(place), of: table.columns.count), rows: rows)
    }
  }

  /// A heading fills the first cell and leaves the others empty: Markdown has nothing that runs across.
  private static func row(_ row: Document.Table.Row, of count: Int) -> String {
    guard !row.isHeading else {
      let heading = row.cells.first.map { "**" + cell($0) + "**" } ?? ""
      return Self.row([heading] + Array(repeating: "", count: max(0, count - 1)))
    }
    return Self.row(row.cells.map(cell))
  }

  private static func cell(_ cell: Document.Table.Cell) -> String {
    cell.lines.map { text($0) }.joined(separator: "<br>")
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  // MARK: Escaping

  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&", "!", "$", "^", "{", "}",
  ]

  /// Escapes what means something to Markdown: some marks anywhere, some only where a line begins.
  static func text(_ raw: String) -> String {
    let plain = OneLine.of(raw)
    var written = ""
    for character in plain.drop(while: { $0 == " " }) {
      // A mark with something combined onto it is a mark to a parser all the same.
      if let first = character.unicodeScalars.first, special.contains(Character(first)) { written += "\\" }
      written.append(character)
    }
    return atLineStart(written)
  }

  private static func atLineStart(_ text: String) -> String {
    if let first = text.first, "-+=:".contains(first) { return "\\" + text }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    guard !number.isEmpty, let next = text.dropFirst(number.count).first, next == "." || next == ")" else {
      return text
    }
    return number + "\\" + text.dropFirst(number.count)
  }
}
