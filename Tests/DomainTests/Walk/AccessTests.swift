import Domain
import Testing

@Suite("What an auditor may write")
struct AccessTests {
  var assessment = Assessment()
  var context = Context(
    today: Day(number: 20_781), actor: "auditor", replica: 1, catalogues: CatalogueShelf([]))
  let party: RecordID
  let risk: RecordID

  init() throws {
    var party = Draft(.party, party: nil)
    party.set(Party.name, "Sample")
    party.set(Party.partyKey, "csc")
    var risk = Draft(.risk, party: party.id, pending: 1)
    risk.set(Risk.event, "backup cannot be restored")
    _ = try assessment.perform([.create(party), .create(risk)], in: context)
    self.party = try #require(assessment.party(key: "csc"))
    self.risk = try #require(assessment.ids(.risk).first)
    context.audits = true
  }

  private func draft() -> Draft {
    var finding = Draft(.finding, party: party)
    finding.set(Finding.text, "the restore was never tested")
    finding.set(Finding.record, risk)
    return finding
  }

  @Test("a finding is written, and begins nobody's phase")
  mutating func finding() throws {
    let changes = try assessment.perform([.create(draft())], in: context)
    #expect(assessment.count(.finding) == 1)
    #expect(assessment.phases[party, .evaluation] == .notStarted)
    #expect(changes.allSatisfy { $0.isAbout([.finding], assessment) })
  }

  @Test("a walk and its stops are written")
  mutating func walk() throws {
    var walk = Draft(.walk, party: nil)
    walk.set(Walk.auditor, "auditor")
    var stop = Draft(.walkStop, party: nil, pending: 1)
    stop.set(WalkStop.walk, walk.id)
    stop.set(WalkStop.record, risk)
    _ = try assessment.perform([.create(walk), .create(stop)], in: context)
    #expect(assessment.count(.walkStop) == 1)
  }

  @Test("everything else is refused, and the refusal says why")
  mutating func refused() throws {
    let orders: [(Command, Refusal)] = [
      (.set(risk, Slot(Risk.likelihood.key), .integer(3)), .audited(risk)),
      (.create(Draft(.risk, party: party)), .audited(nil)), (.remove(risk), .audited(risk)),
      (.removeAndUnlink(risk), .audited(risk)), (.phase(.begin(.policy, party: party)), .audited(nil)),
    ]
    for (order, refusal) in orders {
      let before = assessment.revision
      #expect(throws: refusal) { try assessment.perform([order], in: context) }
      #expect(assessment.refusals(of: [[order]], in: context) == [0: refusal])
      #expect(assessment.revision == before)
    }
  }

  @Test("one order out of bounds takes the finding beside it along")
  mutating func wholeAct() throws {
    let orders: [Command] = [
      .create(draft()), .set(risk, Slot(Risk.event.key), .text("another")),
    ]
    #expect(throws: Refusal.audited(risk)) { try assessment.perform(orders, in: context) }
    #expect(assessment.count(.finding) == 0)
    #expect(assessment[risk, Risk.event] == "backup cannot be restored")
  }

  @Test("a finding is taken back, not deleted; what was done before the audit is not undone in it")
  mutating func undo() throws {
    let changes = try assessment.perform([.create(draft())], in: context)
    let finding = try #require(assessment.ids(.finding).first)
    #expect(throws: Refusal.keptByAudit(finding)) {
      try assessment.perform([.remove(finding)], in: context)
    }
    let inverse = changes.reversed().compactMap { $0.inverse(in: assessment) }
    _ = try assessment.enact(inverse, in: context)
    #expect(!assessment.exists(finding))
    #expect(throws: Refusal.audited(risk)) {
      try assessment.enact(
        [.set(risk, Slot(Risk.event.key), before: .text("backup cannot be restored"), after: nil)],
        in: context)
    }
  }

  @Test("a look at the past forbids findings too, also on an audit")
  mutating func past() throws {
    context.readOnly = true
    #expect(context.access == .look)
    #expect(throws: Refusal.readOnly) { try assessment.perform([.create(draft())], in: context) }
    context.readOnly = false
    #expect(context.access == .audit)
  }
}

extension Change {
  fileprivate func isAbout(_ kinds: Set<RecordKind>, _ assessment: Assessment) -> Bool {
    switch self {
    case .created(let id, _, _, _), .set(let id, _, _, _), .removed(let id):
      assessment.kind(of: id).map(kinds.contains) ?? false
    case .phase: false
    }
  }
}
