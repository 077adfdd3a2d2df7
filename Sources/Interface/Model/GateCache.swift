package import Domain

/// Gate findings as far as they were looked at since the last change, so that a frame never runs a gate.
package struct GateCache: Sendable {
  private var found: [PhaseTable.Key: [GateFinding]] = [:]

  package init() {}

  package func findings(_ party: RecordID, _ phase: Phase) -> [GateFinding]? {
    found[PhaseTable.Key(party, phase)]
  }

  mutating func forget() { found = [:] }

  mutating func remember(_ findings: [GateFinding], _ party: RecordID, _ phase: Phase) {
    found[PhaseTable.Key(party, phase)] = findings
  }
}

extension Model {
  /// What stands between a party's phase and its agreement, found once per change.
  package func findings(_ party: RecordID, _ phase: Phase) -> [GateFinding] {
    gates.findings(party, phase) ?? assessment.gateFindings(party: party, phase: phase, context)
  }

  /// The findings the gate pane shows: of the phase in front, or on screens across phases of all phases begun,
  /// for the party shown or all of them.
  package var shownFindings: [GateFinding] {
    let parties = party.map { [$0] } ?? assessment.participants
    let phases = screen.phase.map { [$0] } ?? Phase.allCases
    var seen: Set<GateFinding> = []
    return parties.flatMap { party in
      phases.filter { screen.phase != nil || assessment.phases[party, $0] != .notStarted }
        .flatMap { findings(party, $0) }
    }.filter { seen.insert($0).inserted }
  }

  /// Finds what the frame to come needs to know of the gates.
  mutating func prepareGates() {
    let phases = screen.phase.map { [$0] } ?? Phase.allCases
    for party in party.map({ [$0] }) ?? assessment.participants where assessment.participates(party) {
      for phase in phases where gates.findings(party, phase) == nil {
        if screen.phase == nil, assessment.phases[party, phase] == .notStarted { continue }
        gates.remember(assessment.gateFindings(party: party, phase: phase, context), party, phase)
      }
    }
  }
}
