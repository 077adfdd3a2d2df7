/// Why a command was not carried out: the facts; the sentence is made where it is shown.
package enum Refusal: Error, Hashable, Sendable {
  /// Nothing may be changed here.
  case readOnly
  /// An auditor's walk: only findings and the walk's own records are written; nil where a phase would have moved.
  case audited(RecordID?)
  /// An auditor's walk: what was written down on it is not taken away.
  case keptByAudit(RecordID)
  case noSuchRecord(RecordID)
  case noSuchField(RecordKind, String)
  /// The value is not of the field's type or not among those allowed.
  case notAllowed(FieldDescription, Value)
  /// The field may not point to this record.
  case wrongTarget(FieldDescription, RecordID)
  /// The record would stand above itself.
  case cycle(RecordID, FieldDescription)
  /// A phase was agreed and holds the field.
  case locked(RecordID, FieldDescription, party: RecordID, phase: Phase, state: PhaseState)
  /// Other records point here.
  case pointedAt(RecordID, by: [RecordID])
  /// A record of this kind needs a party.
  case partyNeeded(RecordKind)
  /// A record of this kind belongs to all and to no single party.
  case jointOnly(RecordKind)
  /// There is already such a record.
  case duplicate(RecordKind, of: RecordID)
  /// Undo: a field no longer holds what the change left there.
  case changedSince(RecordID, FieldDescription)
  /// Undo: nothing of this person's is left to take back.
  case nothingToUndo
  case nothingToRedo
  /// Undo: phase events are not undone.
  case notUndoable(PhaseEventKind, phase: Phase)
  case phase(PhaseRefusal)
  case estimate(EstimateRefusal)
}

/// Why a phase did not move.
package struct PhaseRefusal: Hashable, Sendable {
  /// Which guard said no.
  package enum Guard: String, Sendable, CaseIterable {
    /// The event does not lead anywhere from the present state.
    case state
    /// The gate has blockers.
    case gate
    /// The party's own previous phase has not come far enough.
    case previousPhase
    /// The previous phase is not agreed by everyone who shares an agreement, pair, chain, control or disclosure.
    case circle
    /// The person may not agree for the party.
    case authority
    /// A reason is needed.
    case reason
    /// The party has no phases: it never comes, or it left.
    case participation
    /// Not every phase is jointly agreed.
    case cycleOpen
    /// Only joint records are amended.
    case notJoint
    /// Findings or chain steps of the leaving party are still open, or its assets not returned.
    case openMatters
  }

  package let event: PhaseEventKind
  package let phase: Phase?
  package let party: RecordID?
  package let guardName: Guard
  package let state: PhaseState?
  /// The gate's blockers, for `gate`.
  package let findings: [GateFinding]
  /// Whoever or whatever stands in the way, for the other guards.
  package let records: [RecordID]

  package init(
    _ event: PhaseEventKind, phase: Phase?, party: RecordID?, _ guardName: Guard, state: PhaseState? = nil,
    findings: [GateFinding] = [], records: [RecordID] = []
  ) {
    self.event = event
    self.phase = phase
    self.party = party
    self.guardName = guardName
    self.state = state
    self.findings = findings
    self.records = records
  }
}
