import Canvas
package import Interface

/// A report as lines to scroll through.
package enum ScreenLines {
  package static func write(_ document: Document) -> [ReportLine] {
    var lines = [ReportLine(document.title, .title)]
    lines += document.subtitle.map { ReportLine($0, .textMuted) }
    for part in document.parts {
      if let title = part.title { lines += [ReportLine("", .text), ReportLine(title, .title)] }
      for section in part.sections {
        lines += [ReportLine("", .text), ReportLine(section.heading, .textStrong)]
        lines += section.blocks.flatMap(block)
      }
    }
    return lines
  }

  private static func block(_ block: Document.Block) -> [ReportLine] {
    switch block {
    case .paragraph(let text): return [ReportLine(text, .textMuted, indent: 2)]
    case .subheading(let text): return [ReportLine(text, .header, indent: 2)]
    case .list(let items):
      return items.flatMap { item in
        [ReportLine(item.text, .text, indent: 2, isPoint: true)]
          + item.below.map { ReportLine($0, .textMuted, indent: 6) }
      }
    case .facts(let facts): return facts.map { ReportLine($0.name + "  " + $0.text, .text, indent: 2) }
    case .table(let table): return (0..<table.rowCount).map { row(table.row($0), table.columns) }
    case .figure(let figure): return figure.instead.flatMap(self.block)
    }
  }

  /// The first cells of a row stand in its line; those that follow in columns as broad as they need, or below.
  private static func row(_ row: Document.Table.Row, _ columns: [Document.Table.Column]) -> ReportLine {
    let texts = row.cells.map { $0.lines.joined(separator: " ") }
    guard !row.isHeading else { return ReportLine(texts.first ?? "", .header, indent: 2) }
    let rest = zip(columns, texts).dropFirst().filter { !$1.isEmpty }.map { $0.name + " " + $1 }
    return ReportLine(
      ([texts.first ?? ""] + rest).joined(separator: "   "), .text, indent: 2, isPoint: true)
  }
}
