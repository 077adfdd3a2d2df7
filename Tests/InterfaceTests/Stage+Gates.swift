import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// What tests of gate rules by keys need: a phase open again, a count of findings, a field written in its form.
extension Stage {
  init(_ worked: WorkedCase, reopened phase: Phase, on screen: ScreenID) throws {
    try self.init(worked, .english)
    try reopen(phase)
    open(screen)
  }

  /// How many findings of a rule stand at the gate of the party shown, or of another.
  func count(_ rule: String, _ phase: Phase, of key: String? = nil) throws -> Int {
    let party = try #require(key.map { model.assessment.party(key: $0) } ?? model.party)
    return model.assessment.gateFindings(party: party, phase: phase, model.context).count { $0.rule == rule }
  }

  mutating func select(_ label: String) throws {
    try select(try #require(model.assessment.record(labelled: label)))
  }

  /// Writes one field of the record under the cursor in its form; empty empties it.
  mutating func fill(_ field: String, _ text: String) {
    press(.character("e"), .control("f"))
    type(field)
    press(.enter, .end, .control("u"))
    type(text)
    press(.control("s"))
  }
}
