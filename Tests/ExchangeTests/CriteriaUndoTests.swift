import Domain
import Exchange
import Journal
import Store
import Testing

@Suite("Criteria changed and taken back")
struct CriteriaUndoTests {
  let workspace: Workspace
  var assessment: Assessment
  private var context = Context(today: Day(number: 20_000), actor: "佐藤", catalogues: CatalogueShelf([]))
  private var clock: Int64 = 1_700_000_000_000

  init() throws {
    workspace = try Workspace.inMemory(replica: 7)
    assessment = try workspace.load()
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "criteria")
    var parties: [Draft] = []
    for (index, key) in ["csc", "csp"].enumerated() {
      var party = Draft(.party, party: nil, pending: index + 1)
      party.set(Party.name, key)
      party.set(Party.partyKey, key)
      parties.append(party)
    }
    try perform([.create(head)] + parties.map(Command.create))
    try perform([.create(DefaultCriteria.draft(party: nil, title: "joint"))])
    let joint = try #require(assessment.ids(.riskCriteria).first)
    for party in assessment.ids(.party) {
      try perform([.set(joint, Slot(RiskCriteria.agreedBy.key, party: party), .text("boss"))])
      for l in 1...5 {
        var risk = Draft(.risk, party: party)
        risk.set(Risk.event, "event \(l)")
        risk.set(Risk.likelihood, l)
        risk.set(Risk.consequenceStep, 6 - l)
        try perform([.create(risk)])
      }
    }
  }

  private mutating func perform(_ commands: [Command]) throws {
    clock += 1
    _ = try workspace.perform(commands, on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  private mutating func undo() throws {
    clock += 1
    _ = try workspace.undo(on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  private func bytes() throws -> [UInt8] {
    try WorkspaceExport(assessment, replica: workspace.replica).stateBytes()
  }

  @Test("from 5 × 5 to 4 × 4 with a mapping, agreed and rated under, and back: the same bytes")
  mutating func fourByFour() throws {
    let joint = try #require(assessment.ids(.riskCriteria).first)
    let before = try bytes()
    var tables = CriteriaTables(joint, assessment)
    tables.removeStep(.likelihood, at: 1)
    tables.removeStep(.consequence, at: 1)
    var draft = Draft(.riskCriteria, party: nil, values: tables.values)
    draft.set(RiskCriteria.version, 2)
    draft.set(RiskCriteria.replaces, joint)
    let rows = [["1", "1"], ["2", "1"], ["3", "2"], ["4", "3"], ["5", "4"]]
    draft.set(RiskCriteria.likelihoodMapping, rows)
    draft.set(RiskCriteria.consequenceMapping, rows)
    try perform([.create(draft)])
    let afterOne = try bytes()
    #expect(afterOne != before)
    let next = try #require(assessment.ids(.riskCriteria).last)
    for party in assessment.ids(.party) {
      try perform([.set(next, Slot(RiskCriteria.agreedBy.key, party: party), .text("boss"))])
    }
    let risk = try #require(assessment.ids(.risk).first)
    #expect(assessment.level(risk) == 5, "rated under the first version, level 1 × 5")
    try perform([.set(risk, Slot(Risk.likelihood.key), .integer(4))])
    #expect(assessment.rating(risk)?.criteria == next)
    for _ in 0..<3 { try undo() }
    #expect(try bytes() == afterOne)
    try undo()
    #expect(try bytes() == before)
    #expect(try WorkspaceExport(workspace.load(), replica: workspace.replica).stateBytes() == before)
  }

  static let seeds = (0..<4).map { _ in UInt64.random(in: 0..<1_000_000) } + [5]

  @Test("whatever is done to criteria at random, taking it all back gives the same bytes", arguments: seeds)
  mutating func atRandom(seed: UInt64) throws {
    var random = Steps(state: seed)
    var states = [try bytes()]
    for _ in 0..<400 where states.count <= 20 {
      try perform(random.commands(assessment))
      let now = try bytes()
      if now != states.last { states.append(now) }
    }
    #expect(states.count > 20, "seed \(seed)")
    for state in states.dropLast().reversed() {
      try undo()
      try #require(try bytes() == state, "seed \(seed)")
    }
  }

  /// One act after another, drawn from a seed.
  private struct Steps {
    var state: UInt64

    mutating func pick(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func commands(_ assessment: Assessment) -> [Command] {
      let all = assessment.ids(.riskCriteria)
      let criteria = all[pick(all.count)]
      let parties = assessment.ids(.party)
      var tables = CriteriaTables(criteria, assessment)
      switch pick(5) {
      case 0:
        tables.removeStep(.likelihood, at: pick(tables.likelihood.count))
        tables.insertStep(.consequence, after: pick(tables.consequence.count))
        var draft = Draft(.riskCriteria, party: nil, values: tables.values)
        draft.set(RiskCriteria.version, all.count + 1)
        draft.set(RiskCriteria.replaces, criteria)
        draft.set(RiskCriteria.likelihoodMapping, [["1", String(1 + pick(3))], ["2", "3"]])
        return [.create(draft)]
      case 1:
        let line = Value.integer(1 + pick(20))
        return [.set(criteria, Slot(RiskCriteria.acceptanceLine.key), line)]
      case 2:
        tables.exchangeSteps(.likelihood, 0, 1 + pick(2))
        let slot = Slot(RiskCriteria.likelihoodScale.key)
        return [.set(criteria, slot, tables.values[slot])]
      case 3:
        let slot = Slot(RiskCriteria.agreedBy.key, party: parties[pick(parties.count)])
        return [.set(criteria, slot, .text("boss \(pick(9))"))]
      default:
        let risks = assessment.ids(.risk)
        let risk = risks[pick(risks.count)]
        return [.set(risk, Slot(Risk.likelihood.key), .integer(1 + pick(5)))]
      }
    }
  }
}
