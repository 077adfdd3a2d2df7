import Domain

/// What the cells of a workbook may hold together: one text of a small file may stand in a million of them.
final class CellBudget {
  private var rows = TableFile.Limit.rows
  private var cells = TableFile.Limit.cells
  private var bytes = TableFile.Limit.text << 20
  private(set) var isSpent = false

  func spend(on cell: TableSheet.Cell) {
    cells -= 1
    if case .text(let text) = cell { bytes -= text.utf8.count }
    isSpent = isSpent || cells < 0 || bytes < 0
  }

  func spendOnRow() {
    rows -= 1
    isSpent = isSpent || rows < 0
  }
}

/// `xl/worksheets/sheetN.xml`: the rows, each cell as what it shows.
final class SheetRows: PartReader {
  /// A column for each of some hundred parties and more; Excel's own limit is 16,384.
  static let widest = TableFile.Limit.columns

  /// Rows that hold something, with their numbers as the spreadsheet counts them.
  private(set) var rows: [(line: Int, cells: [TableSheet.Cell])] = []
  private(set) var isTooWide = false
  private let strings: [String]
  private let areDates: [Bool]
  private let countsFrom1904: Bool
  private let budget: CellBudget

  private var line = 0
  private var cells: [TableSheet.Cell] = []
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var isReading = false

  init(strings: [String], areDates: [Bool], countsFrom1904: Bool, budget: CellBudget) {
    self.budget = budget
    self.strings = strings
    self.areDates = areDates
    self.countsFrom1904 = countsFrom1904
  }

  override var isDone: Bool { isTooWide || budget.isSpent }

  override func began(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? line + 1
      // A number that no spreadsheet counts to must not count on.
      line = min(max(number, 1), TableFile.Limit.rows)
      budget.spendOnRow()
      cells = []
      column = 0
    case "c":
      if let place = attributes["r"].flatMap(Self.column) { column = place }
      isTooWide = isTooWide || column >= Self.widest
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "rPh": isReading = true
    default: break
    }
  }

  override func ended(_ name: String) {
    switch name {
    case "v": value = text
    case "t": if !isReading, type == "inlineStr" { value += text }
    case "rPh": isReading = false
    case "c":
      place(cell)
      column += 1
    case "row": if cells.contains(where: { $0 != .empty }) { rows.append((line, cells)) }
    default: break
    }
  }

  private func place(_ cell: TableSheet.Cell) {
    guard cell != .empty, !isTooWide else { return }
    budget.spend(on: cell)
    while cells.count < column { cells.append(.empty) }
    if cells.count > column { cells[column] = cell } else { cells.append(cell) }
  }

  private var cell: TableSheet.Cell {
    guard !value.isEmpty else { return .empty }
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index), !strings[index].isEmpty else {
        return .empty
      }
      return .text(strings[index])
    case "n", "":
      guard let number = Double(value) else { return .text(value) }
      guard areDates.indices.contains(style), areDates[style] else { return .number(number) }
      return day(number).map { .day($0) } ?? .number(number)
    case "b": return .text(value == "1" ? "TRUE" : "FALSE")
    case "d": return Day(text: value.prefix(10)).map { .day($0) } ?? .text(value)
    default: return .text(EscapedText.plain(value))
    }
  }

  /// Days from the last of 1899, in which 1900 is taken for a leap year; or from 1904.
  private func day(_ serial: Double) -> Day? {
    guard (1..<2_958_466).contains(serial) else { return nil }
    let days = Int(serial)
    if countsFrom1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days) }
    return Day(year: 1899, month: 12, day: days < 60 ? 31 : 30)?.adding(days)
  }

  /// The place of `BC` in `BC12`, from 0; nil for what names no cell.
  private static func column(_ reference: String) -> Int? {
    var place = 0
    for byte in reference.utf8.prefix(while: { 0x41...0x5A ~= $0 }) {
      place = place * 26 + Int(byte) - 0x40
      guard place <= 1 << 20 else { return place }
    }
    return place > 0 ? place - 1 : nil
  }
}
