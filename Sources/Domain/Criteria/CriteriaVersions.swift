extension Assessment {
  /// The criteria a party rates under now: its own latest version it agreed to, else the latest joint one that all
  /// participants agreed to; while there is none of these, its own latest, else the latest joint one, for nobody is
  /// kept from rating. So a draft takes nothing over before it is agreed.
  package func criteriaInForce(for party: RecordID?) -> RecordID? {
    if let party, let agreed = latestCriteria(of: party, agreed: true) { return agreed }
    return latestCriteria(of: nil, agreed: true) ?? party.flatMap { latestCriteria(of: $0, agreed: false) }
      ?? latestCriteria(of: nil, agreed: false)
  }

  /// The latest version of a party's criteria, or of the joint ones, agreed or not.
  private func latestCriteria(of party: RecordID?, agreed: Bool) -> RecordID? {
    var latest: (version: Int, id: RecordID)?
    for id in ids(.riskCriteria) where self.party(of: id) == party && (!agreed || isAgreed(id)) {
      let version = self[id, RiskCriteria.version] ?? 0
      if let best = latest, (best.version, best.id.raw) > (version, id.raw) { continue }
      latest = (version, id)
    }
    return latest?.id
  }

  /// Whether everybody has agreed to a version whose yes it needs: its party, or all that take part.
  package func isAgreed(_ criteria: RecordID) -> Bool {
    if let party = party(of: criteria) { return hasAgreed(party, criteria) }
    let all = participants
    return !all.isEmpty && all.allSatisfy { hasAgreed($0, criteria) }
  }

  /// Whether anybody has agreed to a version.
  package func isAgreedByAnyone(_ criteria: RecordID) -> Bool {
    ids(.party).contains { hasAgreed($0, criteria) }
  }

  private func hasAgreed(_ party: RecordID, _ criteria: RecordID) -> Bool {
    cell(criteria, Slot(RiskCriteria.agreedBy.key, party: party)) != Heap.absent
  }

  /// Whether a risk was rated under a version.
  package func isRatedUnder(_ criteria: RecordID) -> Bool {
    RatingKind.allCases.contains { isTarget(criteria, via: $0.criteria) }
  }

  /// The version that took this one's place and is agreed; nil while none is.
  package func successor(of criteria: RecordID) -> RecordID? {
    sources(of: criteria, via: RiskCriteria.replaces).last { isAgreed($0) }
  }

  /// Why a record's tables are nothing to compute with; empty when they are.
  package func faults(of criteria: RecordID) -> [CriteriaFault] {
    CriteriaTables(criteria, self).faults
  }

  /// Fields whose change makes other criteria of them: who agreed has not agreed to that. How a party's own read in
  /// the joint ones changes none of its levels.
  static let substanceOfCriteria: Set<FieldKey> = [
    RiskCriteria.likelihoodScale.key, RiskCriteria.consequenceScale.key, RiskCriteria.lossProperties.key,
    RiskCriteria.lossScale.key, RiskCriteria.cells.key, RiskCriteria.bands.key,
    RiskCriteria.acceptanceLine.key, RiskCriteria.replaces.key, RiskCriteria.likelihoodMapping.key,
    RiskCriteria.consequenceMapping.key,
  ]

  /// Takes back who agreed to criteria that an act changed, but for whoever agreed in the same act.
  mutating func withdrawAgreements(_ act: inout Act) {
    var changed: [RecordID] = []
    var born: Set<RecordID> = []
    for change in act.changes {
      switch change {
      case .created(let id, .riskCriteria, _, _): born.insert(id)
      case .set(let id, let slot, _, _) where kind(of: id) == .riskCriteria:
        if Self.substanceOfCriteria.contains(slot.key) { changed.append(id) }
      case .created, .set, .removed, .phase: break
      }
    }
    for criteria in Set(changed).subtracting(born).sorted() where exists(criteria) {
      for party in ids(.party) where !act.answered.contains(Act.Answer(record: criteria, party: party)) {
        for key in [RiskCriteria.agreedBy.key, RiskCriteria.agreedOn.key] {
          let slot = Slot(key, party: party)
          // What a party said that has left stays as it was said.
          guard let before = value(criteria, slot), lock(on: criteria, slot) == nil else { continue }
          make(.set(criteria, slot, before: before, after: nil), &act)
        }
      }
    }
  }
}
