package import Domain
import Interface

/// A table as spreadsheets hold it: a line of heads, and rows of cells that say what they are.
package struct TableSheet: Hashable, Sendable {
  /// What stands in one cell.
  package enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Double)
    case day(Day)

    /// As CSV has it: dates as `2027-03-31`, whole numbers without a fraction.
    package var text: String {
      switch self {
      case .empty: ""
      case .text(let text): text
      case .number(let number): Value.plain(number)
      case .day(let day): day.text
      }
    }
  }

  /// What the tab of the workbook and the file of a folder are called.
  package let name: String
  package let heads: [String]
  package private(set) var rows: [[Cell]] = []
  /// The ground of cells that have one, `0xRRGGBB`, by row and column.
  package private(set) var fills: [Int: [Int: UInt32]] = [:]

  package init(name: String, heads: [String]) {
    self.name = CellText.clean(name)
    self.heads = heads.map(CellText.clean)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - cells: As many as there are heads; what is missing at the end is empty.
  ///   - fills: Grounds by column.
  package mutating func append(_ cells: [Cell], fills: [Int: UInt32] = [:]) {
    if !fills.isEmpty { self.fills[rows.count] = fills }
    rows.append(
      cells.map { cell in
        if case .text(let text) = cell { text.isEmpty ? .empty : .text(CellText.clean(text)) } else { cell }
      })
  }
}
