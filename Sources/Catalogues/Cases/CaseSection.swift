import Domain
import Tabular

/// A table within a case's file: `# kind, column=value…`, then a header row, then rows.
///
/// Besides the fields of the kind, by their names, a header may have `key` (how other rows call the record) and
/// `party`. `field.en` and `field.ja` are a text in each language; `field@csc` is that party's own. What stands
/// behind the kind holds for every row.
struct CaseSection {
  enum Purpose {
    case create(RecordKind)
    /// Sets fields of records that are there; `key` says which.
    case set(RecordKind)
    case phases
    /// Who acts in a party's name from here on.
    case actors
    /// What follows happened today; what stands before, earlier.
    case today
  }

  let purpose: Purpose
  let rows: [CaseRow]

  /// The sections of a file, in order.
  static func sections(_ file: String, _ bytes: [UInt8]) throws(CaseError) -> [CaseSection] {
    guard let all = try? RowReader.rows(bytes, delimiter: .comma) else { throw .unreadable(file: file) }
    var sections: [CaseSection] = []
    for block in all.split(omittingEmptySubsequences: false, whereSeparator: isOpening).dropFirst() {
      let opening = all[block.startIndex - 1]
      sections.append(
        CaseSection(purpose: try purpose(opening, file), rows: rows(block, constants(opening), file)))
    }
    return sections
  }

  private static func isOpening(_ row: Row) -> Bool { row[0].hasPrefix("# ") }

  private static func purpose(_ opening: Row, _ file: String) throws(CaseError) -> Purpose {
    let words = opening[0].dropFirst(2).split(separator: " ").map(String.init)
    switch words.first {
    case "phases": return .phases
    case "actors": return .actors
    case "today": return .today
    default: break
    }
    guard let name = words.last, let kind = RecordKind(rawValue: name) else {
      throw .unknown(opening[0], file: file, line: opening.line)
    }
    return words.first == "set" ? .set(kind) : .create(kind)
  }

  private static func constants(_ opening: Row) -> [(column: String, text: String)] {
    opening.fields.dropFirst().compactMap { field in
      let halves = field.split(separator: "=", maxSplits: 1).map(String.init)
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
  }

  private static func rows(
    _ block: ArraySlice<Row>, _ constants: [(column: String, text: String)], _ file: String
  ) -> [CaseRow] {
    guard let header = block.first?.fields else { return [] }
    return block.dropFirst().map { row in
      let cells = zip(header, row.fields).filter { !$1.isEmpty }.map { (column: $0, text: $1) }
      return CaseRow(cells: cells + constants, file: file, line: row.line)
    }
  }
}

/// One row of a section: its cells that are not empty, with where it stands.
struct CaseRow {
  let cells: [(column: String, text: String)]
  let file: String
  let line: Int

  /// The text of a column; empty where there is none.
  subscript(column: String) -> String { cells.first { $0.column == column }?.text ?? "" }

  func unknown(_ word: String) -> CaseError { .unknown(word, file: file, line: line) }
}
