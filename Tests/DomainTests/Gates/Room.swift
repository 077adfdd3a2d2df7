import Domain

/// A customer and a provider, and short ways to add records for them.
struct Room {
  var assessment = Assessment()
  var context: Context
  private(set) var head = RecordID.pending(0)
  private(set) var csc = RecordID.pending(0)
  private(set) var csp = RecordID.pending(0)
  /// Top management of each.
  private(set) var boss = RecordID.pending(0)
  private(set) var chief = RecordID.pending(0)

  static let today = Day(year: 2026, month: 11, day: 24) ?? Day(number: 0)

  init(_ scope: Scope = .cloud) throws {
    context = Context(today: Self.today, actor: "tester", catalogues: Self.shelf)
    head = try add(.assessment, nil) {
      $0.set(AssessmentRecord.title, "test")
      $0.set(AssessmentRecord.scope, scope)
      $0.set(AssessmentRecord.cycle, 1)
      $0.set(AssessmentRecord.periodFrom, Self.today.adding(-100))
      $0.set(AssessmentRecord.periodTo, Self.today.adding(265))
    }
    (csc, boss) = try party("csc", "Sample Trading", .cloudServiceCustomer)
    (csp, chief) = try party("csp", "Example Data Centre", .cloudServiceProvider)
  }

  /// Two lists of controls, one with a control for providers only, and two clauses.
  static let shelf = CatalogueShelf(
    [
      ControlCatalogue(
        key: "list", title: Words("List", "一覧"),
        controls: ["1.1", "1.2", "1.3"].map {
          CatalogueControl(number: $0, title: Words("Control", "管理策"), group: "1")
        } + [
          CatalogueControl(
            number: "9.9", title: Words("For providers", "プロバイダ用"), group: "9", roles: [.cloudServiceProvider]
          )
        ], groups: [])
    ],
    clauses: ClauseList(
      ["4", "4.1", "4.2"].map { Clause(number: $0, title: Words("Clause", "箇条")) }))

  mutating func party(_ key: String, _ name: String, _ role: PartyRole) throws -> (RecordID, RecordID) {
    let party = try add(.party, nil) {
      $0.set(Party.name, name)
      $0.set(Party.partyKey, key)
      $0.set(Party.role, role)
    }
    let person = try add(.person, party) { $0.set(Person.name, "top of " + name) }
    try set(party, Party.topManagement, person)
    return (party, person)
  }

  @discardableResult
  mutating func add(
    _ kind: RecordKind, _ party: RecordID?, _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    var draft = Draft(kind, party: party)
    fill(&draft)
    let changes = try assessment.perform([.create(draft)], in: context)
    guard case .created(let id, _, _, _) = changes.first else { throw Lost() }
    return id
  }

  struct Lost: Error {}

  mutating func set<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content?, for party: RecordID? = nil
  ) throws {
    try write(id, Slot(attribute.key, party: party), content?.value)
  }

  mutating func set<Content: Choice>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content, for party: RecordID? = nil
  ) throws {
    try write(id, Slot(attribute.key, party: party), .choice(content.rawValue))
  }

  mutating func set(_ id: RecordID, _ attribute: Attribute<[RecordID]>, _ content: [RecordID]) throws {
    try write(id, Slot(attribute.key), .references(content))
  }

  mutating func set(_ id: RecordID, _ attribute: Attribute<[String]>, _ content: [String]) throws {
    try write(id, Slot(attribute.key), .list(content))
  }

  mutating func write(_ id: RecordID, _ slot: Slot, _ value: Value?) throws {
    _ = try assessment.perform([.set(id, slot, value)], in: context)
  }

  mutating func remove(_ id: RecordID) throws {
    _ = try assessment.perform([.removeAndUnlink(id)], in: context)
  }

  /// A cloud service agreement between the two.
  mutating func agreement(_ title: String = "Agreement") throws -> RecordID {
    let agreement = try add(.agreement, nil) {
      $0.set(Agreement.title, title)
      $0.set(Agreement.kind, AgreementKind.cloudService)
    }
    let (csc, csp) = (csc, csp)
    try add(.service, nil) {
      $0.set(Service.agreement, agreement)
      $0.set(Service.customer, csc)
      $0.set(Service.provider, csp)
    }
    return agreement
  }

  mutating func clause(
    _ kind: CommitmentKind, in agreement: RecordID? = nil, _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    try add(.commitment, nil) {
      $0.set(Commitment.text, "clause")
      $0.set(Commitment.kind, kind)
      if let agreement { $0.set(Commitment.agreement, agreement) }
      fill(&$0)
    }
  }

  mutating func answer(_ clause: RecordID, _ answer: Answer, _ parties: RecordID...) throws {
    for party in parties { try set(clause, Commitment.answer, answer, for: party) }
  }

  /// Joint default criteria, agreed by the customer only.
  mutating func criteria() throws -> RecordID {
    let changes = try assessment.perform(
      [.create(DefaultCriteria.draft(party: nil, title: "Criteria"))], in: context)
    guard case .created(let id, _, _, _) = changes.first else { throw Lost() }
    try set(id, RiskCriteria.agreedBy, "boss", for: csc)
    return id
  }

  /// A risk of the customer, rated.
  mutating func risk(
    _ likelihood: Int, _ consequence: Int, of party: RecordID? = nil, _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    try add(.risk, party ?? csc) {
      $0.set(Risk.event, "event")
      $0.set(Risk.likelihood, likelihood)
      $0.set(Risk.consequenceStep, consequence)
      fill(&$0)
    }
  }

  mutating func control(
    _ number: String, of party: RecordID? = nil, _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    try add(.controlStatement, party ?? csc) {
      $0.set(ControlStatement.control, number)
      $0.set(ControlStatement.catalogue, "list")
      $0.set(ControlStatement.applicability, .applicable)
      fill(&$0)
    }
  }

  mutating func policy(
    _ tier: PolicyTier, _ status: DocumentStatus = .approved, of party: RecordID? = nil,
    _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    try add(.policyDocument, party ?? csc) {
      $0.set(PolicyDocument.title, tier.rawValue)
      $0.set(PolicyDocument.tier, tier)
      $0.set(PolicyDocument.status, status)
      fill(&$0)
    }
  }

  mutating func objective(
    _ level: ObjectiveLevel, of party: RecordID? = nil, _ fill: (inout Draft) -> Void = { _ in }
  ) throws -> RecordID {
    try add(.objective, party ?? csc) {
      $0.set(Objective.statement, level.rawValue)
      $0.set(Objective.level, level)
      fill(&$0)
    }
  }

  /// Findings of one rule at all gates.
  func findings(_ rule: String) -> [GateFinding] {
    assessment.allGateFindings(phases: Phase.allCases, context).filter { $0.rule == rule }
  }
}
