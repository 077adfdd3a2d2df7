import Domain
import Testing

@Suite("Lines of supply, and who is touched by a change")
struct SupplyTests {
  /// Services of the first party of each pair to the second, each in an agreement of its own.
  private func provide(_ pairs: [(RecordID, RecordID)], _ room: inout OpenRoom) throws -> [RecordID] {
    try pairs.map { customer, provider in
      var agreement = Draft(.agreement, party: nil)
      agreement.set(Agreement.title, "terms")
      agreement.set(Agreement.kind, .cloudService)
      let terms = try room.create(agreement)
      var service = Draft(.service, party: nil)
      service.set(Service.title, "storage")
      service.set(Service.agreement, terms)
      service.set(Service.customer, customer)
      service.set(Service.provider, provider)
      _ = try room.create(service)
      return terms
    }
  }

  @Test("customers, providers and their providers stand in line; whoever left is cut out")
  func lines() throws {
    var room = try OpenRoom(parties: 4)
    let p = room.parties
    let terms = try provide([(p[0], p[1]), (p[1], p[2]), (p[1], p[3])], &room)
    let today = room.context.today
    #expect(SupplyLines(room.assessment, on: today).first(9) == [[p[0], p[1], p[2]], [p[0], p[1], p[3]]])
    try room.set(terms[2], Agreement.inForceTo, today.adding(-1))
    #expect(SupplyLines(room.assessment, on: today).first(9) == [[p[0], p[1], p[2]]])
    try room.set(p[2], Party.leftOn, today)
    #expect(SupplyLines(room.assessment, on: today).first(9) == [[p[0], p[1]]])
  }

  @Test("providers in a circle do not make a line without end")
  func circle() throws {
    var room = try OpenRoom(parties: 3)
    let p = room.parties
    _ = try provide([(p[0], p[1]), (p[1], p[2]), (p[2], p[1])], &room)
    #expect(SupplyLines(room.assessment, on: room.context.today).first(9) == [[p[0], p[1], p[2]]])
  }

  @Test(
    "where everybody uses everybody behind, as many lines as are wanted are found, and where they go beyond")
  func dense() throws {
    var room = try OpenRoom(parties: 40)
    let p = room.parties
    let pairs = p.indices.flatMap { one in p.indices.dropFirst(one + 1).map { (p[one], p[$0]) } }
    _ = try provide(pairs, &room)
    let lines = SupplyLines(room.assessment, on: room.context.today)
    let found = lines.first(4)
    #expect(found.count == 4 && found.first == p && Set(found).count == 4)
    #expect(lines.first(2, ofAtLeast: 3).count == 2)
    #expect(lines.goBeyond([p[0], p[20]]))
    #expect(!lines.goBeyond([p[20]]), "one party alone promises nothing down the line")
    #expect(!lines.goBeyond([p[3], p[39]]), "nobody stands behind the last")
  }

  @Test("a line goes beyond parties only where both are on it")
  func beyond() throws {
    var room = try OpenRoom(parties: 5)
    let p = room.parties
    _ = try provide([(p[0], p[1]), (p[0], p[2]), (p[1], p[3]), (p[2], p[3]), (p[3], p[4])], &room)
    let lines = SupplyLines(room.assessment, on: room.context.today)
    #expect(lines.goBeyond([p[0], p[1]]) && lines.goBeyond([p[1], p[3]]))
    #expect(!lines.goBeyond([p[1], p[2]]), "beside each other, each on a line of its own")
    #expect(!lines.goBeyond([p[0], p[1], p[4]]))
  }

  @Test("a clause that rests on a sub-provider's passes its change up the line")
  func passesUp() throws {
    var room = try OpenRoom(parties: 3)
    let p = room.parties
    let terms = try provide([(p[0], p[1]), (p[1], p[2])], &room)
    let promise = try room.clause(of: terms[0], "backups are kept")
    let support = try room.clause(of: terms[1], "backups are stored far away")
    try room.perform([.set(promise, Slot(Commitment.restsOn.key), .references([support]))])
    try room.agreeAll(upTo: .policy)
    try room.send(.amend(support, by: "head of p2", reason: "moved"))
    #expect(room.state(p[0], .agreement) == .agreed, "nothing is changed yet")
    #expect(room.state(p[1], .agreement) == .stale)
    try room.set(support, Commitment.text, "backups are stored nearby")
    try room.agree(.agreement, [p[1], p[2]])
    #expect(room.state(p[0], .agreement) == .stale, "what its clause rests on changed")
    #expect(room.state(p[0], .policy) == .stale)
  }

  @Test("among 200 organisations one that reopens makes nobody stale who is not linked to it")
  func strangersStayAgreed() throws {
    var room = try OpenRoom(parties: 200, scope: .cyberspace)
    let p = room.parties
    let rules = try room.agreement(p, .rulesOfSharedUse)
    _ = try room.clause(of: rules)
    let objectives = try p.map { try room.objective(of: $0) }
    _ = try room.pair(objectives[7], objectives[100])
    try room.agreeAll(upTo: .objectives)
    let before = p.map(room.states)
    try room.send(.reopen(.objectives, party: p[7], by: "head of p8", reason: "measured wrongly"))
    try room.set(objectives[7], Objective.statement, "no incidents")
    try room.agree(.objectives, [p[7]])
    for (index, party) in p.enumerated() where index != 7 && index != 100 {
      #expect(room.states(party) == before[index])
    }
    #expect(room.state(p[100], .objectives) == .stale, "it is paired with what changed")
    #expect(room.state(p[100], .policy) == .agreed)
  }

  @Test("what would follow is told before, and nothing is done")
  func foreseen() throws {
    var room = try OpenRoom(parties: 3)
    let p = room.parties
    let terms = try provide([(p[0], p[1]), (p[1], p[2])], &room)
    let clause = try room.clause(of: terms[0])
    try room.answer(clause, p[0], .accepted)
    try room.answer(clause, p[1], .accepted)
    try room.agreeAll(upTo: .policy)
    let assessment = room.assessment
    let amended = assessment.foresee(
      [.phase(.amend(clause, by: "head of p1", reason: "why"))], in: room.context)
    #expect(amended.refusal == nil)
    #expect(amended.moves.map(\.party) == [p[0], p[1]])
    #expect(amended.moves.allSatisfy { $0.phases == [.agreement, .policy] && $0.to == .stale })
    #expect(amended.reopened.map(\.clause) == [clause])
    #expect(amended.reopened.first?.parties == [p[0], p[1]])
    let joined = assessment.foresee(
      assessment.commands(
        joining: Newcomer("Third", .cloudServiceProvider, partner: p[1]), by: "head of p2"),
      in: room.context)
    #expect(joined.refusal == nil)
    #expect(joined.moves.contains { $0.party == p[1] && $0.phases == [.agreement] && $0.to == .inProgress })
    #expect(!joined.moves.contains { $0.party == p[0] || $0.party == p[2] })
    let refused = assessment.foresee(
      [.phase(.amend(clause, by: "head of p1", reason: " "))], in: room.context)
    #expect(refused.refusal != nil && refused.moves.isEmpty)
    #expect(room.states(p[0]) == [.agreed, .agreed, .notStarted, .notStarted, .notStarted, .notStarted])
    #expect(assessment.ids(.party).count == 3)
  }
}
