import Canvas
import Catalogues
import Domain
import Foundation
import Interface
import Testing

@Suite("What was typed is not lost")
struct NothingLostTests {
  private func register() throws -> Stage {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csc")
    stage.open(.register)
    return stage
  }

  private func openCell(_ name: String, _ stage: inout Stage) throws -> RecordID {
    let column = try #require(stage.model.gridColumns.firstIndex { $0.name == name })
    for _ in 0..<column { stage.press(.right) }
    stage.press(.enter)
    #expect(stage.model.layers.last is CellLayer)
    return try #require(stage.model.current)
  }

  @Test("a line that is not understood goes to the form as it stands, and to the lines given before")
  func lineToForm() throws {
    var stage = try register()
    let token = try #require(Risk.likelihood.field.tokens.first)
    stage.type("nbreach of the keys \(token)99")
    stage.press(.control("f"))
    #expect(stage.model.layers.last is FormLayer)
    #expect(stage.text.contains("breach of the keys") && stage.text.contains("99"))
    stage.press(.escape)
    stage.type("yn")
    stage.press(.up)
    #expect(stage.text.contains("breach of the keys \(token)99"))
  }

  @Test("text from the editor that cannot be saved stays in a form, and is saved where it can be")
  func fromTheEditor() throws {
    var stage = try register()
    let risk = try #require(stage.model.current)
    stage.send(.edited("no number", .field(risk, Slot(Risk.likelihood.key))))
    #expect(stage.model.layers.last is FormLayer)
    #expect(stage.text.contains("no number"))
    stage.press(.escape)
    stage.type("y")
    stage.send(.edited("from the editor", .field(risk, Slot(Risk.event.key))))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[risk, Risk.event] == "from the editor")
  }

  @Test("an editor left without a change leaves the cell as it was typed, another text is saved")
  func cellToEditor() throws {
    var stage = try register()
    let risk = try openCell("event", &stage)
    stage.type(" and more")
    stage.press(.control("e"))
    stage.send(.edited(nil, .form))
    #expect(stage.model.layers.last is CellLayer && stage.text.contains("and more"))
    stage.press(.control("e"))
    stage.send(.edited("written outside", .form))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[risk, Risk.event] == "written outside")
  }

  @Test("Esc and Ctrl-C ask before a comment goes, and Ctrl-C means no")
  func promptAsks() throws {
    var stage = try register()
    stage.type("c")
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty, "nothing was typed")
    stage.type("cwhat I saw")
    stage.press(.control("c"))
    #expect(stage.model.layers.last is ConfirmLayer)
    stage.press(.control("c"))
    #expect(stage.model.layers.last is PromptLayer && stage.text.contains("what I saw"))
    stage.press(.escape)
    stage.type("y")
    #expect(stage.model.layers.isEmpty)
  }

  @Test("completing keeps what stands behind the cursor")
  func completionKeepsTheRest() throws {
    var stage = try register()
    stage.type("f level>=high")
    stage.press(.home)
    stage.type("own")
    #expect(stage.text.contains("Tab "))
    stage.press(.tab)
    #expect(stage.text.contains("level>=high"))
  }

  @Test("a reading typed and cut off comes back as a reading")
  func readingComesBack() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    stage.type("r2")
    let kept = try #require(stage.model.unsavedText)
    var next = try Stage(.cloud, .english)
    next.open(.objectives)
    let isBack = next.model.restore(kept)
    #expect(isBack && next.model.layers.last is ReadingLayer)
    let before = next.model.assessment.count(.reading)
    next.press(.enter)
    #expect(next.model.assessment.count(.reading) == before + 1)
    let made = try #require(next.model.assessment.ids(.reading).last)
    #expect(next.model.assessment[made, Reading.value] == 2)
  }

  /// What the file beside the program's state would give back in another run.
  private func kept(_ stage: Stage) throws -> UnsavedText {
    let unsaved = try #require(stage.model.unsavedText)
    return try JSONDecoder().decode(UnsavedText.self, from: JSONEncoder().encode(unsaved))
  }

  @Test("what was typed comes back on the screen, for the party and at the record where it was typed")
  func comesBackInItsPlace() throws {
    var stage = try register()
    stage.press(.down, .down)
    let (party, risk) = (stage.model.party, try #require(stage.model.current))
    stage.type("nhalf a thought")
    var next = try Stage(.cloud, .english)
    let isBack = next.model.restore(try kept(stage))
    #expect(isBack && next.text.contains("half a thought"))
    #expect(next.model.screen == .register && next.model.party == party && next.model.current == risk)
  }

  @Test("a comment typed and cut off comes back as the question of its record")
  func commentComesBack() throws {
    var stage = try register()
    let risk = try #require(stage.model.current)
    stage.type("cwhat I saw")
    var next = try Stage(.cloud, .english)
    let isBack = next.model.restore(try kept(stage))
    #expect(isBack && next.text.contains("what I saw"))
    #expect(next.model.unsavedText == stage.model.unsavedText)
    next.press(.enter)
    let made = try #require(next.model.assessment.ids(.comment).last)
    #expect(next.model.assessment[made, Comment.record] == risk)
    #expect(next.model.assessment[made, Comment.text] == "what I saw")
    #expect(next.model.unsavedText == nil)
  }

  @Test("the reason why a phase is opened again, an answer's and a command come back where they were asked")
  func answersComeBack() throws {
    var phase = try Stage(.cloud, .english)
    phase.show(party: "csc")
    phase.open(.policy)
    phase.press(.character("<"))
    phase.type("measured wrongly")
    var answer = try Stage(.cyberspace, .english)
    try answer.reopen(.agreement)
    answer.open(.adoption)
    try answer.select(try #require(answer.model.assessment.record(labelled: "A-7")))
    answer.press(.enter)
    answer.type("na reason of ours")
    var command = try Stage(.cloud, .english)
    command.type(":moment of")
    for (stage, worked, text) in [
      (phase, WorkedCase.cloud, "measured wrongly"), (answer, .cyberspace, "a reason of ours"),
      (command, .cloud, "moment of"),
    ] {
      var next = try Stage(worked, .english)
      let isBack = next.model.restore(try kept(stage))
      #expect(isBack && next.text.contains(text), "\(text)")
      #expect(next.model.unsavedText == stage.model.unsavedText)
    }
  }

  @Test("a conclusion typed and cut off comes back in the walk it ends")
  func conclusionComesBack() throws {
    var stage = try Stage(.cloud, .english)
    stage.type("wn")
    let walk = try #require(stage.model.assessment.ids(.walk).last)
    stage.type("Xall as it should be")
    let unsaved = try kept(stage)
    var next = try Stage(.cloud, .english)
    next.model = Model(
      assessment: stage.model.assessment, context: next.model.context, language: .english, glyphs: .neutral,
      size: .large, isDemo: true)
    let isBack = next.model.restore(unsaved)
    #expect(isBack && next.model.screen == .walk && next.text.contains("all as it should be"))
    next.press(.enter)
    #expect(next.model.assessment[walk, Walk.conclusion] == "all as it should be")
  }

  @Test("what was typed about lines that nobody knows any more is kept, but asked of nothing else")
  func homelessAnswer() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.controls)
    let line = try #require(stage.model.state.rows.firstIndex { $0.depth == 1 && $0.record == nil })
    for _ in 0..<line { stage.press(.down) }
    stage.press(.enter)
    stage.type("xnothing is built here")
    let unsaved = try kept(stage)
    #expect(unsaved.answer?.texts == ["nothing is built here"])
    var next = try Stage(.cloud, .english)
    let isBack = next.model.restore(unsaved)
    #expect(!isBack && next.model.layers.isEmpty)
  }

  @Test("a field that others changed meanwhile is shown beside what was typed, and asked about")
  func changedMeanwhile() throws {
    var stage = try register()
    let risk = try openCell("event", &stage)
    let theirs: [Command] = [.set(risk, Slot(Risk.event.key), .text("theirs it is"))]
    stage.press(.control("u"))
    stage.type("ours it is")
    stage.act(theirs)
    stage.press(.enter)
    #expect(stage.model.layers.last is ConfirmLayer)
    #expect(stage.text.contains("theirs it is") && stage.text.contains("ours it is"))
    stage.type("n")
    #expect(stage.model.layers.last is CellLayer)
    #expect(stage.model.assessment[risk, Risk.event] == "theirs it is")
    stage.press(.enter)
    stage.type("y")
    #expect(stage.model.assessment[risk, Risk.event] == "ours it is" && stage.model.layers.isEmpty)
    // The form, of another field, asks nothing.
    stage.type("e")
    stage.press(.control("f"))
    stage.type(Risk.justification.field.words.en)
    stage.press(.enter)
    stage.type("for the form")
    stage.act(theirs)
    stage.press(.control("s"))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[risk, Risk.event] == "theirs it is")
  }

  @Test("an answer that is refused stays with its reason")
  func refusedAnswer() throws {
    var stage = try Stage(.cyberspace, .english)
    try stage.reopen(.agreement)
    stage.open(.adoption)
    let rule = try #require(stage.model.assessment.record(labelled: "A-7"))
    try stage.select(rule)
    stage.press(.enter)
    stage.type("n")
    #expect(stage.model.layers.last is AnswerLayer)
    stage.type("a reason of ours")
    stage.press(.enter)
    stage.type("2027-03")
    stage.model.context.looksOnly = true
    stage.press(.control("s"))
    #expect(stage.model.layers.last is AnswerLayer)
    #expect(stage.model.notice?.tone == .error && stage.text.contains("a reason of ours"))
  }
}
