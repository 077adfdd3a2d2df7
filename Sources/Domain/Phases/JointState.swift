extension Assessment {
  /// Where all parties together stand in a phase.
  package struct JointState: Hashable, Sendable {
    /// `agreed` only when every participating party agreed; `stale` if any is; else the least advanced.
    package let state: PhaseState
    /// How many participating parties agreed.
    package let agreedCount: Int
    /// How many participate.
    package let total: Int
  }

  /// The joint state of a phase; not started when nobody participates.
  package func jointState(of phase: Phase) -> JointState {
    let states = participants.map { phases[$0, phase] }
    let agreed = states.count { $0 == .agreed }
    let state: PhaseState =
      states.contains(.stale)
      ? .stale : PhaseState.allCases.first(where: states.contains) ?? .notStarted
    return JointState(state: state, agreedCount: agreed, total: states.count)
  }

  /// What `>` would do to a party's phase: nil when it is agreed, or when the party has no phases.
  package func nextEvent(for party: RecordID, _ phase: Phase) -> PhaseEventKind? {
    guard participates(party) else { return nil }
    return switch phases[party, phase] {
    case .notStarted: .begin
    case .inProgress: .submit
    case .inReview: .agree
    case .agreed: nil
    case .stale: .confirm
    }
  }
}
