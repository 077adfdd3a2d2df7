import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// Every rule of phase 1 is made to fire and to clear by keys alone.
@Suite("Gate rules of phase 1 by keys")
struct AgreementGateKeysTests {
  private func stage(_ screen: ScreenID, _ worked: WorkedCase = .cloud) throws -> Stage {
    try Stage(worked, reopened: .agreement, on: screen)
  }

  @Test(
    "A1, A3, A6, A7: a field emptied and written again",
    arguments: [
      ("A1", ScreenID.overview, "csc", "Top management", "Reida"), ("A3", .agreement, "A-4", "Unit", "hours"),
      ("A6", .overview, "csc", "Climate change", "not"),
      ("A7", .agreement, "A-2", "Topic", "data location"),
    ])
  func fields(_ rule: String, _ screen: ScreenID, _ label: String, _ field: String, _ text: String) throws {
    var stage = try stage(screen)
    let before = try stage.count(rule, .agreement)
    let record =
      stage.model.assessment.party(key: label) ?? stage.model.assessment.record(labelled: label)
    try stage.select(try #require(record))
    stage.fill(field, "")
    #expect(try stage.count(rule, .agreement) == before + 1)
    stage.fill(field, text)
    #expect(try stage.count(rule, .agreement) == before)
  }

  @Test("A1 and A6: Enter on the finding leads to where it is mended")
  func ways() throws {
    var stage = try stage(.agreement)
    let csc = try #require(stage.model.party)
    stage.act([
      .set(csc, Slot(Party.topManagement.key), nil), .set(csc, Slot(Party.climateDecision.key), nil),
    ])
    func follow(_ rule: String) throws {
      stage.open(.agreement)
      stage.model.pane = .gate
      stage.model.gateCursor = try #require(stage.model.shownFindings.firstIndex { $0.rule == rule })
      stage.press(.enter)
      #expect(stage.model.screen == .context)
    }
    try follow("A1")
    stage.type("T")
    #expect(try stage.count("A1", .agreement) == 0)
    try follow("A6")
    stage.type("K")
    #expect(try stage.count("A6", .agreement) == 0)
  }

  @Test("A2: an answer taken back blocks its party, a dispute both, a reservation warns")
  func a2() throws {
    var stage = try stage(.responsibilities)
    stage.open(.agreement)
    try stage.select("A-1")
    stage.fill("Answer csc", "disputed")
    #expect(try stage.count("A2", .agreement) == 1)
    #expect(try stage.count("A2", .agreement, of: "csp") == 2, "a dispute counts for all, beside A-2")
    stage.open(.negotiation)
    try stage.select("A-1")
    stage.press(.enter)
    stage.type("a")
    #expect(try stage.count("A2", .agreement) == 0)
    stage.press(.delete)
    #expect(try stage.count("A2", .agreement) == 1)
    #expect(try stage.count("A2", .agreement, of: "csp") == 1)
    stage.type("a")
    #expect(try stage.count("A2", .agreement) == 0)
  }

  @Test("A4: nobody accountable, then two, then one again")
  func a4() throws {
    var stage = try stage(.responsibilities)
    try stage.select("A-7")
    stage.press(.enter)
    stage.type("i")
    #expect(try stage.count("A4", .agreement) == 1)
    stage.type("a")
    #expect(try stage.count("A4", .agreement) == 0)
    stage.press(.right)
    stage.type("a")
    #expect(try stage.count("A4", .agreement) == 1)
    stage.type("r")
    #expect(try stage.count("A4", .agreement) == 0)
  }

  @Test("A5: the provider's disclosure duties ended, one in force again")
  func a5() throws {
    var stage = try stage(.agreement)
    for label in ["A-16", "A-17"] {
      try stage.select(label)
      stage.fill("Ends on", "2026-02-01")
    }
    #expect(try stage.count("A5", .agreement, of: "csp") == 1)
    try stage.select("A-16")
    stage.fill("Ends on", "")
    #expect(try stage.count("A5", .agreement, of: "csp") == 0)
  }

  @Test("A5 in cyberspace: the rule to share information loses its time limit and gets it back")
  func sharing() throws {
    var stage = try stage(.agreement, .cyberspace)
    let rules = stage.model.assessment.ids(.commitment).filter {
      stage.model.assessment.has($0, Commitment.timeLimit)
    }
    #expect(try stage.count("A5", .agreement) == 0)
    for rule in rules {
      try stage.select(rule)
      stage.fill("Time limit", "")
    }
    #expect(try stage.count("A5", .agreement) == 1)
    stage.fill("Time limit", "72 hours")
    #expect(try stage.count("A5", .agreement) == 0)
  }

  @Test("A8: submitted and agreed by one person, then submitted by another")
  func a8() throws {
    var stage = try stage(.agreement)
    #expect(try stage.count("A8", .agreement) == 0)
    stage.model.context.actor = "Hanako Reida"
    stage.type(">>")
    stage.press(.enter)
    #expect(stage.model.assessment.phases[try #require(stage.model.party), .agreement] == .agreed)
    #expect(try stage.count("A8", .agreement) == 1)
    stage.type("<again")
    stage.press(.enter)
    stage.model.context.actor = "Ken Shino"
    stage.type(">>")
    stage.press(.enter)
    #expect(stage.model.assessment.phases[try #require(stage.model.party), .agreement] == .agreed)
    #expect(try stage.count("A8", .agreement) == 0)
  }

  @Test("A9: the division of work emptied and written again")
  func a9() throws {
    var stage = try stage(.division)
    let party = try #require(stage.model.party)
    let share = try #require(
      stage.model.assessment.ids(.phaseShare, of: party).first {
        stage.model.assessment[$0, PhaseShare.phase] == Phase.agreement.rawValue
      })
    try stage.select(share)
    stage.fill("Does", "")
    #expect(try stage.count("A9", .agreement) == 1)
    stage.fill("Does", "States requirements")
    #expect(try stage.count("A9", .agreement) == 0)
  }
}
