import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The projector")
struct ProjectorTests {
  private func projected(_ stage: inout Stage, _ screen: ScreenID) {
    stage.open(screen)
    stage.type(":projector")
    stage.press(.enter)
  }

  @Test("a risk and the matrix look as they did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csp")
    projected(&stage, .register)
    try terminal.check(stage, "projector-risk")
    stage.press(.escape)
    projected(&stage, .matrix)
    try terminal.check(stage, "projector-matrix")
  }

  @Test("nothing stands beside the risk, arrows lead to the next, Esc leads back")
  func alone() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    projected(&stage, .register)
    let first = try #require(stage.model.current)
    #expect(stage.text.contains(try #require(stage.model.assessment[first, Risk.event]).prefix(20)))
    #expect(!stage.text.contains("Gate of phase") && !stage.text.contains("1 Agreement"))
    stage.press(.down)
    let second = try #require(stage.model.current)
    #expect(second != first && stage.model.layers.count == 1)
    #expect(stage.text.contains(stage.model.assessment.label(of: second)))
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty && stage.model.current == second)
  }

  @Test("behind its name stands for whose eyes it is, by key or name; an unknown one is refused")
  func byName() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    for name in ["csc", "CSC", "Sample Trading"] {
      stage.open(.register)
      stage.type(":projector \(name)")
      stage.press(.enter)
      #expect(stage.model.audience?.party == stage.model.assessment.party(key: "csc"))
      #expect(stage.text.contains("for CSC Sample Trading"))
      stage.press(.escape)
    }
    stage.type(":projector nobody")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty && stage.text.contains("use csc, csp"))
  }

  @Test("what a party may not see is left out and counted, and shown again when the projector is left")
  func audience() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    projected(&stage, .register)
    let risk = try #require(stage.model.current)
    let event = try #require(stage.model.assessment[risk, Risk.event]).prefix(20)
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    let hidden = stage.model.shownRisks.first {
      !Audience(party: csc, stage.model.assessment).sees($0, stage.model.assessment)
    }
    let secret = try #require(hidden)
    while stage.model.current != secret { stage.press(.down) }
    stage.press(.character("p"))
    #expect(stage.text.contains("for CSC Sample Trading") && stage.text.contains("risks left out"))
    #expect(stage.model.current != secret, "the first that may be seen comes up")
    #expect(!stage.text.contains(try #require(stage.model.assessment[secret, Risk.event]).prefix(20)))
    stage.press(.character("p"), .character("p"), .home)
    #expect(stage.text.contains(event))
    stage.press(.character("p"), .escape)
    #expect(stage.model.audience == nil)
  }
}
