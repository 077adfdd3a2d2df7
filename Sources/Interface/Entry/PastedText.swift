import Domain
import Tabular

/// What was pasted, cut into rows: lines that are entry lines, or the rows of a table whose columns have names.
struct PastedText: Sendable {
  /// One row as it came.
  enum Content: Hashable, Sendable {
    case line(String)
    case cells([String])
  }

  struct Row: Hashable, Sendable {
    /// Counted from 1, the header and empty rows included, as in a spreadsheet.
    let number: Int
    var content: Content
  }

  /// Empty for lines.
  let columns: [PastedColumn]
  let rows: [Row]
  /// A table whose first row names nothing: what its columns are cannot be known.
  let lacksHeader: Bool

  /// How many rows are looked at to tell what a column means.
  private static let sample = 40

  /// Whether there is more in it than one line.
  static func isSeveral(_ text: String) -> Bool {
    var lines = 0
    for line in text.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
      lines += 1
      if lines == 2 { return true }
    }
    return false
  }

  init(_ text: String, _ kind: RecordKind) {
    let reading = HeaderReading(kind: kind)
    if let table = Self.table(text, reading) {
      self = table
      return
    }
    columns = []
    lacksHeader = false
    var rows: [Row] = []
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = TypedText.line(String(line))
      guard !line.isEmpty, place > 0 || !reading.isTitle(line) else { continue }
      rows.append(Row(number: place + 1, content: .line(line)))
    }
    self.rows = rows
  }

  private init(columns: [PastedColumn], rows: [Row], lacksHeader: Bool) {
    self.columns = columns
    self.rows = rows
    self.lacksHeader = lacksHeader
  }

  /// Tabs always make a table; commas and semicolons only do below a header, since people write them in sentences.
  private static func table(_ text: String, _ reading: HeaderReading) -> PastedText? {
    if reading.kind == .reading, let table = measured(text) { return table }
    let first = text.prefix { !$0.isNewline }
    let isTabbed = text.utf8.contains(Delimiter.tab.rawValue)
    guard isTabbed || first.contains(",") || first.contains(";") else { return nil }
    let rows = cells(text, isTabbed ? .tab : Delimiter.guess(first.utf8))
    guard let head = rows.first else { return nil }
    let below = rows.dropFirst()
    if let columns = reading.columns(head.cells, sample: below.prefix(sample).map(\.cells)) {
      return PastedText(columns: columns, rows: filled(below), lacksHeader: false)
    }
    guard isTabbed else { return nil }
    let used = Set(
      rows.prefix(sample).flatMap { row in
        row.cells.indices.filter { !TypedText.line(row.cells[$0]).isEmpty }
      })
    guard used.count > 1 else {
      // Rows end where their cells do: one of nothing but spaces may not reach the column in use.
      let titles = filled(rows[...]).compactMap { row -> Row? in
        guard let column = used.first, case .cells(let cells) = row.content else { return nil }
        return Row(number: row.number, content: .line(TypedText.line(cells.at(column))))
      }
      return PastedText(columns: [], rows: titles, lacksHeader: false)
    }
    return PastedText(columns: [], rows: filled(rows[...]), lacksHeader: true)
  }

  /// Dates and values side by side, however they are set apart, need no header: each can only be what it is.
  private static func measured(_ text: String) -> PastedText? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let rows = lines.enumerated().map { place, line in
      (
        number: place + 1,
        cells: line.split { $0.isWhitespace || $0 == ";" || $0 == "," }.map(String.init)
      )
    }.filter { !$0.cells.isEmpty }
    guard rows.count > 1, rows.allSatisfy({ $0.cells.count == 2 }) else { return nil }
    for day in [0, 1]
    where rows.allSatisfy({ isDay($0.cells[day]) && (try? ValueReading.number($0.cells[1 - day])) != nil }) {
      let columns = [0, 1].map { place in
        let field = place == day ? Reading.date.field : Reading.value.field
        return PastedColumn(head: field.words.en, meaning: .field(field), prefix: "")
      }
      return PastedText(columns: columns, rows: filled(rows[...]), lacksHeader: false)
    }
    return nil
  }

  /// A month and a day at least; the year may be missing.
  private static func isDay(_ text: String) -> Bool {
    (try? ValueReading.day(text)) != nil || text.split { "/月".contains($0) }.count == 2
  }

  private static func filled(_ rows: ArraySlice<(number: Int, cells: [String])>) -> [Row] {
    rows.filter { !$0.cells.allSatisfy { TypedText.line($0).isEmpty } }.map {
      Row(number: $0.number, content: .cells($0.cells))
    }
  }

  /// Quotes as spreadsheets write them; where they are not closed they are ordinary characters.
  private static func cells(_ text: String, _ delimiter: Delimiter) -> [(number: Int, cells: [String])] {
    let rows: [[String]]
    if let read = try? RowReader.rows(Array(text.utf8), delimiter: delimiter) {
      rows = read.map(\.fields)
    } else {
      let mark = Character(Unicode.Scalar(delimiter.rawValue))
      rows = text.split(whereSeparator: \.isNewline).map { line in
        line.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      }
    }
    return rows.enumerated().map { ($0.offset + 1, $0.element) }
  }
}
