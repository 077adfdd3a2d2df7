import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Keys on the screens of phases 1 to 3, overview and integration")
struct PhaseScreenKeysTests {
  private func labels(_ stage: Stage) -> [String] {
    stage.model.state.rows.compactMap(\.record).map(stage.model.assessment.label(of:))
  }

  private func birth(_ stage: Stage) throws -> Birth {
    try #require(Screens.screen(stage.model.screen).birth(stage.model))
  }

  @Test("left folds a policy's subtree, right unfolds it, and the cursor stays on its document")
  func folding() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.policy)
    let all = labels(stage)
    let top = try #require(stage.model.current)
    stage.press(.left)
    #expect(stage.model.current == top)
    // The tree folded to its top, and the commitment that no document answers below it.
    #expect(labels(stage) == ["P-1", "A-15"])
    stage.press(.right)
    #expect(labels(stage) == all)
  }

  @Test("side by side, right crosses to the neighbour's tree and left comes back")
  func crossing() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.policy)
    stage.show(party: nil)
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    stage.press(.home, .down, .right)
    let crossed = try #require(stage.model.current)
    #expect(stage.model.assessment.party(of: crossed) == csp)
    stage.press(.home)
    #expect(stage.model.current == csc)
  }

  @Test("A approves a draft today in the approver's name, after a yes, and u takes it back")
  func approval() throws {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.policy)
    stage.open(.policy)
    let draft = try #require(
      stage.model.assessment.ids(.policyDocument).first {
        stage.model.assessment[$0, PolicyDocument.status] == .draft
      })
    stage.model.jump(to: draft)
    stage.type("A")
    #expect(stage.model.assessment[draft, PolicyDocument.status] == .draft)
    stage.type("y")
    #expect(stage.model.assessment[draft, PolicyDocument.status] == .approved)
    #expect(stage.model.assessment[draft, PolicyDocument.approvedOn] == Stage.today)
    #expect(stage.model.assessment[draft, PolicyDocument.approvedDigest] != nil)
    stage.type("u")
    #expect(stage.model.assessment[draft, PolicyDocument.status] == .draft)
  }

  @Test("a accepts the marked clauses for the party shown, as one act")
  func accepting() throws {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.agreement)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    stage.open(.agreement)
    stage.show(party: "csp")
    let answer = { (clause: RecordID) in stage.model.assessment[clause, Commitment.answer, csp] }
    let clauses = stage.model.assessment.ids(.commitment).filter { answer($0) != .accepted }.prefix(2)
    let before = clauses.map(answer)
    for clause in clauses {
      stage.model.jump(to: clause)
      stage.type(" ")
    }
    stage.type("a")
    #expect(clauses.allSatisfy { stage.model.assessment[$0, Commitment.answer, csp] == .accepted })
    stage.type("u")
    #expect(clauses.map { stage.model.assessment[$0, Commitment.answer, csp] } == before)
  }

  @Test("what n makes hangs from the line under the cursor")
  func births() throws {
    var stage = try Stage(.cloud, .english)
    for (screen, kind, parent) in [
      (ScreenID.policy, RecordKind.policyDocument, PolicyDocument.parent),
      (.objectives, .objective, Objective.parent),
    ] {
      stage.open(screen)
      let above = try #require(stage.model.current)
      let birth = try birth(stage)
      #expect(birth.kind == kind)
      #expect(birth.defaults[Slot(parent.key)] == .reference(above))
      #expect(birth.party == stage.model.party)
    }
    stage.open(.agreement)
    let clause = try #require(stage.model.assessment.ids(.commitment).first)
    stage.model.jump(to: clause)
    #expect(try birth(stage).defaults[Slot(Commitment.agreement.key)] != nil)
    #expect(try birth(stage).defaults[Slot(Commitment.kind.key)] != nil)
  }

  @Test("r records a reading of today under the objective")
  func reading() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.objectives)
    let objective = try #require(stage.model.current)
    let before = stage.model.assessment.sources(of: objective, via: Reading.objective).count
    stage.type("r12.5")
    stage.press(.enter)
    #expect(stage.model.assessment.sources(of: objective, via: Reading.objective).count == before + 1)
  }

  @Test("on the overview, right and Enter open a party's phase for that party")
  func overview() throws {
    var stage = try Stage(.cloud, .english)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    stage.press(.down, .right, .enter)
    #expect(stage.model.screen == .policy)
    #expect(stage.model.party == csp)
  }

  @Test("Enter on an empty cell of the integration matrix opens a form for that cell")
  func emptyCell() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.integration)
    stage.show(party: "csp")
    let place = try #require(stage.model.state.rows.lastIndex { $0.record == nil })
    stage.model.state.cursor = place
    stage.press(.enter)
    #expect(stage.model.layers.count == 1)
  }

  @Test("a clause shows who answers it, and its missing accountable party is said in words")
  func verdicts() throws {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.agreement)
    stage.open(.responsibilities)
    let clause = try #require(stage.model.current)
    #expect(!stage.text.contains("no A"))
    var act: [Command] = []
    for bound in stage.model.assessment.parties(boundBy: clause) {
      act.append(.set(clause, Slot(Commitment.responsibility.key, party: bound), nil))
    }
    let changes = try stage.model.assessment.perform(act, in: stage.model.context)
    stage.send(.changedElsewhere(changes))
    #expect(stage.text.contains("no A"))
  }

  @Test("every screen says what belongs there when nothing does", arguments: Language.allCases)
  func empty(_ language: Language) throws {
    let context = Context(today: Stage.today, actor: "tester", catalogues: Catalogues.shelf)
    for screen in [ScreenID.agreement, .responsibilities, .policy, .objectives, .pairs, .integration] {
      var model = Model(
        assessment: Assessment(), context: context, language: language, glyphs: .neutral, size: .small)
      model.go(to: screen)
      let text = TextWriter().write(model.view())
      #expect(text.contains("n"), "\(screen)")
      #expect(model.state.rows.isEmpty)
    }
  }
}
