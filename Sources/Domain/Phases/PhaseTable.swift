/// The phases of all parties as the journal tells them: a fold, it decides nothing.
package struct PhaseTable: Sendable, Equatable {
  /// One party in one phase.
  package struct Key: Hashable, Sendable {
    package let party: RecordID
    package let phase: Phase

    package init(_ party: RecordID, _ phase: Phase) {
      self.party = party
      self.phase = phase
    }
  }

  /// What is remembered of one party in one phase.
  package struct Entry: Sendable, Equatable {
    package var state = PhaseState.notStarted
    /// It was agreed at least once; of the evaluation a closing forgets it.
    package var agreedBefore = false
    /// Who submitted it last; nil if nobody was named.
    package var submittedBy: String?
    /// Who agreed or confirmed it last.
    package var agreedBy: String?
    /// Records whose fields of this phase changed since the last agreement.
    package var changed: Set<RecordID> = []

    package init() {}
  }

  package private(set) var entries: [Key: Entry] = [:]
  /// Some phase was agreed at some time, so that changes must be noted.
  private(set) var notesChanges = false

  package init() {}

  package subscript(party: RecordID, phase: Phase) -> PhaseState {
    entries[Key(party, phase)]?.state ?? .notStarted
  }

  /// Everything remembered of a party in a phase.
  package func entry(_ party: RecordID, _ phase: Phase) -> Entry {
    entries[Key(party, phase)] ?? Entry()
  }

  /// Puts back what a projection kept.
  package mutating func restore(_ entry: Entry, at key: Key) {
    entries[key] = entry
    notesChanges = notesChanges || entry.agreedBefore
  }

  mutating func apply(_ step: PhaseStep) {
    var entry = entry(step.party, step.phase)
    entry.state = step.to
    switch step.event {
    case .submit: entry.submittedBy = step.by
    case .agree, .confirm:
      entry.agreedBy = step.by
      entry.agreedBefore = true
      entry.changed = []
      notesChanges = true
    case .closeCycle:
      entry.changed = []
      entry.submittedBy = nil
      if step.to == .notStarted { entry.agreedBefore = false }
    case .begin, .beginByItself, .sendBack, .reopen, .amend, .leave, .becomeStale: break
    }
    entries[Key(step.party, step.phase)] = entry
  }

  mutating func noteChange(of record: RecordID, for party: RecordID, _ phase: Phase) {
    entries[Key(party, phase)]?.note(record)
  }
}

extension PhaseTable.Entry {
  fileprivate mutating func note(_ record: RecordID) {
    if agreedBefore { changed.insert(record) }
  }
}

extension Assessment {
  /// Remembers that a record changed, for the parties whose agreement rested on it; a nil slot is the whole record.
  ///
  /// Every entry of the journal passes here when it is folded: before the first agreement nothing is looked up.
  mutating func noteForPhases(_ id: RecordID, _ slot: Slot?) {
    guard phases.notesChanges, let description = kind(of: id)?.description,
      let phase = description.lockingPhase(of: slot)
    else { return }
    if let party = slot?.party ?? party(of: id) {
      phases.noteChange(of: id, for: party, phase)
    } else {
      for party in parties(boundBy: id) { phases.noteChange(of: id, for: party, phase) }
    }
  }
}
