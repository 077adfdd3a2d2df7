import Domain
import Testing

@Suite("Circle and authority")
struct CircleTests {
  @Test("a cloud agreement, its services, a pair, a chain, a control and a disclosure each make a circle")
  func everyBondCounts() throws {
    var room = try OpenRoom(parties: 7, scope: .cyberspace)
    let p = room.parties
    _ = try room.agreement([p[0], p[1]])
    _ = try room.pair(room.objective(of: p[0]), room.objective(of: p[2]))
    var chain = Draft(.riskChain, party: nil)
    chain.set(RiskChain.title, "loss")
    let story = try room.create(chain)
    for party in [p[3], p[0]] {
      var step = Draft(.chainStep, party: party)
      step.set(ChainStep.event, "stops")
      step.set(ChainStep.chain, story)
      _ = try room.create(step)
    }
    let control = try room.control(of: p[0], "8.13")
    try room.set(control, ControlStatement.counterpart, p[4])
    #expect(room.assessment.circle(of: p[0]) == [p[0], p[1], p[2], p[3]])
    try room.perform([.set(control, Slot(ControlStatement.responsibility.key), .choice("shared"))])
    var disclosure = Draft(.disclosure, party: p[5])
    disclosure.set(Disclosure.title, "report")
    disclosure.set(Disclosure.to, p[0])
    _ = try room.create(disclosure)
    #expect(room.assessment.circle(of: p[0]) == Array(p[0...5]))
    for other in p[1...5] { #expect(room.assessment.circle(of: other) == [other, p[0]]) }
    #expect(room.assessment.circle(of: p[6]) == [p[6]])
  }

  @Test("rules of shared use do not count, nor parties by documents or gone")
  func whatDoesNotCount() throws {
    var room = try OpenRoom(parties: 3, scope: .cyberspace)
    let p = room.parties
    _ = try room.agreement(p, .rulesOfSharedUse)
    #expect(room.assessment.circle(of: p[0]) == [p[0]])
    _ = try room.agreement(p)
    try room.perform([.set(p[1], Slot(Party.participation.key), .choice("documentary"))])
    #expect(room.assessment.circle(of: p[0]) == [p[0], p[2]])
    #expect(room.assessment.nextEvent(for: p[1], .agreement) == nil)
    #expect(room.refusal(of: .begin(.agreement, party: p[1]))?.guardName == .participation)
    try room.send(.leave(party: p[2], on: room.context.today, reason: "sold"))
    #expect(room.assessment.circle(of: p[0]) == [p[0]])
  }

  @Test("a service makes a circle of its customer and provider")
  func servicesCount() throws {
    var room = try OpenRoom(parties: 3)
    let p = room.parties
    var agreement = Draft(.agreement, party: nil)
    agreement.set(Agreement.title, "terms")
    let terms = try room.create(agreement)
    var service = Draft(.service, party: nil)
    service.set(Service.title, "storage")
    service.set(Service.agreement, terms)
    service.set(Service.customer, p[0])
    service.set(Service.provider, p[2])
    _ = try room.create(service)
    #expect(room.assessment.circle(of: p[0]) == [p[0], p[2]])
    #expect(room.assessment.circle(of: p[1]) == [p[1]])
  }

  private func mayAgree(_ room: OpenRoom, _ name: String, _ phase: Phase = .agreement) -> Bool {
    let party = room.parties[0]
    let allowed = room.assessment.authorities(of: party, phase: phase, on: room.context.today)
    return room.assessment.persons(called: name, for: party).contains(where: allowed.contains)
  }

  @Test("top management, CISO and delegates may agree, by name, label, role or the word CISO")
  func authorities() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    var ciso = Draft(.person, party: party)
    ciso.set(Person.name, "例示 花子")
    ciso.set(Person.roles, ["Security Lead"])
    let lead = try room.create(ciso)
    try room.set(party, Party.ciso, lead)
    var clerk = Draft(.person, party: party)
    clerk.set(Person.name, "clerk")
    _ = try room.create(clerk)
    try room.send(.begin(.agreement, party: party))
    try room.send(.submit(.agreement, party: party, by: "clerk"))
    let label = room.assessment.label(of: lead)
    for name in ["head of p1", "HEAD OF P1", "CISO", "ciso", "例示花子", "例示　花子", label, "security lead"] {
      #expect(mayAgree(room, name), "\(name)")
    }
    for name in ["clerk", "", "  ", "nobody", "head of p2"] { #expect(!mayAgree(room, name), "\(name)") }
    try room.send(.agree(.agreement, party: party, by: label))
    #expect(room.assessment.phases.entry(party, .agreement).agreedBy == "例示 花子")
  }

  @Test(
    "a delegation holds for its phases, from its first day to its last",
    arguments: [(-1, 1, true), (0, 0, true), (1, 2, false), (-2, -1, false)])
  func delegation(from: Int, until: Int, holds: Bool) throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    var person = Draft(.person, party: party)
    person.set(Person.name, "delegate")
    var draft = Draft(.delegation, party: party)
    draft.set(Delegation.to, try room.create(person))
    draft.set(Delegation.phases, ["3", " 4 "])
    draft.set(Delegation.from, room.context.today.adding(from))
    draft.set(Delegation.until, room.context.today.adding(until))
    _ = try room.create(draft)
    #expect(mayAgree(room, "delegate", .objectives) == holds)
    #expect(mayAgree(room, "delegate", .riskManagement) == holds)
    #expect(!mayAgree(room, "delegate", .controls))
  }
}
