extension Assessment {
  /// Takes a party out: it drops out of guards, its records stay, locked, and clauses that would bind nobody but
  /// one other end with it.
  func leave(_ party: RecordID, on day: Day, reason: String) throws(Refusal) -> [Change] {
    guard kind(of: party) == .party, exists(party) else { throw .noSuchRecord(party) }
    var facts = PhaseFacts()
    facts.participates = !has(party, Party.leftOn)
    facts.party = party
    facts.reason = reason
    if let obstacle = facts.firstObstacle(of: [.participation, .reason]) {
      throw .phase(
        PhaseRefusal(.leave, phase: nil, party: party, obstacle.guardName, records: obstacle.records))
    }
    let open = openMatters(of: party)
    guard open.isEmpty else {
      throw .phase(PhaseRefusal(.leave, phase: nil, party: party, .openMatters, records: open))
    }
    var steps = PhaseSteps(phases)
    let ending = clausesEnding(without: party, on: day)
    for other in Set(ending.flatMap { partners(in: $0, of: party) }).sorted() {
      steps.becomeStale(other, from: .agreement, reason: reason)
    }
    steps.set(party, Slot(Party.leftOn.key), from: nil, to: .day(day))
    steps.set(
      party, Slot(Party.leaveReason.key), from: value(party, Party.leaveReason.key), to: .text(reason))
    for clause in ending {
      steps.set(
        clause, Slot(Commitment.inForceTo.key), from: value(clause, Commitment.inForceTo.key), to: .day(day))
    }
    return steps.changes
  }

  /// What a party must answer, or somebody take over as an action item, before it leaves: findings, chain steps
  /// that the next party was not told of, and in the cloud the return and removal of assets.
  package func openMatters(of party: RecordID) -> [RecordID] {
    let findings = ids(.finding).filter {
      answerer(of: $0) == party && isOpenFinding($0) && !isAnswered($0)
    }
    let steps = ids(.chainStep, of: party).filter { !missingNotice(of: $0).isEmpty }
    return (findings + steps).filter { sources(of: $0, via: ActionItem.record).isEmpty }
      + unansweredReturn(of: party)
  }

  private func isAnswered(_ finding: RecordID) -> Bool {
    sources(of: finding, via: CorrectiveAction.finding).contains { has($0, CorrectiveAction.doneOn) }
  }

  // MARK: Return and removal of assets

  /// ISO/IEC 27017:2015 CLD.8.1.5: by a clause the party answered, or by its own statement on the control.
  private func unansweredReturn(of party: RecordID) -> [RecordID] {
    let isInCloud = ids(.agreement).contains {
      isCloudAgreement($0) && agreementParties($0).contains(party)
    }
    guard scope == .cloud, isInCloud else { return [] }
    let clauses = ids(.commitment).filter {
      self[$0, Commitment.topic] == .assetReturn && parties(boundBy: $0).contains(party)
    }
    let statements = ids(.controlStatement, of: party).filter {
      self[$0, ControlStatement.control] == "CLD.8.1.5"
    }
    if clauses.contains(where: { isSettled($0, by: party) }) || statements.contains(where: isSettled) {
      return []
    }
    let unsettled = clauses + statements
    return unsettled.isEmpty ? [party] : unsettled
  }

  private func isSettled(_ clause: RecordID, by party: RecordID) -> Bool {
    switch self[clause, Commitment.answer, party] {
    case .accepted, .acceptedWithReservation, .notAdopted, .notApplicable: true
    case .proposed, .disputed, nil: false
    }
  }

  private func isSettled(_ statement: RecordID) -> Bool {
    switch self[statement, ControlStatement.applicability] {
    case .applicable: self[statement, ControlStatement.status] == .implemented
    case .excluded: has(statement, ControlStatement.exclusionReason)
    case nil: false
    }
  }

  // MARK: Clauses

  /// Clauses still in force on the day that bind the party and at most one other. What an issuer outside imposes
  /// ends only when it binds nobody else.
  private func clausesEnding(without party: RecordID, on day: Day) -> [RecordID] {
    ids(.commitment).filter { clause in
      guard parties(boundBy: clause).contains(party) else { return false }
      if let end = self[clause, Commitment.inForceTo], end <= day { return false }
      let rest = partners(in: clause, of: party).count
      return isImposed(clause) ? rest == 0 : rest <= 1
    }
  }

  private func partners(in clause: RecordID, of party: RecordID) -> [RecordID] {
    parties(boundBy: clause).filter { $0 != party && !has($0, Party.leftOn) }
  }

  private func isImposed(_ clause: RecordID) -> Bool {
    switch self[clause, Commitment.kind] {
    case .law, .regulation, .internationalStandard, .guideline: true
    case .serviceScope, .serviceLevel, .responsibility, .disclosure, .interestedPartyRequirement, nil: false
    }
  }
}
