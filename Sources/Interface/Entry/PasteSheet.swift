import Domain
import Tabular

/// Pasted rows as records to be: each understood or not, those that are together one act.
struct PasteSheet: Sendable {
  /// Why a row cannot be stored, and where.
  struct Fault: Hashable, Sendable {
    enum Place: Hashable, Sendable {
      case whole
      /// The head of a table's column.
      case column(String)
      /// The character of a line, counted from 1.
      case character(Int)
    }

    let place: Place
    let words: Words
  }

  let place: EntryPlace
  let columns: [PastedColumn]
  let lacksHeader: Bool
  private(set) var rows: [PastedText.Row]
  /// By row; nil where it is understood.
  private(set) var faults: [Fault?] = []
  /// What stores all good rows.
  private(set) var commands: [Command] = []
  /// The state of the assessment it was read against.
  private(set) var revision = -1

  init(_ text: String, at place: EntryPlace) {
    let pasted = PastedText(text, place.kind)
    self.place = place
    columns = pasted.columns
    lacksHeader = pasted.lacksHeader
    rows = pasted.rows
  }

  var goodCount: Int { faults.count { $0 == nil } }
  var badCount: Int { faults.count - goodCount }

  /// Understands all rows, and asks what the assessment would refuse.
  mutating func read(_ assessment: Assessment, _ context: Context) {
    revision = assessment.revision
    faults = Array(repeating: nil, count: rows.count)
    guard !lacksHeader else {
      faults = rows.map { _ in Fault(place: .whole, words: PasteWords.headerNeeded(place.kind)) }
      commands = []
      return
    }
    var run = EntryRun()
    var good = understand(&run, assessment, context)
    let refusals = assessment.refusals(of: run.parts, in: context)
    if !refusals.isEmpty {
      for (part, refusal) in refusals {
        for line in lines(ofPart: part, good.count, run) { refuse(good[line], refusal, assessment) }
      }
      // Those refused may have brought people or been counted on: the others are read as if they were not there.
      run = EntryRun()
      good = understand(&run, assessment, context)
    }
    commands = good.isEmpty ? [] : run.commands
  }

  /// The lines of the run that a part is about: the first is everybody's newcomers, then one per line, then controls.
  private func lines(ofPart part: Int, _ count: Int, _ run: EntryRun) -> [Int] {
    if part == 0 { return Array(0..<count) }
    return part <= count ? [part - 1] : run.linesOfControls[part - 1 - count]
  }

  private mutating func refuse(_ row: Int, _ refusal: Refusal, _ assessment: Assessment) {
    guard faults[row] == nil else { return }
    faults[row] = Fault(place: .whole, words: Sentence.words(refusal, assessment))
  }

  /// - Returns: The rows that went into the run, in its order.
  private mutating func understand(
    _ run: inout EntryRun, _ assessment: Assessment, _ context: Context
  ) -> [Int] {
    var good: [Int] = []
    for index in rows.indices where faults[index] == nil {
      faults[index] = fault(rows[index].content, assessment, context, &run)
      if faults[index] == nil { good.append(index) }
    }
    return good
  }

  private func fault(
    _ content: PastedText.Content, _ assessment: Assessment, _ context: Context, _ run: inout EntryRun
  ) -> Fault? {
    switch content {
    case .line(let line):
      let problems = EntryLine.read(line, at: place, assessment, context, into: &run)
      return problems.first.map { Fault(place: .character($0.column), words: $0.words) }
    case .cells(let cells):
      let row = cut(cells)
      let problems = EntryLine.read(row.line, row.pieces, at: place, assessment, context, into: &run)
      guard let first = problems.first else { return nil }
      let head = row.heads.last { row.line.place($0.start) <= first.column - 1 }?.head
      let isWhole = first.fault.isOfWholeLine || head == nil
      return Fault(place: isWhole ? .whole : .column(head ?? ""), words: first.words)
    }
  }

  /// A row's cells as pieces of one line, each behind the token its column stands for.
  private func cut(
    _ cells: [String]
  ) -> (line: FoldedLine, pieces: [EntryScanner.Piece], heads: [(start: Int, head: String)]) {
    let used = zip(columns, cells).compactMap { column, cell -> (column: PastedColumn, text: String)? in
      let text = column.meaning == nil ? "" : column.text(cell)
      return text.isEmpty ? nil : (column, text)
    }
    let (line, places) = FoldedLine.joined(used.map(\.text))
    let pieces = zip(used, places).map { entry, place in
      EntryScanner.Piece(token: entry.column.token, start: place.lowerBound, value: place, isQuoted: true)
    }
    return (line, pieces, zip(used, places).map { ($1.lowerBound, $0.column.head) })
  }

  // MARK: Rows one by one

  /// How a row is understood on its own, for showing it.
  func reading(of index: Int, _ assessment: Assessment, _ context: Context) -> EntryReading {
    switch rows[index].content {
    case .line(let line): return EntryLine.read(line, at: place, assessment, context)
    case .cells(let cells):
      let row = cut(cells)
      return EntryLine.read(row.line, row.pieces, at: place, assessment, context)
    }
  }

  /// What the row is called in the list.
  func title(of index: Int) -> String {
    switch rows[index].content {
    case .line(let line): return line
    case .cells(let cells):
      let title = columns.firstIndex { $0.meaning == .field(place.kind.description.title) }
      if let title, cells.indices.contains(title) { return TypedText.line(cells[title]) }
      return TypedText.line(cells.joined(separator: " "))
    }
  }

  /// The row as an entry line that says the same.
  func line(of index: Int, _ language: Language) -> String {
    switch rows[index].content {
    case .line(let line): return line
    case .cells(let cells):
      let vocabulary = EntryVocabulary[place.kind]
      let parts = zip(columns, cells).compactMap { column, cell -> String? in
        let text = TypedText.line(column.text(cell))
        guard let meaning = column.meaning, !text.isEmpty else { return nil }
        let needsQuotes = text.contains { !$0.isLetter && !$0.isNumber && !"-./%".contains($0) }
        let value = needsQuotes ? EntryLine.quoted(text, language) : text
        switch meaning {
        case .party: return "@" + value
        case .treatingControl: return "+" + text.filter { !$0.isWhitespace }
        case .field(place.kind.description.title): return value
        case .field(let field): return vocabulary.spelling(of: field, language) + value
        }
      }
      return parts.joined(separator: " ")
    }
  }

  mutating func replace(_ index: Int, with line: String) {
    rows[index].content = .line(line)
  }

  mutating func remove(_ index: Int) {
    rows.remove(at: index)
    faults.remove(at: index)
  }

  /// Takes out what was stored.
  mutating func removeGood() {
    let bad = rows.indices.filter { faults[$0] != nil }
    rows = bad.map { rows[$0] }
    faults = bad.map { faults[$0] }
    commands = []
  }

  /// The rows left, so that pasting it gives them again.
  var text: String {
    var writer = RowWriter(delimiter: .tab)
    let isTable = rows.contains { if case .cells = $0.content { true } else { false } }
    if isTable, !columns.isEmpty { writer.append(columns.map(\.head)) }
    for row in rows {
      switch row.content {
      case .line(let line): writer.append([line])
      case .cells(let cells): writer.append(cells)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension EntryFault {
  /// About what the line does not say, and so about no place in it.
  var isOfWholeLine: Bool {
    switch self {
    case .noTitle, .noParty, .belongsToAll: true
    case .field, .party, .nothingAfter, .twice, .held, .whoseAnswer, .unknownControl, .noCatalogues,
      .alreadyThere:
      false
    }
  }
}
