extension Assessment {
  /// What follows from an act by rule: a rating remembers its criteria, an approval or acceptance the state it
  /// approved, a clause that changed is open to the others again, nobody has agreed to criteria that changed, and
  /// evidence keeps the digest of the file it names.
  mutating func draw(consequencesOf act: inout Act) throws(Refusal) {
    // First, for what is in force now depends on it.
    withdrawAgreements(&act)
    let written = act.written.sorted { ($0.record, $0.key.index) < ($1.record, $1.key.index) }
    for written in written {
      guard exists(written.record), let kind = kind(of: written.record) else { continue }
      switch kind {
      case .risk: note(written, &act)
      case .policyDocument where written.key == PolicyDocument.status.key:
        noteApproval(of: written.record, &act)
      case .evidence where written.key == Evidence.place.key: noteFile(of: written.record, &act)
      default: break
      }
    }
    for clause in clausesWithNewTerms(act) { reopenAnswers(of: clause, &act) }
  }

  /// Clauses that stood before the act and of which it changed what was agreed.
  private func clausesWithNewTerms(_ act: Act) -> [RecordID] {
    var born: Set<RecordID> = []
    var changed: Set<RecordID> = []
    for change in act.changes {
      switch change {
      case .created(let id, .commitment, _, _): born.insert(id)
      case .set(let id, let slot, _, _) where Commitment.terms.contains(slot.key): changed.insert(id)
      case .created, .set, .removed, .phase: break
      }
    }
    return changed.subtracting(born).filter { exists($0) && kind(of: $0) == .commitment }.sorted()
  }

  /// Evidence that names another file is of that file, unless the act says itself which digest is meant.
  private mutating func noteFile(of evidence: RecordID, _ act: inout Act) {
    let hasMoved = act.changes.contains {
      if case .set(evidence, let slot, _, _) = $0 { slot.key == Evidence.place.key } else { false }
    }
    guard hasMoved, !act.written.contains(Act.Written(record: evidence, key: Evidence.digest.key)) else {
      return
    }
    let found = act.context.files.digest(at: self[evidence, Evidence.place])
    follow(evidence, Evidence.digest, found, &act)
  }

  /// An approval binds the document as it stands, and the version it has then is the one in force.
  private mutating func noteApproval(of document: RecordID, _ act: inout Act) {
    let isApproved = self[document, PolicyDocument.status] == .approved
    follow(
      document, PolicyDocument.approvedDigest, isApproved ? digest(ofDocument: document) : nil, &act)
    follow(
      document, PolicyDocument.approvedVersion, isApproved ? self[document, PolicyDocument.version] : nil,
      &act)
  }

  private mutating func note(_ written: Act.Written, _ act: inout Act) {
    let risk = written.record
    switch written.key {
    case Risk.likelihood.key, Risk.consequenceStep.key: noteCriteria(risk, Risk.criteria, &act)
    case Risk.inherentLikelihood.key, Risk.inherentConsequenceStep.key:
      noteCriteria(risk, Risk.inherentCriteria, &act)
    case Risk.residualLikelihood.key, Risk.residualConsequenceStep.key:
      noteCriteria(risk, Risk.residualCriteria, &act)
    case Risk.acceptedBy.key:
      follow(risk, Risk.acceptedDigest, has(risk, Risk.acceptedBy) ? digest(ofPresentRisk: risk) : nil, &act)
    case Risk.residualAcceptedBy.key:
      let accepted = has(risk, Risk.residualAcceptedBy)
      follow(risk, Risk.residualAcceptedDigest, accepted ? digest(ofResidualRisk: risk) : nil, &act)
    default: break
    }
  }

  private mutating func noteCriteria(_ risk: RecordID, _ attribute: Attribute<RecordID>, _ act: inout Act) {
    guard !act.written.contains(Act.Written(record: risk, key: attribute.key)),
      let criteria = criteria(for: party(of: risk), &act)
    else { return }
    follow(risk, attribute, criteria, &act)
  }

  private func criteria(for party: RecordID?, _ act: inout Act) -> RecordID? {
    if let known = act.criteriaInForce[party] { return known }
    let found = criteriaInForce(for: party)
    act.criteriaInForce[party] = .some(found)
    return found
  }

  private mutating func follow<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content?, _ act: inout Act
  ) {
    let before = value(id, attribute.key)
    let after = content?.value
    guard before != after else { return }
    make(.set(id, Slot(attribute.key), before: before, after: after), &act)
  }

  private mutating func reopenAnswers(of clause: RecordID, _ act: inout Act) {
    for party in parties(boundBy: clause) where party != act.context.party && !has(party, Party.leftOn) {
      let slot = Slot(Commitment.answer.key, party: party)
      guard let before = value(clause, slot), before != .choice(Answer.proposed.rawValue) else { continue }
      make(.set(clause, slot, before: before, after: .choice(Answer.proposed.rawValue)), &act)
    }
  }
}
