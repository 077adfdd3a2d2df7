import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Cells edited in place")
struct CellTests {
  private func stage() throws -> Stage {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csc")
    stage.open(.register)
    return stage
  }

  private func go(to name: String, _ stage: inout Stage) throws {
    let column = try #require(stage.model.gridColumns.firstIndex { $0.name == name })
    for _ in 0..<20 { stage.press(.left) }
    for _ in 0..<column { stage.press(.right) }
  }

  private func record(_ row: Int, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.state.rows[row].record)
  }

  @Test("Enter on the id opens the form, on a cell the cell; Enter saves, one undo takes it back")
  func enterOpens() throws {
    var stage = try stage()
    stage.press(.enter)
    #expect(stage.model.layers.last is FormLayer)
    stage.press(.escape)
    try go(to: "event", &stage)
    stage.press(.enter)
    #expect(stage.model.layers.last is CellLayer)
    stage.press(.control("u"))
    stage.type("説明を改めた事象")
    stage.press(.enter)
    let risk = try record(0, stage)
    #expect(stage.model.layers.isEmpty && stage.model.state.cursor == 0)
    #expect(stage.model.assessment[risk, Risk.event] == "説明を改めた事象")
    stage.type("u")
    #expect(stage.model.assessment[risk, Risk.event] != "説明を改めた事象")
  }

  @Test("Tab saves and opens the next cell that can be typed in, the arrows that of another line")
  func onward() throws {
    var stage = try stage()
    try go(to: "likelihood", &stage)
    stage.press(.enter, .control("u"), .character("5"), .tab)
    stage.press(.control("u"), .character("2"), .tab)
    let risk = try record(0, stage)
    #expect(stage.model.assessment[risk, Risk.likelihood] == 5)
    #expect(stage.model.assessment[risk, Risk.consequenceStep] == 2)
    #expect(stage.model.gridColumns[stage.model.state.column].name == "treatment", "the level is computed")
    stage.press(.escape)
    try go(to: "likelihood", &stage)
    stage.press(.enter, .control("u"), .character("1"), .down, .control("u"), .character("2"), .up)
    #expect(stage.model.assessment[risk, Risk.likelihood] == 1)
    let next = try record(1, stage)
    #expect(stage.model.assessment[next, Risk.likelihood] == 2)
    #expect(stage.model.state.cursor == 0 && stage.model.layers.last is CellLayer)
  }

  @Test("choices take digits as well as words; people are completed and new ones made")
  func choicesAndPeople() throws {
    var stage = try stage()
    try go(to: "treatment", &stage)
    stage.press(.enter, .control("u"), .character("2"), .character("4"), .enter)
    let risk = try record(0, stage)
    #expect(stage.model.assessment[risk, Risk.treatment]?.members == [.retain, .share])
    stage.press(.enter, .control("u"))
    stage.type("avo")
    stage.press(.tab, .enter)
    #expect(stage.model.assessment[risk, Risk.treatment]?.members == [.avoid])
    try go(to: "owner", &stage)
    stage.press(.enter, .control("u"))
    stage.type("新任者")
    stage.press(.enter)
    #expect(stage.model.assessment[risk, Risk.owner].flatMap(stage.model.assessment.title(of:)) == "新任者")
  }

  @Test("what is no value is said, and stays to be mended; Esc asks before it throws text away")
  func problems() throws {
    var stage = try stage()
    try go(to: "likelihood", &stage)
    let before = stage.model.assessment[try record(0, stage), Risk.likelihood]
    stage.press(.enter, .control("u"), .character("9"), .enter)
    #expect(stage.model.layers.count == 1 && stage.text.contains("not on the scale"))
    stage.press(.escape)
    #expect(stage.model.layers.count == 2)
    stage.type("n")
    #expect(stage.model.layers.count == 1)
    stage.press(.escape)
    stage.type("y")
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[try record(0, stage), Risk.likelihood] == before)
  }

  @Test("with marks a cell is edited in all of them as one act, and . repeats it on another")
  func marked() throws {
    var stage = try stage()
    try go(to: "owner", &stage)
    stage.press(.character(" "), .character(" "))
    stage.press(.enter)
    stage.type("共同担当")
    stage.press(.enter)
    let owners = try (0..<3).map { stage.model.assessment[try record($0, stage), Risk.owner] }
    let person = try #require(owners[0])
    #expect(stage.model.assessment.title(of: person) == "共同担当")
    #expect(owners[1] == person && owners[2] != person)
    stage.press(.escape)
    stage.type(".")
    #expect(stage.model.assessment[try record(2, stage), Risk.owner] == person)
    stage.type("uu")
    #expect(stage.model.assessment[try record(0, stage), Risk.owner] != person)
    #expect(stage.model.assessment[try record(1, stage), Risk.owner] != person)
  }

  @Test("the ditto key copies the cell above, into marked lines too")
  func copyDown() throws {
    var stage = try stage()
    try go(to: "likelihood", &stage)
    let above = stage.model.assessment[try record(0, stage), Risk.likelihood]
    stage.press(.down)
    stage.act([.set(try record(1, stage), Slot(Risk.likelihood.key), .integer(5))])
    stage.type("\"")
    #expect(stage.model.assessment[try record(1, stage), Risk.likelihood] == above)
    stage.press(.home)
    stage.type("\"")
    #expect(stage.model.notice != nil, "there is nothing above the first line")
  }

  @Test("computed cells say what they follow from and are not typed in")
  func notTyped() throws {
    var stage = try stage()
    try go(to: "level", &stage)
    stage.press(.enter)
    #expect(
      stage.model.layers.isEmpty && stage.model.notice?.text.contains("likelihood and consequence") == true)
  }

  @Test("looks as it did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csc")
    stage.open(.register)
    try go(to: "owner", &stage)
    stage.press(.down, .enter, .control("u"))
    stage.type(terminal.language == .japanese ? "試" : "C")
    try terminal.check(stage, "register-cell")
  }
}
