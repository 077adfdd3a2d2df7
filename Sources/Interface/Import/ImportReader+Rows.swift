import Domain

/// What each row says of its record.
extension ImportReader {
  /// A row's cells as values.
  struct Said {
    var values: [Slot: Value] = [:]
    /// As they stood in the cells.
    var texts: [Slot: String] = [:]
    /// Fields whose cells are empty.
    var empty: [(field: FieldDescription, slot: Slot)] = []
    var isGood = true
  }

  mutating func read(
    _ row: ImportedTable.Row, _ target: Target, _ plan: ImportPlan, _ sheet: Int, _ shared: Set<FieldKey>,
    _ known: inout NamelessIndex
  ) {
    switch target {
    case .bad(let id): lookAt(row, id, plan, shared)
    case .there(let id, let byLabel):
      let said = self.said(row, plan, assessment.party(of: id), shared, standing: id)
      if said.isGood { change(id, said, row, plan, sheet, byLabel) }
    case .new(let id, let party, let isLabelled):
      let said = self.said(row, plan, party, shared, standing: nil)
      if said.isGood { bring(id, said, row, plan, sheet, party, isLabelled) }
    case .nameless(let party):
      let said = self.said(row, plan, party, shared, standing: nil)
      guard said.isGood else { return }
      if let id = known.take(said.values, plan, party, assessment) {
        change(id, said, row, plan, sheet, false)
      } else if party == nil, plan.kind.description.ownership == .party {
        fault(ImportWords.noParty(plan.kind), Place(table: plan.name, row: row.number))
      } else {
        let id = RecordID.pending(reading.newcomers.takeNumber())
        bring(id, said, row, plan, sheet, party, !plan.text(.label, row).isEmpty)
      }
    }
  }

  // MARK: Cells

  /// Tells what is wrong in the cells of a row of which the record is not known: one reading tells everything.
  private mutating func lookAt(
    _ row: ImportedTable.Row, _ id: RecordID?, _ plan: ImportPlan, _ shared: Set<FieldKey>
  ) {
    var plan = plan
    for place in plan.columns.indices where id == nil && dependsOnParty(plan.columns[place]) {
      plan.columns[place].meaning = .leftOut
    }
    let party = id.flatMap(assessment.party(of:)) ?? order.party ?? assessment.participants.first
    _ = said(row, plan, party, shared, standing: id)
  }

  /// Whether a cell may be right for one party and wrong for another.
  private func dependsOnParty(_ column: ImportColumn) -> Bool {
    switch column.field?.type {
    case .reference, .references: true
    case .step, .loss: Set(assessment.participants.map(assessment.criteriaInForce(for:))).count > 1
    case .text, .longText, .number, .integer, .flag, .day, .choice, .choices, .list, .table, .target, nil:
      false
    }
  }

  private mutating func said(
    _ row: ImportedTable.Row, _ plan: ImportPlan, _ party: RecordID?, _ shared: Set<FieldKey>,
    standing: RecordID?
  ) -> Said {
    var said = Said()
    reading.party = party
    for (place, column) in plan.columns.enumerated() {
      guard case .field(let field, let whose) = column.meaning else { continue }
      let answering = whose ?? order.party ?? context.party ?? party
      let slot = Slot(field.key, party: field.perParty ? answering : nil)
      let cell = row[place]
      if let standing, !shared.contains(field.key), shows(cell, standing, slot, field) { continue }
      let text = column.text(cell)
      guard !text.isEmpty else {
        said.empty.append((field, slot))
        continue
      }
      let here = Place(table: plan.name, row: row.number)
      guard !field.perParty || answering != nil else {
        fault(ImportWords.whoseAnswer, here, column: column.head)
        said.isGood = false
        continue
      }
      take(text, field, slot, column, here, &said)
    }
    for kind in RatingKind.allCases { leaveOutStale(kind, row, plan, &said) }
    return said
  }

