import Domain
import Tabular

/// An embedded file with a header row; its content is ours and known to read.
struct Table {
  let rows: [TableRow]

  init(_ bytes: [UInt8]) {
    let all = (try? RowReader.rows(bytes, delimiter: .comma)) ?? []
    let columns = Dictionary(
      (all.first?.fields ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = all.dropFirst().map { TableRow(columns: columns, row: $0) }
  }
}

/// A row whose fields are found by the name of their column.
struct TableRow {
  let columns: [String: Int]
  let row: Row

  /// The field of a column; empty where there is none.
  subscript(column: String) -> String { columns[column].map { row[$0] } ?? "" }

  var title: Words { Words(self["title_en"], self["title_ja"]) }
}
