package import Domain

/// What a person may take back and bring back, read off the journal's tail; nothing of it is kept in memory, so it
/// works across restarts and beside other terminals.
package enum UndoStack {
  /// The opening entry of the actor's latest batch that is not taken back; nil when there is none, or only the act
  /// that founded the workspace.
  package static func toUndo(by actor: String, in history: some History) throws -> Entry? {
    var settled: Set<EntryID> = []
    var taken: Set<EntryID> = []
    return try latest(of: actor, in: history) { act in
      switch mark(act) {
      case .undone(let batch): if settled.insert(batch).inserted { taken.insert(batch) }
      case .redone(let batch): settled.insert(batch)
      case nil: return taken.contains(act.id) ? .goOn : .found
      }
      return .goOn
    }
  }

  /// The opening entry of the mark whose batch can be brought back; nil when the actor changed something since, or
  /// took nothing back.
  package static func toRedo(by actor: String, in history: some History) throws -> EntryID? {
    var settled: Set<EntryID> = []
    let found = try latest(of: actor, in: history) { act in
      switch mark(act) {
      case .undone(let batch): return settled.insert(batch).inserted ? .found : .goOn
      case .redone(let batch): settled.insert(batch)
      case nil: return .none
      }
      return .goOn
    }
    guard let found, case .undone(let batch) = mark(found) else { return nil }
    return batch
  }

  /// The opening entry of one of the actor's batches; nil if there is none of that id.
  package static func act(_ batch: EntryID, of actor: String, in history: some History) throws -> Entry? {
    try latest(of: actor, in: history) { $0.id == batch ? .found : .goOn }
  }

  private enum Step {
    case goOn
    case found
    case none
  }

  private static func latest(
    of actor: String, in history: some History, _ judge: (Entry) -> Step
  ) throws -> Entry? {
    var before = Int64.max
    while true {
      let page = try history.acts(of: actor, before: before, limit: 64)
      for act in page {
        switch judge(act) {
        case .goOn: continue
        case .found: return act
        case .none: return nil
        }
      }
      guard page.count == 64, let last = page.last else { return nil }
      before = last.seq
    }
  }

  private static func mark(_ act: Entry) -> Marker? {
    guard case .marker(let marker) = act.fact else { return nil }
    return marker
  }
}

extension Batch {
  /// Whether it made the workspace what it is: such an act is not taken back.
  package var isFounding: Bool {
    entries.contains { $0.kind == .created && $0.recordKind == RecordKind.assessment.rawValue }
  }

  /// Whether it began a phase by its first entry.
  package var beginsPhase: Bool { entries.contains { $0.phaseStep?.event == .beginByItself } }

  /// What takes the batch back in the state as it is now, latest first; a phase that others wrote in since stays
  /// begun.
  ///
  /// - Throws: `notUndoable` for phase events, `EstimateRefusal.revealStands` for a reveal,
  ///   `nothingToUndo` for the founding of the workspace.
  package func inverse(in assessment: Assessment, others: [Entry] = []) throws(Refusal) -> [Change] {
    guard !isFounding else { throw .nothingToUndo }
    let begun = assessment.phases(touchedBy: others)
    var changes: [Change] = []
    for entry in entries.reversed() {
      guard let change = try entry.inverse(in: assessment, begun: begun) else { continue }
      changes.append(change)
    }
    return changes
  }

  /// What brings the batch back, in its order; a phase is begun again only where nobody began it meanwhile.
  package func repetition(in assessment: Assessment) -> [Change] {
    entries.compactMap(\.change).filter { change in
      guard case .phase(let step) = change else { return true }
      return assessment.phases[step.party, step.phase] == step.from
    }
  }
}

extension Entry {
  fileprivate func inverse(
    in assessment: Assessment, begun: Set<PhaseTable.Key>
  ) throws(Refusal) -> Change? {
    if kind == .revealed, let record { throw .estimate(.revealStands(record)) }
    guard kind == .phase else { return change?.inverse(in: assessment) }
    guard let step = phaseStep else { throw .nothingToUndo }
    guard step.event == .beginByItself else { throw .notUndoable(step.event, phase: step.phase) }
    let key = PhaseTable.Key(step.party, step.phase)
    guard assessment.phases[step.party, step.phase] == .inProgress, !begun.contains(key) else { return nil }
    return .phase(
      PhaseStep(
        party: step.party, phase: step.phase, event: .beginByItself, from: .inProgress, to: .notStarted))
  }
}

extension Assessment {
  /// The phases in whose records or fields entries wrote.
  fileprivate func phases(touchedBy entries: [Entry]) -> Set<PhaseTable.Key> {
    var keys: Set<PhaseTable.Key> = []
    for entry in entries {
      guard entry.kind != .phase, let record = entry.record, let description = kind(of: record)?.description
      else { continue }
      let field = entry.field.flatMap(description.field(named:))
      guard let phase = field.map({ description.lockingPhase(of: $0) }) ?? description.phase else { continue }
      for party in entry.slotParty.map({ [$0] }) ?? parties(boundBy: record) {
        keys.insert(PhaseTable.Key(party, phase))
      }
    }
    return keys
  }
}
