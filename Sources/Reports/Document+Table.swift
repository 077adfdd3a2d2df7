package import Canvas
import Interface

extension Document {
  /// Columns and rows; rows are made one after another as they are written, for there may be very many.
  package struct Table: Sendable {
    /// What it shows; empty where the heading above says it.
    package let caption: String
    package let columns: [Column]
    package let rowCount: Int
    private let make: @Sendable (Int) -> Row

    package init(_ caption: String, _ columns: [Column], rows: [Row]) {
      self.init(caption, columns, rowCount: rows.count) { rows[$0] }
    }

    /// - Parameters:
    ///   - caption: What it shows.
    ///   - columns: From the left.
    ///   - rowCount: How many rows there are.
    ///   - row: The row at a place, counted from 0.
    package init(
      _ caption: String, _ columns: [Column], rowCount: Int, row: @escaping @Sendable (Int) -> Row
    ) {
      self.caption = caption
      self.columns = columns
      self.rowCount = rowCount
      make = row
    }

    package func row(_ place: Int) -> Row { make(place) }

    /// A column's name, and how much of the table's breadth it takes; 0 for what it needs.
    package struct Column: Hashable, Sendable {
      package let name: String
      package let share: Int
      package let isNumber: Bool

      package init(_ name: String, _ share: Int = 0, isNumber: Bool = false) {
        self.name = name
        self.share = share
        self.isNumber = isNumber
      }
    }

    /// A row of cells, or a heading over the rows that follow.
    package struct Row: Hashable, Sendable {
      package let cells: [Cell]
      /// It heads those that follow: its first cell runs across the table.
      package let isHeading: Bool

      package init(_ cells: [Cell]) {
        self.cells = cells
        isHeading = false
      }

      package init(heading: String) {
        cells = [Cell(heading)]
        isHeading = true
      }
    }

    /// What stands in a cell, line by line.
    package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
      package let lines: [String]
      /// Lends its colours to the first line; the words say the same.
      package let role: Role?

      package init(_ text: String, role: Role? = nil) {
        lines = [text]
        self.role = role
      }

      package init(lines: [String], role: Role? = nil) {
        self.lines = lines.filter { !$0.isEmpty }
        self.role = role
      }

      package init(stringLiteral text: String) { self.init(text) }
    }
  }
}

/// Text from records on its way into a report: one line, nothing in it that steers a terminal or a reader's eye.
enum OneLine {
  static func of(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: kept.append(" ")
      default: if !scalar.isSteering { kept.append(scalar) }
      }
    }
    return String(kept)
  }
}
