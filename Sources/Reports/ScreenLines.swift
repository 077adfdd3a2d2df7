import Canvas
package import Interface

/// A report as lines to scroll through.
package enum ScreenLines {
  package static func write(_ document: Document) -> [ReportLine] {
    var lines = [ReportLine(document.title, .title)]
    lines += document.subtitle.map { ReportLine($0, .textMuted) }
    for section in document.sections {
      lines += [ReportLine("", .text), ReportLine(section.heading, .textStrong)]
      lines += section.blocks.flatMap(block)
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
    case .table(let header, let rows): return table(header, rows)
    }
  }

  /// The first cells of a row stand in its line; those that follow in columns as broad as they need, or below.
  private static func table(_ header: [String], _ rows: [[String]]) -> [ReportLine] {
    rows.map { row in
      let rest = zip(header, row).dropFirst().filter { !$1.isEmpty }.map { $0 + " " + $1 }
      return ReportLine(
        ([row.first ?? ""] + rest).joined(separator: "   "), .text, indent: 2, isPoint: true)
    }
  }
}
