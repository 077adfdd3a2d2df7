import Domain

/// Reads one line piece by piece and gathers what makes the record.
struct EntryReader {
  let line: FoldedLine
  let kind: RecordKind
  let assessment: Assessment
  let context: Context
  /// Whose the record would be if the line said nothing.
  let givenParty: RecordID?
  let sticky: EntrySticky
  /// What it shares with the other lines of its act.
  var run: EntryRun
  /// The record's own number within the act.
  let pending: Int
  /// How many newcomers the lines before brought.
  let newcomersBefore: Int

  var party: RecordID?
  /// The record that told whose this one is; nil when it was said or given.
  var partySource: RecordID?
  var reading: ValueReading
  var values: [Slot: Value]
  /// Slots that the line itself filled.
  var given: Set<Slot> = []
  /// Slots that pieces kept from a line before filled.
  var asAbove: Set<Slot> = []
  var isPartyAsAbove = false
  var bare: [Range<Int>] = []
  var controls: [Range<Int>] = []
  /// Controls as they will treat the risk, for the preview.
  var controlNotes: [Words] = []
  var tokens: [Range<Int>] = []
  var pieces: [EntryReading.Piece] = []
  var problems: [EntryProblem] = []
  private let held: Set<FieldKey>

  /// A reader at the beginning of its line; the act may have given its draft a number already.
  init(
    _ line: FoldedLine, at place: EntryPlace, _ assessment: Assessment, _ context: Context, run: EntryRun,
    number: Int? = nil
  ) {
    self.line = line
    kind = place.kind
    self.assessment = assessment
    self.context = context
    givenParty = place.party
    sticky = place.sticky
    values = place.defaults
    held = place.held
    self.run = run
    reading = ValueReading(
      party: nil, assessment: assessment, today: context.today, newcomers: Newcomers(pending: 0))
    swap(&reading.newcomers, &self.run.newcomers)
    newcomersBefore = reading.newcomers.commands.count
    if let number { pending = number } else { pending = reading.newcomers.takeNumber() }
  }

  var description: KindDescription { kind.description }

  /// Works through the line; afterwards the run holds the record if `problems` is empty.
  mutating func read() {
    read(EntryScanner(line: line, vocabulary: EntryVocabulary[kind]).pieces())
  }

  /// Works through pieces that are cut already, as a table's cells are.
  mutating func read(_ raw: [EntryScanner.Piece]) {
    settleParty(raw)
    reading.party = party
    let hasTitle = raw.contains { $0.token == nil || $0.token?.meaning == .field(description.title) }
    for piece in raw { take(piece, hasTitle: hasTitle) }
    takeSticky()
    takeBareWords()
    fillFromSituation()
    gather()
  }

  // MARK: Pieces

  private mutating func take(_ piece: EntryScanner.Piece, hasTitle: Bool) {
    guard let token = piece.token else {
      bare.append(piece.value)
      return
    }
    tokens.append(line.place(piece.start..<min(piece.start + token.characters.count, line.count)))
    guard !piece.value.isEmpty else {
      problem(.nothingAfter(token.spelling, words(token.meaning)), at: piece.start)
      note(piece.value, token.meaning, nil, nil)
      return
    }
    let extent = piece.isQuoted ? piece.value : self.extent(piece, token.meaning, hasTitle)
    switch token.meaning {
    case .party: takeParty(extent)
    case .treatingControl: controls.append(extent)
    case .field(let field): take(extent, field, isQuoted: piece.isQuoted)
    }
    let rest = line.skippingSpaces(extent.upperBound)
    if !piece.isQuoted, rest < piece.value.upperBound { bare.append(rest..<piece.value.upperBound) }
  }

  mutating func take(_ range: Range<Int>, _ field: FieldDescription, isQuoted: Bool) {
    do throws(FieldProblem) {
      let text = try split(line.text(range), field)
      guard let value = try reading.value(text, field, isQuoted: isQuoted) else {
        problem(.nothingAfter("“ ”", field.words), at: range.lowerBound)
        return
      }
      put(value, field, at: range)
    } catch {
      problem(.field(field.words, error), at: range.lowerBound)
      note(range, .field(field), nil, .field(field.words, error))
    }
  }

  /// Fills a slot once; fields that hold several take more.
  mutating func put(_ value: Value, _ field: FieldDescription, at range: Range<Int>) {
    let answering = givenParty ?? context.party
    if field.perParty, answering == nil {
      problem(.whoseAnswer(field.words), at: range.lowerBound)
      return
    }
    let slot = Slot(field.key, party: field.perParty ? answering : nil)
    if held.contains(field.key), let stands = values[slot], stands != value {
      let fault = EntryFault.held(
        field.words, FieldText.edit(stands, field, assessment, .english))
      problem(fault, at: range.lowerBound)
      note(range, .field(field), nil, fault)
      return
    }
    guard given.insert(slot).inserted else {
      guard let both = values[slot].flatMap({ Self.merged($0, value, field) }) else {
        problem(.twice(field.words), at: range.lowerBound)
        note(range, .field(field), nil, .twice(field.words))
        return
      }
      values[slot] = both
      note(range, .field(field), value, nil)
      return
    }
    values[slot] = value
    note(range, .field(field), value, nil)
  }

  /// Both together; nil where the field holds one value only.
  static func merged(_ one: Value, _ other: Value, _ field: FieldDescription) -> Value? {
    switch (one, other) {
    case (.list(let a), .list(let b)): .list(a + b.filter { !a.contains($0) })
    case (.references(let a), .references(let b)): .references(a + b.filter { !a.contains($0) })
    case (.choices(let a), .choices(let b)):
      .choices(field.type.options.map(\.key).filter { a.contains($0) || b.contains($0) })
    case (.table(let a), .table(let b)):
      .table(a.filter { row in !b.contains { $0.first == row.first } } + b)
    default: nil
    }
  }

  // MARK: Notes

  mutating func problem(_ fault: EntryFault, at position: Int) {
    problems.append(EntryProblem(column: line.place(position) + 1, fault: fault))
  }

  mutating func note(
    _ range: Range<Int>, _ meaning: EntryVocabulary.Meaning, _ value: Value?, _ fault: EntryFault?
  ) {
    var understood: Words?
    if case .field(let field) = meaning, let value { understood = shown(value, field) }
    pieces.append(
      EntryReading.Piece(
        range: line.place(range), field: words(meaning), understood: understood, problem: fault,
        meaning: meaning))
  }

  private func words(_ meaning: EntryVocabulary.Meaning) -> Words {
    switch meaning {
    case .party: RecordKind.party.description.words
    case .treatingControl: ControlStatement.control.field.words
    case .field(let field): field.words
    }
  }
}
