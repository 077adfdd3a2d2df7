extension Assessment {
  /// Who of a party's circle has not agreed a phase; the next one is not agreed before they have.
  package func circleBehind(of party: RecordID, _ phase: Phase) -> [RecordID] {
    circle(of: party).filter { phases[$0, phase] != .agreed }
  }

  /// Who must have agreed a phase before the party can agree the next: the party itself, then those that share
  /// with it a cloud agreement, a pair of objectives, a risk chain, a control left to or shared with someone, or a
  /// disclosure; in the order in which they joined. Rules of shared use do not count, and neither do parties
  /// without phases.
  package func circle(of party: RecordID) -> [RecordID] {
    var shared = partners(inAgreementsOf: party)
    shared.formUnion(partners(inPairsOf: party))
    shared.formUnion(partners(inChainsOf: party))
    shared.formUnion(partners(inControlsOf: party))
    shared.formUnion(partners(inDisclosuresOf: party))
    shared.remove(party)
    return [party] + shared.filter { kind(of: $0) == .party && participates($0) }.sorted()
  }

  /// Whether an agreement is about a cloud service; an unmarked one is, where the assessment is about the cloud.
  func isCloudAgreement(_ agreement: RecordID) -> Bool {
    guard let kind = self[agreement, Agreement.kind] else { return scope == .cloud }
    return kind == .cloudService
  }

  private func partners(inAgreementsOf party: RecordID) -> Set<RecordID> {
    var found: Set<RecordID> = []
    for agreement in ids(.agreement) where isCloudAgreement(agreement) {
      let parties = agreementParties(agreement)
      if parties.contains(party) { found.formUnion(parties) }
    }
    for service in ids(.service) where self[service, Service.agreement] == nil {
      let parties = parties(boundBy: service)
      if parties.contains(party) { found.formUnion(parties) }
    }
    return found
  }

  private func partners(inPairsOf party: RecordID) -> Set<RecordID> {
    var found: Set<RecordID> = []
    for pair in ids(.objectivePair) {
      let parties = parties(boundBy: pair)
      if parties.contains(party) { found.formUnion(parties) }
    }
    return found
  }

  private func partners(inChainsOf party: RecordID) -> Set<RecordID> {
    let chains = Set(ids(.chainStep, of: party).compactMap { self[$0, ChainStep.chain] })
    return Set(chains.filter(exists).flatMap { parties(boundBy: $0) })
  }

  private func partners(inControlsOf party: RecordID) -> Set<RecordID> {
    let named = ids(.controlStatement, of: party).filter(isLeftToOrShared)
      .compactMap { self[$0, ControlStatement.counterpart] }
    let naming = sources(of: party, via: ControlStatement.counterpart).filter(isLeftToOrShared)
      .compactMap { self.party(of: $0) }
    return Set(named + naming)
  }

  private func isLeftToOrShared(_ statement: RecordID) -> Bool {
    switch self[statement, ControlStatement.responsibility] {
    case .other, .shared: true
    case .own, nil: false
    }
  }

  private func partners(inDisclosuresOf party: RecordID) -> Set<RecordID> {
    let given = ids(.disclosure, of: party).compactMap { self[$0, Disclosure.to] }
    let received = sources(of: party, via: Disclosure.to).compactMap { self.party(of: $0) }
    return Set(given + received)
  }
}
