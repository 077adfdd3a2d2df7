import Domain
import Testing

@Suite("Blind estimates")
struct EstimateTests {
  @Test("a seal binds every part of the ballot, and the salt hides it")
  func sealBinds() throws {
    let (round, one, two) = (RecordID(raw: 1), RecordID(raw: 2), RecordID(raw: 3))
    let salt = String(repeating: "a", count: 32)
    func seal(_ round: RecordID, _ by: RecordID, _ l: Int, _ c: Int, _ salt: String) -> String {
      Opening(Ballot(round: round, participant: by, likelihood: l, consequence: c), salt: salt).seal
    }
    let seals = [
      seal(round, one, 3, 4, salt), seal(two, one, 3, 4, salt), seal(round, two, 3, 4, salt),
      seal(round, one, 4, 4, salt), seal(round, one, 3, 5, salt), seal(round, one, 4, 3, salt),
      seal(round, one, 3, 4, String(repeating: "b", count: 32)),
    ]
    #expect(Set(seals).count == seals.count)
    #expect(seals.allSatisfy { $0.count == 64 })
  }

  @Test("what is cast is told by nothing in the state before the reveal, and by all of it after")
  func sealed() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    let openings = [room.opening(round, 0, 3, 4), room.opening(round, 1, 5, 2), room.opening(round, 2, 3, 5)]
    for opening in openings {
      for case .set(_, let slot, _, let after) in try room.perform(.cast(opening)) {
        #expect(slot.key != Estimate.likelihood.key && slot.key != Estimate.consequenceStep.key)
        #expect(slot.key != Estimate.salt.key)
        if slot.key == Estimate.seal.key { #expect(after == .text(opening.seal)) }
      }
    }
    #expect(room.assessment.result(of: round) == nil)
    try room.perform(.reveal(round, openings.reversed(), leavingOut: false))
    let result = try #require(room.assessment.result(of: round))
    #expect(result.casts.map(\.likelihood) == [3, 5, 3])
    #expect(result.casts.map(\.consequence) == [4, 2, 5])
    #expect(result.casts.map(\.name) == ["P1", "P2", "P3"])
    for (estimate, opening) in zip(room.assessment.ids(.estimate), openings) {
      let salt = try #require(room.assessment[estimate, Estimate.salt])
      #expect(Opening(opening.ballot, salt: salt).seal == room.assessment[estimate, Estimate.seal])
    }
  }

