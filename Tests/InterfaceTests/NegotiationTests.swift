import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("What is still apart, and what discharges a clause")
struct NegotiationTests {
  /// The cloud with its agreement open again: one clause disputed by the provider, one proposed anew to both.
  private func apart(_ language: Language = .english, size: Size = .large) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    try stage.reopen(.agreement)
    try dispute(&stage)
    stage.open(.negotiation)
    return stage
  }

  private func dispute(_ stage: inout Stage) throws {
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    let (first, second) = (try record("A-3", stage), try record("A-9", stage))
    stage.act([
      .set(first, Slot(Commitment.answer.key, party: csp), .choice(Answer.disputed.rawValue)),
      .set(first, Slot(Commitment.answerReason.key, party: csp), .text("99.5 %")),
      .set(second, Slot(Commitment.answer.key, party: csp), .choice(Answer.proposed.rawValue)),
      .set(second, Slot(Commitment.answer.key, party: csc), nil),
    ])
  }

  private func record(_ label: String, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  private func lines(_ stage: Stage) -> [String] {
    stage.model.state.rows.compactMap(\.record).map(stage.model.assessment.label(of:))
  }

  @Test("only what is proposed, disputed, reserved or unanswered is shown, a line for each party")
  func onlyApart() throws {
    let stage = try apart()
    #expect(lines(stage) == ["A-2", "A-3", "A-9", "A-9"])
    #expect(stage.text.contains("disputed") && stage.text.contains("99.5 %"))
    #expect(stage.text.contains("reserved") && stage.text.contains("until 2027-01"))
  }

  @Test(
    "one organisation's empty list does not speak for the others in cyberspace",
    arguments: Language.allCases)
  func emptyForOne(_ language: Language) throws {
    var stage = try Stage(.cyberspace, language)
    stage.show(party: "org-1")
    stage.open(.negotiation)
    #expect(lines(stage).isEmpty)
    #expect(stage.text.contains(language == .english ? "Sample Trading has answered" : "サンプル商事は、"))
    stage.press(.character("P"))
    #expect(lines(stage) == ["A-5", "A-6", "A-7"])
  }

  @Test("an answer is given in place by key; its line stays until the cell is left, then goes")
  func answered() throws {
    var stage = try apart()
    let clause = try record("A-3", stage)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    try stage.select(clause)
    stage.press(.enter)
    stage.type("a")
    #expect(stage.model.assessment[clause, Commitment.answer, csp] == .accepted)
    #expect(stage.model.assessment[clause, Commitment.answerReason, csp] == nil)
    #expect(stage.model.assessment[clause, Commitment.answeredOn, csp] == Stage.today)
    #expect(lines(stage).contains("A-3"))
    stage.press(.escape)
    #expect(lines(stage) == ["A-2", "A-9", "A-9"])
    stage.type("u")
    #expect(lines(stage).contains("A-3"))
  }

  @Test("a dispute and a reservation ask why, a reservation also until when")
  func reasons() throws {
    var stage = try apart()
    let clause = try record("A-9", stage)
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    stage.show(party: "csc")
    try stage.select(clause)
    stage.press(.enter)
    stage.type("d")
    stage.press(.enter)
    #expect(stage.text.contains("needs its reason"))
    stage.type("ours")
    stage.press(.enter)
    #expect(stage.model.assessment[clause, Commitment.answer, csc] == .disputed)
    stage.type("p")
    stage.press(.enter)
    stage.type("2027-06")
    stage.press(.enter)
    #expect(stage.model.assessment[clause, Commitment.answer, csc] == .acceptedWithReservation)
    #expect(stage.model.assessment[clause, Commitment.answerReason, csc] == "ours")
  }

  @Test("Esc never loses a typed reason without asking")
  func typedReasonIsKept() throws {
    var stage = try apart()
    try stage.select(try record("A-9", stage))
    stage.press(.enter)
    stage.type("dlong reason")
    stage.press(.escape)
    #expect(stage.text.contains("Discard"))
    stage.type("n")
    #expect(stage.text.contains("long reason"))
  }

  @Test("a clause says which policy, objective, control and measurement meets it, or that nothing does")
  func discharge() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.agreement)
    let level = try record("A-4", stage)
    let text = Detail.lines(of: level, stage.model).map { $0.label + "|" + $0.text }.joined(separator: "\n")
    #expect(text.contains("Policy|P-") && text.contains("Objective|O-") && text.contains("Measured|"))
    let roles = Detail.lines(of: try record("A-7", stage), stage.model)
    #expect(roles.contains { $0.label == "Control" && $0.text.hasPrefix("C-") })
    #expect(!roles.contains { $0.label == "Disclosed" }, "controls and disclosures are told apart")
    #expect(text.contains("Level|max 8") && text.contains("How measured|") && text.contains("Period|quarter"))
    try stage.reopen(.agreement)
    var draft = Draft(.commitment, party: nil)
    draft.set(Commitment.text, "Nobody meets this")
    stage.act([.create(draft)])
    let bare = try #require(stage.model.assessment.ids(.commitment).last)
    #expect(Detail.lines(of: bare, stage.model).contains { $0.text.contains("nothing: no policy") })
  }

  @Test("a disclosure duty says who gives whom how often, on its line and in its detail")
  func duties() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.agreement)
    try stage.select(try record("A-16", stage))
    #expect(stage.text.contains("every year CSP ⟶ CSC"))
    let detail = Detail.lines(of: try record("A-16", stage), stage.model)
    #expect(detail.contains { $0.label == "How often" && $0.text == "every year" })
  }

  @Test("b sorts the clauses by topic, and back by kind")
  func topics() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.agreement)
    let count = stage.model.state.rows.compactMap(\.record).count
    #expect(!stage.text.contains("  backup and restore "))
    stage.type("b")
    #expect(stage.text.contains("  backup and restore "))
    #expect(stage.model.state.rows.compactMap(\.record).count == count)
    stage.type("b")
    #expect(!stage.text.contains("  backup and restore "))
  }

  @Test("agreement and negotiation in four sizes", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    try stage.reopen(.agreement)
    try dispute(&stage)
    stage.open(.agreement)
    stage.press(.down, .down, .down, .down, .down, .down, .down)
    try terminal.check(stage, "agreement")
    stage.open(.negotiation)
    stage.press(.down, .enter)
    try terminal.check(stage, "negotiation")
  }
}
