extension FieldDescription {
  /// Whether only casting, the reveal and the decision write it, so that no form or line offers it.
  package var isOfBlindRound: Bool {
    RecordKind.declaring(self) == .estimate
      || (RecordKind.declaring(self) == .estimateRound && name != "title")
  }
}

extension Assessment {
  /// What a blind round writes, nobody writes by hand: not the estimates, nor what the round was about or that it
  /// is revealed. A decision waits for the reveal.
  func ensureWritable(_ id: RecordID, _ field: FieldDescription, ofNew isNew: Bool) throws(Refusal) {
    guard field.isOfBlindRound else { return }
    guard kind(of: id) == .estimateRound else { throw .estimate(.castOnly(field)) }
    switch field.key {
    case EstimateRound.decision.key:
      if !isRevealed(id) { throw .estimate(.notRevealed(id)) }
    case EstimateRound.risk.key, EstimateRound.criteria.key:
      if !isNew { throw .estimate(.castOnly(field)) }
    default: throw .estimate(.castOnly(field))
    }
  }

  func ensureNoEstimate(_ id: RecordID) throws(Refusal) {
    if kind(of: id) == .estimate { throw .estimate(.castStays(id)) }
  }

  /// A new round is about a risk on which no other is open, and has scales.
  func admitRound(_ round: RecordID) throws(Refusal) {
    guard let risk = self[round, EstimateRound.risk] else {
      throw .notAllowed(EstimateRound.risk.field, .text(""))
    }
    guard self[round, EstimateRound.criteria].flatMap(method) != nil else { throw .estimate(.noCriteria) }
    if let open = rounds(on: risk).first(where: { $0 != round && !isRevealed($0) }) {
      throw .estimate(.openRound(open, risk: risk))
    }
  }

  /// What undo and redo may do to a blind round: nothing once it is revealed.
  func admitEstimate(_ id: RecordID, _ field: FieldDescription) throws(Refusal) {
    switch kind(of: id) {
    case .estimate:
      guard let round = self[id, Estimate.round], isRevealed(round), field.isOfBlindRound else { return }
      throw .estimate(.revealed(round))
    case .estimateRound:
      if field.key == EstimateRound.revealed.key { throw .estimate(.revealStands(id)) }
    default: return
    }
  }
}
