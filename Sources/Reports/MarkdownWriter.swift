/// A report as Markdown (CommonMark with tables): what records say is text there and never markup.
package enum MarkdownWriter {
  package static func write(_ document: Document) -> String {
    var parts = ["# " + text(document.title)]
    // Two spaces would break lines too, but editors like to strip them.
    if !document.subtitle.isEmpty { parts.append(document.subtitle.map(text).joined(separator: "\\\n")) }
    for section in document.sections {
      parts.append("## " + text(section.heading))
      parts += section.blocks.map(block)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Document.Block) -> String {
    switch block {
    case .paragraph(let words): text(words)
    case .subheading(let words): "### " + text(words)
    case .list(let items):
      items.map { item in
        (["- " + text(item.text)] + item.below.map { "  - " + text($0) }).joined(separator: "\n")
      }.joined(separator: "\n")
    case .table(let header, let rows):
      ([row(header), row(header.map { _ in "---" }, escaped: true)] + rows.map { row($0) })
        .joined(separator: "\n")
    }
  }

  private static func row(_ cells: [String], escaped: Bool = false) -> String {
    "| " + cells.map { escaped ? $0 : text($0) }.joined(separator: " | ") + " |"
  }

  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&", "!", "$", "^", "{", "}",
  ]

  /// Escapes what means something to Markdown: some marks anywhere, some only where a line begins.
  static func text(_ raw: String) -> String {
    let plain = PlainText.line(raw)
    var written = ""
    for character in plain.drop(while: { $0 == " " }) {
      if special.contains(character) { written += "\\" }
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
