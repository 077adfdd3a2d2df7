import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The grid of rules × organisations")
struct AdoptionScreenTests {
  private func grid(_ language: Language = .english, size: Size = .large) throws -> Stage {
    var stage = try Stage(.cyberspace, language, size: size)
    try stage.reopen(.agreement)
    stage.open(.adoption)
    return stage
  }

  private func record(_ label: String, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  private func answer(_ stage: Stage, _ rule: RecordID, _ party: RecordID) -> Answer? {
    stage.model.assessment[rule, Commitment.answer, party]
  }

  @Test("] leads from the agreement to the grid in cyberspace, and not in a cloud")
  func reached() throws {
    var stage = try Stage(.cyberspace, .english)
    stage.type("1]")
    #expect(stage.model.screen == .adoption)
    var cloud = try Stage(.cloud, .english)
    cloud.type("1")
    for _ in 0..<5 {
      cloud.type("]")
      #expect(cloud.model.screen != .adoption)
    }
  }

  @Test("adopting takes one key; partly and not ask why and until when, not applicable asks why")
  func answering() throws {
    var stage = try grid()
    let (rule, party) = (try record("A-6", stage), try record("org-3", stage))
    try stage.select(rule)
    stage.press(.right, .right, .enter)
    stage.type("p")
    #expect(answer(stage, rule, party) == .accepted, "nothing stands before its reason")
    stage.press(.enter)
    stage.type("parts of it only")
    stage.press(.enter, .enter)
    #expect(stage.text.contains("Until when?"))
    stage.type("2027-03-31")
    stage.press(.enter)
    #expect(answer(stage, rule, party) == .acceptedWithReservation)
    #expect(stage.model.assessment[rule, Commitment.answerReason, party] == "parts of it only")
    #expect(stage.model.assessment[rule, Commitment.answerDue, party] != nil)
    stage.type("u")
    #expect(answer(stage, rule, party) == .accepted, "reason, date and answer are one step")
    stage.type("x")
    stage.press(.enter)
    #expect(stage.text.contains("needs its reason"))
    stage.type("no such systems here")
    stage.press(.enter)
    #expect(answer(stage, rule, party) == .notApplicable)
    stage.type("ａ")
    #expect(answer(stage, rule, party) == .accepted)
    #expect(stage.model.assessment[rule, Commitment.answerReason, party] == nil)
    stage.press(.delete)
    #expect(answer(stage, rule, party) == nil)
  }

  @Test("a law applies or not: anything else is refused in a sentence")
  func laws() throws {
    var stage = try grid()
    let (rule, party) = (try record("A-1", stage), try record("org-1", stage))
    try stage.select(rule)
    stage.press(.enter)
    stage.type("n")
    #expect(answer(stage, rule, party) == .accepted)
    #expect(try #require(stage.model.notice).text.contains("a x only"))
  }

  @Test("not adopted is its own answer: it does not block, and without reason and date it warns")
  func notAdopted() throws {
    var stage = try grid()
    let (rule, party) = (try record("A-7", stage), try record("org-4", stage))
    stage.act([.set(rule, Slot(Commitment.answer.key, party: party), .choice("notAdopted"))])
    let findings = { (stage: Stage) in
      stage.model.assessment.gateFindings(party: party, phase: .agreement, stage.model.context)
        .filter { $0.rule == "A2" && $0.record == rule }
    }
    #expect(findings(stage).map(\.severity) == [.warning])
    stage.act([
      .set(rule, Slot(Commitment.answerReason.key, party: party), .text("own guideline")),
      .set(rule, Slot(Commitment.answerDue.key, party: party), .day(Stage.today.adding(90))),
    ])
    #expect(findings(stage).isEmpty)
    let law = try record("A-1", stage)
    stage.act([.set(law, Slot(Commitment.answer.key, party: party), .choice("notAdopted"))])
    let onLaw = stage.model.assessment.gateFindings(party: party, phase: .agreement, stage.model.context)
      .filter { $0.record == law }
    #expect(onLaw.map(\.severity) == [.blocker])
  }

  @Test("sums follow each answer")
  func sums() throws {
    var stage = try grid()
    let rule = try record("A-6", stage)
    try stage.select(rule)
    let before = try #require(stage.model.adoption).sums(ofRule: rule)[.adopted]
    stage.press(.enter, .delete)
    let after = try #require(stage.model.adoption)
    #expect(after.sums(ofRule: rule)[.adopted] == before - 1)
    #expect(after.sums(ofParty: after.parties[0])[.open] == 1)
  }

  @Test(
    "/ finds a rule, else an organisation; @ asks for organisations only; Esc goes back to where it began")
  func jump() throws {
    var stage = try grid()
    stage.type("/27032")
    stage.press(.enter)
    #expect(stage.model.current == (try record("A-5", stage)))
    stage.type("/@network")
    stage.press(.enter)
    #expect(stage.model.state.column == 2)
    #expect(stage.model.current == (try record("A-5", stage)))
    stage.type("/mihon")
    #expect(stage.model.state.column == 1)
    stage.press(.escape)
    #expect(stage.model.state.column == 2)
  }

  @Test("f narrows the rules, @ in it the columns, and edits leave both as they were")
  func filter() throws {
    var stage = try grid()
    stage.type("fkind:law @org-2,org-3")
    stage.press(.enter)
    #expect(stage.model.state.rows.count == 2)
    #expect(stage.text.contains("ORG-2") && stage.text.contains("ORG-3"))
    #expect(!stage.text.contains("ORG-1 ") && !stage.text.contains("ORG-4"))
    stage.press(.down, .right, .enter, .delete)
    #expect(stage.model.state.rows.count == 2)
    #expect(stage.model.state.cursor == 1 && stage.model.state.column == 1)
    let law = try #require(stage.model.current)
    #expect(answer(stage, law, try record("org-3", stage)) == nil)
  }

  @Test("head and first column stand still while the cursor walks beyond the edge")
  func frozen() throws {
    var stage = try grid(size: .small)
    let head = { (stage: Stage) in
      stage.text.split(separator: "\n").first { $0.contains("ORG-") }.map(String.init) ?? ""
    }
    #expect(head(stage).contains("ORG-1"))
    stage.press(.right, .right, .right)
    #expect(head(stage).contains("ORG-4"))
    let rules = stage.model.state.rows.compactMap(\.record).map(stage.model.assessment.label(of:))
    for label in rules { #expect(stage.text.contains(label + " ")) }
  }

  @Test("in four sizes", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage(.cyberspace)
    try stage.reopen(.agreement)
    stage.open(.adoption)
    stage.press(.down, .down, .down, .down, .right, .enter)
    try terminal.check(stage, "adoption")
  }
}

@Suite("What cyberspace asks")
struct CyberspaceQuestionTests {
  @Test("help tells the two directions for defining cybersecurity, marked as not agreed, in this scope only")
  func definition() throws {
    for (worked, language, isTold) in [
      (WorkedCase.cyberspace, Language.english, true), (.cyberspace, .japanese, true),
      (.cloud, .english, false),
    ] {
      var stage = try Stage(worked, language)
      stage.type(language == .english ? "?nation" : "?定義")
      let isThere = stage.text.contains(language == .english ? "(not agreed)" : "（合意されていない）")
      #expect(isThere == isTold)
      if isTold {
        #expect(stage.text.contains("protection of"))
        #expect(stage.text.contains("safeguarding of "))
      }
    }
  }

  @Test("the entry line asks of objectives and risks for whom and by whom, until it is said")
  func questions() throws {
    var stage = try Stage(.cyberspace, .english)
    try stage.reopen(.objectives)
    stage.open(.objectives)
    stage.type("nFewer outages")
    #expect(stage.text.contains("safe for whom? protect:") && stage.text.contains("who acts? act:"))
    stage.type(" protect:people")
    #expect(!stage.text.contains("safe for whom?") && stage.text.contains("who acts? act:"))
    stage.press(.escape)
    stage.type("y")
    stage.open(.register)
    stage.type("nMail is forged")
    #expect(stage.text.contains("who else is affected? aff:") && stage.text.contains("who acts? acts:"))
  }

  @Test("the forms of objectives and risks have both questions, marked as needed for the gate")
  func forms() {
    for (kind, fields) in [
      (RecordKind.objective, [Objective.protects.field, Objective.actor.field]),
      (.risk, [Risk.affected.field, Risk.actingParty.field]),
    ] {
      for field in fields {
        #expect(kind.description.fields.contains { $0.key == field.key } && !field.required.isEmpty)
      }
    }
  }
}
