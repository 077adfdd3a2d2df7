import Domain
import Testing

/// The talk's link between customer and provider, in small.
@Suite("Trace")
struct TraceTests {
  var room: Room
  let clause, policy, objective, paired, risk, theirs, chain, control, twin, evidence, reading,
    disclosure: RecordID

  init() throws {
    var room = try Room()
    let (csc, csp) = (room.csc, room.csp)
    let clause = try room.clause(.responsibility)
    let policy = try room.policy(.topicPolicy) { $0.set(PolicyDocument.answers, [clause]) }
    let objective = try room.objective(.organization) { $0.set(Objective.policy, policy) }
    let paired = try room.objective(.organization, of: csp)
    try room.add(.objectivePair, nil) {
      $0.set(ObjectivePair.customerObjective, objective)
      $0.set(ObjectivePair.providerObjective, paired)
    }
    let risk = try room.risk(3, 4) { $0.set(Risk.objective, objective) }
    let theirs = try room.risk(3, 4, of: csp) { $0.set(Risk.objective, paired) }
    let chain = try room.add(.riskChain, nil) { $0.set(RiskChain.title, "backup cannot be used") }
    for (order, party) in [csc, csp, csc, csp].enumerated() {
      try room.add(.chainStep, party) {
        $0.set(ChainStep.chain, chain)
        $0.set(ChainStep.order, order + 1)
        $0.set(ChainStep.risk, party == csc ? risk : theirs)
      }
    }
    control = try room.control("12.3.1") {
      $0.set(ControlStatement.risks, [risk])
      $0.set(ControlStatement.responsibility, .shared)
      $0.set(ControlStatement.counterpart, csp)
    }
    twin = try room.control("12.3.1", of: csp)
    let control = control
    evidence = try room.add(.evidence, csc) {
      $0.set(Evidence.title, "restore test")
      $0.set(Evidence.control, control)
    }
    reading = try room.add(.reading, csc) {
      $0.set(Reading.objective, objective)
      $0.set(Reading.value, 1)
    }
    disclosure = try room.add(.disclosure, csp) { $0.set(Disclosure.controls, [control]) }
    (self.clause, self.policy, self.objective, self.paired) = (clause, policy, objective, paired)
    (self.risk, self.theirs, self.chain) = (risk, theirs, chain)
    self.room = room
  }

  private func line(_ nodes: [TraceNode]) -> [RecordID] {
    nodes.first.map { [$0.record] + line($0.children) } ?? []
  }

  @Test("from evidence up to the commitment: why it is here")
  func up() {
    let tree = room.assessment.trace(of: evidence)
    #expect(line(tree.up) == [control, risk, objective, policy, clause])
    #expect(tree.up.first?.link.ja == "裏付ける管理策")
    #expect(tree.down.isEmpty)
  }

  @Test("from the commitment down to evidence and readings: who makes sure of it")
  func down() {
    let tree = room.assessment.trace(of: clause)
    #expect(line(tree.down).prefix(3) == [policy, objective, risk])
    let below = tree.down.first?.children.first?.children ?? []
    #expect(below.map(\.record) == [risk, reading])
    #expect(line(below) == [risk, control, evidence])
    #expect(tree.up.isEmpty)
  }

  @Test("sideways to the other party: pair, chain, shared control, disclosure")
  func sideways() {
    #expect(room.assessment.trace(of: objective).sideways.map(\.record) == [paired])
    #expect(room.assessment.trace(of: paired).sideways.map(\.record) == [objective])
    let chained = room.assessment.trace(of: risk).sideways
    #expect(chained.map(\.record) == [chain])
    #expect(chained.first?.children.map(\.link.ja) == ["第1段", "第2段", "第3段", "第4段"])
    #expect(chained.first?.children.map { $0.children.map(\.record) } == [[], [theirs], [], [theirs]])
    #expect(room.assessment.trace(of: control).sideways.map(\.record) == [twin, disclosure])
    #expect(room.assessment.trace(of: twin).sideways.map(\.record) == [control])
    #expect(room.assessment.trace(of: disclosure).sideways.map(\.record) == [control])
  }

  @Test("a circle of links ends, and says what stands elsewhere")
  mutating func circle() throws {
    let (first, second) = (try room.policy(.standard), try room.policy(.standard))
    for (child, parent) in [(first, second), (second, first)] {
      room.assessment.apply(
        .set(child, Slot(PolicyDocument.parent.key), before: nil, after: .reference(parent)))
    }
    let up = room.assessment.trace(of: first).up
    #expect(line(up) == [second, first])
    #expect(up.first?.children.first?.isRepeated == true)
  }

  @Test("what is too much to show is counted")
  mutating func width() throws {
    for _ in 0..<10 { _ = try room.risk(1, 1) { $0.set(Risk.objective, objective) } }
    let tree = room.assessment.trace(of: objective, width: 4)
    #expect(tree.down.count == 4)
    #expect(tree.omittedDown == 8)
  }

  @Test("records that lead up to nothing, and clauses nothing discharges, are told")
  mutating func brokenLinks() throws {
    let idle = try room.clause(.law)
    let lonely = try room.risk(1, 1)
    let spare = try room.control("5.1.1")
    _ = try room.policy(.basicPolicy)
    let broken = room.assessment.brokenLinks(of: room.csc).map(\.record)
    #expect(broken == [idle, lonely, spare])
    #expect(room.assessment.brokenLinks().map(\.record) == [idle, paired, lonely, twin, spare])
  }
}
