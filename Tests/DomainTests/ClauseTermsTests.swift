import Domain
import Testing

@Suite("Terms of a clause that was accepted")
struct ClauseTermsTests {
  /// A clause that both accepted, and the customer at work.
  private func accepted() throws -> (room: Room, clause: RecordID) {
    var room = try Room()
    let clause = try room.clause(.serviceLevel, in: try room.agreement()) {
      $0.set(Commitment.comparison, .atLeast)
      $0.set(Commitment.period, .month)
    }
    try room.answer(clause, .accepted, room.csc, room.csp)
    room.context.party = room.csc
    return (room, clause)
  }

  private func value(_ field: FieldDescription, _ room: Room) -> Value {
    switch field.type {
    case .reference: .reference(room.csp)
    case .day: .day(Room.today.adding(30))
    case .choice(let options): .choice(options[options.count - 1].key)
    default: .text("9")
    }
  }

  @Test("whichever changes, the other party is asked again and one's own answer stands")
  func reopened() throws {
    let fields = Commitment.description.fields.filter { Commitment.terms.contains($0.key) }
    #expect(fields.count == Commitment.terms.count)
    for field in fields {
      var (room, clause) = try accepted()
      let party = field.perParty ? room.csp : nil
      try room.write(clause, Slot(field.key, party: party), value(field, room))
      #expect(room.assessment[clause, Commitment.answer, room.csp] == .proposed, "\(field.name)")
      #expect(room.assessment[clause, Commitment.answer, room.csc] == .accepted, "\(field.name)")
    }
  }

  @Test("what is written again as it was, or is no term, asks nobody")
  func untouched() throws {
    var (room, clause) = try accepted()
    try room.set(clause, Commitment.comparison, .atLeast)
    try room.set(clause, Commitment.topic, .backup)
    #expect(room.assessment[clause, Commitment.answer, room.csp] == .accepted)
  }

  @Test("audit information that its giver receives is no duty and is found")
  func dutyToOneself() throws {
    var room = try Room()
    let (csc, csp) = (room.csc, room.csp)
    let agreement = try room.agreement()
    func duty(to receiver: RecordID) throws -> RecordID {
      try room.clause(.disclosure, in: agreement) {
        $0.set(Commitment.discloser, csp)
        $0.set(Commitment.receiver, receiver)
      }
    }
    _ = try duty(to: csc)
    let mistaken = try duty(to: csp)
    #expect(room.findings("A5").map(\.record) == [mistaken])
  }
}
