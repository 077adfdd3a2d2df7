/// One row of delimited text.
package struct Row: Hashable, Sendable {
  /// The line it begins on, from 1; a quoted line break makes a row longer than its line.
  package let line: Int
  package let fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// The field at `index`; empty where the row is shorter.
  package subscript(index: Int) -> String { fields.indices.contains(index) ? fields[index] : "" }
}

/// Why text could not be read as rows.
package enum TabularError: Error, Hashable, Sendable {
  /// A quote opened on this line is never closed.
  case quoteNotClosed(line: Int)
  /// Something other than a delimiter or a line end follows a closing quote; the column counts bytes from 1.
  case textAfterQuote(line: Int, column: Int)
  /// The bytes are not UTF-8, nor UTF-16 with a byte order mark.
  case notText(line: Int)
  /// A row has more fields than any table.
  case tooWide(line: Int, limit: Int)
  /// A field is longer, in bytes, than any text people write.
  case tooLong(line: Int, limit: Int)
}
