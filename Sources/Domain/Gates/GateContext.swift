/// What rules look at: the assessment and what follows from it for all of them alike, found once per run.
struct GateContext {
  let assessment: Assessment
  let today: Day
  let shelf: CatalogueShelf
  let files: EvidenceFiles
  let scope: Scope
  let cycle: Int
  let participants: [RecordID]
  private let participating: Set<RecordID>
  private let memo = GateMemo()

  init(_ assessment: Assessment, _ context: Context) {
    self.assessment = assessment
    today = context.today
    shelf = context.catalogues
    files = context.files
    scope = assessment.scope
    cycle = assessment.cycle
    participants = assessment.participants
    participating = Set(participants)
  }

  /// Asked for every record: a few are compared, which is quicker than hashing.
  func participates(_ party: RecordID) -> Bool {
    participants.count <= 8 ? participants.contains(party) : participating.contains(party)
  }

  // MARK: Phase 1

  /// Whether the clause and its agreement have not ended.
  func isInForce(_ clause: RecordID) -> Bool { assessment.isInForce(clause: clause, on: today) }

  /// The parties that take part and are bound by a clause; found once for all clauses of an agreement that name nobody
  /// themselves.
  func participants(boundBy clause: RecordID) -> [RecordID] {
    guard assessment.party(of: clause) == nil, assessment[clause, Commitment.parties].isEmpty,
      let agreement = assessment[clause, Commitment.agreement]
    else { return assessment.parties(boundBy: clause).filter(participates) }
    if let known = memo.bound[agreement] { return known }
    let found = assessment.agreementParties(agreement).filter(participates)
    memo.bound[agreement] = found
    return found
  }

  func kind(_ clause: RecordID) -> CommitmentKind? { assessment[clause, Commitment.kind] }

  /// Whether a party accepted a clause, with or without reservation.
  func accepts(_ party: RecordID, _ clause: RecordID) -> Bool {
    switch assessment[clause, Commitment.answer, party] {
    case .accepted, .acceptedWithReservation: true
    // Within one organisation nobody is asked: what is recorded holds.
    case nil: scope == .singleOrganization
    case .proposed, .notAdopted, .disputed, .notApplicable: false
    }
  }

  /// Cloud service agreements that have not ended.
  var cloudAgreements: [RecordID] {
    assessment.ids(.agreement).filter { assessment.isCloudService($0, today) }
  }

  /// Who is customer of whom in an agreement: by its services, or where it has none by the parties' roles.
  func relations(_ agreement: RecordID) -> [CloudRelation] {
    let named = assessment.sources(of: agreement, via: Service.agreement).compactMap { service in
      assessment[service, Service.provider].map {
        CloudRelation(customer: assessment[service, Service.customer], provider: $0)
      }
    }
    if !named.isEmpty { return named }
    let parties = assessment.agreementParties(agreement)
    let customers = parties.filter { assessment[$0, Party.role] == .cloudServiceCustomer }
    return parties.filter { assessment[$0, Party.role] == .cloudServiceProvider }.flatMap { provider in
      customers.map { CloudRelation(customer: $0, provider: provider) }
    }
  }

  /// All of them, found once.
  var cloudRelations: [CloudRelation] {
    memo.relations.get { cloudAgreements.flatMap(relations) }
  }

  // MARK: Phase 5

  /// A party's statement on a control of a catalogue; nil if it has none.
  func statement(of party: RecordID, on control: String, in catalogue: String?) -> RecordID? {
    statements(of: party)[ControlKey(catalogue: catalogue, number: control)]
  }

  /// A party's statements by what they are on, read once.
  func statements(of party: RecordID) -> [ControlKey: RecordID] {
    if let known = memo.statements[party] { return known }
    let read = Dictionary(
      assessment.ids(.controlStatement, of: party).map {
        (
          ControlKey(
            catalogue: assessment[$0, ControlStatement.catalogue],
            number: assessment[$0, ControlStatement.control] ?? ""), $0
        )
      }, uniquingKeysWith: { first, _ in first })
    memo.statements[party] = read
    return read
  }

  /// The criteria a party rates under, found once.
  func criteriaInForce(for party: RecordID?) -> RecordID? {
    if let known = memo.criteria[party] { return known }
    let found = assessment.criteriaInForce(for: party)
    memo.criteria[party] = .some(found)
    return found
  }

  /// Whether a party agreed to a version of the criteria.
  func agreed(_ criteria: RecordID, _ party: RecordID) -> Bool {
    let key = PartyCriteria(party: party, criteria: criteria)
    if let known = memo.agreed[key] { return known }
    let found = assessment[criteria, RiskCriteria.agreedBy, party] != nil
    memo.agreed[key] = found
    return found
  }
}

/// A customer and a provider of a cloud service.
struct CloudRelation: Hashable {
  /// Nil where the service names none.
  let customer: RecordID?
  let provider: RecordID
}

/// A control of a catalogue.
struct ControlKey: Hashable {
  let catalogue: String?
  let number: String
}

struct PartyCriteria: Hashable {
  let party: RecordID
  let criteria: RecordID
}

/// What a run found out already.
private final class GateMemo {
  var relations = Once<[CloudRelation]>()
  var statements: [RecordID: [ControlKey: RecordID]] = [:]
  var criteria: [RecordID?: RecordID?] = [:]
  var agreed: [PartyCriteria: Bool] = [:]
  var bound: [RecordID: [RecordID]] = [:]
}

/// A value made at first need.
private struct Once<Content> {
  private var content: Content?

  mutating func get(_ make: () -> Content) -> Content {
    if let content { return content }
    let made = make()
    content = made
    return made
  }
}
