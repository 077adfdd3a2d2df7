package import Interface
import Tabular

/// Reads the tables of a file that comes from a spreadsheet.
package enum TableFile {
  /// What a file may hold at most, so that none fills the machine.
  package enum Limit {
    /// Of delimited text, in MiB.
    package static let text = 64
    /// As many rows as a sheet of Excel has.
    package static let rows = 1 << 20
    package static let cells = 5_000_000
    package static let columns = 1_000
    /// Of one cell, in bytes: more than Excel's 32,767 characters take.
    package static let cell = 1 << 20
  }

  /// The tables of a workbook, or the one of delimited text.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: Of the file, without its folder: what a table of delimited text is called.
  /// - Returns: At least one table, in the order of the sheets.
  /// - Throws: Why there is none.
  package static func tables(_ bytes: [UInt8], named name: String) throws(TableFault) -> [ImportedTable] {
    guard !bytes.isEmpty else { throw .empty }
    let tables = WorkbookReader.isMeant(bytes) ? try workbook(bytes) : [try text(bytes, named: name)]
    guard tables.contains(where: { !$0.rows.isEmpty }) else { throw .empty }
    return tables
  }

  private static func workbook(_ bytes: [UInt8]) throws(TableFault) -> [ImportedTable] {
    do throws(WorkbookFault) {
      return try WorkbookReader(bytes).sheets.map { sheet in
        ImportedTable(
          name: sheet.name,
          rows: sheet.rows.map { .init(number: $0.number, cells: $0.cells.map(\.text)) })
      }
    } catch {
      throw .workbook(error)
    }
  }

  private static func text(_ bytes: [UInt8], named name: String) throws(TableFault) -> ImportedTable {
    guard bytes.count <= Limit.text << 20 else { throw .tooLarge(limit: Limit.text) }
    let text = try TextDecoding.utf8(bytes)
    var reader = RowReader(
      text, limits: RowReader.Limits(fields: Limit.columns, bytes: Limit.cell))
    var rows: [ImportedTable.Row] = []
    var cells = 0
    while let row = try next(&reader) {
      cells += row.fields.count
      guard rows.count < Limit.rows, cells <= Limit.cells else { throw .tooMany(limit: Limit.rows) }
      rows.append(.init(number: row.line, cells: row.fields.map(FormulaGuard.plain)))
    }
    return ImportedTable(name: name, rows: rows)
  }

  private static func next(_ reader: inout RowReader) throws(TableFault) -> Tabular.Row? {
    do throws(TabularError) {
      return try reader.next()
    } catch {
      throw .text(error)
    }
  }
}
