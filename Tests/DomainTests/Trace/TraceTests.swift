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

  /// 12.3.1 of one edition is 8.13 of the other.
  private let editions = EditionCorrespondence([("12.3.1", "8.13")])

  private func trace(_ record: RecordID) -> TraceTree { room.assessment.trace(of: record, editions) }

  private func line(_ nodes: [TraceNode]) -> [RecordID] {
    nodes.first.map { [$0.record] + line($0.children) } ?? []
  }

  @Test("from evidence up to the commitment: why it is here")
  func up() {
    let tree = trace(evidence)
    #expect(line(tree.up) == [control, risk, objective, policy, clause])
    #expect(tree.up.first?.link.ja == "裏付ける管理策")
    #expect(tree.down.isEmpty)
  }

  @Test("from the commitment down to evidence and readings: who makes sure of it")
  func down() {
    let tree = trace(clause)
    #expect(line(tree.down).prefix(3) == [policy, objective, risk])
    let below = tree.down.first?.children.first?.children ?? []
    #expect(below.map(\.record) == [risk, reading])
    #expect(line(below) == [risk, control, evidence])
    #expect(tree.up.isEmpty)
  }

  @Test("sideways to the other party: pair, chain, shared control, disclosure")
  func sideways() {
    #expect(trace(objective).sideways.map(\.record) == [paired])
    #expect(trace(paired).sideways.map(\.record) == [objective])
    let chained = trace(risk).sideways
    #expect(chained.map(\.record) == [chain])
    #expect(chained.first?.children.map(\.link.ja) == ["第1段", "第2段", "第3段", "第4段"])
    #expect(chained.first?.children.map { $0.children.map(\.record) } == [[], [theirs], [], [theirs]])
    #expect(trace(control).sideways.map(\.record) == [twin, disclosure])
    #expect(trace(twin).sideways.map(\.record) == [control])
    #expect(trace(disclosure).sideways.map(\.record) == [control])
  }

  @Test("the same control of the other edition is found beside it; another number there is not")
  mutating func otherEdition() throws {
    try room.set(twin, ControlStatement.catalogue, "newer")
    try room.set(twin, ControlStatement.control, "8.13")
    #expect(trace(control).sideways.map(\.record) == [twin, disclosure])
    #expect(trace(twin).sideways.map(\.record) == [control])
    try room.set(twin, ControlStatement.control, "8.14")
    #expect(trace(control).sideways.map(\.record) == [disclosure])
  }

  @Test("a circle of links ends, and says what stands elsewhere")
  mutating func circle() throws {
    let (first, second) = (try room.policy(.standard), try room.policy(.standard))
    for (child, parent) in [(first, second), (second, first)] {
      room.assessment.apply(
        .set(child, Slot(PolicyDocument.parent.key), before: nil, after: .reference(parent)))
    }
    let up = trace(first).up
    #expect(line(up) == [second, first])
    #expect(up.first?.children.first?.isRepeated == true)
  }

  @Test("what is too much to show is counted")
  mutating func width() throws {
    for _ in 0..<10 { _ = try room.risk(1, 1) { $0.set(Risk.objective, objective) } }
    let tree = room.assessment.trace(of: objective, editions, width: 4)
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
    try room.add(.finding, room.csp) { $0.set(Finding.record, idle) }
    let found = room.assessment.brokenLinks(of: room.csc).map(\.record)
    #expect(found.contains(idle), "that nothing discharges it was found, not mended")
  }
}
