/// A phase that holds a field.
package struct Lock: Hashable, Sendable {
  package let party: RecordID
  package let phase: Phase
  package let state: PhaseState
}

extension Assessment {
  /// The phase that locks a slot now; nil when it may be written.
  ///
  /// A party's own field is locked while that phase of the party is agreed or stale, and once the party has left
  /// whatever else it said; a field of a joint record while it is agreed for any party the record binds, an answer
  /// in it while agreed for the answering party.
  package func lock(on id: RecordID, _ slot: Slot) -> Lock? {
    guard let description = kind(of: id)?.description, description.field(slot.key) != nil else { return nil }
    return lock(on: id, description, description.lockingPhase(of: slot), answering: slot.party)
  }

  /// The phase that locks the record as a whole against removal; nil when it may go.
  package func lock(on id: RecordID) -> Lock? {
    guard let description = kind(of: id)?.description else { return nil }
    return lock(on: id, description, description.lockingPhase, answering: nil)
  }

  /// The phase that keeps a new record of this kind out; nil when it may come.
  package func lock(onNew kind: RecordKind, party: RecordID?) -> Lock? {
    party.flatMap { lock(of: $0, kind.description, kind.description.lockingPhase) }
  }

  private func lock(
    on id: RecordID, _ description: KindDescription, _ phase: Phase?, answering: RecordID?
  ) -> Lock? {
    if let own = description.kind == .party ? id : party(of: id) { return lock(of: own, description, phase) }
    guard let phase else { return nil }
    if let answering {
      let isGone = has(answering, Party.leftOn)
      return isGone ? lock(of: answering, description, phase) : lockOfJoint(answering, phase)
    }
    return parties(boundBy: id).lazy.compactMap { lockOfJoint($0, phase) }.first
  }

  private func lock(of party: RecordID, _ description: KindDescription, _ phase: Phase?) -> Lock? {
    if let phase = phase ?? description.phase, has(party, Party.leftOn) {
      return Lock(party: party, phase: phase, state: phases[party, phase])
    }
    guard let phase else { return nil }
    let state = phases[party, phase]
    return state == .agreed || state == .stale ? Lock(party: party, phase: phase, state: state) : nil
  }

  /// Who left holds nothing that others share.
  private func lockOfJoint(_ party: RecordID, _ phase: Phase) -> Lock? {
    guard phases[party, phase] == .agreed, !has(party, Party.leftOn) else { return nil }
    return Lock(party: party, phase: phase, state: .agreed)
  }
}
