import Domain

/// Controls that treat the risks of a register, and what the assessment says to the whole act.
extension ImportReader {
  /// Takes what a row's controls say of its risk.
  ///
  /// - Returns: False when that is not understood, which was said.
  mutating func treat(
    _ risk: RecordID, _ row: ImportedTable.Row, _ plan: ImportPlan, _ byLabel: Bool,
    _ change: inout TableImport.Change
  ) -> Bool {
    let place = Place(table: plan.name, row: row.number)
    guard let column = plan.place(of: .controls) else { return true }
    let text = plan.text(.controls, row)
    let before = risk.isPending ? "" : ImportIndex.shown(ControlsColumn.text(risk, assessment))
    guard text != before, byLabel || !text.isEmpty else { return true }
    guard let party = risk.isPending ? reading.party : assessment.party(of: risk) else { return true }
    guard case .success(let named) = controls.find(text, of: party, assessment, context) else {
      if case .failure(let fault) = controls.find(text, of: party, assessment, context) {
        self.fault(fault.words, place, column: plan.columns[column].head)
      }
      return false
    }
    let standing = risk.isPending ? [] : ControlsColumn.statements(treating: risk, assessment)
    let added = named.filter { control in !standing.contains { control.statement == $0 } }
    let removed = byLabel ? standing.filter { id in !named.contains { $0.statement == id } } : []
    guard !added.isEmpty || !removed.isEmpty else { return true }
    for control in added {
      if let statement = controls.arriving(control) {
        arrivingTreatments[statement, default: []].append(risk)
      } else {
        run.treat(risk, with: control, line: controlRows.count, assessment, &reading.newcomers)
      }
    }
    controlRows.append(place)
    for statement in removed { untreated[statement, default: []].insert(risk) }
    change.controls = (before, text)
    return true
  }

  /// The act in parts that stand or fall on their own, each with its row.
  private func parts() -> [(commands: [Command], place: Place?)] {
    var run = run
    run.newcomers = reading.newcomers
    let all = run.parts
    var left = untreated
    var parts: [(commands: [Command], place: Place?)] = [(all[0], nil)]
    parts += zip(all.dropFirst(), births).map { ($0, $1) }
    for (part, lines) in zip(all.dropFirst(1 + births.count), run.linesOfControls) {
      parts.append((part.map { without(&left, $0) }, lines.first.map { controlRows[$0] }))
    }
    for (statement, risks) in left.sorted(by: { $0.key < $1.key }) {
      let rest = assessment[statement, ControlStatement.risks].filter { !risks.contains($0) }
      parts.append(([.set(statement, Slot(ControlStatement.risks.key), .references(rest))], nil))
    }
    for (statement, risks) in arrivingTreatments.sorted(by: { $0.key < $1.key }) {
      parts.append(([.set(statement, Slot(ControlStatement.risks.key), .references(risks))], nil))
    }
    return parts + sets.map { ($0.commands, $0.place) }
  }

  /// A control that treats new risks no longer treats those whose rows name it no more.
  private func without(_ left: inout [RecordID: Set<RecordID>], _ command: Command) -> Command {
    guard case .set(let statement, let slot, .references(let risks)?) = command,
      slot.key == ControlStatement.risks.key, let gone = left.removeValue(forKey: statement)
    else { return command }
    return .set(statement, slot, .references(risks.filter { !gone.contains($0) }))
  }

  /// Everything the act orders.
  var commands: [Command] { parts().flatMap(\.commands) }

  /// Asks what the assessment would refuse, and says where.
  mutating func judge() {
    let parts = parts()
    let refusals = assessment.refusals(of: parts.map(\.commands), in: context)
    guard !refusals.isEmpty else { return }
    var told: Set<String> = []
    for (part, refusal) in refusals.sorted(by: { $0.key < $1.key }) {
      let place = parts[part].place ?? Place(table: plans[0].name, row: 0)
      // What else a row wants rests on what was refused first.
      guard told.insert(place.table + "\u{0}\(place.row)").inserted else { continue }
      fault(Sentence.words(refusal, assessment), place)
      if refusal == .readOnly { return }
    }
  }
}
