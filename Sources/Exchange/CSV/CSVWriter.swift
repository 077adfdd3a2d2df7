import Tabular

extension TableSheet {
  /// The table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets misread Japanese; text
  /// that a spreadsheet would take for a formula has a quote before it.
  package var csv: [UInt8] {
    var writer = RowWriter(guardsFormulas: true, marked: true)
    writer.append(heads)
    for row in rows { writer.append(heads.indices.map { row.indices.contains($0) ? row[$0].text : "" }) }
    return writer.bytes
  }
}
