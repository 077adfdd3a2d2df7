/// What the guards of `PhaseMachine` need to know of the world.
///
/// Facts that cost much to find out are asked for only once all guards before them have let the event pass.
package struct PhaseFacts {
  /// The party has phases: present or represented, and not gone.
  package var participates = true
  /// The party itself, for the refusal; nil where no one party is meant.
  package var party: RecordID?
  /// The party's own state in the phase before; nil for the first phase.
  package var previous: PhaseState?
  /// Who of the circle has not agreed the phase before; empty for the first phase.
  package var circleBehind: () -> [RecordID] = { [] }
  /// Blockers of the gate as it stands now.
  package var blockers: () -> [GateFinding] = { [] }
  /// Whoever is named may agree in the party's name.
  package var hasAuthority = true
  /// Who may, for the refusal.
  package var authorities: [RecordID] = []
  package var reason = ""
  /// A joint record, not a party's own.
  package var isJoint = true
  /// Who has not agreed some phase of this cycle.
  package var cycleBehind: [RecordID] = []

  package init() {}

  /// The first of the guards that says no, in the order given; nil when all let the event pass.
  func firstObstacle(
    of guards: [PhaseRefusal.Guard], previous allowed: Set<PhaseState> = []
  ) -> PhaseMachine.Obstacle? {
    for name in guards {
      if let obstacle = obstacle(name, allowed) { return obstacle }
    }
    return nil
  }

  private func obstacle(
    _ name: PhaseRefusal.Guard, _ allowed: Set<PhaseState>
  ) -> PhaseMachine.Obstacle? {
    var obstacle = PhaseMachine.Obstacle(guardName: name)
    let own = party.map { [$0] } ?? []
    switch name {
    case .participation:
      obstacle.records = own
      return participates ? nil : obstacle
    case .reason: return reason.allSatisfy(\.isWhitespace) ? obstacle : nil
    case .authority:
      obstacle.records = authorities
      return hasAuthority ? nil : obstacle
    case .previousPhase:
      obstacle.records = own
      return previous.map(allowed.contains) ?? true ? nil : obstacle
    case .circle:
      obstacle.records = circleBehind()
      return obstacle.records.isEmpty ? nil : obstacle
    case .gate:
      obstacle.findings = blockers()
      return obstacle.findings.isEmpty ? nil : obstacle
    case .cycleOpen:
      obstacle.records = cycleBehind
      return cycleBehind.isEmpty ? nil : obstacle
    case .notJoint: return isJoint ? nil : obstacle
    case .state, .openMatters: return nil
    }
  }
}
