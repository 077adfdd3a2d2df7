import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Looking at the past")
struct PastTests {
  /// The worked case as it was before its first risk was renamed.
  private func stage(_ language: Language = .japanese, size: Size = .large) throws -> (Stage, RecordID) {
    var stage = try Stage(.cloud, language, size: size)
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    stage.model.jump(to: risk)
    let then = stage.model.assessment
    stage.act([.set(risk, Slot(Risk.event.key), .text("NEW NAME"))])
    stage.look(at: then, seq: 40)
    return (stage, risk)
  }

  @Test("every screen shows the past and says so in its first line", arguments: Screens.all.map(\.id))
  func marked(_ screen: ScreenID) throws {
    for (language, mark) in [(Language.japanese, "過去 2026-11-20 05:00"), (.english, "PAST 2026-11-20 05:00")]
    {
      for size in [Size.small, .large] {
        var (stage, _) = try stage(language, size: size)
        stage.open(screen)
        let first = stage.text.split(separator: "\n", omittingEmptySubsequences: false)[0]
        #expect(first.contains(mark), "\(screen)")
      }
    }
  }

  @Test("the past is shown, the present comes back with L, cursor and screen where they were")
  func thereAndBack() throws {
    var (stage, risk) = try stage()
    #expect(stage.model.assessment[risk, Risk.event] != "NEW NAME")
    #expect(stage.model.present[risk, Risk.event] == "NEW NAME")
    #expect(stage.model.current == risk && !stage.text.contains("NEW NAME"))
    stage.type("L")
    #expect(stage.model.past == nil && stage.model.current == risk)
    #expect(stage.text.contains("NEW NAME") && !stage.model.context.readOnly)
    stage.type("L")
    #expect(stage.model.notice?.text.contains("現在") == true)
  }

  @Test("nothing can be changed there, and the refusal names the moment and the way back")
  func readOnly() throws {
    var (stage, risk) = try stage()
    let before = stage.model.assessment[risk, Risk.event]
    for key: Character in ["n", "N", "e", "d", "u", "c", "A", "F", ">", "<", "E", "!"] {
      stage.press(.escape)
      stage.type(String(key))
      #expect(stage.model.layers.allSatisfy { !($0 is EntryLayer) && !($0 is FormLayer) }, "\(key)")
    }
    stage.model.layers = []
    stage.type("e")
    #expect(stage.model.notice?.text.contains("2026-11-20 05:00") == true)
    #expect(stage.model.notice?.text.contains("L で現在") == true)
    stage.act([.set(risk, Slot(Risk.event.key), .text("SMUGGLED"))])
    #expect(stage.model.assessment[risk, Risk.event] == before)
    stage.type("L")
    #expect(stage.model.assessment[risk, Risk.event] == "NEW NAME")
  }

  @Test("deadlines are seen from the day of the moment, and the clock goes on meanwhile")
  func day() throws {
    var (stage, _) = try stage()
    #expect(stage.model.context.today == Stage.today.adding(-4))
    stage.model.turn(to: Stage.today.adding(1))
    #expect(stage.model.context.today == Stage.today.adding(-4))
    stage.type("L")
    #expect(stage.model.context.today == Stage.today.adding(1))
  }

  @Test("what others change meanwhile is in the present one comes back to")
  func othersGoOn() throws {
    var (stage, risk) = try stage()
    var context = stage.model.context
    context.readOnly = false
    let changes = try stage.model.withPresent { assessment, _ in
      try assessment.perform([.set(risk, Slot(Risk.cause.key), .text("OTHERS"))], in: context)
    }
    stage.send(.changedElsewhere(changes))
    #expect(!stage.text.contains("OTHERS"))
    stage.type("L")
    #expect(stage.model.assessment[risk, Risk.cause] == "OTHERS")
    #expect(stage.text.contains("OTHERS"))
  }

  @Test("@ on a line of the history asks for its moment, ( and ) for the acts beside it")
  func orders() throws {
    var (stage, risk) = try stage()
    stage.type("L")
    stage.model.jump(to: risk)
    stage.type("o")
    let change = HistoryChange.change(.set(risk, Slot(Risk.cause.key), before: nil, after: .text("x")))
    let at = LocalTime(Stage.today, second: 8 * 3600)
    stage.send(
      .historyRead([HistoryLine(seq: 77, at: at, actor: "佐藤", record: risk, change: change)], of: risk))
    stage.type("@")
    #expect(stage.orders.last == .readPast(.act(of: 77)))
    stage.type("(")
    #expect(stage.orders.last == .readPast(.act(of: 77)))
    stage.look(at: stage.model.assessment, seq: 77)
    stage.type("(")
    #expect(stage.orders.last == .readPast(.before(act: 77)))
    stage.type(")")
    #expect(stage.orders.last == .readPast(.after(act: 77)))
  }

  @Test("= shows what is otherwise now: new, changed with its fields, gone; = again leads back")
  func difference() throws {
    var (stage, risk) = try stage(.english)
    stage.type("L")
    let owner = try #require(stage.model.assessment.party(of: risk))
    let then = stage.model.assessment
    var draft = Draft(.risk, party: owner)
    draft.set(Risk.event, "CAME LATER")
    let gone = try #require(stage.model.assessment.ids(.actionItem).last)
    stage.act([.create(draft), .removeAndUnlink(gone), .set(risk, Slot(Risk.cause.key), .text("WHY"))])
    stage.look(at: then, seq: 41)
    stage.model.showParty(nil)
    stage.type("=")
    #expect(stage.model.screen == .difference)
    let text = stage.text
    #expect(text.contains("CAME LATER") && text.contains("Risk, new") && text.contains("gone"))
    #expect(text.contains("→ WHY"))
    try stage.select(risk)
    stage.press(.left)
    #expect(!stage.text.contains("→ WHY"))
    stage.press(.right)
    #expect(stage.text.contains("→ WHY"))
    stage.type("=")
    #expect(stage.model.screen == .register)
  }

  @Test("then and now, and the past overview, look as they did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    let then = stage.model.assessment
    let party = try #require(stage.model.assessment.party(of: risk))
    var draft = Draft(.risk, party: party)
    draft.set(Risk.event, terminal.language == .japanese ? "復旧手順が古い" : "Restore procedure is out of date")
    stage.act([.create(draft), .set(risk, Slot(Risk.likelihood.key), .integer(2))])
    stage.look(at: then, seq: 40)
    stage.type("0=")
    try terminal.check(stage, "difference")
    stage.type("0")
    try terminal.check(stage, "overview-past")
  }

  @Test("a closed cycle is named as such; leaving the last screen leaves the past and not the program")
  func closedCycle() throws {
    var stage = try Stage()
    stage.look(at: stage.model.assessment, seq: 40, closedCycle: 1)
    #expect(stage.text.contains("過去 第1期の締め"))
    stage.open(.overview)
    stage.type("q")
    #expect(stage.model.past == nil && stage.orders.isEmpty)
  }
}

extension Stage {
  /// A past state as a file would give it, of 2026-11-20 05:00.
  mutating func look(at state: Assessment, seq: Int64, closedCycle: Int? = nil) {
    let at = Moment(milliseconds: 1_795_150_800_000)
    let moment = PastMoment(seq: seq, at: at, actor: "佐藤", closedCycle: closedCycle)
    send(.pastRead(PastState(state, at: moment, isLatest: false), at: LocalTime(at, ahead: 0)))
  }
}
