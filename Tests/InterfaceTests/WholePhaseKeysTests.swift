import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// Keys that spare a person many others while a phase is filled in from nothing.
@Suite("Keys that fill a whole phase")
struct WholePhaseKeysTests {
  /// An empty workspace of a customer and a provider.
  private func empty() throws -> Stage {
    var stage = try Stage(.cloud, .english)
    let plan = try NewWorkspace(
      .cloud, title: "Move", entrants: [Entrant(.csc, "Buyer"), Entrant(.csp, "Seller")], language: .english,
      today: Stage.today)
    var assessment = Assessment()
    let context = Context(today: Stage.today, actor: "tester", catalogues: Catalogues.shelf)
    _ = try assessment.perform(plan.commands, in: context)
    stage.model = Model(
      assessment: assessment, context: context, language: .english, glyphs: .neutral, size: .large)
    return stage
  }

  @Test("all controls are decided, given a status and an owner by marks and a few keys")
  func controls() throws {
    var stage = try empty()
    let party = try #require(stage.model.assessment.party(key: "csc"))
    stage.open(.controls)
    stage.press(.character("*"), .home, .enter, .character("a"), .character("2"), .character("e"))
    stage.press(.control("f"))
    stage.type("Owner")
    stage.press(.enter)
    stage.type("Sato")
    stage.press(.control("s"))
    let statements = stage.model.assessment.ids(.controlStatement, of: party)
    #expect(statements.count > 90)
    for statement in statements {
      #expect(stage.model.assessment[statement, ControlStatement.status] == .planned)
      let owner = stage.model.assessment[statement, ControlStatement.owner]
      #expect(owner.flatMap { stage.model.assessment.title(of: $0) } == "Sato")
    }
    #expect(stage.model.assessment.ids(.person, of: party).count == 1)
  }

  @Test("another party's statement is never in cell mode by itself")
  func cellModeEnds() throws {
    var stage = try empty()
    stage.open(.controls)
    stage.press(.home, .down, .down, .enter)
    #expect(stage.model.state.inCell)
    stage.press(.character("p"))
    #expect(!stage.model.state.inCell)
  }

  @Test("clauses are laid out once, marked by their heading and judged together")
  func clauses() throws {
    var stage = try empty()
    let party = try #require(stage.model.assessment.party(key: "csc"))
    stage.open(.context)
    stage.press(.character("+"))
    let heading = try #require(
      stage.model.state.rows.firstIndex {
        $0.record.map(stage.model.assessment.kind(of:)) == .clauseConformity
      })
    stage.model.state.cursor = heading - 1
    stage.press(.character(" "), .character("e"))
    stage.press(.control("f"))
    stage.type("Conformity")
    stage.press(.enter)
    stage.type("conforms")
    stage.press(.control("s"))
    let clauses = stage.model.assessment.ids(.clauseConformity, of: party)
    #expect(clauses.count == Catalogues.shelf.clauses.leaves.count)
    for clause in clauses {
      #expect(stage.model.assessment[clause, ClauseConformity.state] == .conform)
    }
    stage.press(.escape, .character("+"))
    #expect(stage.model.assessment.ids(.clauseConformity, of: party).count == clauses.count)
  }

  @Test("Ctrl-F turns a line into a form with what it said, a person to be included")
  func lineToForm() throws {
    var stage = try empty()
    stage.open(.register)
    stage.press(.character("n"))
    stage.type("Backup is unusable src:lock-in own:Sato l:3 c:5")
    stage.press(.control("f"))
    #expect(stage.text.contains("New: Risk"))
    stage.press(.control("s"))
    let risk = try #require(stage.model.assessment.ids(.risk).first)
    #expect(stage.model.assessment[risk, Risk.event] == "Backup is unusable")
    #expect(stage.model.assessment[risk, Risk.likelihood] == 3)
    #expect(stage.model.assessment[risk, Risk.sources] == ["lock-in"])
    let owner = stage.model.assessment[risk, Risk.owner]
    #expect(owner.flatMap { stage.model.assessment.title(of: $0) } == "Sato")
  }

  @Test("steps typed one after another follow one another in the chain")
  func steps() throws {
    var stage = try empty()
    stage.open(.chain)
    stage.press(.character("n"))
    stage.type("Migration")
    stage.press(.enter, .escape, .character("n"))
    for text in ["data destroyed @csc", "backup given @csp", "backup unusable @csc"] {
      stage.type(text)
      stage.press(.enter)
    }
    let orders = stage.model.assessment.ids(.chainStep).map { stage.model.assessment[$0, ChainStep.order] }
    #expect(orders == [1, 2, 3])
  }

  @Test("A on the register takes plans to their owners and levels to whom the band names")
  func consent() throws {
    var stage = try empty()
    let party = try #require(stage.model.assessment.party(key: "csc"))
    stage.press(.character("e"), .control("f"))
    stage.type("Top management")
    stage.press(.enter)
    stage.type("Yamada")
    stage.press(.control("s"))
    let head = try #require(stage.model.assessment[party, Party.topManagement])
    #expect(stage.model.assessment.party(of: head) == party)
    stage.open(.register)
    stage.press(.character("n"))
    stage.type("kept own:Sato l:2 c:5 !retain")
    stage.press(.enter)
    stage.type("reduced own:Sato l:3 c:5 !modify")
    stage.press(.enter, .escape, .character("*"), .character("A"), .character("y"))
    let (kept, reduced) = (stage.model.assessment.ids(.risk)[0], stage.model.assessment.ids(.risk)[1])
    #expect(stage.model.assessment[kept, Risk.acceptedBy] == head)
    #expect(stage.model.assessment.acceptance(of: kept, .present, today: Stage.today) == .inForce)
    #expect(
      stage.model.assessment[reduced, Risk.planApprovedBy] == stage.model.assessment[reduced, Risk.owner])
    #expect(!stage.model.assessment.has(reduced, Risk.acceptedBy))
    stage.press(.character("A"))
    #expect(stage.model.layers.isEmpty, "nothing is left to say yes to")
  }
}
