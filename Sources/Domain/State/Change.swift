/// One fact that a command brings about, as fine as the journal keeps it.
package enum Change: Hashable, Sendable {
  /// A record came into being, or a removed one came back.
  case created(RecordID, kind: RecordKind, number: UInt32, party: RecordID?)
  /// One field changed; before and after, nil for absent. Equal values are not a change.
  case set(RecordID, Slot, before: Value?, after: Value?)
  /// A record was taken away; its values stay in the journal and come back with it.
  case removed(RecordID)
  /// A phase of a party moved.
  case phase(PhaseStep)
}

/// One (party, phase) going from one state to another, with who, why and by which event.
package struct PhaseStep: Hashable, Sendable {
  package let party: RecordID
  package let phase: Phase
  package let event: PhaseEventKind
  package let from: PhaseState
  package let to: PhaseState
  /// Who agreed or decided, as named; nil where nobody was asked.
  package let by: String?
  package let reason: String?

  package init(
    party: RecordID, phase: Phase, event: PhaseEventKind, from: PhaseState, to: PhaseState, by: String? = nil,
    reason: String? = nil
  ) {
    self.party = party
    self.phase = phase
    self.event = event
    self.from = from
    self.to = to
    self.by = by
    self.reason = reason
  }
}

extension Change {
  /// The record a fact is about; nil for phases.
  package var record: RecordID? {
    switch self {
    case .created(let id, _, _, _), .set(let id, _, _, _), .removed(let id): id
    case .phase: nil
    }
  }

  /// What takes this change back.
  package func inverse(in assessment: Assessment) -> Change? {
    switch self {
    case .created(let id, _, _, _): .removed(id)
    case .set(let id, let slot, let before, let after): .set(id, slot, before: after, after: before)
    case .removed(let id):
      assessment.kind(of: id).map {
        .created(
          id, kind: $0, number: assessment.labelNumber(of: id) ?? 0, party: assessment.party(of: id))
      }
    case .phase: nil
    }
  }
}

extension Assessment {
  /// Folds one fact in. Facts are not judged: guards stand before the journal, never behind it.
  package mutating func apply(_ change: Change) {
    revision += 1
    switch change {
    case .created(let id, let kind, let number, let party):
      if self.kind(of: id) == nil {
        insert(id, kind: kind, number: number, party: party)
      } else if !exists(id) {
        setRemoved(id, false)
      }
      noteForPhases(id, nil)
    case .set(let id, let slot, _, let after):
      write(after, to: id, slot)
      noteForPhases(id, slot)
    case .removed(let id):
      if exists(id) { setRemoved(id, true) }
      noteForPhases(id, nil)
    case .phase(let step):
      phases.apply(step)
    }
  }
}
