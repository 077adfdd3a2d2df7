import Domain
import Testing

@Suite("Locks belong to fields")
struct LockTests {
  @Test("every person, unit and owner field of a phase is running")
  func personsAreRunning() {
    for kind in RecordKind.allCases where kind.description.phase != nil {
      for field in kind.description.fields where !field.type.targets.isEmpty {
        let isPersonal = field.type.targets.allSatisfy { $0 == .person || $0 == .organizationalUnit }
        if isPersonal { #expect(field.phase == .running, "\(kind) \(field.name)") }
      }
    }
  }

  @Test(
    "what operation brings never locks",
    arguments: [
      RecordKind.evidence, .reading, .audit, .finding, .correctiveAction, .disclosure, .managementReview,
    ])
  func operationIsNeverLocked(kind: RecordKind) throws {
    #expect(kind.description.lockingPhase == nil)
    var room = try OpenRoom(parties: 1)
    try room.agreeAll(upTo: .evaluation)
    #expect(room.assessment.lock(onNew: kind, party: room.parties[0]) == nil)
  }

  @Test("a party's own field is locked while its phase is agreed or stale")
  func ownFields() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    let objective = try room.objective(of: party)
    let slot = Slot(Objective.statement.key)
    try room.agreeAll(upTo: .objectives)
    let lock = room.assessment.lock(on: objective, slot)
    #expect(lock?.party == party && lock?.phase == .objectives && lock?.state == .agreed)
    #expect(room.assessment.lock(onNew: .objective, party: party) == lock)
    #expect(room.assessment.lock(on: objective, Slot(Objective.noRiskReason.key)) == nil)
    try room.send(.reopen(.policy, party: party, by: "x", reason: "why"))
    #expect(room.assessment.lock(on: objective, slot)?.state == .stale)
    try room.send(.reopen(.objectives, party: party, by: "x", reason: "why"))
    #expect(room.assessment.lock(on: objective, slot) == nil)
  }

  @Test("a party's own answers to its phases lock like any field of its own")
  func fieldsOfTheParty() throws {
    var room = try OpenRoom(parties: 1)
    let party = room.parties[0]
    let slot = Slot(Party.climateDecision.key)
    try room.agree(.agreement)
    #expect(room.assessment.lock(on: party, slot)?.phase == .agreement)
    try room.agree(.policy)
    #expect(room.assessment.lock(on: party, Slot(Party.topManagement.key)) == nil)
    #expect(room.assessment.lock(on: party, Slot(Party.name.key)) == nil)
  }

  @Test("a joint field is locked while any party it binds agreed; an answer while the answering one did")
  func jointFields() throws {
    var room = try OpenRoom(parties: 3)
    let p = room.parties
    let clause = try room.clause(of: room.agreement([p[0], p[1]]))
    let text = Slot(Commitment.text.key)
    try room.agree(.agreement, [p[2]])
    #expect(room.assessment.lock(on: clause, text) == nil)
    try room.agree(.agreement, [p[0]])
    #expect(room.assessment.lock(on: clause, text)?.party == p[0])
    #expect(room.assessment.lock(on: clause, Slot(Commitment.answer.key, party: p[0])) != nil)
    #expect(room.assessment.lock(on: clause, Slot(Commitment.answer.key, party: p[1])) == nil)
    try room.send(.leave(party: p[2], on: room.context.today, reason: "sold"))
    #expect(room.assessment.lock(on: clause, text)?.party == p[0])
  }
}
