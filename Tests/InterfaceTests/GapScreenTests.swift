import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Shared responsibility and its gaps")
struct GapScreenTests {
  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.gap)
    stage.show(party: nil)
    stage.type("/12.3.1")
    stage.press(.enter)
    try terminal.check(stage, "gap")
  }

  @Test("] leads there from the statement of applicability, except where there is only one organisation")
  func offered() throws {
    var stage = try Stage(.cloud, .english)
    stage.type("5]")
    #expect(stage.model.screen == .gap)
    var single = try Stage(.single, .english)
    single.type("5]")
    #expect(single.model.screen == .controls)
  }

  @Test(
    "what one party leaves to another that does not declare it stands first, and is gone once that is decided"
  )
  func gapFiresAndClears() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.gap)
    stage.show(party: nil)
    let open = stage.model.assessment.sharedControls(stage.model.context).filter { $0.gap?.isOpen == true }
    #expect(!open.isEmpty)
    let first = try #require(stage.model.state.rows.dropFirst().first?.record)
    let number = try #require(stage.model.assessment[first, ControlStatement.control])
    #expect(open.contains { $0.anchor == first })
    stage.press(.enter)
    #expect(stage.model.screen == .controls)
    #expect(stage.text.contains(number))
    stage.press(.enter)
    stage.type("ar5")
    stage.press(.enter)
    let after = stage.model.assessment.sharedControls(stage.model.context)
    #expect(!after.contains { $0.anchor == first && $0.gap == .unanswered })
  }

  @Test("e opens the statement of whoever has to act, at what is to be written")
  func writes() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.gap)
    stage.show(party: nil)
    let unsaid = try #require(
      stage.model.assessment.sharedControls(stage.model.context).first { $0.gap == .unsaid })
    try stage.select(try #require(unsaid.anchor))
    stage.type("e")
    stage.type("Redundant lines")
    stage.press(.control("s"))
    let provided = try #require(unsaid.provided)
    #expect(stage.model.assessment[provided, ControlStatement.provided] == "Redundant lines")
    let after = stage.model.assessment.sharedControls(stage.model.context)
    #expect(!after.contains { $0.anchor == unsaid.anchor && $0.gap == .unsaid })
  }

  @Test("the gaps of the screen are those that C4 finds, whatever else does not fit")
  func agreesWithTheGate() throws {
    let stage = try Stage(.cloud, .english)
    let assessment = stage.model.assessment
    let shared = assessment.sharedControls(stage.model.context)
    let silent = Set(shared.filter { $0.gap == .unanswered || $0.gap == .unnamed }.compactMap(\.anchor))
    let found = assessment.ids(.party).flatMap {
      assessment.gateFindings(party: $0, phase: .controls, stage.model.context)
    }.filter { $0.rule == "C4" }.compactMap(\.record)
    #expect(silent == Set(found))
  }
}
