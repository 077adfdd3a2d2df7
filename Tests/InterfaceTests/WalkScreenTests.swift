import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The auditor's walk")
struct WalkScreenTests {
  @Test("looks as it did, planned and under way", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csp")
    stage.press(.character("w"))
    try terminal.check(stage, "walk-planned")
    try stage.walkToFirstRisk()
    stage.type("a" + "2025?")
    stage.press(.enter)
    stage.press(.escape)
    try terminal.check(stage, "walk-risk")
  }

  @Test("control by control, the plan in front", arguments: FourSizes.two)
  func controls(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csp")
    stage.type("we")
    stage.press(.right)
    try terminal.check(stage, "walk-plan")
    stage.press(.enter)
    stage.press(.down)
    try terminal.check(stage, "walk-controls")
  }

  @Test("begun, it writes down the rule, the seed and what was drawn, and drawing again draws the same")
  func begin() throws {
    var stage = try Stage()
    stage.show(party: "csp")
    stage.type("wn")
    let assessment = stage.model.assessment
    let walk = try #require(assessment.ids(.walk).first)
    #expect(assessment[walk, Walk.seed] == 20_261_124)
    #expect(assessment[walk, Walk.rule] == .seed)
    #expect(assessment[walk, Walk.auditor] == "tester")
    let plan = WalkPlan(auditee: assessment.party(key: "csp"), seed: 20_261_124)
    #expect(
      assessment[walk, Walk.sample] == Itinerary(plan, assessment, Catalogues.shelf).rows(assessment))
    #expect(stage.model.context.access == .audit)
  }

  @Test(
    "Enter keeps what was shown and goes on; what was asked waits for its answer; a finding points to its stop"
  )
  func stops() throws {
    var stage = try Stage()
    stage.show(party: "csp")
    stage.press(.character("w"))
    try stage.walkToFirstRisk()
    let place = try #require(stage.model.walkPlace)
    stage.type("aWhen?")
    stage.press(.enter)
    let stop = try #require(stage.model.assessment.ids(.walkStop).first)
    #expect(stage.model.assessment[stop, WalkStop.asked] == "When?")
    #expect(stage.model.assessment[stop, WalkStop.record] == place.record)
    stage.type("In May")
    stage.press(.enter)
    #expect(stage.model.assessment[stop, WalkStop.answered] == "In May")
    stage.press(.enter)
    #expect(stage.model.walkPlace != place)
    #expect(stage.model.assessment.count(.walkStop) == 1)
    stage.press(.up)
    stage.type("FNever tested grade:minor")
    stage.press(.enter)
    let finding = try #require(stage.model.assessment.ids(.finding).last)
    #expect(stage.model.assessment[finding, Finding.stop] == stop)
    #expect(stage.model.assessment[finding, Finding.record] == place.record)
    #expect(stage.model.assessment[finding, Finding.grade] == .minorNonconformity)
    #expect(stage.model.assessment[finding, Finding.source] == .audit)
  }

  @Test("a question that could not be kept comes back as it was typed, and no answer is asked for it")
  func failedQuestion() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.press(.character("w"))
    try stage.walkToFirstRisk()
    stage.type("aWhen was it tested?")
    let effects = stage.model.update(.terminal(.key(.enter)))
    guard case .perform(_, .walk)? = effects.first else {
      Issue.record("nothing was to be kept")
      return
    }
    #expect(stage.model.layers.isEmpty)
    _ = stage.model.update(.performed(.failed("The file is busy."), .walk))
    #expect(stage.model.layers.count == 1)
    #expect(stage.text.contains("When was it tested?") && stage.text.contains("The file is busy."))
    stage.press(.enter)
    let stop = try #require(stage.model.assessment.ids(.walkStop).first)
    #expect(stage.model.assessment[stop, WalkStop.asked] == "When was it tested?")
    #expect(stage.model.layers.count == 1, "now the answer is asked for")
  }

  @Test("a walk that did not begin, or that is gone, holds nobody, on any screen")
  func notBegun() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.press(.character("w"))
    _ = stage.model.update(.terminal(.key(.character("n"))))
    _ = stage.model.update(.performed(.failed("The file is busy."), .walk))
    #expect(stage.model.context.access == .all)
    stage.type("n")
    #expect(stage.model.context.access == .audit)
    stage.type("4")
    stage.type("u")
    #expect(stage.model.assessment.ids(.walk).isEmpty)
    #expect(stage.model.context.access == .all)
  }

  @Test("a history that cannot be read is asked for once, not over and over")
  func readOnce() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.press(.character("w"))
    try stage.walkToFirstRisk()
    let asked = stage.orders.count
    stage.send(.noticed(Notice("The file is locked.", .error)))
    stage.send(.noticed(Notice("The file is locked.", .error)))
    #expect(stage.orders.count == asked)
  }

  @Test("along a trace nothing is drawn: no rule and no seed are kept, and no record stands twice")
  func traceKeepsNoSample() throws {
    var stage = try Stage(.cloud, .english)
    stage.model.jump(to: try #require(stage.model.assessment.ids(.risk).first))
    stage.type("we")
    stage.press(.down, .right, .up, .right, .right, .enter)
    #expect(stage.model.walk.plan?.way == .trace && stage.model.walk.plan?.rule == .judgement)
    stage.type("n")
    let walk = try #require(stage.model.assessment.ids(.walk).first)
    #expect(stage.model.assessment[walk, Walk.rule] == nil && stage.model.assessment[walk, Walk.seed] == nil)
    for _ in 0..<4 { stage.press(.enter) }
    let records = (stage.model.walk.itinerary?.places ?? []).compactMap(\.record)
    #expect(records.count > 3)
    #expect(records.count == Set(records).count)
    #expect(stage.model.assessment.count(.walkStop) == 4)
  }

  @Test("nothing else is written, on any screen, and the refusal says why")
  func readOnly() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.type("wn4")
    for key: Character in ["n", "N", "d", "r", ">", "<", "."] {
      stage.press(.character(key))
      #expect(stage.model.layers.isEmpty, "\(key)")
      #expect(stage.model.notice?.text.contains("only findings") == true, "\(key)")
    }
    stage.press(.enter)
    #expect(stage.model.notice?.text.contains("only findings") == true)
    stage.type("F")
    #expect(!stage.model.layers.isEmpty)
  }

  @Test("ended, it asks for its report, and work goes on; a visitor who came to audit stays one")
  func end() throws {
    for isBound in [false, true] {
      var stage = try Stage()
      if isBound { stage.model.sitDownToAudit() }
      stage.type("wnX" + "適切")
      stage.press(.enter)
      let walk = try #require(stage.model.assessment.ids(.walk).first)
      #expect(stage.model.assessment[walk, Walk.conclusion] == "適切")
      #expect(stage.model.assessment[walk, Walk.endedOn] == Stage.today)
      #expect(stage.orders.contains(.readAudit(walk)))
      #expect(stage.model.context.access == (isBound ? .audit : .all))
    }
  }

  @Test("working notes go to the auditor's own file and nowhere else")
  func notes() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.press(.character("w"))
    try stage.walkToFirstRisk()
    let before = stage.model.assessment.revision
    stage.press(.character("c"))
    stage.press(.enter)
    #expect(stage.lastOrder == .openNotes("walk-notes-2026-11-24.md"))
    stage.send(.notesOpened("walk-notes-2026-11-24.md"))
    stage.type("ask again")
    stage.press(.enter)
    guard case .writeNote("ask again", let heading)? = stage.lastOrder else {
      Issue.record("no note was written")
      return
    }
    #expect(heading.hasPrefix("6.1.2 "))
    #expect(stage.model.assessment.revision == before)
  }

  @Test("a record is picked by judgement, marked so, beside what was drawn")
  func pick() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.press(.character("w"))
    try stage.walkToFirstRisk()
    stage.press(.character("+"))
    stage.press(.enter)
    #expect(stage.model.walk.itinerary?.places.count { $0.isPicked } == 1)
    #expect(stage.text.contains("picked"))
  }

  @Test("w on a record offers the walk along its trace")
  func trace() throws {
    var stage = try Stage(.cloud, .english)
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    stage.model.jump(to: risk)
    stage.type("we")
    stage.press(.right, .right, .enter)
    #expect(stage.model.walk.plan?.way == .trace)
    let records = stage.model.walk.itinerary?.places.compactMap(\.record) ?? []
    #expect(records.contains(risk))
    #expect(records.count > 3)
  }

  @Test("only what changed since the last audit")
  func changed() throws {
    var stage = try Stage(.cloud, .english)
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    stage.type("we")
    stage.press(.down, .right, .right, .down)
    for _ in 0..<10 { stage.press(.backspace) }
    stage.type("2026-04-01")
    stage.press(.enter)
    let day = try #require(Day(text: "2026-04-01"))
    #expect(stage.lastOrder == .readChanged(since: day))
    stage.send(.changedRead([risk], since: day))
    #expect(Set(stage.model.walk.itinerary?.places.compactMap(\.record) ?? []) == [risk])
  }

  @Test("F on another screen, while a walk is under way, adds the record to the walk and points to it")
  func offTheWay() throws {
    var stage = try Stage(.cloud, .english)
    stage.type("wn")
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    stage.model.jump(to: risk)
    stage.type("FNobody owns it grade:minor")
    stage.press(.enter, .escape)
    let stop = try #require(stage.model.assessment.ids(.walkStop).last)
    let finding = try #require(stage.model.assessment.ids(.finding).last)
    #expect(stage.model.assessment[finding, Finding.stop] == stop)
    stage.press(.character("w"))
    #expect(stage.model.walk.itinerary?.places.last?.record == risk)
  }

  @Test("in a past moment the walk shows what stood then; what is found is kept in the present")
  func past() throws {
    var stage = try Stage(.cloud, .english)
    let then = stage.model.assessment
    let risk = try #require(then.ids(.risk).last)
    stage.act([.set(risk, Slot(Risk.event.key), .text("said otherwise now"))])
    stage.show(party: then.party(of: risk).map(then.label(of:)))
    let moment = PastMoment(seq: 100, at: Moment(milliseconds: 1_795_486_473_000), actor: "tester")
    stage.send(
      .pastRead(
        PastState(then, at: moment, isLatest: false), at: LocalTime(Stage.today.adding(-7), second: 0)))
    stage.type("wn")
    #expect(stage.model.present.count(.walk) == 1)
    #expect(stage.model.assessment.count(.walk) == 0)
    let place = try #require(stage.model.walk.itinerary?.places.firstIndex { $0.record != nil })
    stage.model.state.cursor = place
    stage.type("FToo late grade:minor")
    stage.press(.enter, .escape)
    let finding = try #require(stage.model.present.ids(.finding).last)
    #expect(stage.model.present[finding, Finding.foundOn] == Stage.today)
    #expect(stage.model.present[finding, Finding.stop] != nil)
    stage.type("0L")
    #expect(stage.model.past == nil)
    #expect(stage.model.context.access == .audit)
    #expect(stage.model.assessment[risk, Risk.event] == "said otherwise now")
  }

  @Test("200 random keys change nothing but findings and the walk", arguments: [1, 2, 3] as [UInt64])
  func randomKeys(_ seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    var stage = try Stage(.cloud, .english)
    stage.model.sitDownToAudit()
    stage.press(.character("n"))
    let before = Self.snapshot(stage.model.assessment)
    let special: [Key] = [.enter, .escape, .up, .down, .left, .right, .tab, .control("s"), .pageDown]
    let typed = (0x20...0x7E).compactMap { UnicodeScalar($0).map { Key.character(Character($0)) } }
    for _ in 0..<200 {
      let isSpecial = Int.random(in: 0..<3, using: &dice) == 0
      stage.press(try #require((isSpecial ? special : typed).randomElement(using: &dice)))
    }
    #expect(Self.snapshot(stage.model.assessment) == before, "seed \(seed)")
  }

  /// All that an auditor may not write.
  private static func snapshot(_ assessment: Assessment) -> [String] {
    RecordKind.allCases.filter { !Access.auditKinds.contains($0) }.flatMap { kind in
      assessment.ids(kind).flatMap { record in
        assessment.values(of: record).map { "\(record.text) \($0.slot) \($0.value)" }
      }
    }
      + assessment.participants.flatMap { party in
        Phase.allCases.map { "\(assessment.phases[party, $0])" }
      }
  }
}

extension Stage {
  /// But for reading what the page under the cursor tells.
  fileprivate var lastOrder: Effect? {
    orders.last { if case .readStop = $0 { false } else { true } }
  }

  /// Begins the walk and goes to the first risk of clause 6.1.2.
  fileprivate mutating func walkToFirstRisk() throws {
    press(.character("n"))
    let places = try #require(model.walk.itinerary?.places)
    let place = try #require(
      places.firstIndex { place in
        place.stop == "6.1.2" && place.record.map { model.assessment.kind(of: $0) == .risk } ?? false
      })
    model.state.cursor = place
    press(.down, .up)
  }
}
