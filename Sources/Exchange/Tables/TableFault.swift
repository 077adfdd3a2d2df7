package import Tabular

/// Why a file gives no tables.
package enum TableFault: Error, Hashable, Sendable {
  /// A workbook that cannot be read.
  case workbook(WorkbookFault)
  /// Delimited text that cannot be read.
  case text(TabularError)
  /// Neither UTF-8, nor UTF-16 with a mark, nor Shift_JIS; the line where it first fails as UTF-8.
  case encoding(line: Int)
  /// Bytes that no text has.
  case binary
  /// Larger than any register: MiB.
  case tooLarge(limit: Int)
  /// More rows, or more cells, than any register.
  case tooMany(limit: Int)
  /// Nothing stands in it.
  case empty
  /// Columns of numbers and titles are not found.
  case noControls
}
