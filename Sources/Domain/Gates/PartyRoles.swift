extension Assessment {
  /// The roles a party has: its own, and those its services under cloud agreements that have not ended give it (a
  /// provider may be another's customer).
  package func roles(of party: RecordID, today: Day) -> Set<PartyRole> {
    var roles = Set([self[party, Party.role]].compactMap(\.self))
    func serves(_ side: Attribute<RecordID>) -> Bool {
      sources(of: party, via: side).contains { service in
        has(service, Service.provider)
          && (link(service, Service.agreement).map { isCloudService($0, today) } ?? false)
      }
    }
    if serves(Service.customer) { roles.insert(.cloudServiceCustomer) }
    if serves(Service.provider) { roles.insert(.cloudServiceProvider) }
    return roles
  }

  /// Whether an agreement is on cloud services and has not ended.
  func isCloudService(_ agreement: RecordID, _ today: Day) -> Bool {
    isCloudAgreement(agreement) && (self[agreement, Agreement.inForceTo].map { $0 >= today } ?? true)
  }
}
