import Domain
import Interface

extension Stage {
  /// Opens a phase again for everybody who agreed it, so that its fields can be written.
  mutating func reopen(_ phase: Phase) throws {
    for party in model.assessment.participants where model.assessment.phases[party, phase] == .agreed {
      let event = PhaseEvent.reopen(phase, party: party, by: "tester", reason: "test")
      let changes = try model.assessment.perform([.phase(event)], in: model.context)
      send(.changedElsewhere(changes))
    }
  }
}
