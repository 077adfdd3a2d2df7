/// One look at the gates: rules applied to the assessment as it stands, waivers taken into account.
struct GateRun {
  let gate: GateContext
  let waivers: GateWaivers
  private let read = MarksRead()

  init(_ assessment: Assessment, _ context: Context) {
    gate = GateContext(assessment, context)
    waivers = GateWaivers(assessment, today: context.today)
  }

  typealias RecordCheck = @Sendable (RecordID, GateContext) -> [GateFault]

  func applies(_ rule: GateRule) -> Bool { rule.scopes.contains(gate.scope) }

  /// What a rule finds at one record.
  func marks(_ rule: GateRule, _ reach: GateReach, at id: RecordID, _ check: RecordCheck) -> [GateMark] {
    let owner = gate.assessment.party(of: id)
    if let owner, !reach.chargesOthers, !gate.participates(owner) { return [] }
    let faults = check(id, gate)
    return faults.isEmpty ? [] : faults.compactMap { mark($0, rule, owner: owner, subject: id) }
  }

  /// The same, found once for all who are told of that record.
  func marksRead(_ rule: GateRule, _ reach: GateReach, at id: RecordID, _ check: RecordCheck) -> [GateMark] {
    if let known = read.marks[rule.id]?[id] { return known }
    let found = marks(rule, reach, at: id, check)
    read.marks[rule.id, default: [:]][id] = found
    return found
  }

  /// What it finds at one party; nothing for a party that does not take part.
  func marks(_ rule: GateRule, of party: RecordID, _ check: RecordCheck) -> [GateMark] {
    guard gate.participates(party) else { return [] }
    return check(party, gate).compactMap { mark($0, rule, owner: party, subject: nil) }
  }

  /// What it finds at the whole.
  func marks(_ rule: GateRule, _ check: @Sendable (GateContext) -> [GateFault]) -> [GateMark] {
    check(gate).compactMap { mark($0, rule, owner: nil, subject: nil) }
  }

  /// What it finds that concerns a party, or all of them when nil, in no order.
  private func marks(_ rule: GateRule, for party: RecordID?) -> [GateMark] {
    switch rule.check {
    case .records(let reach, let check):
      reach.kinds.flatMap { kind in
        ids(kind, reach, for: party).flatMap { marks(rule, reach, at: $0, check) }
      }
    case .parties(_, let check):
      (party.map { [$0] } ?? gate.participants).flatMap { marks(rule, of: $0, check) }
    case .whole(_, let check): marks(rule, check)
    }
  }

  private func ids(_ kind: RecordKind, _ reach: GateReach, for party: RecordID?) -> [RecordID] {
    guard let party, !reach.chargesOthers, kind.description.ownership == .party else {
      return gate.assessment.ids(kind)
    }
    return gate.assessment.ids(kind, of: party)
  }

  private func mark(_ fault: GateFault, _ rule: GateRule, owner: RecordID?, subject: RecordID?) -> GateMark? {
    let party: RecordID? =
      switch fault.charge {
      case .owner: owner
      case .joint: nil
      case .party(let party): party
      }
    if let party, !gate.participates(party) { return nil }
    let record = fault.record ?? subject
    let isWaived = waivers.covers(rule, record, party)
    return GateMark(
      rule: rule.id, phase: fault.phase ?? rule.phases[0],
      severity: isWaived ? .waived : fault.severity ?? rule.severity(in: gate.scope), party: party,
      record: record, words: fault.words)
  }

  /// Findings that concern a party (all when nil) at one phase's gate, in order.
  func findings(phase: Phase, for party: RecordID?) -> [GateFinding] {
    let rules = GateRules.all.filter { $0.phases.contains(phase) && applies($0) }
    let found = rules.map { rule in
      GateOrder.byLabel(
        marks(rule, for: party).filter {
          $0.phase == phase && (party == nil || $0.party == nil || $0.party == party)
        }, gate.assessment, record: \.record)
    }
    return GateOrder.severities.flatMap { severity in
      found.flatMap { $0.filter { $0.severity == severity }.map(\.finding) }
    }
  }
}

/// What a run found at records, by rule.
private final class MarksRead {
  var marks: [String: [RecordID: [GateMark]]] = [:]
}

/// A finding whose sentence is not made yet.
struct GateMark {
  let rule: String
  let phase: Phase
  let severity: Severity
  let party: RecordID?
  let record: RecordID?
  let words: () -> Words

  var finding: GateFinding {
    GateFinding(rule: rule, severity: severity, phase: phase, party: party, record: record, words: words())
  }
}

extension Assessment {
  /// What stands between a party's phase and its agreement: blockers, then warnings, then what is waived; in
  /// the order of rules, then of labels. Findings that concern all parties together (`party` nil) are included.
  package func gateFindings(party: RecordID, phase: Phase, _ context: Context) -> [GateFinding] {
    guard participates(party) else { return [] }
    return GateRun(self, context).findings(phase: phase, for: party)
  }

  /// The findings of some phases for all parties that take part, phase by phase; each finding once.
  package func allGateFindings(phases: [Phase], _ context: Context) -> [GateFinding] {
    let run = GateRun(self, context)
    return Phase.allCases.filter(phases.contains).flatMap { run.findings(phase: $0, for: nil) }
  }
}

/// One look at the gates of some phases for all parties, to be asked party by party.
package struct GateLook {
  private let assessment: Assessment
  private let found: [Phase: [GateFinding]]

  package init(_ assessment: Assessment, phases: [Phase] = Phase.allCases, _ context: Context) {
    self.assessment = assessment
    found = Dictionary(grouping: assessment.allGateFindings(phases: phases, context), by: \.phase)
  }

  /// As `Assessment.gateFindings(party:phase:_:)`.
  package func findings(party: RecordID, phase: Phase) -> [GateFinding] {
    guard assessment.participates(party) else { return [] }
    return (found[phase] ?? []).filter { $0.party == nil || $0.party == party }
  }
}

/// How findings stand in a list.
enum GateOrder {
  static let severities: [Severity] = [.blocker, .warning, .waived]

  /// What one rule found, by the labels of the records at fault.
  static func byLabel<Item>(
    _ items: [Item], _ assessment: Assessment, record: (Item) -> RecordID?
  ) -> [Item] {
    guard items.count > 1 else { return items }
    let keys = items.enumerated().map { position, item in
      Key(label: record(item).map { labelKey($0, assessment) } ?? 0, position: position)
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return items }
    return keys.sorted().map { items[$0.position] }
  }

  /// Orders records as their labels do: by kind, then in the order of their numbers. The lower sixteen bits are free.
  static func labelKey(_ record: RecordID, _ assessment: Assessment) -> UInt64 {
    assessment.place(of: record).map { UInt64($0.kind.ordinal) << 48 | UInt64($0.row) << 16 } ?? 0
  }

  /// The record that a key with its lower bits cleared stands for.
  static func record(_ key: UInt64, _ assessment: Assessment) -> RecordID? {
    let ids = assessment.tables[Int(key >> 48)].ids
    let row = Int(UInt32(truncatingIfNeeded: key >> 16))
    return row < ids.count ? ids[row] : nil
  }

  private struct Key: Comparable {
    let label: UInt64
    let position: Int

    static func < (one: Key, other: Key) -> Bool {
      one.label == other.label ? one.position < other.position : one.label < other.label
    }
  }
}
