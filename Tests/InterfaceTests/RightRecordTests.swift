import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("What is typed goes to the record meant")
struct RightRecordTests {
  private func register() throws -> Stage {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csc")
    stage.open(.register)
    return stage
  }

  @Test("a cell opens on the line it writes, and with a mark no other line follows")
  func markElsewhere() throws {
    var stage = try register()
    let column = try #require(stage.model.gridColumns.firstIndex { $0.name == "event" })
    let first = try #require(stage.model.current)
    stage.type(" ")
    stage.press(.down)
    for _ in 0..<column { stage.press(.right) }
    let other = try #require(stage.model.current)
    #expect(other != first)
    let before = stage.model.assessment[other, Risk.event]
    stage.press(.enter)
    #expect(stage.model.current == first)
    stage.press(.control("u"))
    stage.type("typed for the marked")
    stage.press(.down)
    #expect(stage.model.assessment[first, Risk.event] == "typed for the marked")
    #expect(stage.model.assessment[other, Risk.event] == before)
    #expect(stage.model.layers.isEmpty)
  }

  @Test("a reason typed for one risk of the rating run never becomes another's")
  func reasonStays() throws {
    var stage = try register()
    for risk in stage.model.assessment.ids(.risk) { stage.act([.removeAndUnlink(risk)]) }
    for number in 1...2 {
      var draft = Draft(.risk, party: stage.model.party)
      draft.set(Risk.event, "risk \(number)")
      stage.act([.create(draft)])
    }
    let risks = stage.model.assessment.ids(.risk)
    stage.press(.home)
    stage.type("rjbecause")
    stage.press(.enter)
    stage.type(" ")
    #expect(stage.text.contains("The reason typed is for"))
    stage.type("3344")
    #expect(stage.model.assessment[risks[0], Risk.justification] == "because")
    #expect(stage.model.assessment[risks[1], Risk.justification] == nil)
    #expect(stage.model.assessment[risks[1], Risk.likelihood] == 4)
  }

  @Test("marks stay behind with the party they were made for, and stay where all are shown")
  func marksOfParty() throws {
    var stage = try register()
    stage.type("  P")
    #expect(stage.model.marks.count == 2)
    stage.show(party: "csp")
    #expect(stage.model.marks.isEmpty)
    stage.open(.controls)
    stage.type(" ")
    #expect(stage.model.marks.count + stage.model.markedLines.count > 0)
    stage.show(party: "csc")
    #expect(stage.model.marks.isEmpty && stage.model.markedLines.isEmpty)
  }

  @Test("a picture that shows no marks takes none", arguments: [ScreenID.chain, .overview, .integration])
  func picturesWithoutMarks(_ screen: ScreenID) throws {
    var stage = try Stage(.cloud, .english)
    stage.open(screen)
    stage.type(" ")
    #expect(stage.model.marks.isEmpty && stage.model.notice?.tone == .warning)
    stage.type("*")
    #expect(stage.model.marks.isEmpty)
  }

  @Test("on the grid of rules n writes a rule of the agreement under the cursor")
  func ruleBeside() throws {
    var stage = try Stage(.cyberspace, .english)
    try stage.reopen(.agreement)
    stage.open(.adoption)
    let rule = try #require(stage.model.current)
    stage.type("nA rule of our own")
    stage.press(.enter)
    let made = try #require(stage.model.assessment.ids(.commitment).last)
    #expect(stage.model.assessment[made, Commitment.text] == "A rule of our own")
    #expect(
      stage.model.assessment[made, Commitment.agreement] == stage.model.assessment[rule, Commitment.agreement]
    )
  }

  @Test("steps whose places have gaps change places with their neighbours only")
  func sparsePlaces() throws {
    var stage = try Stage()
    stage.open(.chain)
    let chain = try #require(stage.model.assessment.ids(.riskChain).first)
    let steps = stage.model.assessment.steps(of: chain)
    stage.act([.removeAndUnlink(steps[0])])
    try stage.select(steps[2])
    stage.press(.shiftUp)
    #expect(stage.model.assessment.steps(of: chain) == [steps[2], steps[1], steps[3]])
    stage.press(.shiftDown, .shiftDown)
    #expect(stage.model.assessment.steps(of: chain) == [steps[1], steps[3], steps[2]])
    stage.press(.shiftDown)
    #expect(stage.model.notice?.tone == .warning)
  }

  @Test("a step made by a form goes to the end of its chain")
  func stepByForm() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csc")
    stage.open(.chain)
    let chain = try #require(stage.model.assessment.ids(.riskChain).first)
    let before = stage.model.assessment.steps(of: chain)
    stage.press(.character("N"), .control("f"))
    stage.type(ChainStep.event.field.words.en)
    stage.press(.enter)
    stage.type("one more event")
    stage.press(.control("s"))
    let after = stage.model.assessment.steps(of: chain)
    #expect(after.count == before.count + 1)
    let last = try #require(after.last)
    #expect(stage.model.assessment[last, ChainStep.event] == "one more event")
    #expect(stage.model.assessment[last, ChainStep.order] == before.count + 1)
  }

  @Test("the question before a removal says how many there are beyond those named")
  func howMany() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: nil)
    stage.open(.register)
    stage.type("*d")
    let count = stage.model.marks.count
    #expect(count > 6)
    #expect(stage.text.contains("+\(count - 6)"))
    stage.press(.control("c"))
    #expect(stage.model.layers.isEmpty && stage.model.assessment.count(.risk) >= count)
  }

  @Test("nobody consents to what others changed while the question stood")
  func consentToWhatWasSeen() throws {
    var stage = try register()
    var risk: RecordID?
    for row in stage.model.state.rows.indices where stage.model.layers.isEmpty {
      risk = stage.model.state.rows[row].record
      try stage.select(try #require(risk))
      stage.type("A")
    }
    #expect(stage.model.layers.last is ConfirmLayer)
    let one = try #require(risk)
    stage.act([.set(one, Slot(Risk.event.key), .text("quite another event"))])
    let before = stage.model.assessment.revision
    stage.type("y")
    #expect(stage.model.layers.isEmpty && stage.model.assessment.revision == before)
    #expect(stage.model.notice?.tone == .warning)
  }
}
