package import Domain

/// A table as it came from a file: rows of cells, each as the text it shows.
package struct ImportedTable: Hashable, Sendable {
  /// One row.
  package struct Row: Hashable, Sendable {
    /// As the spreadsheet counts it; for delimited text the line it begins on.
    package let number: Int
    package let cells: [String]

    package init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }

    /// The cell of a column; empty where the row is shorter.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
  }

  /// The sheet's, or the file's without folder and ending.
  package let name: String
  /// In their order; rows with nothing in them may be left out.
  package let rows: [Row]

  package init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}

/// What a person says of tables before they are read.
package struct ImportOrder: Hashable, Sendable {
  /// What a column is to be taken for, whatever its head says.
  package struct Mapping: Hashable, Sendable {
    /// The column's head, or its letters as a spreadsheet shows them.
    package let column: String
    /// A field by name or word, `id`, `party`, `controls`; `-` leaves the column out.
    package let meaning: String

    package init(column: String, meaning: String) {
      self.column = column
      self.meaning = meaning
    }
  }

  /// What the rows are; nil finds it out.
  package var kind: RecordKind?
  /// Whose the rows are that do not say it themselves.
  package var party: RecordID?
  package var mappings: [Mapping]

  package init(kind: RecordKind? = nil, party: RecordID? = nil, mappings: [Mapping] = []) {
    self.kind = kind
    self.party = party
    self.mappings = mappings
  }
}
