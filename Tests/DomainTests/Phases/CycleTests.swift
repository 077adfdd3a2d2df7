import Domain
import Testing

@Suite("Closing a cycle, and leaving")
struct CycleTests {
  static let from = Day(number: 20_001)
  static let to = Day(number: 20_366)

  private func closing(_ name: String) -> PhaseEvent {
    .closeCycle(by: name, from: Self.from, to: Self.to)
  }

  @Test("only any party's top management closes a cycle in which every phase is jointly agreed")
  func guards() throws {
    var room = try OpenRoom(parties: 2)
    let open = try #require(room.refusal(of: closing("head of p2")))
    #expect(open.guardName == .cycleOpen && open.phase == .agreement && open.records == room.parties)
    try room.agreeAll(upTo: .controls)
    try room.agree(.evaluation, [room.parties[0]])
    let late = try #require(room.refusal(of: closing("head of p2")))
    #expect(late.guardName == .cycleOpen && late.phase == .evaluation && late.records == [room.parties[1]])
    try room.agree(.evaluation)
    #expect(room.refusal(of: closing("clerk"))?.guardName == .authority)
    room.blockers = [
      GateFinding(
        rule: "M5", severity: .blocker, phase: .evaluation, party: nil, record: nil, words: Words("x", "x"))
    ]
    #expect(room.refusal(of: closing("head of p2"))?.guardName == .gate)
    room.blockers = []
    #expect(throws: Refusal.self) {
      try room.send(.closeCycle(by: "head of p2", from: Self.to, to: Self.from))
    }
    #expect(room.refusal(of: closing("head of p2")) == nil)
  }

  @Test("the next cycle begins with phases 1 to 5 to be confirmed and 6 not started")
  func statesAfterClosing() throws {
    var room = try OpenRoom(parties: 2)
    try room.agreeAll(upTo: .evaluation)
    try room.send(closing("head of p1"))
    let head = try #require(room.assessment.head)
    #expect(room.assessment.cycle == 2)
    #expect(room.assessment[head, AssessmentRecord.periodFrom] == Self.from)
    #expect(room.assessment[head, AssessmentRecord.periodTo] == Self.to)
    for party in room.parties {
      #expect(room.states(party) == [.stale, .stale, .stale, .stale, .stale, .notStarted])
      #expect(!room.assessment.phases.entry(party, .evaluation).agreedBefore)
    }
    try room.agreeAll(upTo: .evaluation)
    #expect(Phase.allCases.allSatisfy { room.assessment.jointState(of: $0).state == .agreed })
  }

  @Test("what names no cycle keeps the one it was made in, what is dated after it goes on into the next")
  func cyclesAreKept() throws {
    var room = try OpenRoom(parties: 1)
    func finding(on day: Day?) throws -> RecordID {
      var draft = Draft(.finding, party: room.parties[0])
      draft.set(Finding.text, "found")
      draft.set(Finding.grade, .observation)
      if let day { draft.set(Finding.foundOn, day) }
      return try room.create(draft)
    }
    let (dated, undated) = (try finding(on: Self.from.adding(-10)), try finding(on: nil))
    let ahead = try finding(on: Self.from.adding(5))
    try room.agreeAll(upTo: .evaluation)
    try room.send(closing("head of p1"))
    #expect([dated, undated].map { room.assessment.cycle(of: $0) } == [1, 1])
    #expect(room.assessment.cycle(of: ahead) == 2)
    try room.agreeAll(upTo: .evaluation)
    try room.send(.closeCycle(by: "head of p1", from: Self.to.adding(1), to: Self.to.adding(365)))
    #expect([dated, undated, ahead].map { room.assessment.cycle(of: $0) } == [1, 1, 2])
  }

  @Test("measured values become baselines; residual ratings the present ones where controls are verified")
  func carriesValuesOver() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    let objective = try room.objective(of: party)
    try room.perform([.set(objective, Slot(Objective.aggregation.key), .choice("sum"))])
    try room.set(objective, Objective.target, "50%")
    for value in [3.0, 4.0] {
      var reading = Draft(.reading, party: party)
      reading.set(Reading.objective, objective)
      reading.set(Reading.value, value)
      reading.set(Reading.cycle, 1)
      _ = try room.create(reading)
    }
    let risks = try (0..<3).map { _ in try room.risk(of: party) }
    for risk in risks {
      try room.set(risk, Risk.likelihood, 4)
      try room.set(risk, Risk.consequenceStep, 5)
      try room.set(risk, Risk.residualLikelihood, 2)
      try room.set(risk, Risk.residualConsequenceStep, 3)
    }
    let criteria = try room.create(DefaultCriteria.draft(party: party, title: "ours"))
    let verified = try room.control(of: party, "8.13", treats: [risks[0], risks[1]])
    try room.set(verified, ControlStatement.verifiedOn, room.context.today)
    _ = try room.control(of: party, "8.14", treats: [risks[1]])
    try room.agreeAll(upTo: .evaluation)
    try room.send(closing("CISO"))
    #expect(room.assessment[objective, Objective.baseline] == 7)
    #expect(room.assessment[risks[0], Risk.likelihood] == 2)
    #expect(room.assessment[risks[0], Risk.consequenceStep] == 3)
    #expect(room.assessment.rating(risks[0])?.criteria == criteria)
    #expect(room.assessment[risks[1], Risk.likelihood] == 4, "one of its controls is not verified")
    #expect(room.assessment[risks[2], Risk.likelihood] == 4, "no control treats it")
    #expect(room.assessment.phases.entry(party, .objectives).changed.isEmpty)
    #expect(room.assessment.carriedOver(room.context.today).relativeTargets == [objective])
  }

  @Test("what is read for the next cycle ahead of closing is no part of the baseline; reasons are asked anew")
  func readAhead() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    let (objective, other) = (try room.objective(of: party), try room.objective(of: party))
    try room.set(other, Objective.noReadingReason, "not due this year")
    for (value, day) in [(3.0, Self.from.adding(-1)), (9.0, Self.from)] {
      var reading = Draft(.reading, party: party)
      reading.set(Reading.objective, objective)
      reading.set(Reading.value, value)
      reading.set(Reading.date, day)
      _ = try room.create(reading)
    }
    try room.agreeAll(upTo: .evaluation)
    try room.send(closing("head of p1"))
    #expect(room.assessment[objective, Objective.baseline] == 3)
    #expect(room.assessment.achievement(of: objective, today: Self.from).value == 9)
    #expect(room.assessment[other, Objective.noReadingReason] == nil)
  }

  @Test("reservations of ended clauses and of who left are not carried over, nor are they overdue")
  func carriedReservations() throws {
    var room = try OpenRoom(parties: 2, scope: .cyberspace)
    let today = room.context.today
    let clause = try room.clause(of: room.agreement(room.parties))
    try room.answer(clause, room.parties[0], .acceptedWithReservation)
    try room.perform([
      .set(clause, Slot(Commitment.answerDue.key, party: room.parties[0]), .day(today.adding(-1)))
    ])
    #expect(room.assessment.carriedOver(today).reservations.map(\.clause) == [clause])
    #expect(room.assessment.overdue(today: today).map(\.record) == [clause])
    #expect(room.assessment.overdue(of: room.parties[1], today: today).isEmpty)
    try room.set(clause, Commitment.inForceTo, today.adding(-1))
    #expect(room.assessment.carriedOver(today).reservations.isEmpty)
    #expect(room.assessment.overdue(today: today).isEmpty)
  }

  @Test("nobody leaves with an open finding of an audit of them that names no addressee")
  func auditedLeaves() throws {
    var room = try OpenRoom(parties: 2, scope: .cyberspace)
    let p = room.parties
    var audit = Draft(.audit, party: p[0])
    audit.set(Audit.auditee, p[1])
    let held = try room.create(audit)
    var draft = Draft(.finding, party: p[0])
    draft.set(Finding.text, "no logs")
    draft.set(Finding.audit, held)
    let finding = try room.create(draft)
    #expect(p.map(room.assessment.openMatters(of:)) == [[], [finding]])
  }

  @Test("who leaves drops out, its records stay locked, and a clause with one other party ends")
  func leaving() throws {
    var room = try OpenRoom(parties: 3, scope: .cyberspace)
    let p = room.parties
    let bilateral = try room.clause(of: room.agreement([p[0], p[1]]))
    let common = try room.clause(of: room.agreement(p, .rulesOfSharedUse))
    let objective = try room.objective(of: p[1])
    try room.answer(common, p[1], .accepted)
    try room.agree(.agreement)
    let day = room.context.today
    #expect(room.refusal(of: .leave(party: p[1], on: day, reason: ""))?.guardName == .reason)
    try room.send(.leave(party: p[1], on: day, reason: "sold"))
    #expect(room.assessment.participants == [p[0], p[2]])
    #expect(room.assessment[bilateral, Commitment.inForceTo] == day)
    #expect(room.assessment[common, Commitment.inForceTo] == nil)
    #expect(room.state(p[0], .agreement) == .stale)
    #expect(room.state(p[2], .agreement) == .agreed)
    #expect(throws: Refusal.self) { try room.set(objective, Objective.statement, "other") }
    #expect(throws: Refusal.self) { try room.set(objective, Objective.noReadingReason, "gone") }
    #expect(throws: Refusal.self) { try room.objective(of: p[1]) }
    #expect(room.refusal(of: .leave(party: p[1], on: day, reason: "again"))?.guardName == .participation)
    try room.set(bilateral, Commitment.text, "ended")
    try room.send(.amend(common, by: "head of p1", reason: "one fewer"))
    let answer: Answer? = room.assessment[common, Commitment.answer, p[1]]
    #expect(answer == .accepted, "who left answers no more")
  }

  @Test("a step without a place in the story is its last, for leaving as for rule R6")
  func stepWithoutPlace() throws {
    for (places, told) in [([1, nil], 0), ([nil, 1], 1)] as [([Int?], Int)] {
      var room = try OpenRoom(parties: 2, scope: .cyberspace)
      var chain = Draft(.riskChain, party: nil)
      chain.set(RiskChain.title, "loss")
      let story = try room.create(chain)
      var steps: [RecordID] = []
      for (place, party) in zip(places, room.parties) {
        var step = Draft(.chainStep, party: party)
        step.set(ChainStep.chain, story)
        if let place { step.set(ChainStep.order, place) }
        steps.append(try room.create(step))
      }
      #expect(
        room.parties.map(room.assessment.openMatters(of:)) == steps.map { $0 == steps[told] ? [$0] : [] })
      #expect(steps.map { room.assessment.missingNotice(of: $0).count } == (told == 0 ? [3, 0] : [0, 3]))
    }
  }

  @Test("leaving is refused while findings and untold chain steps are open and nobody took them over")
  func openMatters() throws {
    var room = try OpenRoom(parties: 2, scope: .cyberspace)
    let p = room.parties
    var draft = Draft(.finding, party: p[0])
    draft.set(Finding.text, "no logs")
    draft.set(Finding.addressedTo, p[1])
    let finding = try room.create(draft)
    var chain = Draft(.riskChain, party: nil)
    chain.set(RiskChain.title, "loss")
    let story = try room.create(chain)
    var steps: [RecordID] = []
    for (order, party) in [(1, p[1]), (2, p[0])] {
      var step = Draft(.chainStep, party: party)
      step.set(ChainStep.event, "stops")
      step.set(ChainStep.chain, story)
      step.set(ChainStep.order, order)
      steps.append(try room.create(step))
    }
    let leave = PhaseEvent.leave(party: p[1], on: room.context.today, reason: "sold")
    let refusal = try #require(room.refusal(of: leave))
    #expect(refusal.guardName == .openMatters && refusal.records == [finding, steps[0]])
    try room.set(steps[0], ChainStep.told, "p1")
    try room.set(steps[0], ChainStep.toldOn, "at once")
    try room.set(steps[0], ChainStep.toldHow, "phone")
    #expect(room.refusal(of: leave)?.records == [finding])
    var item = Draft(.actionItem, party: p[0])
    item.set(ActionItem.text, "follow it up")
    item.set(ActionItem.record, finding)
    _ = try room.create(item)
    #expect(room.refusal(of: leave) == nil)
  }

  @Test("in the cloud the return and removal of assets must be answered first")
  func assetReturn() throws {
    var room = try OpenRoom(parties: 2)
    let p = room.parties
    let clause = try room.clause(of: room.agreement(p))
    let leave = PhaseEvent.leave(party: p[1], on: room.context.today, reason: "sold")
    #expect(room.refusal(of: leave)?.records == [p[1]])
    try room.perform([.set(clause, Slot(Commitment.topic.key), .choice("assetReturn"))])
    #expect(room.refusal(of: leave)?.records == [clause])
    try room.answer(clause, p[1], .accepted)
    #expect(room.refusal(of: leave) == nil)
  }
}
