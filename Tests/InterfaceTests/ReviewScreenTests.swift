import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Management review screen")
struct ReviewScreenTests {
  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.review)
    stage.press(.down)
    try terminal.check(stage, "review")
  }

  @Test("a review is held by n with top management present, and its inputs are recorded as they stood")
  func held() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.review)
    stage.show(party: "csp")
    let party = try #require(stage.model.party)
    #expect(stage.model.assessment.reviewOfThisCycle(party) == nil)
    #expect(stage.text.contains("No review was held"))
    stage.type("nReview of November")
    stage.press(.enter, .escape)
    let review = try #require(stage.model.assessment.reviewOfThisCycle(party))
    let head = try #require(stage.model.assessment[party, Party.topManagement])
    #expect(stage.model.assessment[review, ManagementReview.present] == [head])
    stage.type("I")
    let inputs = try #require(stage.model.assessment[review, ManagementReview.inputs])
    #expect(inputs.contains("d1) Nonconformities") && inputs.contains("F-3"))
    #expect(inputs.contains("g) Opportunities for improvement"))
  }

  @Test("decisions and actions hang on the review; an action is no input of its own review, but of the next")
  func outputs() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.review)
    let party = try #require(stage.model.party)
    let review = try #require(stage.model.assessment.reviewOfThisCycle(party))
    stage.press(.end)
    stage.type("nTest every restore twice a year due:2026-12-20")
    stage.press(.enter, .escape)
    let action = try #require(stage.model.assessment.ids(.actionItem).last)
    #expect(stage.model.assessment[action, ActionItem.record] == review)
    let inputs = ReviewInputs(stage.model.assessment, party: party, today: Stage.today)
    #expect(!inputs.items(.earlierActions).contains { $0.record == action })
    func inputsOfTheNext(_ assessment: Assessment) -> ReviewInputs {
      var later = assessment
      later.apply(.set(review, Slot(ManagementReview.cycle.key), before: nil, after: .integer(0)))
      return ReviewInputs(later, party: party, today: Stage.today)
    }
    let next = inputsOfTheNext(stage.model.assessment)
    #expect(next.items(.earlierActions).contains { $0.record == action && $0.tone == .open })
    try stage.select(action)
    stage.press(.end)
    stage.type("a")
    #expect(stage.model.assessment[action, ActionItem.doneOn] == Stage.today)
    let after = inputsOfTheNext(stage.model.assessment)
    #expect(after.items(.earlierActions).first { $0.record == action }?.tone == .good)
  }

  @Test("a decision stays with its review: the example names no other record, and neither can the line")
  func staysWithTheReview() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.review)
    let party = try #require(stage.model.party)
    let review = try #require(stage.model.assessment.reviewOfThisCycle(party))
    stage.press(.end)
    stage.type("n")
    #expect(!stage.text.contains("^"))
    let before = stage.model.assessment.count(.actionItem)
    stage.type("Test every restore ^R-1")
    stage.press(.enter)
    #expect(stage.model.assessment.count(.actionItem) == before)
    #expect(stage.text.contains("is \(stage.model.assessment.label(of: review)) here"))
    for _ in 0..<5 { stage.press(.backspace) }
    stage.press(.enter, .escape)
    let action = try #require(stage.model.assessment.ids(.actionItem).last)
    #expect(stage.model.assessment[action, ActionItem.record] == review)
    #expect(stage.model.state.rows.contains { $0.record == action })
  }

  @Test("taking back what was made leaves the cursor in its section")
  func undoStaysInItsSection() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.review)
    let lines = stage.model.state.rows
    let place = try #require(lines.indices.last { $0 < lines.count - 1 && lines[$0].record == nil })
    for _ in 0..<lines.count { stage.press(.up) }
    for _ in 0..<place { stage.press(.down) }
    let section = stage.model.state.current
    let kind = try #require(Screens.screen(.review).birth(stage.model)?.kind)
    stage.type("nTest twice a year")
    stage.press(.enter, .escape)
    #expect(stage.model.state.rows.count > lines.count || stage.model.current != nil)
    stage.type("u")
    #expect(Screens.screen(.review).birth(stage.model)?.kind == kind)
    #expect(stage.model.state.rows == lines && stage.model.state.current == section)
  }

  @Test("an action of the review is asked for under its own name, not as homework")
  func actionPrompt() throws {
    var stage = try Stage()
    stage.open(.review)
    stage.press(.end)
    stage.type("n")
    #expect(stage.text.contains("処置 " + stage.model.glyphs[.promptInput]))
  }

  @Test("an input leads to its record")
  func leads() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.review)
    let finding = try #require(stage.model.assessment.record(labelled: "F-1"))
    try stage.select(finding)
    stage.press(.enter)
    #expect(stage.model.screen == .evaluation && stage.model.current == finding)
  }
}
