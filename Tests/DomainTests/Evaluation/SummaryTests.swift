import Domain
import Testing

@Suite("Summary")
struct SummaryTests {
  @Test("counts risks, objectives and controls by how they stand")
  func counts() throws {
    var room = try Room()
    _ = try room.criteria()
    for step in [1, 2, 3, 4, 5] { _ = try room.risk(step, step) }
    try room.add(.risk, room.csc) { $0.set(Risk.event, "unrated") }
    let objective = try room.objective(.organization) { $0.set(Objective.comparison, .done) }
    _ = try room.objective(.organization)
    try room.add(.reading, room.csc) {
      $0.set(Reading.objective, objective)
      $0.set(Reading.value, 1)
    }
    try room.set(room.csp, Party.catalogues, ["list"])
    _ = try room.control("1.1", of: room.csp) { $0.set(ControlStatement.status, .implemented) }
    _ = try room.control("1.2", of: room.csp) { $0.set(ControlStatement.applicability, .excluded) }

    let summary = room.assessment.summary(room.context)
    #expect(summary.risks.map(\.count) == [2, 1, 0, 2])
    #expect(summary.risks.map(\.of.ja) == ["低", "中", "高", "極めて高い"])
    #expect(summary.unrated == 1 && summary.aboveLine == 2)
    #expect(summary.objectives.filter { $0.count > 0 }.map(\.of) == [.achieved, .unmeasured])
    #expect(summary.controls.filter { $0.count > 0 }.map(\.of) == [.implemented])
    #expect(summary.excludedControls == 1 && summary.undecidedControls == 2)
    #expect(room.assessment.summary(room.context, party: room.csp).risks.map(\.count) == [0, 0, 0, 0])
  }
}