  /// To bring in an acceptance is to bind it to the risk as it comes: one of an earlier state would hold again.
  private mutating func leaveOutStale(
    _ kind: RatingKind, _ row: ImportedTable.Row, _ plan: ImportPlan, _ said: inout Said
  ) {
    let cell = plan.text(.acceptance(kind), row)
    guard !cell.isEmpty, let changed = Acceptance.changed.fault, [changed.en, changed.ja].contains(cell),
      let acceptance = kind.acceptance
    else { return }
    if said.values[Slot(acceptance.by.key)] != nil { staleAcceptances += 1 }
    for key in [acceptance.by.key, acceptance.on.key, acceptance.until.key] {
      said.values[Slot(key)] = nil
      said.empty.removeAll { $0.slot == Slot(key) }
    }
  }

  private mutating func take(
    _ text: String, _ field: FieldDescription, _ slot: Slot, _ column: ImportColumn, _ place: Place,
    _ said: inout Said
  ) {
    if CellText.errors.contains(text) {
      said.isGood = false
      return fault(ImportWords.formulaError(text), place, column: column.head)
    }
    do throws(FieldProblem) {
      guard let value = try reading.value(text, field, isQuoted: true) else {
        said.empty.append((field, slot))
        return
      }
      if let before = said.values[slot] {
        said.values[slot] = EntryReader.merged(before, value, field) ?? value
        said.texts[slot] = (said.texts[slot] ?? "") + "; " + text
      } else {
        said.values[slot] = value
        said.texts[slot] = text
      }
    } catch {
      said.isGood = false
      fault(Self.words(error), place, column: column.head)
    }
  }

  private static func words(_ problem: FieldProblem) -> Words {
    guard case .unknownRecord(let text, let kinds) = problem else { return problem.words }
    return ImportWords.unknownRecord(text, kinds)
  }

  /// Whether a cell holds what a spreadsheet was given of the field, in either language: then nothing was changed,
  /// whatever the text would be read as today.
  private func shows(_ cell: String, _ id: RecordID, _ slot: Slot, _ field: FieldDescription) -> Bool {
    guard let value = assessment.value(id, slot) else { return cell.isEmpty }
    return Language.allCases.contains { language in
      let text = CellText.clean(FieldText.edit(value, field, assessment, language))
      return text == cell || CellText.cut(text) == cell
    }
  }

  // MARK: Records that are there

  private mutating func change(
    _ id: RecordID, _ said: Said, _ row: ImportedTable.Row, _ plan: ImportPlan, _ sheet: Int, _ byLabel: Bool
  ) {
    let place = Place(table: plan.name, row: row.number)
    var change = TableImport.Change(
      row: row.number, kind: plan.kind, record: id, title: assessment.title(of: id) ?? "")
    var commands: [Command] = []
    func note(_ field: FieldDescription, _ slot: Slot, _ value: Value?) {
      let before = assessment.value(id, slot)
      guard before != value else { return }
      commands.append(.set(id, slot, value))
      change.fields.append(.init(field: field, before: before, after: said.texts[slot] ?? ""))
    }
    for field in plan.kind.description.fields where !isName(field, plan.kind) || byLabel {
      for (slot, value) in said.values.sorted(by: { ($0.key.party?.raw ?? 0) < ($1.key.party?.raw ?? 0) })
      where slot.key == field.key {
        note(field, slot, value)
      }
    }
    if byLabel {
      for (field, slot) in said.empty where said.values[slot] == nil {
        if field == plan.kind.description.title, EntryReader.needsTitle(plan.kind),
          assessment.title(of: id) != nil
        {
          fault(ImportWords.noTitle(field.words), place, column: head(.field(field, party: nil), plan))
          return
        }
        note(field, slot, nil)
      }
    }
    guard treat(id, row, plan, byLabel, &change) else { return }
    if change.fields.isEmpty, change.controls == nil {
      sheets[sheet].same += 1
    } else {
      sheets[sheet].changed += 1
      changes.append(change)
      if !commands.isEmpty { sets.append((commands, place)) }
    }
  }

  /// A record found by what names it keeps its name: the number was read, and may be written in another way.
  private func isName(_ field: FieldDescription, _ kind: RecordKind) -> Bool {
    kind == .controlStatement
      && [ControlStatement.control.key, ControlStatement.catalogue.key].contains(field.key)
  }

  // MARK: Records to come

