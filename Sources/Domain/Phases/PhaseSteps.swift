/// The changes of one phase event on their way: each step is seen by those that follow it.
struct PhaseSteps {
  private(set) var changes: [Change] = []
  private var phases: PhaseTable

  init(_ phases: PhaseTable) {
    self.phases = phases
  }

  /// Where a party stands, all steps so far counted.
  func machine(_ party: RecordID, _ phase: Phase) -> PhaseMachine {
    PhaseMachine(phase, asFolded: phases.entry(party, phase))
  }

  mutating func set(_ id: RecordID, _ slot: Slot, from before: Value?, to after: Value?) {
    guard before != after else { return }
    changes.append(.set(id, slot, before: before, after: after))
  }

  mutating func step(
    _ machine: PhaseMachine, _ event: PhaseEventKind, _ party: RecordID, by: String? = nil,
    reason: String? = nil
  ) {
    let step = PhaseStep(
      party: party, phase: machine.phase, event: event, from: phases[party, machine.phase],
      to: machine.state, by: by, reason: reason)
    phases.apply(step)
    changes.append(.phase(step))
  }

  /// Makes a party's phase and its later ones stale where they are agreed.
  mutating func becomeStale(_ party: RecordID, from phase: Phase, reason: String? = nil) {
    for phase in [phase] + phase.later {
      var machine = machine(party, phase)
      guard case .moved = machine.becomeStale() else { continue }
      step(machine, .becomeStale, party, reason: reason)
    }
  }
}
