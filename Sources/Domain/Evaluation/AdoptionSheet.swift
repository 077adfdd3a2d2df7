/// How an organisation stands to a rule of the shared space.
package enum RuleStand: Int, CaseIterable, Sendable {
  case adopted
  case partly
  case notAdopted
  case notApplicable
  /// Not answered, proposed or disputed.
  case open

  init(_ answer: Answer?) {
    switch answer {
    case .accepted: self = .adopted
    case .acceptedWithReservation: self = .partly
    case .notAdopted: self = .notAdopted
    case .notApplicable: self = .notApplicable
    case .proposed, .disputed, nil: self = .open
    }
  }
}

/// Which organisation adopted which rule: what the grid of rules × organisations is drawn from. Sums are counted
/// once and then kept from change to change, so that looking costs the same however large the grid is.
package struct AdoptionSheet: Sendable {
  /// How many stand how.
  package struct Sums: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: RuleStand.allCases.count)
    /// All together.
    package private(set) var total = 0

    package init() {}

    package subscript(stand: RuleStand) -> Int { counts[stand.rawValue] }

    fileprivate mutating func add(_ stand: RuleStand, _ step: Int) {
      counts[stand.rawValue] += step
      total += step
    }
  }

  /// Laws first, then regulations, international standards and guidelines; each in the order of their creation.
  package private(set) var rules: [RecordID] = []
  /// Organisations that did not leave, in the order of their creation.
  package private(set) var parties: [RecordID] = []
  /// Over all rules and organisations.
  package private(set) var sums = Sums()
  private var columns: [RecordID: Int] = [:]
  private var lines: [RecordID: Int] = [:]
  /// Line after line: `unbound`, `unanswered`, or the answer's place.
  private var cells: [UInt8] = []
  private var byRule: [Sums] = []
  private var byParty: [Sums] = []
  private static let unbound = UInt8.max
  private static let unanswered = UInt8.max - 1

  /// What a cell of the grid says.
  package enum Cell: Hashable, Sendable {
    /// The rule does not bind the organisation.
    case unbound
    /// nil while it is not answered.
    case answer(Answer?)
  }

  package init(_ assessment: Assessment) { count(assessment) }

  /// Over the organisations that a rule binds.
  package func sums(ofRule rule: RecordID) -> Sums { lines[rule].map(sums(ofLine:)) ?? Sums() }

  /// The same of the rule at a place of the sheet.
  package func sums(ofLine line: Int) -> Sums { byRule[line] }

  /// The place of a rule among the lines; nil for one that is not among them.
  package func line(of rule: RecordID) -> Int? { lines[rule] }

  /// Over the rules that bind an organisation.
  package func sums(ofParty party: RecordID) -> Sums { columns[party].map { byParty[$0] } ?? Sums() }

  /// The place of an organisation among the columns; nil for one that left.
  package func column(of party: RecordID) -> Int? { columns[party] }

  package func binds(_ rule: RecordID, _ party: RecordID) -> Bool { cell(rule, party) != .unbound }

  /// What an organisation says to a rule, read without asking the records.
  package func cell(_ rule: RecordID, _ party: RecordID) -> Cell {
    guard let line = lines[rule], let column = columns[party] else { return .unbound }
    return cell(line: line, column: column)
  }

  /// The same at a place of the sheet; see `line(of:)` and `column(of:)`.
  package func cell(line: Int, column: Int) -> Cell {
    let cell = cells[line * parties.count + column]
    if cell == Self.unbound { return .unbound }
    return .answer(cell == Self.unanswered ? nil : Self.answers[Int(cell)])
  }

  private static let answers = Answer.allCases

  private static let kinds: [CommitmentKind] = [.law, .regulation, .internationalStandard, .guideline]

  private mutating func count(_ assessment: Assessment) {
    parties = assessment.ids(.party).filter { !assessment.has($0, Party.leftOn) }
    columns = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
    let clauses = Dictionary(grouping: assessment.ids(.commitment)) { assessment[$0, Commitment.kind] }
    rules = Self.kinds.flatMap { clauses[$0] ?? [] }
    sums = Sums()
    lines = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let here = Set(parties)
    var byAgreement: [RecordID: Set<RecordID>] = [:]
    cells = Array(repeating: Self.unbound, count: rules.count * parties.count)
    byRule = Array(repeating: Sums(), count: rules.count)
    byParty = Array(repeating: Sums(), count: parties.count)
    for (line, rule) in rules.enumerated() {
      for party in members(of: rule, here, &byAgreement, assessment) {
        guard let column = columns[party] else { continue }
        add(assessment[rule, Commitment.answer, party], line, column, 1)
      }
    }
  }

  /// Whom a rule binds; found once for all rules of an agreement that name nobody themselves.
  private func members(
    of rule: RecordID, _ here: Set<RecordID>, _ byAgreement: inout [RecordID: Set<RecordID>],
    _ assessment: Assessment
  ) -> Set<RecordID> {
    guard assessment[rule, Commitment.parties].isEmpty, let agreement = assessment[rule, Commitment.agreement]
    else { return here.intersection(assessment.parties(boundBy: rule)) }
    if let known = byAgreement[agreement] { return known }
    let found = here.intersection(assessment.agreementParties(agreement))
    byAgreement[agreement] = found
    return found
  }

  /// Counts an answer in, or out again with a step of -1.
  private mutating func add(_ answer: Answer?, _ line: Int, _ column: Int, _ step: Int) {
    let stand = RuleStand(answer)
    sums.add(stand, step)
    byRule[line].add(stand, step)
    byParty[column].add(stand, step)
    let place = answer.flatMap { Answer.allCases.firstIndex(of: $0) }
    cells[line * parties.count + column] = place.map(UInt8.init) ?? Self.unanswered
  }

  // MARK: Following

  /// Takes facts in that are already folded: an answer moves one count, what binds whom is counted anew.
  package mutating func update(after changes: [Change], in assessment: Assessment) {
    var isSame = true
    for change in changes {
      switch change {
      case .set(let rule, let slot, let before, let after) where slot.key == Commitment.answer.key:
        guard let party = slot.party, binds(rule, party), let line = lines[rule], let column = columns[party]
        else { continue }
        add(before.flatMap(Self.answer), line, column, -1)
        add(after.flatMap(Self.answer), line, column, 1)
      case .set(let id, let slot, _, _):
        isSame = isSame && !Self.binding.contains(slot.key) || kindless(id, assessment)
      case .created(let id, _, _, _), .removed(let id): isSame = isSame && kindless(id, assessment)
      case .phase: continue
      }
    }
    if !isSame { count(assessment) }
  }

  private static let binding: Set<FieldKey> = [
    Commitment.kind.key, Commitment.parties.key, Commitment.agreement.key, Agreement.parties.key,
    Service.agreement.key, Service.customer.key, Service.provider.key, Party.leftOn.key,
  ]

  /// Whether a record has no part in who is bound by what.
  private func kindless(_ id: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment.kind(of: id) {
    case .commitment, .agreement, .service, .party: false
    default: true
    }
  }

  private static func answer(_ value: Value) -> Answer? {
    guard case .choice(let key) = value else { return nil }
    return Answer(rawValue: key)
  }
}
