import Domain

/// Acts made up at random from the descriptions of the kinds.
struct RandomScript {
  var room: Room
  private var state: UInt64

  init(seed: UInt64, room: Room) {
    self.room = room
    state = seed
  }

  /// One act; empty when it was refused or came to nothing.
  mutating func act() -> [Change] {
    switch pick(10) {
    case 0, 1, 2, 3: perform(create())
    case 4, 5, 6, 7: perform(set())
    case 8: perform(any(RecordKind.allCases).map { .removeAndUnlink($0) })
    default: step()
    }
  }

  private mutating func perform(_ command: Command?) -> [Change] {
    guard let command else { return [] }
    return (try? room.assessment.perform([command], in: room.context)) ?? []
  }

  private static let kinds: [RecordKind] = [
    .organizationalUnit, .person, .phaseShare, .agreement, .service, .commitment, .commitment,
    .scopeStatement,
    .issue, .interestedParty, .clauseConformity, .policyDocument, .policyDocument, .objective, .objective,
    .objectivePair, .riskCriteria, .risk, .risk, .risk, .riskChain, .chainStep, .chainStep, .controlStatement,
    .controlStatement, .controlStatement, .evidence, .reading, .audit, .finding, .correctiveAction,
    .disclosure,
    .managementReview, .waiver,
  ]

  private mutating func create() -> Command? {
    let kind = Self.kinds[pick(Self.kinds.count)]
    let isJoint =
      kind.description.ownership == .joint || (kind.description.ownership == .either && pick(2) == 0)
    if kind == .riskCriteria {
      return .create(DefaultCriteria.draft(party: isJoint ? nil : party(), title: "criteria"))
    }
    var draft = Draft(kind, party: isJoint ? nil : party())
    for field in kind.description.fields where pick(3) > 0 {
      if let value = value(field) { draft.values[slot(field)] = value }
    }
    return .create(draft)
  }

  private mutating func set() -> Command? {
    guard let id = any(Self.kinds + [.party]), let kind = room.assessment.kind(of: id), id != room.head else {
      return nil
    }
    let field = kind.description.fields[pick(kind.description.fields.count)]
    // Keys of parties are told apart by them.
    guard field.name != "key" else { return nil }
    return .set(id, slot(field), pick(5) == 0 ? nil : value(field))
  }

  private mutating func step() -> [Change] {
    let by = ["a", "b"][pick(2)]
    let step = PhaseStep(
      party: party(), phase: Phase.allCases[pick(6)], event: pick(2) == 0 ? .submit : .agree,
      from: .inProgress, to: [.inProgress, .inReview, .agreed][pick(3)], by: by)
    room.assessment.apply(.phase(step))
    return [.phase(step)]
  }

  private mutating func slot(_ field: FieldDescription) -> Slot {
    Slot(field.key, party: field.perParty ? party() : nil)
  }

  private mutating func party() -> RecordID { pick(2) == 0 ? room.csc : room.csp }

  private mutating func any(_ kinds: [RecordKind]) -> RecordID? {
    let ids = kinds.isEmpty ? [] : room.assessment.ids(kinds[pick(kinds.count)])
    return ids.isEmpty ? nil : ids[pick(ids.count)]
  }

  private mutating func value(_ field: FieldDescription) -> Value? {
    switch field.type {
    case .text, .longText: .text(text(field))
    case .target: .text(["5", "50%", "-30%", "good"][pick(4)])
    case .number: .number(Double(pick(6)))
    case .integer: .integer(pick(3) + 1)
    case .flag: .flag(pick(2) == 0)
    case .day: .day(Room.today.adding(pick(120) - 90))
    case .choice(let options): .choice(options[pick(options.count)].key)
    case .choices(let options): .choices([options[pick(options.count)].key])
    case .reference(let kinds): any(kinds).map { .reference($0) }
    case .references(let kinds): any(kinds).map { .references([$0]) }
    case .list: .list(field.name == "catalogues" ? ["list"] : ["item"])
    case .step: .integer(pick(5) + 1)
    case .table, .loss: .table([["A", "2"]])
    }
  }

  private mutating func text(_ field: FieldDescription) -> String {
    switch field.name {
    case "control": ["1.1", "1.2", "9.9"][pick(3)]
    case "catalogue": "list"
    case "clause": ["4.1", "4.2"][pick(2)]
    case "rule": GateRules.all[pick(GateRules.all.count)].id
    case "approvedBy": ["top of Sample Trading", "top of Example Data Centre", "text"][pick(3)]
    default: "text"
    }
  }

  /// SplitMix64.
  private mutating func pick(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
