import Domain
import Testing

/// A room with one risk, criteria, and people who estimate.
struct EstimateRoom {
  var assessment = Assessment()
  var context = Context(today: Day(number: 20_000), actor: "facilitator", catalogues: CatalogueShelf([]))
  private(set) var risk = RecordID(raw: 0)
  private(set) var participants: [RecordID] = []
  private var salts = 0

  init(people: Int = 3) throws(Refusal) {
    var party = Draft(.party, party: nil)
    party.set(Party.partyKey, "csc")
    let csc = try make(party)
    try make(DefaultCriteria.draft(party: nil, title: "criteria"))
    var event = Draft(.risk, party: csc)
    event.set(Risk.event, "one")
    risk = try make(event)
    for number in 0..<people {
      var participant = Draft(.participant, party: csc)
      participant.set(Participant.name, "P\(number + 1)")
      participants.append(try make(participant))
    }
  }

  @discardableResult
  mutating func make(_ draft: Draft) throws(Refusal) -> RecordID {
    let changes = try assessment.perform([.create(draft)], in: context)
    guard case .created(let id, _, _, _) = changes.first else { return RecordID(raw: 0) }
    return id
  }

  mutating func openRound() throws(Refusal) -> RecordID {
    var round = Draft(.estimateRound, party: nil)
    round.set(EstimateRound.risk, risk)
    round.set(EstimateRound.criteria, assessment.criteriaInForce(for: nil) ?? risk)
    return try make(round)
  }

  /// An opening with a salt not used before.
  mutating func opening(_ round: RecordID, _ person: Int, _ l: Int, _ c: Int) -> Opening {
    salts += 1
    let ballot = Ballot(round: round, participant: participants[person], likelihood: l, consequence: c)
    return Opening(ballot, salt: String(repeating: "0", count: 24) + String(10_000_000 + salts))
  }

  @discardableResult
  mutating func perform(_ commands: Command...) throws(Refusal) -> [Change] {
    try assessment.perform(commands, in: context)
  }
}
