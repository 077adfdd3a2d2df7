import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The cascade of objectives by keys")
struct CascadeTests {
  private func record(_ label: String, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  // MARK: Readings in place

  @Test("r says what a value would come to before it is stored, and the cursor stays")
  func reading() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    let objective = try record("O-1", stage)
    stage.type("r2")
    #expect(stage.text.contains("4 ⟶ 3 ⟶ max 2 (50%)   ✗ missed"))
    #expect(stage.model.assessment.achievement(of: objective, today: Stage.today).value == 1)
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.current == objective)
    #expect(stage.model.assessment.achievement(of: objective, today: Stage.today).value == 3)
    stage.type("u")
    #expect(stage.model.assessment.achievement(of: objective, today: Stage.today).value == 1)
  }

  @Test("a date may follow the value; what is no number or no past date is said and stays to be mended")
  func dates() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    stage.type("r１ 11/20")
    stage.press(.enter)
    let made = try #require(stage.model.assessment.ids(.reading).last)
    #expect(stage.model.assessment[made, Reading.date] == Day(text: "2026-11-20"))
    #expect(stage.model.assessment[made, Reading.value] == 1)
    for (text, why) in [("many", "no number"), ("3 someday", "no date"), ("3 2026-12-24", "yet to come")] {
      stage.type("r" + text)
      stage.press(.enter)
      #expect(stage.text.contains(why), "\(text)")
      stage.press(.escape)
      stage.type("y")
      #expect(stage.model.layers.isEmpty)
    }
    #expect(stage.model.assessment.ids(.reading).last == made)
  }

  @Test("down records and goes on to the next objective")
  func series() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    let count = stage.model.assessment.count(.reading)
    stage.type("r1")
    stage.press(.down)
    #expect(stage.model.current == (try record("O-2", stage)))
    stage.type("99.97%")
    stage.press(.down, .escape)
    #expect(stage.model.current == (try record("O-3", stage)))
    #expect(stage.model.assessment.count(.reading) == count + 2)
  }

  // MARK: The talk

  /// The talk's cascade in cyberspace: the whole organisation, the using department, the operating department.
  private func talk() throws -> Stage {
    var stage = try Stage(.cyberspace, .japanese)
    let plan = try NewWorkspace(
      .cyberspace, title: "共同使用", entrants: [Entrant(.user, "使用組織"), Entrant(.operator, "運用組織")],
      language: .japanese, today: Stage.today)
    var assessment = Assessment()
    let context = Context(today: Stage.today, actor: "tester", catalogues: Catalogues.shelf)
    _ = try assessment.perform(plan.commands, in: context)
    stage.model = Model(
      assessment: assessment, context: context, language: .japanese, glyphs: .neutral, size: .large)
    let measured = " 単位:件 比較:以下 目標:前年比50% 方向:減少 集計:合計 期限:2026-11-24"
    stage.type("3n")
    stage.type("共有財産であるサイバー空間使用に関するインシデントを発生させない 測定:インシデント 基準:24" + measured)
    stage.press(.enter, .escape)
    for (statement, unit) in [
      ("お客様情報の紛失インシデントの減少 測定:紛失", "営業部"),
      ("運用管理により他の組織に影響を与えるインシデントを発生させない（前年比50%） 測定:インシデント", "運用管理部"),
    ] {
      var draft = Draft(.organizationalUnit, party: stage.model.party)
      draft.set(OrganizationalUnit.name, unit)
      stage.act([.create(draft)])
      stage.press(.home)
      stage.type("n" + statement + " 基準:12" + measured + " 部門:" + unit)
      stage.press(.enter, .escape)
    }
    return stage
  }

  @Test("12 → 6 achieves half of last year, 12 → 7 does not: computed from readings, seen on the row")
  func halfOfLastYear() throws {
    var stage = try talk()
    let labels = stage.model.state.rows.compactMap(\.record).map(stage.model.assessment.label(of:))
    #expect(labels == ["O-1", "O-2", "O-3"])
    let (top, sales, operations) = (
      try record("O-1", stage), try record("O-2", stage), try record("O-3", stage)
    )
    for child in [sales, operations] {
      #expect(stage.model.assessment[child, Objective.parent] == top)
      #expect(stage.model.assessment[child, Objective.level] == .department)
      #expect(stage.model.assessment.achievement(of: child, today: Stage.today).target == .absolute(6))
      #expect(stage.model.assessment.achievement(of: child, today: Stage.today).status == .unmeasured)
    }
    try stage.select(sales)
    stage.type("r6")
    #expect(stage.text.contains("12 ⟶ 6 ⟶ 6以下 (50%)   ✓ 達成"))
    stage.press(.enter)
    try stage.select(operations)
    stage.type("r7")
    #expect(stage.text.contains("12 ⟶ 7 ⟶ 6以下 (50%)   ✗ 未達成"))
    stage.press(.enter)
    let today = Stage.today
    #expect(stage.model.assessment.achievement(of: sales, today: today).status == .achieved)
    #expect(stage.model.assessment.achievement(of: operations, today: today).status == .missed)
    let rows = stage.text.split(separator: "\n")
    #expect(rows.contains { $0.contains("O-2") && $0.contains("6以下") && $0.contains("✓ 達成") })
    #expect(rows.contains { $0.contains("O-3") && $0.contains("6以下") && $0.contains("✗ 未達成") })
    // The whole is 24, half of it 12: what the departments count adds up to 13.
    #expect(stage.model.assessment.rollUp(of: top, today: today)?.sum == 13)
    try stage.select(top)
    stage.type("r13")
    stage.press(.enter)
    #expect(stage.model.assessment.achievement(of: top, today: today).status == .missed)
    #expect(stage.model.assessment.share(of: operations, today: today)?.value == 7.0 / 13)
    try stage.select(operations)
    #expect(stage.text.contains("O-1 の内    現在 54%"))
  }

  // MARK: What nobody took care of

  @Test("a value without a comparison is not called unmeasured, and its target does not pretend to have one")
  func withoutComparison() throws {
    var stage = try talk()
    let objective = try #require(stage.model.current)
    stage.act([
      .set(objective, Slot(Objective.comparison.key), nil),
      .set(objective, Slot(Objective.target.key), .text("95")),
    ])
    stage.type("r85")
    stage.press(.enter)
    #expect(stage.model.assessment.achievement(of: objective, today: Stage.today).value == 85)
    #expect(stage.text.contains("判定不可") && stage.text.contains("比較・目標値なし"))
    #expect(!stage.text.contains("95以下"))
  }

  @Test("; goes to what nobody pairs, measures or assesses")
  func flaws() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    stage.type(";")
    #expect(stage.model.current == (try record("O-4", stage)))
    #expect(stage.model.notice?.text.contains("no pair") == true)
    stage.show(party: "csp")
    stage.press(.home)
    stage.type(";")
    #expect(stage.model.current == (try record("O-10", stage)))
    #expect(stage.model.notice?.text.contains("no reading") == true)
    stage.type("n")
    stage.type("Nothing is known of this one")
    stage.press(.enter, .escape)
    stage.type(";;")
    #expect(stage.text.contains("no risk"))
  }

  @Test("M refuses a circle in the cascade and moves what may be moved")
  func move() throws {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.objectives)
    stage.open(.objectives)
    let (unit, department) = (try record("O-3", stage), try record("O-4", stage))
    try stage.select(try record("O-2", stage))
    stage.type("M")
    try stage.select(unit)
    stage.press(.enter)
    #expect(stage.text.contains("stand above each other"))
    stage.press(.escape)
    try stage.select(unit)
    stage.type("M")
    try stage.select(department)
    stage.press(.enter)
    #expect(stage.model.assessment[unit, Objective.parent] == department)
    try stage.select(department)
    stage.type("M")
    try stage.select(try record("O-1", stage))
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
  }

  // MARK: Pairs

  @Test("; on the pairs finds the objective that stands alone; Enter pairs it, Enter again edits the shares")
  func pairing() throws {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.objectives)
    stage.open(.pairs)
    stage.type(";")
    let lonely = try record("O-4", stage)
    #expect(stage.model.current == lonely)
    stage.press(.enter)
    stage.type("O-7")
    stage.press(.enter, .control("s"))
    let pair = try #require(stage.model.assessment.ids(.objectivePair).last)
    #expect(stage.model.assessment[pair, ObjectivePair.customerObjective] == lonely)
    #expect(stage.model.assessment[pair, ObjectivePair.providerObjective] == (try record("O-7", stage)))
    #expect(!stage.model.assessment.isUnpaired(lonely))
    #expect(stage.model.current == pair)
    stage.type(";")
    #expect(stage.model.notice?.text.contains("not written") == true)
    stage.press(.enter, .control("f"))
    stage.type("CSC contributes")
    stage.press(.enter)
    stage.type("Trains its people")
    stage.press(.control("s"))
    #expect(stage.model.assessment[pair, ObjectivePair.customerShare] == "Trains its people")
  }
}
