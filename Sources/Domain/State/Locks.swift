/// A phase that holds a field.
package struct Lock: Hashable, Sendable {
  package let party: RecordID
  package let phase: Phase
  package let state: PhaseState
}

extension Assessment {
  /// The phase that locks a slot now; nil when it may be written.
  ///
  /// A party's own field is locked while that phase of the party is agreed or stale; a field of a joint record
  /// while it is agreed for any party the record binds, an answer in it while agreed for the answering party.
  package func lock(on id: RecordID, _ slot: Slot) -> Lock? {
    guard let description = kind(of: id)?.description, let field = description.field(slot.key) else {
      return nil
    }
    return lock(on: id, phase: description.lockingPhase(of: field), answering: slot.party)
  }

  /// The phase that locks the record as a whole against removal; nil when it may go.
  package func lock(on id: RecordID) -> Lock? {
    lock(on: id, phase: kind(of: id)?.description.phase, answering: nil)
  }

  /// The phase that keeps a new record of this kind out; nil when it may come.
  package func lock(onNew kind: RecordKind, party: RecordID?) -> Lock? {
    guard let party, let phase = kind.description.phase, phase != .evaluation else { return nil }
    let state = phases[party, phase]
    return state == .agreed || state == .stale ? Lock(party: party, phase: phase, state: state) : nil
  }

  private func lock(on id: RecordID, phase: Phase?, answering: RecordID?) -> Lock? {
    guard let phase else { return nil }
    if let own = party(of: id) {
      let state = phases[own, phase]
      return state == .agreed || state == .stale ? Lock(party: own, phase: phase, state: state) : nil
    }
    for party in answering.map({ [$0] }) ?? parties(boundBy: id) where phases[party, phase] == .agreed {
      return Lock(party: party, phase: phase, state: .agreed)
    }
    return nil
  }
}