  @Test("casting again replaces one's own estimate: the last counts, one per person and round")
  func recast() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    let (first, second) = (room.opening(round, 0, 1, 1), room.opening(round, 0, 5, 5))
    try room.perform(.cast(first))
    try room.perform(.cast(second))
    #expect(room.assessment.count(.estimate) == 1)
    try room.perform(.reveal(round, [first, second], leavingOut: false))
    #expect(room.assessment.result(of: round)?.casts.map(\.likelihood) == [5])
  }

  @Test("openings that do not fit are named and not believed")
  func unopened() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    let honest = room.opening(round, 0, 3, 3)
    let lost = room.opening(round, 1, 4, 4)
    try room.perform(.cast(honest), .cast(lost))
    let forged = Opening(
      Ballot(round: round, participant: room.participants[1], likelihood: 1, consequence: 1), salt: lost.salt)
    let refusal = Refusal.estimate(.unopened(round, participants: [room.participants[1]]))
    #expect(throws: refusal) { try room.perform(.reveal(round, [honest, forged], leavingOut: false)) }
    #expect(!room.assessment.isRevealed(round))
    try room.perform(.reveal(round, [honest, forged], leavingOut: true))
    #expect(room.assessment.result(of: round)?.casts.map(\.name) == ["P1"])
  }

  @Test("after the reveal nothing is cast and nothing revealed again")
  func afterReveal() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    #expect(throws: Refusal.estimate(.nothingCast(round))) {
      try room.perform(.reveal(round, [], leavingOut: false))
    }
    let opening = room.opening(round, 0, 3, 3)
    try room.perform(.cast(opening))
    try room.perform(.reveal(round, [opening], leavingOut: false))
    let late = room.opening(round, 1, 2, 2)
    #expect(throws: Refusal.estimate(.revealed(round))) { try room.perform(.cast(late)) }
    #expect(throws: Refusal.estimate(.revealed(round))) {
      try room.perform(.reveal(round, [opening], leavingOut: true))
    }
  }

  @Test("nobody writes by hand what the round writes, nor deletes it")
  func byHand() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    let opening = room.opening(round, 0, 3, 3)
    try room.perform(.cast(opening))
    let estimate = try #require(room.assessment.estimate(of: room.participants[0], in: round))
    let before = room.assessment.values(of: estimate).map(\.value)
    for field in [Estimate.likelihood.field, Estimate.seal.field, Estimate.by.field] {
      let value: Value = field.type == .text ? .text("x") : .integer(1)
      #expect(throws: Refusal.estimate(.castOnly(field))) {
        try room.perform(.set(estimate, Slot(field.key), value))
      }
    }
    #expect(throws: Refusal.estimate(.castOnly(EstimateRound.revealed.field))) {
      try room.perform(.set(round, Slot(EstimateRound.revealed.key), .flag(true)))
    }
    #expect(throws: Refusal.estimate(.castOnly(EstimateRound.risk.field))) {
      try room.perform(.set(round, Slot(EstimateRound.risk.key), nil))
    }
    #expect(throws: Refusal.estimate(.notRevealed(round))) {
      try room.perform(.set(round, Slot(EstimateRound.decision.key), nil))
    }
    #expect(throws: Refusal.estimate(.castStays(estimate))) { try room.perform(.remove(estimate)) }
    #expect(throws: Refusal.self) { try room.perform(.removeAndUnlink(room.participants[0])) }
    #expect(throws: Refusal.self) { try room.perform(.removeAndUnlink(round)) }
    #expect(throws: Refusal.self) { try room.make(Draft(.estimate, party: nil)) }
    #expect(room.assessment.values(of: estimate).map(\.value) == before)
  }

  @Test("steps outside the scale and a salt that hides nothing are refused")
  func bounds() throws {
    var room = try EstimateRoom()
    let round = try room.openRound()
    let high = room.opening(round, 0, 6, 3)
    #expect(throws: Refusal.estimate(.offScale(round, .likelihood, step: 6, highest: 5))) {
      try room.perform(.cast(high))
    }
    let low = room.opening(round, 0, 3, 0)
    #expect(throws: Refusal.estimate(.offScale(round, .consequence, step: 0, highest: 5))) {
      try room.perform(.cast(low))
    }
    let weak = Opening(room.opening(round, 0, 3, 3).ballot, salt: "1")
    #expect(throws: Refusal.estimate(.weakSalt)) { try room.perform(.cast(weak)) }
  }

  @Test("one open round per risk; a revealed one makes room for the next")
  func rounds() throws {
    var room = try EstimateRoom()
    let first = try room.openRound()
    #expect(throws: Refusal.estimate(.openRound(first, risk: room.risk))) { try room.openRound() }
    let opening = room.opening(first, 0, 2, 2)
    try room.perform(.cast(opening))
    try room.perform(.reveal(first, [opening], leavingOut: false))
    let second = try room.openRound()
    #expect(room.assessment.rounds(on: room.risk) == [first, second])
  }

  @Test("median, spread, and who is far out: two steps or more off the median on either scale")
  func result() throws {
    var room = try EstimateRoom(people: 4)
    let round = try room.openRound()
    let pairs = [(1, 4), (3, 4), (4, 4), (4, 2)]
    let openings = pairs.enumerated().map { room.opening(round, $0.offset, $0.element.0, $0.element.1) }
    for opening in openings { try room.perform(.cast(opening)) }
    try room.perform(.reveal(round, openings, leavingOut: false))
    let result = try #require(room.assessment.result(of: round))
    #expect(result.likelihoods.median == 3.5)
    #expect(result.likelihoods.text == "3.5")
    #expect(result.likelihoods.suggestion == 4)
    #expect(result.consequences.median == 4)
    #expect((result.likelihoods.lowest, result.likelihoods.highest) == (1, 4))
    #expect(result.casts.map(result.isFarOut) == [true, false, false, true])
    #expect(result.count(likelihood: 4, consequence: 4) == 1)
  }
}
