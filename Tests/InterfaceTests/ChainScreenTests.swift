import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The chain's screen")
struct ChainScreenTests {
  @Test("the story looks as it did", arguments: FourSizes.all)
  func story(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.chain)
    stage.press(.down, .down)
    try terminal.check(stage, "chain")
  }

  @Test("the table of the talk looks as it did", arguments: FourSizes.two)
  func table(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.chain)
    stage.press(.character("b"), .down, .down)
    try terminal.check(stage, "chain-table")
  }

  @Test("the table holds the talk's five rows for both parties, and what they share out")
  func tableHoldsTheTalk() throws {
    var stage = try Stage(.cloud, .japanese, size: Size(columns: 200, rows: 50))
    stage.open(.chain)
    stage.press(.character("b"))
    let text = stage.text
    for word in [
      "分担", "対象", "サービスの使用可能性（Availability）を基準（Criteria）以上とする", "異なるサービス間の整合性",
      "① データ破壊に依るシステム停止", "② CSCにバックアップデータを提供した", "アクセス制御不備", "Vendor lock-in",
      "CSPが提供するシステムにおいてシステム停止が発生し、再開ができない", "O-3 ⟷ O-8",
    ] {
      #expect(text.contains(word), "\(word)")
    }
    stage.press(.character("b"))
    #expect(!stage.text.contains("分担  CSC") && stage.text.contains("連絡"))
  }

  @Test("a table higher than its room moves with the cursor, and its last step shows its end")
  func tableScrolls() throws {
    var stage = try Stage(.cloud, .english, size: .small)
    stage.open(.chain)
    stage.press(.character("b"))
    #expect(stage.text.contains("Object assessed"))
    stage.press(.down, .down, .down, .down)
    #expect(stage.text.contains("Consequence") && !stage.text.contains("Object assessed  "))
    #expect(stage.text.contains("CSC Sample Trading"), "the heads stay")
  }

  @Test("steps change places by keys, and the cursor stays on the one that moved")
  func reordering() throws {
    var stage = try Stage()
    stage.open(.chain)
    let chain = try #require(stage.model.assessment.ids(.riskChain).first)
    let before = stage.model.assessment.steps(of: chain)
    try stage.select(before[1])
    stage.press(.shiftDown)
    #expect(stage.model.assessment.steps(of: chain) == [before[0], before[2], before[1], before[3]])
    #expect(stage.model.current == before[1])
    stage.press(.shiftUp, .shiftUp)
    #expect(stage.model.assessment.steps(of: chain) == [before[1], before[0], before[2], before[3]])
    #expect(stage.model.current == before[1])
  }

  @Test(
    "where lanes would be too narrow to read, every step is told in one column, the cursor's always in view")
  func manyParties() throws {
    var stage = try Stage(.cyberspace, .english, size: .small)
    let assessment = stage.model.assessment
    let chain = try #require(
      assessment.ids(.riskChain).max {
        Set(assessment.steps(of: $0).compactMap(assessment.party(of:))).count
          < Set(assessment.steps(of: $1).compactMap(assessment.party(of:))).count
      })
    let lanes = Set(assessment.steps(of: chain).compactMap(assessment.party(of:)))
    try #require(lanes.count > 2)
    stage.open(.chain)
    for step in assessment.steps(of: chain) {
      try stage.select(step)
      let event = try #require(assessment[step, ChainStep.event])
      #expect(stage.text.contains(event.prefix(24)), "\(event)")
    }
  }

  @Test("R makes the risk of a step out of its event, and ties it to the step, as one act")
  func riskOfStep() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.chain)
    let chain = try #require(stage.model.assessment.ids(.riskChain).first)
    stage.press(.character("R"))
    #expect(stage.model.layers.isEmpty, "on the chain itself there is no step")
    stage.press(.character("n"))
    stage.type("The restore is given up @csc")
    stage.press(.enter, .escape)
    let step = try #require(stage.model.assessment.steps(of: chain).last)
    try stage.select(step)
    #expect(stage.text.contains("no risk"))
    stage.press(.character("R"))
    stage.type("l2 c4")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty, "one step has one risk: the line closes")
    let risk = try #require(stage.model.assessment[step, ChainStep.risk])
    #expect(stage.model.assessment[risk, Risk.event] == "The restore is given up")
    #expect(stage.model.assessment.party(of: risk) == stage.model.assessment.party(of: step))
    #expect(stage.model.assessment.level(risk) == 8)
    stage.press(.character("u"))
    #expect(stage.model.assessment[step, ChainStep.risk] == nil && !stage.model.assessment.exists(risk))
  }

  @Test("what is missing of who was told is named, piece by piece")
  func missingTelling() throws {
    var stage = try Stage(.cloud, .english, size: .large)
    stage.open(.chain)
    let step = try #require(stage.model.assessment.record(labelled: "ST-3"))
    stage.act([.set(step, Slot(ChainStep.told.key), .text("service desk"))])
    #expect(["missing:", "When", "How"].allSatisfy(stage.text.contains))
    stage.act([
      .set(step, Slot(ChainStep.toldOn.key), .text("at once")),
      .set(step, Slot(ChainStep.toldHow.key), .text("by telephone")),
    ])
    #expect(!stage.text.contains("missing"))
  }
}
