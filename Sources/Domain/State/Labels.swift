extension Assessment {
  /// What people call a record: kind letter and counter; for a line of a statement of applicability the party and
  /// the control (`C-csp-12.3.1`), for a party its key. Never positional, never used again.
  package func label(of id: RecordID) -> String {
    guard let kind = kind(of: id) else { return "?" }
    switch kind {
    case .party:
      if let key = self[id, Party.partyKey] { return key }
    case .controlStatement:
      if let number = self[id, ControlStatement.control], let party = party(of: id) {
        let edition = editionMark(of: id, party: party)
        return "C-" + (self[party, Party.partyKey] ?? "?") + "-" + number + edition
      }
    default: break
    }
    return kind.description.letter + "-" + String(labelNumber(of: id) ?? 0)
  }

  /// Whether labels of a kind may be more than letter and counter.
  func hasOwnLabel(_ kind: RecordKind) -> Bool { kind == .party || kind == .controlStatement }

  /// `@catalogue` where the party uses several catalogues and this number stands in more than one.
  private func editionMark(of id: RecordID, party: RecordID) -> String {
    let catalogues = self[party, Party.catalogues]
    guard catalogues.count > 1, let catalogue = self[id, ControlStatement.catalogue],
      catalogue != catalogues[0], catalogue != "iso-27017-2015"
    else { return "" }
    return "@" + catalogue
  }

  /// The record a label names, in either case of letters; nil if there is none.
  package func record(labelled label: String) -> RecordID? {
    if let party = party(key: label) { return party }
    let parts = label.split(separator: "-", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    if let number = UInt32(parts[1]), let kind = RecordKind(letter: parts[0]) {
      return id(kind, number: number)
    }
    guard parts[0].uppercased() == "C" else { return nil }
    return ids(.controlStatement).first { self.label(of: $0).lowercased() == label.lowercased() }
  }

  /// What the record says of itself in a list: its title field as text; nil when empty.
  package func title(of id: RecordID) -> String? {
    guard let kind = kind(of: id), case .text(let text) = value(id, kind.description.title.key) else {
      return nil
    }
    return text
  }

  // MARK: Parties

  /// The party with that short key; nil if none.
  package func party(key: String) -> RecordID? {
    ids(.party).first { self[$0, Party.partyKey] == key }
  }

  /// The assessment's one head record; nil in an empty workspace.
  package var head: RecordID? { ids(.assessment).first }

  package var scope: Scope { head.flatMap { self[$0, AssessmentRecord.scope] } ?? .singleOrganization }

  /// 1 in the first cycle.
  package var cycle: Int { head.flatMap { self[$0, AssessmentRecord.cycle] } ?? 1 }

  /// Parties that have phases and count in guards and gates: present or represented, and not gone.
  package var participants: [RecordID] { ids(.party).filter(participates) }

  /// The one that takes part; nil where there are several.
  package var soleParticipant: RecordID? {
    let all = participants
    return all.count == 1 ? all[0] : nil
  }

  package func participates(_ party: RecordID) -> Bool {
    self[party, Party.participation] != .documentary && self[party, Party.leftOn] == nil
  }

  /// The parties whose phases a record touches: its own, or for a joint record all it binds.
  package func parties(boundBy id: RecordID) -> [RecordID] {
    if let party = party(of: id) { return [party] }
    guard let kind = kind(of: id) else { return [] }
    switch kind {
    case .agreement: return agreementParties(id)
    case .service:
      return [self[id, Service.customer], self[id, Service.provider]].compactMap(\.self)
    case .commitment:
      let named = self[id, Commitment.parties]
      if !named.isEmpty { return named }
      return self[id, Commitment.agreement].map(agreementParties) ?? ids(.party)
    case .objectivePair:
      return [self[id, ObjectivePair.customerObjective], self[id, ObjectivePair.providerObjective]]
        .compactMap { $0.flatMap(party(of:)) }.distinct()
    case .riskChain: return sources(of: id, via: ChainStep.chain).compactMap(party(of:)).distinct()
    case .party: return [id]
    default: return ids(.party)
    }
  }

  /// Customers and providers of its services, and those named besides; all parties when nobody is named.
  package func agreementParties(_ id: RecordID) -> [RecordID] {
    let fromServices = sources(of: id, via: Service.agreement).flatMap {
      [self[$0, Service.customer], self[$0, Service.provider]].compactMap(\.self)
    }
    let named = (fromServices + self[id, Agreement.parties]).distinct()
    return named.isEmpty ? ids(.party) : named
  }
}