  private mutating func bring(
    _ id: RecordID, _ said: Said, _ row: ImportedTable.Row, _ plan: ImportPlan, _ sheet: Int,
    _ party: RecordID?, _ isLabelled: Bool
  ) {
    let place = Place(table: plan.name, row: row.number)
    let later = said.values.filter { pointsToArrivals($0.value) }
    let values = filled(said.values.filter { later[$0.key] == nil }, row, plan, party)
    // What was written out by this program says by an empty cell that nothing is there.
    let settled = Set(said.values.keys).union(isLabelled ? said.empty.map(\.slot) : [])
    swap(&run.newcomers, &reading.newcomers)
    let problem = EntryLine.add(
      values, settled: settled, as: id, of: party, plan.kind, assessment, context, into: &run)
    swap(&run.newcomers, &reading.newcomers)
    if let problem {
      fault(problem, place)
      return
    }
    births.append(place)
    if !later.isEmpty {
      sets.append((later.map { .set(id, $0.key, $0.value) }.sorted(by: Self.precedes), place))
    }
    var change = TableImport.Change(
      row: row.number, kind: plan.kind, record: nil, title: title(row, plan, values))
    guard treat(id, row, plan, false, &change) else { return }
    sheets[sheet].new += 1
    changes.append(change)
  }

  /// The values of a record to come with what follows from the rest of its row.
  private mutating func filled(
    _ values: [Slot: Value], _ row: ImportedTable.Row, _ plan: ImportPlan, _ party: RecordID?
  ) -> [Slot: Value] {
    var values = values
    if plan.kind == .controlStatement, let number = controlNumber(plan, row, party) {
      values[Slot(ControlStatement.control.key)] = .text(number)
    }
    let divides = plan.columns.contains { $0.field == Commitment.responsibility.field }
    if plan.kind == .commitment, divides, values[Slot(Commitment.kind.key)] == nil {
      values[Slot(Commitment.kind.key)] = .choice(CommitmentKind.responsibility.rawValue)
    }
    let foreign = plan.text(.foreign, row)
    if !foreign.isEmpty { values[Slot(SharedFields.externalID.key)] = .text(foreign) }
    return values
  }

  private func title(_ row: ImportedTable.Row, _ plan: ImportPlan, _ values: [Slot: Value]) -> String {
    let title = plan.kind.description.title
    if case .text(let text)? = values[Slot(title.key)] { return TypedText.line(text) }
    return TypedText.line(row.cells.first { !TypedText.line($0).isEmpty } ?? "")
  }

  /// A dictionary has no order, and the same file must always make the same act.
  private static func precedes(_ one: Command, _ other: Command) -> Bool {
    guard case .set(_, let a, _) = one, case .set(_, let b, _) = other else { return false }
    return (a.key.name, a.party?.raw ?? 0) < (b.key.name, b.party?.raw ?? 0)
  }

  private mutating func controlNumber(
    _ plan: ImportPlan, _ row: ImportedTable.Row, _ party: RecordID?
  ) -> String? {
    guard let party, plan.text(ControlStatement.catalogue, row).isEmpty else { return nil }
    let number = plan.text(ControlStatement.control, row)
    return try? controls.find(number, of: party, assessment, context).get().first?.number
  }

  private func pointsToArrivals(_ value: Value) -> Bool {
    switch value {
    case .reference(let id): reading.arrivals.contains(id)
    case .references(let ids): ids.contains(where: reading.arrivals.contains)
    case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: false
    }
  }
}

/// Finds records that have no name by all that a row says of them.
struct NamelessIndex {
  private struct Key: Hashable {
    let party: RecordID?
    let values: [Value?]
  }

  private var records: [Key: [RecordID]]?

  /// The next record that says what a row says, each only once.
  mutating func take(
    _ values: [Slot: Value], _ plan: ImportPlan, _ party: RecordID?, _ assessment: Assessment
  ) -> RecordID? {
    let slots = plan.columns.compactMap { column -> Slot? in
      if case .field(let field, _) = column.meaning { Slot(field.key) } else { nil }
    }
    if records == nil {
      records = Dictionary(
        grouping: assessment.ids(plan.kind).reversed(),
        by: { id in Key(party: assessment.party(of: id), values: slots.map { assessment.value(id, $0) }) })
    }
    return records?[Key(party: party, values: slots.map { values[$0] })]?.popLast()
  }
}
