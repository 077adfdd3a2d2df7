import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Evaluation screen")
struct EvaluationScreenTests {
  @Test("large and small terminals look as they did", arguments: Language.allCases)
  func frames(_ language: Language) throws {
    var stage = try Stage(.cloud, language)
    stage.open(.evaluation)
    stage.press(.down)
    try Golden.check(stage.frame, "evaluation-csc-120-\(language.rawValue)")
    stage.show(party: nil)
    try Golden.check(stage.frame, "evaluation-all-120-\(language.rawValue)")
    var small = try Stage(.cloud, language, size: .small)
    small.open(.evaluation)
    small.show(party: "csp")
    small.press(.pageDown)
    try Golden.check(small.frame, "evaluation-csp-80-\(language.rawValue)")
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
    stage.type("y")
    #expect(stage.model.assessment[open, Disclosure.sufficient] == true)
    stage.type("u")
    #expect(stage.model.assessment[open, Disclosure.sufficient] != true)
  }
}
