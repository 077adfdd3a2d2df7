/// Who joins an assessment under way.
package struct Newcomer: Hashable, Sendable {
  package var name: String
  package var role: PartyRole
  package var participation: Participation
  /// The other side of a cloud service agreement it comes with; nil when it comes with none.
  package var partner: RecordID?

  package init(
    _ name: String, _ role: PartyRole, _ participation: Participation = .present, partner: RecordID? = nil
  ) {
    self.name = name
    self.role = role
    self.participation = participation
    self.partner = partner
  }
}

extension Assessment {
  /// The first party key of a role that nobody has or had.
  package func freeKey(for role: PartyRole) -> String {
    let taken = Set(ids(.party).compactMap { self[$0, Party.partyKey] })
    var number = 1
    while taken.contains(role.key(number)), number <= taken.count { number += 1 }
    return role.key(number)
  }

  /// What lets a party join, as one act. It starts at phase 1. An agreement it comes with binds its partner anew:
  /// where that one has agreed phase 1 already, the phase is reopened in the same act.
  package func commands(joining newcomer: Newcomer, by actor: String) -> [Command] {
    var party = Draft(.party, party: nil)
    party.set(Party.name, newcomer.name)
    party.set(Party.partyKey, freeKey(for: newcomer.role))
    party.set(Party.role, newcomer.role)
    party.set(Party.participation, newcomer.participation)
    party.set(Party.catalogues, catalogues(for: newcomer.role))
    guard let partner = newcomer.partner else { return [.create(party)] }
    return reopening(partner, because: newcomer.name, by: actor) + [.create(party)]
      + agreement(of: newcomer, party.id, with: partner)
  }

  /// Those its likes have, else those of the first party.
  private func catalogues(for role: PartyRole) -> [String] {
    let parties = ids(.party)
    let model = parties.first { self[$0, Party.role] == role } ?? parties.first
    return model.map { self[$0, Party.catalogues] } ?? []
  }

  private func reopening(_ party: RecordID, because name: String, by actor: String) -> [Command] {
    switch phases[party, .agreement] {
    case .agreed, .stale: [.phase(.reopen(.agreement, party: party, by: actor, reason: name))]
    case .notStarted, .inProgress, .inReview: []
    }
  }

  private func agreement(of newcomer: Newcomer, _ id: RecordID, with partner: RecordID) -> [Command] {
    let provides = newcomer.role == .cloudServiceProvider
    let names = [self[partner, Party.name] ?? label(of: partner), newcomer.name]
    let title = (provides ? names : names.reversed()).joined(separator: " – ")
    var agreement = Draft(.agreement, party: nil, pending: 1)
    agreement.set(Agreement.title, title)
    agreement.set(Agreement.kind, .cloudService)
    var service = Draft(.service, party: nil, pending: 2)
    service.set(Service.title, title)
    service.set(Service.agreement, agreement.id)
    service.set(Service.customer, provides ? partner : id)
    service.set(Service.provider, provides ? id : partner)
    // Whom the agreement binds must be known before its service is asked for locks.
    agreement.set(Agreement.parties, [partner, id])
    return [.create(agreement), .create(service)]
  }
}
