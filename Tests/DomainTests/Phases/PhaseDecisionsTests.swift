import Domain
import Testing

@Suite("Phase events in an assessment")
struct PhaseDecisionsTests {
  @Test("the whole way of one party through one phase, and what > would do next")
  func wayThroughAPhase() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    let way: [(PhaseEventKind, PhaseEvent)] = [
      (.begin, .begin(.agreement, party: party)),
      (.submit, .submit(.agreement, party: party, by: "clerk")),
      (.agree, .agree(.agreement, party: party, by: "head of p1")),
    ]
    for (kind, event) in way {
      #expect(room.assessment.nextEvent(for: party, .agreement) == kind)
      try room.send(event)
    }
    #expect(room.assessment.nextEvent(for: party, .agreement) == nil)
    let entry = room.assessment.phases.entry(party, .agreement)
    #expect(entry.state == .agreed && entry.submittedBy == "clerk" && entry.agreedBy == "head of p1")
    #expect(room.assessment.jointState(of: .agreement).state == .agreed)
  }

  @Test("a refused event changes nothing and names guard, party, phase and what stands in the way")
  func refusalsNameTheGuard() throws {
    var room = try OpenRoom(parties: 2)
    let (csc, csp) = (room.parties[0], room.parties[1])
    _ = try room.agreement([csc, csp])
    try room.agree(.agreement, [csc])
    try room.send(.begin(.policy, party: csc))
    try room.send(.submit(.policy, party: csc, by: "clerk"))
    let before = room.assessment.phases
    let circle = try #require(room.refusal(of: .agree(.policy, party: csc, by: "head of p1")))
    #expect(circle.guardName == .circle && circle.records == [csp] && circle.party == csc)
    #expect(circle.phase == .policy && circle.state == .inReview)
    let authority = try #require(room.refusal(of: .agree(.policy, party: csc, by: "clerk")))
    #expect(authority.guardName == .authority && authority.records.count == 1)
    #expect(room.refusal(of: .begin(.policy, party: csc))?.guardName == .state)
    #expect(room.refusal(of: .reopen(.agreement, party: csc, by: "x", reason: " "))?.guardName == .reason)
    #expect(room.assessment.phases == before)
  }

  @Test("a blocker of the gate refuses submit and agree; a warning does not")
  func gateRefuses() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    try room.send(.begin(.agreement, party: party))
    let words = Words("missing", "なし")
    let blocker = GateFinding(
      rule: "A1", severity: .blocker, phase: .agreement, party: party, record: party, words: words)
    let warning = GateFinding(
      rule: "A8", severity: .warning, phase: .agreement, party: party, record: nil, words: words)
    room.blockers = [warning, blocker]
    let refusal = try #require(room.refusal(of: .submit(.agreement, party: party, by: "clerk")))
    #expect(refusal.guardName == .gate && refusal.findings == [blocker])
    room.blockers = [warning]
    try room.send(.submit(.agreement, party: party, by: "clerk"))
    #expect(room.state(party, .agreement) == .inReview)
  }

  @Test("reopening makes the party's own later agreed phases stale, and nobody else's")
  func reopenIsOwn() throws {
    var room = try OpenRoom(parties: 2)
    let (csc, csp) = (room.parties[0], room.parties[1])
    _ = try room.agreement([csc, csp])
    try room.agreeAll(upTo: .objectives)
    try room.send(.reopen(.policy, party: csc, by: "head of p1", reason: "new law"))
    #expect(room.states(csc)[0..<3] == [.agreed, .inProgress, .stale])
    #expect(room.states(csp)[0..<3] == [.agreed, .agreed, .agreed])
    let joint = room.assessment.jointState(of: .objectives)
    #expect(joint.state == .stale && joint.agreedCount == 1 && joint.total == 2)
    #expect(room.assessment.jointState(of: .policy).state == .inProgress)
  }

  @Test("agreeing again makes stale whoever links to what changed, from that record's phase on")
  func agreementAfterChangeTellsLinkers() throws {
    var room = try OpenRoom(parties: 2)
    let (csc, csp) = (room.parties[0], room.parties[1])
    let changed = try room.objective(of: csp)
    let untouched = try room.objective(of: csp, "second")
    _ = try room.risk(of: csc, for: changed)
    try room.agreeAll(upTo: .controls)
    try room.send(.reopen(.objectives, party: csp, by: "head of p2", reason: "target"))
    try room.set(changed, Objective.statement, "no incidents")
    try room.agree(.objectives, [csp])
    #expect(room.states(csc) == [.agreed, .agreed, .agreed, .stale, .stale, .notStarted])
    #expect(room.states(csp) == [.agreed, .agreed, .agreed, .stale, .stale, .notStarted])
    try room.agreeAll(upTo: .controls)
    try room.send(.reopen(.objectives, party: csp, by: "head of p2", reason: "second"))
    try room.set(untouched, Objective.statement, "third")
    try room.agree(.objectives, [csp])
    #expect(room.states(csc)[3] == .agreed, "nothing of the customer's links to what changed")
  }

  @Test("a running field neither locks nor makes anything stale")
  func runningFieldsAreFree() throws {
    var room = try OpenRoom(parties: 2)
    let (csc, csp) = (room.parties[0], room.parties[1])
    let objective = try room.objective(of: csp)
    _ = try room.risk(of: csc, for: objective)
    try room.agreeAll(upTo: .riskManagement)
    let person = try #require(room.assessment[csp, Party.topManagement])
    try room.set(objective, Objective.owner, person)
    #expect(throws: Refusal.self) { try room.set(objective, Objective.statement, "other") }
    #expect(room.assessment.phases.entry(csp, .objectives).changed.isEmpty)
    try room.send(.reopen(.objectives, party: csp, by: "head of p2", reason: "look"))
    try room.agree(.objectives, [csp])
    #expect(room.states(csc)[3] == .agreed)
  }

  @Test("amending a joint clause unlocks it for all it binds and asks for their answers again")
  func amendUnlocks() throws {
    var room = try OpenRoom(parties: 3)
    let (csc, csp, other) = (room.parties[0], room.parties[1], room.parties[2])
    let clause = try room.clause(of: room.agreement([csc, csp]))
    try room.answer(clause, csc, .accepted)
    try room.answer(clause, csp, .acceptedWithReservation)
    try room.agreeAll(upTo: .policy)
    #expect(throws: Refusal.self) { try room.set(clause, Commitment.text, "other text") }
    try room.send(.amend(clause, by: "head of p1", reason: "new service"))
    #expect(room.states(csc)[0..<3] == [.stale, .stale, .notStarted])
    #expect(room.states(csp)[0..<3] == [.stale, .stale, .notStarted])
    #expect(room.states(other)[0..<3] == [.agreed, .agreed, .notStarted])
    for party in [csc, csp] {
      let answer: Answer? = room.assessment[clause, Commitment.answer, party]
      #expect(answer == .proposed)
    }
    try room.set(clause, Commitment.text, "other text")
    try room.answer(clause, csc, .accepted)
    try room.agree(.agreement)
    #expect(throws: Refusal.self) { try room.set(clause, Commitment.text, "third text") }
  }

  @Test("only joint records with a phase that somebody agreed are amended, and only for a reason")
  func amendGuards() throws {
    var room = try OpenRoom(parties: 2)
    let clause = try room.clause(of: room.agreement(room.parties))
    let objective = try room.objective(of: room.parties[0])
    #expect(room.refusal(of: .amend(clause, by: "x", reason: "why"))?.guardName == .state)
    try room.agree(.agreement)
    #expect(room.refusal(of: .amend(clause, by: "x", reason: ""))?.guardName == .reason)
    #expect(room.refusal(of: .amend(objective, by: "x", reason: "why"))?.guardName == .notJoint)
    #expect(room.refusal(of: .amend(room.parties[0], by: "x", reason: "why"))?.guardName == .notJoint)
    #expect(room.refusal(of: .amend(clause, by: "x", reason: "why")) == nil)
  }

  @Test("a new clause is refused while a party it binds has agreed, and only then")
  func newJointRecords() throws {
    var room = try OpenRoom(parties: 3)
    let (csc, csp, third) = (room.parties[0], room.parties[1], room.parties[2])
    let agreement = try room.agreement([csc, csp])
    let other = try room.agreement([csp, third])
    try room.agree(.agreement, [csc])
    #expect(throws: Refusal.self) { try room.clause(of: agreement) }
    let clause = try room.clause(of: other)
    #expect(room.assessment[clause, Commitment.text] == "a clause")
    #expect(room.state(third, .agreement) == .inProgress)
  }
}
