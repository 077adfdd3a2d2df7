import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Evaluation screen")
struct EvaluationScreenTests {
  @Test("the page of the monthly meeting looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.evaluation)
    stage.press(.down, .left)
    try terminal.check(stage, "evaluation")
  }

  @Test("all parties and a long list look as they did", arguments: FourSizes.two)
  func further(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.evaluation)
    stage.show(party: nil)
    stage.press(.end)
    try terminal.check(stage, "evaluation-all")
  }

  @Test("n makes what the section holds, with what follows from the line")
  func birthFollowsSection() throws {
    var stage = try Stage()
    stage.open(.evaluation)
    stage.show(party: nil)
    let finding = try #require(stage.model.assessment.ids(.finding).first)
    try stage.select(finding)
    #expect(Screens.screen(.evaluation).birth(stage.model)?.kind == .finding)
    let action = try #require(stage.model.assessment.ids(.correctiveAction).first)
    try stage.select(action)
    let birth = try #require(Screens.screen(.evaluation).birth(stage.model))
    #expect(birth.kind == .correctiveAction)
    #expect(birth.defaults[Slot(CorrectiveAction.finding.key)] != nil)
  }

  @Test("a service level that nobody measured is no success, here or among the inputs of a review")
  func unmeasured() throws {
    var stage = try Stage()
    try stage.reopen(.agreement)
    let party = try #require(stage.model.assessment.party(key: "csp"))
    stage.act([
      .create(
        Draft(
          .commitment, party: nil,
          values: [
            Slot(Commitment.text.key): .text("応答時間"), Slot(Commitment.kind.key): .choice("serviceLevel"),
          ]))
    ])
    let clause = try #require(stage.model.assessment.ids(.commitment).last)
    let inputs = ReviewInputs(stage.model.assessment, party: party, today: Stage.today)
    let item = try #require(inputs.items(.measurements).first { $0.record == clause })
    #expect(item.tone == .open && item.state.ja == "測定値なし")
    stage.open(.evaluation)
    #expect(stage.model.state.groups[0].contains(clause))
    try stage.select(clause)
    #expect(stage.text.contains("測定値なし"))
  }

  @Test("on a heading under which nothing is made n says where it is")
  func nothingMade() throws {
    var stage = try Stage()
    stage.open(.evaluation)
    stage.press(.home)
    stage.type("n")
    #expect(stage.model.notice?.text == "この行では作成できません。下の行で n を押すと測定値を記録できます。")
    #expect(stage.text.contains("要対応") && !stage.text.contains("✓ 対応なし"))
  }

  @Test("a reading is taken from a number typed on the line of its objective")
  func reading() throws {
    var stage = try Stage()
    stage.open(.evaluation)
    let objective = try #require(stage.model.assessment.ids(.objective).first)
    try stage.select(objective)
    let before = stage.model.assessment.count(.reading)
    stage.type("r3.5")
    stage.press(.enter)
    #expect(stage.model.assessment.count(.reading) == before + 1)
    let reading = try #require(stage.model.assessment.ids(.reading).last)
    #expect(stage.model.assessment[reading, Reading.value] == 3.5)
    #expect(stage.model.assessment[reading, Reading.objective] == objective)
  }

  @Test("a disclosure is reviewed with a question before it, and undone whole")
  func disclosureReviewed() throws {
    var stage = try Stage()
    stage.open(.evaluation)
    let assessment = stage.model.assessment
    let open = try #require(
      assessment.ids(.disclosure).first {
        assessment[$0, Disclosure.sufficient] != true
      })
    try stage.select(open)
    stage.type("A")
    #expect(stage.model.assessment[open, Disclosure.sufficient] != true)
    stage.type("1")
    stage.type("read with care")
    stage.press(.enter)
    #expect(stage.model.assessment[open, Disclosure.sufficient] == true)
    #expect(stage.model.assessment[open, Disclosure.reviewNote] == "read with care")
    #expect(stage.model.assessment[open, Disclosure.reviewedOn] == Stage.today)
    stage.type("u")
    #expect(stage.model.assessment[open, Disclosure.sufficient] != true)
  }

  @Test("a service level's month is chosen sideways; a reading and a finding go to its period")
  func months() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.evaluation)
    let clause = try #require(stage.model.assessment.record(labelled: "A-3"))
    try stage.select(clause)
    let today = Stage.today
    let periods = stage.model.assessment.servicePeriods(of: clause, today: today)
    let missed = try #require(
      periods.first { $0.status == .missed && !stage.model.assessment.hasFinding($0, on: clause) })
    stage.press(.character("F"))
    stage.type("Below the level for a month grade:minor")
    stage.press(.enter, .escape)
    let finding = try #require(stage.model.assessment.ids(.finding).last)
    let reading = try #require(stage.model.assessment[finding, Finding.record])
    let raised = try #require(
      stage.model.assessment.servicePeriods(of: clause, today: today).first {
        $0.readings.contains(reading)
      })
    #expect(raised.status == .missed && raised.from >= missed.from)
    #expect(stage.model.assessment.hasFinding(raised, on: clause))
    #expect(stage.model.assessment[finding, Finding.source] == .measurement)
    #expect(stage.model.assessment.cycle(of: finding) == 1)
  }

  @Test("dates and values pasted on a line are its readings, without a header, as one act")
  func pastedColumn() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.evaluation)
    let objective = try #require(stage.model.assessment.record(labelled: "O-2"))
    try stage.select(objective)
    let before = stage.model.assessment.count(.reading)
    stage.press(.character("r"))
    stage.send(.terminal(.paste("2026-08-31\t99.91\n2026-09-30\t99.95\n2026-10-31\t99.99\n")))
    #expect(stage.model.assessment.count(.reading) == before, "a preview comes first")
    #expect(stage.text.contains("99.95"))
    stage.press(.enter)
    let readings = stage.model.assessment.ids(.reading).suffix(3)
    #expect(stage.model.assessment.count(.reading) == before + 3)
    #expect(readings.map { stage.model.assessment[$0, Reading.value] } == [99.91, 99.95, 99.99])
    #expect(readings.allSatisfy { stage.model.assessment[$0, Reading.objective] == objective })
    stage.type("u")
    #expect(stage.model.assessment.count(.reading) == before)
  }

  @Test("what relies on audit information is chosen at once, and its age is shown there")
  func reliance() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.evaluation)
    let disclosure = try #require(stage.model.assessment.record(labelled: "D-1"))
    try stage.select(disclosure)
    stage.type("+*")
    stage.press(.enter)
    let assessment = stage.model.assessment
    let offered = assessment.supportable(
      by: try #require(assessment.party(of: disclosure)), for: assessment[disclosure, Disclosure.to])
    #expect(!offered.isEmpty && Set(assessment.reliance(on: disclosure)).isSuperset(of: offered))
    let control = try #require(offered.last)
    stage.open(.controls)
    try stage.select(control)
    #expect(stage.text.contains("Rests on audit information"))
    #expect(stage.text.contains("valid to"))
  }

  @Test("a corrective action is done, then judged, with who judged it")
  func effectiveness() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.evaluation)
    let action = try #require(stage.model.assessment.record(labelled: "CA-1"))
    try stage.select(action)
    stage.type("Ay")
    #expect(stage.model.assessment[action, CorrectiveAction.doneOn] == Stage.today)
    #expect(stage.model.assessment[action, CorrectiveAction.effectiveness] == nil)
    stage.type("A2")
    stage.type("it happened again")
    stage.press(.enter)
    #expect(stage.model.assessment[action, CorrectiveAction.effectiveness] == .ineffective)
    #expect(stage.model.assessment[action, CorrectiveAction.reviewNote] == "it happened again")
  }
}
