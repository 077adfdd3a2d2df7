import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Trace")
struct TraceScreenTests {
  @Test("who answers for a record is named once")
  func responsible() throws {
    var stage = try Stage()
    let risk = try #require(
      stage.model.assessment.ids(.risk).first { stage.model.assessment.has($0, Risk.owner) })
    stage.model.jump(to: risk)
    stage.type("_")
    let owner = stage.model.assessment[risk, Risk.owner]
    #expect(stage.model.state.rows.count { $0.record == owner } == 1)
  }

  @Test("folding where nothing is traced yet does nothing")
  func nothingToFold() throws {
    var stage = try Stage()
    stage.open(.trace)
    stage.send(.noticed(Notice("")))
    #expect(stage.model.state.rows.isEmpty)
    stage.type("zhlz")
    stage.press(.enter, .left, .right)
    #expect(stage.model.screen == .trace && stage.model.state.rows.isEmpty)
  }

  @Test("a risk between its reasons and its controls looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    try stage.traceRisk()
    try terminal.check(stage, "trace-risk")
  }

  @Test("nothing traced says how to begin", arguments: Language.allCases)
  func empty(_ language: Language) throws {
    var empty = try Stage(.cloud, language, size: .small)
    empty.open(.trace)
    try Golden.check(empty.frame, "trace-empty-80-\(language.rawValue)")
  }

  @Test("Enter walks on from a line, Backspace walks back, Enter on the root goes to its screen")
  func walking() throws {
    var stage = try Stage()
    try stage.traceRisk()
    let risk = try #require(stage.model.focus)
    stage.press(.down, .down, .enter)
    let next = try #require(stage.model.focus)
    #expect(next != risk)
    #expect(stage.model.state.cursor == 0)
    stage.press(.backspace)
    #expect(stage.model.focus == risk)
    stage.press(.home, .enter)
    #expect(stage.model.screen == .register)
    #expect(stage.model.current == risk)
  }

  @Test("^ asks why a record is here, _ who makes sure of it; asked again, both are answered")
  func twoQuestions() throws {
    var stage = try Stage(.cloud, .english)
    try stage.traceRisk()
    let risk = try #require(stage.model.focus)
    stage.type("4")
    try stage.select(risk)
    stage.type("^")
    #expect(stage.model.screen == .trace && stage.model.focus == risk)
    #expect(stage.text.contains("Why is this here?") && !stage.text.contains("Down: who"))
    stage.type("_")
    #expect(stage.text.contains("Who makes sure of this?") && !stage.text.contains("Up: why"))
    #expect(stage.text.contains("Down: who makes sure of it"))
    stage.type("_")
    #expect(stage.text.contains("Up: why it is here"))
  }

  @Test("left folds a branch and goes up, right unfolds; z folds all and unfolds all")
  func folding() throws {
    var stage = try Stage(.cloud, .english)
    try stage.traceRisk()
    let all = stage.model.state.rows.count
    stage.press(.down, .down, .left)
    #expect(stage.model.state.rows.count < all)
    let branch = stage.model.current
    stage.press(.right)
    #expect(stage.model.state.rows.count == all && stage.model.current == branch)
    stage.press(.right)
    #expect(stage.model.current != branch)
    stage.press(.left, .left)
    #expect(stage.model.state.folded.count == 1 || stage.model.current == branch)
    stage.model.state.folded = []
    stage.type("z")
    #expect(stage.model.state.rows.count < all)
    stage.type("z")
    #expect(stage.model.state.rows.count == all)
  }

  @Test("; walks through the links that are broken, each in words")
  func broken() throws {
    var stage = try Stage(.cloud, .english)
    let objective = try #require(stage.model.assessment.ids(.objective).last)
    var draft = Draft(.objective, party: stage.model.assessment.party(of: objective))
    draft.set(Objective.statement, "AIMLESS")
    stage.act([.create(draft)])
    stage.show(party: nil)
    stage.open(.trace)
    let count = stage.model.assessment.brokenLinks().count
    #expect(count > 0)
    var seen: Set<RecordID> = []
    for _ in 0..<count {
      stage.type(";")
      #expect(stage.model.notice?.text.isEmpty == false)
      if let focus = stage.model.focus { seen.insert(focus) }
    }
    #expect(seen.count == count)
  }
}

extension Stage {
  /// `t` on a risk that has controls.
  mutating func traceRisk() throws {
    let assessment = model.assessment
    let risk = try #require(
      assessment.ids(.risk).first { !assessment.sources(of: $0, via: ControlStatement.risks).isEmpty })
    model.jump(to: risk)
    type("t")
    #expect(model.screen == .trace)
  }
}
