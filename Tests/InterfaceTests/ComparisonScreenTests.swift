import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Comparison of cycles")
struct ComparisonScreenTests {
  /// The cloud case in its second cycle: one control got further, one risk lower, a finding was made.
  private func second(_ stage: Stage) throws -> Stage {
    var stage = stage
    let before = CycleStanding(stage.model.assessment, today: Stage.today)
    let assessment = stage.model.assessment
    let head = try #require(assessment.head)
    stage.act([
      .set(head, Slot(AssessmentRecord.cycle.key), .integer(2)),
      .set(head, Slot(AssessmentRecord.periodFrom.key), .day(Stage.today)),
      .set(head, Slot(AssessmentRecord.periodTo.key), .day(Stage.today.adding(364))),
    ])
    let risk = try #require(assessment.record(labelled: "R-1"))
    let control = try #require(
      assessment.ids(.controlStatement).first {
        assessment[$0, ControlStatement.status] == .implemented
          && !assessment.has($0, ControlStatement.verifiedOn)
      })
    var finding = Draft(.finding, party: assessment.party(of: risk))
    finding.set(Finding.text, "Found anew")
    finding.set(Finding.grade, .majorNonconformity)
    finding.set(Finding.foundOn, Stage.today)
    stage.act([
      .set(risk, Slot(Risk.likelihood.key), .integer(1)),
      .set(control, Slot(ControlStatement.verifiedOn.key), .day(Stage.today)), .create(finding),
    ])
    stage.open(.comparison)
    stage.send(.cyclesRead([before]))
    return stage
  }

  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try second(terminal.stage())
    stage.press(.down)
    try terminal.check(stage, "comparison")
  }

  @Test("what changed stands there with both values: risks, controls, findings, and objectives always")
  func changes() throws {
    var stage = try second(Stage(.cloud, .english))
    stage.show(party: nil)
    let assessment = stage.model.assessment
    let shown = Set(stage.model.state.rows.compactMap(\.record))
    let risk = try #require(assessment.record(labelled: "R-1"))
    #expect(shown.contains(risk))
    #expect(shown.filter { assessment.kind(of: $0) == .risk } == [risk])
    #expect(shown.filter { assessment.kind(of: $0) == .controlStatement }.count == 1)
    #expect(shown.isSuperset(of: assessment.ids(.objective)))
    try stage.select(risk)
    stage.press(.enter)
    #expect(stage.model.screen == .register && stage.model.current == risk)
  }

  @Test("any two cycles are chosen; the same one twice is said to be so")
  func chosen() throws {
    var stage = try second(Stage(.cloud, .english))
    #expect(stage.text.contains("Cycle 1 and cycle 2"))
    stage.type("a")
    #expect(stage.text.contains("Twice the same cycle"))
    stage.type("b")
    #expect(stage.text.contains("Cycle 2 and cycle 1"))
    #expect(stage.text.contains("Risk levels"))
  }
}
