extension Assessment {
  /// Whether the estimates of a round lie open.
  package func isRevealed(_ round: RecordID) -> Bool { self[round, EstimateRound.revealed] == true }

  /// A participant's estimate in a round; nil while none is cast.
  package func estimate(of participant: RecordID, in round: RecordID) -> RecordID? {
    sources(of: round, via: Estimate.round).first { self[$0, Estimate.participant] == participant }
  }

  /// The rounds on a risk, the latest last.
  package func rounds(on risk: RecordID) -> [RecordID] {
    sources(of: risk, via: EstimateRound.risk).sorted {
      (labelNumber(of: $0) ?? 0) < (labelNumber(of: $1) ?? 0)
    }
  }

  // MARK: Commands

  mutating func cast(_ opening: Opening, _ act: inout Act) throws(Refusal) {
    let ballot = opening.ballot
    try admit(ballot)
    guard opening.salt.count >= Opening.shortestSalt else { throw .estimate(.weakSalt) }
    let slot = Slot(Estimate.seal.key)
    if let estimate = estimate(of: ballot.participant, in: ballot.round) {
      make(.set(estimate, slot, before: value(estimate, slot), after: .text(opening.seal)), &act)
      return
    }
    let id = RecordID(replica: act.context.replica, number: nextNumber(replica: act.context.replica))
    let owner = party(of: ballot.participant)
    make(.created(id, kind: .estimate, number: nextLabelNumber(.estimate), party: owner), &act)
    let name = self[ballot.participant, Participant.name] ?? label(of: ballot.participant)
    let values: [(FieldKey, Value)] = [
      (Estimate.by.key, .text(name)), (Estimate.participant.key, .reference(ballot.participant)),
      (Estimate.round.key, .reference(ballot.round)), (Estimate.seal.key, .text(opening.seal)),
    ]
    for (key, value) in values { make(.set(id, Slot(key), before: nil, after: value), &act) }
  }

  private func admit(_ ballot: Ballot) throws(Refusal) {
    try ensureRound(ballot.round)
    guard exists(ballot.participant), kind(of: ballot.participant) == .participant else {
      throw .noSuchRecord(ballot.participant)
    }
    guard let method = self[ballot.round, EstimateRound.criteria].flatMap(method) else {
      throw .estimate(.noCriteria)
    }
    let steps: [(ScaleAxis, Int, Int)] = [
      (.likelihood, ballot.likelihood, method.likelihood.count),
      (.consequence, ballot.consequence, method.consequence.count),
    ]
    for (axis, step, highest) in steps where !(1...highest).contains(step) {
      throw .estimate(.offScale(ballot.round, axis, step: step, highest: highest))
    }
  }

  /// The round is there and not yet revealed.
  private func ensureRound(_ round: RecordID) throws(Refusal) {
    guard exists(round), kind(of: round) == .estimateRound else { throw .noSuchRecord(round) }
    if isRevealed(round) { throw .estimate(.revealed(round)) }
  }

  mutating func reveal(
    _ round: RecordID, _ openings: [Opening], _ leavingOut: Bool, _ act: inout Act
  ) throws(Refusal) {
    try ensureRound(round)
    let estimates = sources(of: round, via: Estimate.round)
    let bySeal = Dictionary(openings.map { ($0.seal, $0) }, uniquingKeysWith: { first, _ in first })
    let opened = estimates.compactMap { estimate -> (RecordID, Opening)? in
      guard let opening = self[estimate, Estimate.seal].flatMap({ bySeal[$0] }),
        opening.ballot.round == round, opening.ballot.participant == self[estimate, Estimate.participant]
      else { return nil }
      return (estimate, opening)
    }
    if opened.count < estimates.count, !leavingOut {
      let fitting = Set(opened.map(\.0))
      let missing = estimates.filter { !fitting.contains($0) }.compactMap { self[$0, Estimate.participant] }
      throw .estimate(.unopened(round, participants: missing))
    }
    guard !opened.isEmpty else { throw .estimate(.nothingCast(round)) }
    make(.set(round, Slot(EstimateRound.revealed.key), before: nil, after: .flag(true)), &act)
    for (estimate, opening) in opened {
      let values: [(FieldKey, Value)] = [
        (Estimate.salt.key, .text(opening.salt)),
        (Estimate.likelihood.key, .integer(opening.ballot.likelihood)),
        (Estimate.consequenceStep.key, .integer(opening.ballot.consequence)),
      ]
      for (key, value) in values { make(.set(estimate, Slot(key), before: nil, after: value), &act) }
    }
  }
}
