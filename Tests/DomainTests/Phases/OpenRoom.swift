import Domain

/// Parties around a table, with the gates held open: what is tested is the machine in the assessment.
struct OpenRoom {
  var assessment = Assessment()
  let context = Context(
    today: Day(number: 20_000), actor: "tester", replica: 1, catalogues: CatalogueShelf([]))
  /// Who finds blockers, for tests about gates.
  var blockers: [GateFinding] = []

  /// Parties `p1`… each with top management called `head of p1`…
  init(parties count: Int, scope: Scope = .cloud) throws {
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.scope, scope)
    head.set(AssessmentRecord.cycle, 1)
    try perform([.create(head)])
    for number in 1...count {
      var party = Draft(.party, party: nil)
      party.set(Party.partyKey, "p\(number)")
      let id = try create(party)
      var person = Draft(.person, party: id)
      person.set(Person.name, "head of p\(number)")
      try set(id, Party.topManagement, try create(person))
    }
  }

  /// All parties, `p1` first.
  var parties: [RecordID] { assessment.ids(.party) }

  @discardableResult
  mutating func perform(_ commands: [Command]) throws -> [Change] {
    try assessment.perform(commands, in: context)
  }

  /// The record a draft became.
  mutating func create(_ draft: Draft) throws -> RecordID {
    let number = assessment.nextNumber(replica: context.replica)
    try perform([.create(draft)])
    return RecordID(replica: context.replica, number: number)
  }

  mutating func set<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content?
  ) throws {
    try perform([.set(id, Slot(attribute.key), content?.value)])
  }

  /// Decides under the open gate and folds what was decided.
  @discardableResult
  mutating func send(_ event: PhaseEvent) throws(Refusal) -> [Change] {
    let blockers = blockers
    let changes = try assessment.decide(event, context) { _, _ in blockers }
    for change in changes { assessment.apply(change) }
    return changes
  }

  /// What refuses an event; nil when it would pass. Nothing is carried out.
  func refusal(of event: PhaseEvent) -> PhaseRefusal? {
    do throws(Refusal) {
      _ = try assessment.decide(event, context) { _, _ in blockers }
      return nil
    } catch {
      if case .phase(let refusal) = error { return refusal }
      return nil
    }
  }

  func head(_ party: RecordID) -> String {
    assessment[party, Party.topManagement].flatMap { assessment[$0, Person.name] } ?? ""
  }

  /// Leads all parties, or those given, through a phase to agreement; those that agreed are left alone.
  mutating func agree(_ phase: Phase, _ some: [RecordID]? = nil) throws {
    let parties = some ?? assessment.participants
    for party in parties {
      if assessment.phases[party, phase] == .notStarted { try send(.begin(phase, party: party)) }
      if assessment.phases[party, phase] == .inProgress {
        try send(.submit(phase, party: party, by: "somebody"))
      }
    }
    for party in parties {
      switch assessment.phases[party, phase] {
      case .inReview: try send(.agree(phase, party: party, by: head(party)))
      case .stale: try send(.confirm(phase, party: party, by: head(party)))
      case .notStarted, .inProgress, .agreed: break
      }
    }
  }

  /// Leads everybody through the phases up to one.
  mutating func agreeAll(upTo last: Phase) throws {
    for phase in Phase.allCases where phase <= last { try agree(phase) }
  }

  func state(_ party: RecordID, _ phase: Phase) -> PhaseState { assessment.phases[party, phase] }

  func states(_ party: RecordID) -> [PhaseState] { Phase.allCases.map { state(party, $0) } }

  // MARK: What parties share

  /// A cloud agreement between the parties named.
  mutating func agreement(
    _ parties: [RecordID], _ kind: AgreementKind = .cloudService
  ) throws -> RecordID {
    var draft = Draft(.agreement, party: nil)
    draft.set(Agreement.title, "terms")
    draft.set(Agreement.kind, kind)
    draft.set(Agreement.parties, parties)
    return try create(draft)
  }

  mutating func clause(of agreement: RecordID, _ text: String = "a clause") throws -> RecordID {
    var draft = Draft(.commitment, party: nil)
    draft.set(Commitment.text, text)
    draft.set(Commitment.agreement, agreement)
    return try create(draft)
  }

  mutating func answer(_ clause: RecordID, _ party: RecordID, _ answer: Answer) throws {
    try perform([
      .set(clause, Slot(Commitment.answer.key, party: party), .choice(answer.rawValue))
    ])
  }

  mutating func objective(of party: RecordID, _ statement: String = "fewer incidents") throws -> RecordID {
    var draft = Draft(.objective, party: party)
    draft.set(Objective.statement, statement)
    return try create(draft)
  }

  mutating func pair(_ one: RecordID, _ other: RecordID) throws -> RecordID {
    var draft = Draft(.objectivePair, party: nil)
    draft.set(ObjectivePair.title, "pair")
    draft.set(ObjectivePair.customerObjective, one)
    draft.set(ObjectivePair.providerObjective, other)
    return try create(draft)
  }

  mutating func risk(of party: RecordID, for objective: RecordID? = nil) throws -> RecordID {
    var draft = Draft(.risk, party: party)
    draft.set(Risk.event, "data are lost")
    if let objective { draft.set(Risk.objective, objective) }
    return try create(draft)
  }

  mutating func control(of party: RecordID, _ number: String, treats risks: [RecordID] = []) throws
    -> RecordID
  {
    var draft = Draft(.controlStatement, party: party)
    draft.set(ControlStatement.control, number)
    draft.set(ControlStatement.risks, risks)
    return try create(draft)
  }
}
