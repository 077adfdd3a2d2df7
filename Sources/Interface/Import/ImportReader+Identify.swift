import Domain

/// Which record each row is about.
extension ImportReader {
  /// Labels first, so that no row takes by its title what another means by its label.
  mutating func identify(_ plan: ImportPlan) -> [Target] {
    var index = ImportIndex(plan.kind, assessment)
    var rows: [RecordID: Int] = [:]
    let labelled = plan.rows.map { row -> Target? in
      guard let id = index.record(labelled: plan.text(.label, row)), plan.place(of: .label) != nil else {
        return nil
      }
      index.take(id)
      return claim(id, row, plan, &rows)
    }
    return zip(plan.rows, labelled).map { row, target in
      if let target { return target }
      guard let party = party(of: row, plan) else { return .bad() }
      return find(row, plan, party.record, &index, &rows)
    }
  }

  private mutating func claim(
    _ id: RecordID, _ row: ImportedTable.Row, _ plan: ImportPlan, _ rows: inout [RecordID: Int]
  ) -> Target {
    let place = Place(table: plan.name, row: row.number)
    if let other = rows.updateValue(row.number, forKey: id) {
      fault(ImportWords.twice(assessment.label(of: id), other), place)
      return .bad(id)
    }
    let text = plan.text(.party, row)
    let own = assessment.party(of: id)
    if !text.isEmpty, text != own.map({ ImportIndex.shown(assessment.label(of: $0)) }) {
      guard let said = party(text, plan, place) else { return .bad(id) }
      if let own, own != said {
        let words = ImportWords.otherParty(assessment.label(of: id), assessment.label(of: own))
        fault(words, place, column: head(.party, plan))
        return .bad(id)
      }
    }
    reading.arrivals.add(id, plan.kind, label: plan.text(.label, row), title: "")
    return .there(id, byLabel: true)
  }

  /// By its name, or to come.
  private mutating func find(
    _ row: ImportedTable.Row, _ plan: ImportPlan, _ party: RecordID?, _ index: inout ImportIndex,
    _ rows: inout [RecordID: Int]
  ) -> Target {
    guard plan.kind != .controlStatement else { return findControl(row, plan, party, &rows) }
    let foreign = plan.text(.foreign, row)
    if !foreign.isEmpty, let id = index.take(foreign: foreign, of: party) {
      rows[id] = row.number
      reading.arrivals.add(id, plan.kind, label: foreign, title: "")
      return .there(id, byLabel: false)
    }
    guard EntryReader.needsTitle(plan.kind) else { return .nameless(party: party) }
    let field = plan.kind.description.title
    let title = TypedText.line(plan.text(.field(field, party: nil), row))
    if !title.isEmpty, let id = index.take(title, of: party, where: { _ in true }) {
      rows[id] = row.number
      reading.arrivals.add(id, plan.kind, label: name(row, plan), title: title)
      return .there(id, byLabel: false)
    }
    return arrive(row, plan, party, title: title)
  }

  private mutating func arrive(
    _ row: ImportedTable.Row, _ plan: ImportPlan, _ party: RecordID?, title: String
  ) -> Target {
    if party == nil, plan.kind.description.ownership == .party {
      fault(ImportWords.noParty(plan.kind), Place(table: plan.name, row: row.number))
      return .bad()
    }
    let id = RecordID.pending(reading.newcomers.takeNumber())
    reading.arrivals.add(id, plan.kind, label: name(row, plan), title: title)
    return .new(id, party: party, isLabelled: !plan.text(.label, row).isEmpty)
  }

  /// By which other rows may call the row's record: its label, else what it is called elsewhere.
  private func name(_ row: ImportedTable.Row, _ plan: ImportPlan) -> String {
    let label = plan.text(.label, row)
    return label.isEmpty ? plan.text(.foreign, row) : label
  }

  /// A line of a statement of applicability is known by its control.
  private mutating func findControl(
    _ row: ImportedTable.Row, _ plan: ImportPlan, _ party: RecordID?, _ rows: inout [RecordID: Int]
  ) -> Target {
    let place = Place(table: plan.name, row: row.number)
    let number = plan.text(ControlStatement.control, row)
    guard !number.isEmpty, let party else { return arrive(row, plan, party, title: "") }
    let catalogue = plan.text(ControlStatement.catalogue, row)
    switch controls.find(
      catalogue.isEmpty ? number : number + "@" + catalogue, of: party, assessment, context)
    {
    case .failure(let fault):
      // A catalogue that this program does not know may stand all the same.
      guard catalogue.isEmpty || context.catalogues[catalogue] != nil else {
        return arrive(row, plan, party, title: number)
      }
      self.fault(fault.words, place, column: head(.field(ControlStatement.control.field, party: nil), plan))
      return .bad()
    case .success(let found):
      guard found.count == 1 else {
        fault(
          ImportWords.oneControl(number), place,
          column: head(.field(ControlStatement.control.field, party: nil), plan))
        return .bad()
      }
      guard let statement = found[0].statement else {
        let target = arrive(row, plan, party, title: found[0].number)
        if case .new(let id, _, _) = target, let other = controls.state(found[0], as: id, row: row.number) {
          fault(ImportWords.twice(found[0].number, other), place)
          return .bad()
        }
        return target
      }
      if let other = rows.updateValue(row.number, forKey: statement) {
        fault(ImportWords.twice(assessment.label(of: statement), other), place)
        return .bad()
      }
      reading.arrivals.add(statement, plan.kind, label: plan.text(.label, row), title: "")
      return .there(statement, byLabel: false)
    }
  }

  // MARK: Whose

  /// As the row says, else as ordered, else the only party there is; nil when what it says is no party.
  private mutating func party(
    of row: ImportedTable.Row, _ plan: ImportPlan
  ) -> (record: RecordID?, isSaid: Bool)? {
    guard plan.kind.description.ownership != .joint else { return (nil, false) }
    let text = plan.text(.party, row)
    guard text.isEmpty else {
      return party(text, plan, Place(table: plan.name, row: row.number)).map { ($0, true) }
    }
    let participants = assessment.participants
    return (order.party ?? (participants.count == 1 ? participants[0] : nil), false)
  }

  private mutating func party(_ text: String, _ plan: ImportPlan, _ place: Place) -> RecordID? {
    if let known = parties[text] { return known }
    do throws(FieldProblem) {
      let party = try PartyReading.party(text, assessment)
      parties[text] = party
      return party
    } catch {
      fault(error.words, place, column: head(.party, plan))
      return nil
    }
  }

  /// The head of the column of a meaning.
  func head(_ meaning: ImportColumn.Meaning, _ plan: ImportPlan) -> String? {
    plan.place(of: meaning).map { plan.columns[$0].head }
  }
}
