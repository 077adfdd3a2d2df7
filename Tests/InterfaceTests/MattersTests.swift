import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Matters of all: what follows is shown before it is done")
struct MattersTests {
  /// The worked cloud case with a third party in line that provides to the provider.
  private func threeInLine(
    _ language: Language = .english, size: Size = .large, byDocument: Bool = false
  ) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    stage.press(.character("!"), .character("j"))
    stage.type("Far Vault")
    stage.press(.enter, .enter)
    if byDocument { stage.press(.left) }
    stage.press(.enter, .enter, .character("y"))
    return stage
  }

  @Test("who agrees is told what locks, and that the division of work does not")
  func whatLocks() throws {
    var stage = try Stage(.cloud, .japanese)
    try stage.reopen(.agreement)
    stage.open(.agreement)
    stage.type(">>")
    #expect(stage.text.contains("変更できません（分担は除きます）"))
  }

  @Test("a party joins by keys: its partner's phases are told before and reopened after")
  func joining() throws {
    var stage = try Stage(.cloud, .english)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    stage.press(.character("!"), .character("j"))
    stage.type("Far Vault")
    let text = stage.text
    #expect(text.contains("CSP Example Data Centre: phase 1 agreed"))
    #expect(text.contains("It is called csp2."))
    #expect(stage.model.assessment.party(key: "csp2") == nil)
    stage.press(.enter, .enter, .enter, .enter)
    #expect(stage.model.assessment.party(key: "csp2") == nil, "nothing is done without a yes")
    stage.press(.character("y"))
    let newcomer = try #require(stage.model.assessment.party(key: "csp2"))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.phases[csp, .agreement] == .inProgress)
    let lines = SupplyLines(stage.model.assessment, on: Stage.today).first(9)
    #expect(lines.contains { $0.count == 3 && $0.last == newcomer })
    stage.open(.overview)
    #expect(stage.text.contains("CSP2 Far Vault"))
  }

  /// The clause without which nobody leaves, accepted.
  private func agreeOnReturn(_ party: RecordID, _ stage: inout Stage) throws {
    var clause = Draft(.commitment, party: nil)
    clause.set(Commitment.text, "assets are returned at the end")
    clause.set(Commitment.topic, .assetReturn)
    clause.set(Commitment.agreement, try #require(stage.model.assessment.ids(.agreement).last))
    clause.values[Slot(Commitment.answer.key, party: party)] = .choice(Answer.accepted.rawValue)
    stage.act([.create(clause)])
  }

  @Test("a clause is offered the answers its kind takes")
  func answersByKind() throws {
    var stage = try Stage(.cyberspace, .english)
    let clauses = stage.model.assessment.ids(.commitment)
    for (kind, isTaken, isNot) in [
      (CommitmentKind.law, "n/a", "disputed"), (.internationalStandard, "not adopted", "disputed"),
    ] {
      let clause = try #require(clauses.first { stage.model.assessment[$0, Commitment.kind] == kind })
      stage.open(.overview)
      stage.model.jump(to: clause)
      try #require(stage.model.current == clause)
      stage.press(.character("!"), .character("r"), .down)
      var said = stage.text.lowercased()
      for _ in 0..<6 {
        stage.press(.right)
        said += stage.text.lowercased()
      }
      #expect(said.contains(isTaken) && !said.contains(isNot), "\(kind)")
      stage.press(.escape)
    }
  }

  @Test("who has open matters does not leave, and Enter leads to them")
  func leaving() throws {
    var stage = try Stage(.cloud, .english)
    stage.press(.character("!"), .character("l"))
    #expect(stage.text.contains("cannot leave yet"))
    stage.type("sold")
    stage.press(.enter, .enter)
    #expect(stage.text.contains("Stands in the way"))
    #expect(!stage.model.assessment.has(try #require(stage.model.party), Party.leftOn))
  }

  @Test("a party leaves by keys, its clauses named before they end")
  func left() throws {
    var stage = try threeInLine()
    let newcomer = try #require(stage.model.assessment.party(key: "csp2"))
    try agreeOnReturn(newcomer, &stage)
    stage.open(.overview)
    try stage.select(newcomer)
    stage.press(.character("!"), .character("l"))
    #expect(stage.text.contains("Ends: ") && stage.text.contains("assets are returned"))
    stage.type("moved away")
    stage.press(.enter, .enter, .character("y"))
    #expect(stage.model.assessment[newcomer, Party.leftOn] == Stage.today)
    #expect(stage.text.contains("left"))
  }

  @Test("who leaves is who was named, though others change the list meanwhile, and nothing crashes")
  func listChangedMeanwhile() throws {
    var stage = try threeInLine()
    stage.press(.character("!"), .character("j"))
    stage.type("Fourth")
    stage.press(.enter, .enter, .enter, .enter, .character("y"))
    let third = try #require(stage.model.assessment.party(key: "csp2"))
    let fourth = try #require(stage.model.assessment.party(key: "csp3"))
    try agreeOnReturn(fourth, &stage)
    stage.open(.overview)
    try stage.select(fourth)
    stage.press(.character("!"), .character("l"))
    stage.type("moved away")
    let left = [Change.set(third, Slot(Party.leftOn.key), before: nil, after: .day(Stage.today.adding(-1)))]
    for change in left { stage.model.assessment.apply(change) }
    stage.send(.changedElsewhere(left))
    stage.press(.enter, .enter, .character("y"))
    #expect(stage.model.assessment[fourth, Party.leftOn] == Stage.today)
    var joining = try threeInLine()
    joining.press(.character("!"), .character("j"))
    joining.type("Fourth")
    let last = try #require(joining.model.assessment.party(key: "csp2"))
    let gone = [Change.set(last, Slot(Party.leftOn.key), before: nil, after: .day(Stage.today))]
    for change in gone { joining.model.assessment.apply(change) }
    joining.send(.changedElsewhere(gone))
    joining.press(.tab, .tab)
    #expect(joining.text.contains("Fourth"))
  }

  @Test("amending a clause tells who becomes stale and whose answers reopen")
  func amending() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.agreement)
    let clause = try #require(stage.model.assessment.ids(.commitment).first)
    try stage.select(clause)
    stage.press(.character("!"), .character("m"))
    #expect(stage.text.contains("agreed") && stage.text.contains("stale"))
    #expect(stage.text.contains("go back to"))
    stage.press(.enter)
    #expect(stage.text.contains("Fill this in"))
    stage.type("the service moved")
    stage.press(.enter, .character("n"), .escape)
    #expect(stage.model.layers.count == 2, "typed text is not lost without asking")
    stage.press(.character("n"), .enter, .character("y"))
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    #expect(stage.model.assessment.phases[csc, .agreement] == .stale)
    #expect(stage.model.assessment[clause, Commitment.answer, csc] == .proposed)
  }

  @Test("a finding is waived in top management's name until a day, and shows as waived")
  func waiving() throws {
    var stage = try Stage(.cloud, .english)
    stage.press(.character("4"), .character("!"), .character("w"))
    #expect(stage.text.contains("no longer blocks phase 4"))
    stage.type("the tool arrives in spring")
    stage.press(.enter, .enter, .enter, .character("y"))
    let waiver = try #require(stage.model.assessment.ids(.waiver).last)
    #expect(stage.model.assessment[waiver, Waiver.until] == Stage.today.adding(90))
    #expect(stage.model.shownFindings.contains { $0.severity == .waived })
  }

  @Test("a party that never comes answers by document, place and day, and its column says so")
  func byDocument() throws {
    var stage = try threeInLine(byDocument: true)
    let absent = try #require(stage.model.assessment.party(key: "csp2"))
    #expect(!stage.model.assessment.participates(absent))
    let agreement = try #require(stage.model.assessment.ids(.agreement).last)
    var draft = Draft(.commitment, party: nil)
    draft.set(Commitment.text, "backups are stored far away")
    draft.set(Commitment.kind, .serviceScope)
    draft.set(Commitment.agreement, agreement)
    stage.act([.create(draft)])
    let clause = try #require(stage.model.assessment.ids(.commitment).last)
    stage.show(party: nil)
    stage.open(.agreement)
    #expect(stage.text.contains("by document"))
    try stage.select(clause)
    stage.press(.character("!"), .character("r"), .control("s"))
    #expect(stage.text.contains("say which and where"))
    stage.type("Terms of use 4.2")
    stage.press(.enter, .enter, .character("y"))
    #expect(stage.model.assessment[clause, Commitment.answer, absent] == .accepted)
    #expect(stage.model.assessment[clause, Commitment.answerSource, absent] == "Terms of use 4.2")
    #expect(stage.model.assessment[clause, Commitment.answeredOn, absent] == Stage.today)
  }

  @Test("a reservation needs its reason and its end")
  func reservation() throws {
    var stage = try threeInLine()
    let agreement = try #require(stage.model.assessment.ids(.agreement).last)
    var draft = Draft(.commitment, party: nil)
    draft.set(Commitment.text, "keys are kept abroad")
    draft.set(Commitment.agreement, agreement)
    stage.act([.create(draft)])
    let clause = try #require(stage.model.assessment.ids(.commitment).last)
    stage.show(party: "csp")
    stage.open(.agreement)
    try stage.select(clause)
    stage.press(.character("!"), .character("r"), .control("s"))
    #expect(stage.text.contains("needs its reason"))
    stage.type("until the audit in March")
    stage.press(.control("s"), .character("y"))
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    #expect(stage.model.assessment[clause, Commitment.answer, csp] == .acceptedWithReservation)
    #expect(stage.model.assessment[clause, Commitment.answerDue, csp] == Stage.today.adding(90))
  }

  @Test("a cycle is not closed before all is agreed, and says what is missing")
  func closing() throws {
    var stage = try Stage(.cloud, .english)
    stage.press(.character("!"), .character("y"))
    #expect(stage.text.contains("phases 3, 4, 5, 6 are not agreed by all"))
    stage.press(.control("s"))
    #expect(stage.model.assessment.cycle == 1)
  }

  @Test("context, overview, supply chain and division of work look as they did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try threeInLine(terminal.language, size: terminal.size)
    stage.model.glyphs = try terminal.colours.theme.glyphs
    stage.model.notice = nil
    stage.open(.overview)
    try terminal.check(stage, "overview-chain")
    stage.show(party: "csp")
    stage.open(.context)
    stage.press(.down, .down)
    try terminal.check(stage, "context")
    stage.show(party: nil)
    stage.open(.supply)
    try terminal.check(stage, "supply")
    stage.open(.division)
    stage.press(.down)
    try terminal.check(stage, "division")
  }

  @Test("opening a phase again says what becomes stale before the reason is given, and does it on Enter")
  func reopening() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.agreement)
    let party = try #require(stage.model.party)
    stage.type("<")
    #expect(stage.text.contains("phase 1 agreed"))
    #expect(stage.text.contains("phase 2, 3 agreed"), "the later agreed ones go stale")
    stage.press(.enter)
    #expect(stage.model.assessment.phases[party, .agreement] == .agreed, "no reason, nothing done")
    stage.type("a new service")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.phases[party, .agreement] == .inProgress)
    #expect(stage.model.assessment.phases[party, .policy] == .stale)
  }
}
