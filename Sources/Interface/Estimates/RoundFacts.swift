import Domain

/// A blind round as it is shown: the risk, its scales, who is in the room and who has cast.
struct RoundFacts {
  let round: RecordID
  let risk: RecordID
  let method: CriteriaMethod
  /// In the order in which cards are read out.
  let participants: [RecordID]
  let cast: Set<RecordID>
  /// Nil before the reveal.
  let result: RoundResult?

  /// Nil for a round whose risk or criteria are gone.
  init?(_ round: RecordID, _ assessment: Assessment) {
    guard assessment.exists(round), let risk = assessment[round, EstimateRound.risk],
      let method = assessment[round, EstimateRound.criteria].flatMap({ assessment.method($0) })
    else { return nil }
    self.round = round
    self.risk = risk
    self.method = method
    participants = assessment.participantsInOrder
    cast = Set(
      assessment.sources(of: round, via: Estimate.round).compactMap { assessment[$0, Estimate.participant] })
    result = assessment.result(of: round)
  }

  /// Who has not cast, in order.
  var waiting: [RecordID] { participants.filter { !cast.contains($0) } }

  /// The steps of a scale.
  func steps(_ axis: ScaleAxis) -> [ScaleStep] { Scales.steps(axis, method) }
}

extension Assessment {
  /// Everybody in the room, by organisation and then in the order in which they came.
  var participantsInOrder: [RecordID] {
    let order = Dictionary(
      ids(.party).enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func place(_ id: RecordID) -> (Int, UInt32) {
      (party(of: id).flatMap { order[$0] } ?? Int.max, labelNumber(of: id) ?? 0)
    }
    return ids(.participant).sorted { place($0) < place($1) }
  }

  /// A participant's name; the label where there is none.
  func name(ofParticipant id: RecordID) -> String { self[id, Participant.name] ?? label(of: id) }
}
