import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("A workshop by keys")
struct WorkshopTests {
  /// 2026-11-24, five in the morning.
  private static let begin = Moment(milliseconds: Int64(Stage.today.number) * 86_400_000 + 18_000_000)

  private static func moment(_ minutes: Int) -> Moment {
    Moment(milliseconds: begin.milliseconds + Int64(minutes) * 60_000)
  }

  private func stage(_ language: Language = .english, size: Size = .large) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    stage.send(.clockRead(Self.begin))
    stage.type("W")
    return stage
  }

  private func record(_ label: String, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  @Test("looks as it did, with an item running that is over its time", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.send(.clockRead(Self.begin))
    stage.type("W")
    try stage.select(record("AI-4", stage))
    stage.type("r")
    stage.send(.clockRead(Self.moment(8)))
    try stage.select(record("T-2", stage))
    try terminal.check(stage, "workshop")
    stage.send(.clockRead(Self.moment(23)))
    stage.type("4")
    try terminal.check(stage, "workshop-over-time")
  }

  @Test("an item runs against its box: minutes left in the header, a notice at the end, minutes taken kept")
  func timeBox() throws {
    var stage = try stage()
    #expect(stage.model.untilNextMinute == nil, "nothing runs, so nothing is waited for")
    let item = try record("AI-4", stage)
    try stage.select(item)
    stage.type("r")
    #expect(stage.model.untilNextMinute == 60_000)
    stage.send(.clockRead(Moment(milliseconds: Self.begin.milliseconds + 90_500)))
    #expect(stage.model.untilNextMinute == 29_500)
    #expect(stage.text.split(separator: "\n")[0].contains("Objectives of the p… 19 min"))
    stage.send(.clockRead(Self.moment(19)))
    #expect(stage.model.notice?.text.hasPrefix("Time is up") == false)
    stage.send(.clockRead(Self.moment(20)))
    #expect(stage.model.notice?.text.hasPrefix("Time is up: Objectives") == true)
    stage.press(.down)
    stage.send(.clockRead(Self.moment(23)))
    #expect(stage.model.notice == nil, "said once")
    #expect(stage.text.split(separator: "\n")[0].contains("-3 min"))
    try stage.select(item)
    stage.type("r")
    #expect(stage.model.assessment[item, AgendaItem.spent] == 23)
    #expect(stage.model.untilNextMinute == nil)
    stage.type("r")
    stage.send(.clockRead(Self.moment(25)))
    #expect(stage.model.assessment.timing(of: item, at: Self.moment(25)).elapsed == 25)
  }

  @Test("the bell rings only where it was asked for")
  func bell() throws {
    for isOn in [false, true] {
      var stage = try stage()
      if isOn {
        stage.type(":bell")
        stage.press(.enter)
      }
      let before = stage.orders.count(where: { $0 == .bell })
      stage.type(">")
      stage.send(.clockRead(Self.moment(21)))
      #expect(stage.orders.count(where: { $0 == .bell }) - before == (isOn ? 1 : 0))
    }
  }

  @Test("> takes up one point after the other and ends the one before; one undo takes a step back")
  func nextItem() throws {
    var stage = try stage()
    stage.type(">")
    #expect(stage.model.assessment.runningItem == (try record("AI-4", stage)))
    stage.send(.clockRead(Self.moment(15)))
    stage.type(">")
    #expect(stage.model.assessment.runningItem == (try record("AI-5", stage)))
    #expect(stage.model.assessment[try record("AI-4", stage), AgendaItem.spent] == 15)
    stage.type("u")
    #expect(stage.model.assessment.runningItem == (try record("AI-4", stage)))
    for _ in 0..<4 { stage.type(">") }
    #expect(stage.model.assessment.runningItem == nil)
    stage.type(">")
    #expect(stage.model.notice?.text.hasPrefix("The agenda is through") == true)
  }

  @Test("Shift and an arrow reorder the agenda of the day; the cursor stays on its point")
  func reordering() throws {
    var stage = try stage()
    let item = try record("AI-6", stage)
    try stage.select(item)
    stage.press(.shiftUp)
    let order = stage.model.assessment.agenda.map(stage.model.assessment.label(of:))
    #expect(order == ["AI-1", "AI-2", "AI-3", "AI-4", "AI-6", "AI-5", "AI-7"])
    #expect(stage.model.current == item)
    stage.press(.shiftDown)
    #expect(stage.model.assessment.agenda[5] == item)
  }

  @Test("one key says present, done, taken up, on the line or on all marked ones; the line stays in place")
  func ticking() throws {
    var stage = try stage()
    let (person, homework, parked) = try (
      record("PA-5", stage), record("T-2", stage), record("PK-1", stage)
    )
    try stage.select(person)
    stage.type("a")
    #expect(stage.model.assessment.daysPresent(person).contains(Stage.today))
    stage.type("a")
    #expect(stage.model.assessment.daysPresent(person) == [Stage.today.adding(-6)])
    try stage.select(homework)
    let line = stage.model.state.cursor
    stage.type(" a")
    #expect(stage.model.assessment[homework, ActionItem.doneOn] == Stage.today)
    #expect(stage.model.state.rows[line].record == homework)
    stage.press(.escape)
    try stage.select(parked)
    stage.type("a")
    #expect(stage.model.assessment[parked, ParkingItem.takenUpOn] == Stage.today)
  }

  @Test("n in each section writes a line of its kind")
  func lines() throws {
    var stage = try stage()
    let lines: [(beside: String, line: String, kind: RecordKind)] = [
      ("AI-7", "Close of the day min:5", .agendaItem), ("PA-8", "Sato @csp", .participant),
      ("DC-2", "Restore tests twice a year ^R-12", .decision),
      ("T-5", "Ask for the test report ^R-11 own:Utsusu due:2026-12", .actionItem),
      ("PK-2", "What about logs? ^R-20", .parkingItem),
    ]
    for (beside, line, kind) in lines {
      let before = stage.model.assessment.count(kind)
      try stage.select(record(beside, stage))
      stage.type("n" + line)
      stage.press(.enter)
      #expect(stage.model.assessment.count(kind) == before + 1, "\(stage.text)")
      stage.press(.escape)
    }
    let assessment = stage.model.assessment
    let homework = try #require(assessment.ids(.actionItem).last)
    #expect(assessment[homework, ActionItem.record] == (try record("R-11", stage)))
    #expect(assessment[homework, ActionItem.due]?.text == "2026-12-31")
    #expect(assessment[homework, ActionItem.owner].flatMap { assessment.title(of: $0) } == "Utsusu Ito")
    let item = try #require(assessment.ids(.agendaItem).last)
    #expect(assessment[item, AgendaItem.minutes] == 5)
    #expect(assessment[item, AgendaItem.day] == Stage.today)
    let person = try #require(assessment.ids(.participant).last)
    #expect(assessment.daysPresent(person) == [Stage.today])
  }

  @Test(
    "from any screen , and a letter note something about the record at hand, and the place stays",
    arguments: [
      ("p", RecordKind.parkingItem, "park"), ("d", .decision, "decide"), ("w", .actionItem, "homework"),
    ])
  func notes(_ letter: String, _ kind: RecordKind, _ name: String) throws {
    var stage = try stage()
    stage.type("4")
    stage.press(.down, .down)
    let risk = try #require(stage.model.current)
    let field = try #require(kind.description.field(named: "record"))
    for way in ["," + letter, ":" + name] {
      stage.type(way)
      if way.hasPrefix(":") { stage.press(.enter) }
      stage.type("Look at this again")
      stage.press(.enter)
      let made = try #require(stage.model.assessment.ids(kind).last)
      #expect(stage.model.assessment.title(of: made) == "Look at this again")
      #expect(stage.model.assessment.value(made, field.key) == .reference(risk))
      stage.press(.escape)
      #expect(stage.model.screen == .register && stage.model.current == risk)
    }
  }

  @Test("right goes from homework to its record, Backspace comes back, Enter edits")
  func links() throws {
    var stage = try stage()
    let homework = try record("T-4", stage)
    try stage.select(homework)
    stage.press(.right)
    #expect(stage.model.current == stage.model.assessment[homework, ActionItem.record])
    stage.press(.backspace)
    #expect(stage.model.current == homework)
    stage.press(.enter)
    #expect(stage.model.layers.count == 1)
  }

  @Test("the overview counts open homework, says what is due next, and Enter leads to it")
  func overview() throws {
    var stage = try stage()
    stage.type("0")
    #expect(stage.text.contains("open 4  overdue 1"))
    stage.press(.end, .up, .up, .enter)
    #expect(stage.model.screen == .workshop)
    #expect(stage.model.current == (try record("T-2", stage)))
  }

  @Test("another terminal sees the running item")
  func elsewhere() throws {
    var one = try stage()
    var other = try stage()
    one.type(">")
    let commands = other.model.assessment.beginning(
      try record("AI-4", other), at: Self.begin, today: Stage.today)
    let changes = try other.model.assessment.perform(commands, in: other.model.context)
    other.send(.changedElsewhere(changes))
    #expect(other.model.untilNextMinute == one.model.untilNextMinute)
    #expect(other.text.split(separator: "\n")[0] == one.text.split(separator: "\n")[0])
  }
}
