package import Domain

/// A new assessment as it is laid out before anyone works in it: the head record, the parties with their control
/// catalogues, the criteria, and in the cloud the agreements with one service each.
///
/// One organisation has its own risk criteria; parties who meet start from joint ones.
package struct NewWorkspace: Sendable {
  /// What brings it about, as one act.
  package let commands: [Command]
  /// The stand-ins of the parties within that act, by key, in the order given.
  package let parties: [(key: String, id: RecordID)]
  let head: RecordID
  let criteria: RecordID
  let agreements: [(agreement: RecordID, service: RecordID)]

  /// - Parameters:
  ///   - scope: What kind of meeting is assessed.
  ///   - title: Of the assessment.
  ///   - entrants: Who takes part, in order.
  ///   - agreements: Nil for the usual: every csc with csp, csp with csp2, and on.
  ///   - catalogues: Keys of the control catalogues for every party; nil for those that go with scope and role.
  ///   - language: Of the few titles that nobody gave.
  ///   - today: Where the first period begins; it lasts a year.
  /// - Throws: The first thing that does not fit.
  package init(
    _ scope: Scope, title: String, entrants: [Entrant], agreements: [AgreementPair]? = nil,
    catalogues: [String]? = nil, language: Language, today: Day
  ) throws(NewWorkspaceError) {
    try Self.check(scope, entrants, agreements ?? [], catalogues ?? [])
    let keys = Self.keys(entrants)
    let pairs = agreements ?? Self.usualAgreements(keys)
    for pair in pairs {
      for key in [pair.customer, pair.provider] where !keys.contains(key) { throw .unknownParty(key) }
    }
    if scope == .cloud { try Self.checkSides(entrants) }
    if title.allSatisfy(\.isWhitespace) { throw .noTitle }
    var layout = Layout(language: language)
    head = layout.addHead(scope, title: title, today: today)
    parties = zip(entrants, keys).map { entrant, key in
      (
        key,
        layout.addParty(entrant, key: key, catalogues: catalogues ?? Self.catalogues(scope, entrant.role))
      )
    }
    criteria = layout.addCriteria(of: scope == .singleOrganization ? parties[0].id : nil)
    let ids = Dictionary(parties.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(zip(keys, entrants.map(\.name)), uniquingKeysWith: { first, _ in first })
    self.agreements = pairs.map { pair in
      layout.addAgreement(
        title: (names[pair.customer] ?? "") + " – " + (names[pair.provider] ?? ""),
        customer: ids[pair.customer],
        provider: ids[pair.provider])
    }
    commands = layout.commands
  }

  private static func check(
    _ scope: Scope, _ entrants: [Entrant], _ agreements: [AgreementPair], _ catalogues: [String]
  ) throws(NewWorkspaceError) {
    guard !entrants.isEmpty else { throw .noParties }
    for entrant in entrants {
      guard entrant.role.scope == scope else { throw .wrongRole(entrant.role, scope) }
      guard !entrant.name.isEmpty else { throw .emptyName(entrant.role) }
    }
    if scope == .singleOrganization, entrants.count > 1 { throw .tooManyParties(entrants.count) }
    if scope != .cloud, !agreements.isEmpty { throw .agreementOutsideCloud(scope) }
    for pair in agreements where pair.customer == pair.provider { throw .agreementWithItself(pair.customer) }
    for key in catalogues where Catalogues.shelf[key] == nil { throw .unknownCatalogue(key) }
  }

  private static func checkSides(_ entrants: [Entrant]) throws(NewWorkspaceError) {
    guard entrants.contains(where: { $0.role == .csp }) else { throw .cloudNeeds(.csp) }
    guard entrants.count > 1 else { throw .cloudNeeds(.csc) }
  }

  private static func keys(_ entrants: [Entrant]) -> [String] {
    var counts: [String: Int] = [:]
    return entrants.map { entrant in
      let series = entrant.role.scope == .cyberspace ? "org" : entrant.role.rawValue
      counts[series, default: 0] += 1
      return entrant.role.key(counts[series, default: 1])
    }
  }

  private static func usualAgreements(_ keys: [String]) -> [AgreementPair] {
    let providers = keys.filter { $0.hasPrefix(EntrantRole.csp.rawValue) }
    let customers = keys.filter { $0.hasPrefix(EntrantRole.csc.rawValue) }
    guard let first = providers.first else { return [] }
    return customers.map { AgreementPair(customer: $0, provider: first) }
      + zip(providers, providers.dropFirst()).map { AgreementPair(customer: $0, provider: $1) }
  }

  private static func catalogues(_ scope: Scope, _ role: EntrantRole) -> [String] {
    switch scope {
    case .singleOrganization: [CatalogueKey.annexA]
    case .cloud: [CatalogueKey.annexA, CatalogueKey.cloud]
    case .cyberspace: []
    }
  }
}

/// Drafts on their way into the founding act.
private struct Layout {
  let language: Language
  var commands: [Command] = []

  mutating func add(_ kind: RecordKind, party: RecordID? = nil, _ fill: (inout Draft) -> Void) -> RecordID {
    var draft = Draft(kind, party: party, pending: commands.count)
    fill(&draft)
    commands.append(.create(draft))
    return draft.id
  }

  mutating func addHead(_ scope: Scope, title: String, today: Day) -> RecordID {
    add(.assessment) {
      $0.set(AssessmentRecord.title, title)
      $0.set(AssessmentRecord.scope, scope)
      $0.set(AssessmentRecord.periodFrom, today)
      $0.set(AssessmentRecord.periodTo, today.lastOfYear)
      $0.set(AssessmentRecord.cycle, 1)
    }
  }

  mutating func addParty(_ entrant: Entrant, key: String, catalogues: [String]) -> RecordID {
    add(.party) {
      $0.set(Party.name, entrant.name)
      $0.set(Party.partyKey, key)
      $0.set(Party.role, entrant.role.role)
      $0.set(Party.participation, .present)
      $0.set(Party.catalogues, catalogues)
    }
  }

  mutating func addCriteria(of party: RecordID?) -> RecordID {
    let draft = DefaultCriteria.draft(
      party: party, title: Words("Risk criteria", "リスク基準")[language], pending: commands.count)
    commands.append(.create(draft))
    return draft.id
  }

  mutating func addAgreement(
    title: String, customer: RecordID?, provider: RecordID?
  ) -> (agreement: RecordID, service: RecordID) {
    let agreement = add(.agreement) {
      $0.set(Agreement.title, title)
      $0.set(Agreement.kind, .cloudService)
    }
    let service = add(.service) {
      $0.set(Service.title, title)
      $0.set(Service.agreement, agreement)
      if let customer { $0.set(Service.customer, customer) }
      if let provider { $0.set(Service.provider, provider) }
    }
    return (agreement, service)
  }
}
