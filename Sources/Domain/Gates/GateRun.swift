/// One look at the gates: rules applied to the assessment as it stands. Severities are before waivers.
struct GateRun {
  let gate: GateContext

  init(_ assessment: Assessment, _ context: Context) {
    gate = GateContext(assessment, context)
  }

  func applies(_ rule: GateRule) -> Bool { rule.scopes.contains(gate.scope) }

  /// Findings at one record.
  func findings(_ rule: GateRule, _ reach: GateReach, at id: RecordID, _ check: RecordCheck) -> [GateFinding]
  {
    let owner = gate.assessment.party(of: id)
    if let owner, !reach.chargesOthers, !gate.participates(owner) { return [] }
    let faults = check(id, gate)
    return faults.isEmpty ? [] : faults.compactMap { finding($0, rule, owner: owner, subject: id) }
  }

  typealias RecordCheck = @Sendable (RecordID, GateContext) -> [GateFault]

  /// Findings at one party; none for a party that does not take part.
  func findings(_ rule: GateRule, of party: RecordID, _ check: RecordCheck) -> [GateFinding] {
    guard gate.participates(party) else { return [] }
    return check(party, gate).compactMap { finding($0, rule, owner: party, subject: nil) }
  }

  /// Findings at the whole.
  func findings(_ rule: GateRule, _ check: @Sendable (GateContext) -> [GateFault]) -> [GateFinding] {
    check(gate).compactMap { finding($0, rule, owner: nil, subject: nil) }
  }

  /// A rule's findings that concern a party, or all of them when nil, in no order.
  func findings(_ rule: GateRule, for party: RecordID?) -> [GateFinding] {
    switch rule.check {
    case .records(let reach, let check):
      reach.kinds.flatMap { kind in
        ids(kind, reach, for: party).flatMap { findings(rule, reach, at: $0, check) }
      }
    case .parties(_, let check):
      (party.map { [$0] } ?? gate.participants).flatMap { findings(rule, of: $0, check) }
    case .whole(_, let check): findings(rule, check)
    }
  }

  private func ids(_ kind: RecordKind, _ reach: GateReach, for party: RecordID?) -> [RecordID] {
    guard let party, !reach.chargesOthers, kind.description.ownership == .party else {
      return gate.assessment.ids(kind)
    }
    return gate.assessment.ids(kind, of: party)
  }

  private func finding(
    _ fault: GateFault, _ rule: GateRule, owner: RecordID?, subject: RecordID?
  ) -> GateFinding? {
    let party: RecordID? =
      switch fault.charge {
      case .owner: owner
      case .joint: nil
      case .party(let party): party
      }
    if let party, !gate.participates(party) { return nil }
    return GateFinding(
      rule: rule.id, severity: fault.severity ?? rule.severity(in: gate.scope),
      phase: fault.phase ?? rule.phases[0], party: party, record: fault.record ?? subject, words: fault.words)
  }
}

extension Assessment {
  /// What stands between a party's phase and its agreement: blockers, then warnings, then what is waived; in
  /// the order of rules, then of labels. Findings that concern all parties together (`party` nil) are included.
  package func gateFindings(party: RecordID, phase: Phase, _ context: Context) -> [GateFinding] {
    guard participates(party) else { return [] }
    let run = GateRun(self, context)
    let found = GateRules.all.filter { $0.phases.contains(phase) && run.applies($0) }.flatMap {
      run.findings($0, for: party)
    }.filter { $0.phase == phase && ($0.party == nil || $0.party == party) }
    return GateOrder.arranged(found, self, GateWaivers(self, today: context.today))
  }

  /// The findings of some phases for all parties that take part, phase by phase; each finding once.
  package func allGateFindings(phases: [Phase], _ context: Context) -> [GateFinding] {
    let run = GateRun(self, context)
    let wanted = Set(phases)
    let found = GateRules.all.filter { !wanted.isDisjoint(with: $0.phases) && run.applies($0) }.flatMap {
      run.findings($0, for: nil)
    }
    let waivers = GateWaivers(self, today: context.today)
    return Phase.allCases.filter(wanted.contains).flatMap { phase in
      GateOrder.arranged(found.filter { $0.phase == phase }, self, waivers)
    }
  }
}

/// How findings stand in a list.
enum GateOrder {
  private struct Key: Comparable {
    let severity: Int
    let rule: Int
    let label: UInt64
    let party: UInt64
    let position: Int

    static func < (one: Key, other: Key) -> Bool {
      if one.severity != other.severity { return one.severity < other.severity }
      if one.rule != other.rule { return one.rule < other.rule }
      if one.label != other.label { return one.label < other.label }
      return one.party != other.party ? one.party < other.party : one.position < other.position
    }
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: GateRules.all.enumerated().map { ($1.id, $0) })

  /// Findings with waivers applied, in order.
  static func arranged(
    _ findings: [GateFinding], _ assessment: Assessment, _ waivers: GateWaivers
  ) -> [GateFinding] {
    let weighed = findings.map { Self.weighed($0, waivers) }
    let keys = weighed.enumerated().map { position, finding in
      Key(
        severity: rank(finding.severity), rule: positions[finding.rule] ?? 0,
        label: finding.record.map { labelKey($0, assessment) } ?? 0, party: finding.party?.raw ?? 0,
        position: position)
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return weighed }
    return keys.sorted().map { weighed[$0.position] }
  }

  /// Orders records as their labels do: by kind, then number.
  static func labelKey(_ record: RecordID, _ assessment: Assessment) -> UInt64 {
    let kind = assessment.kind(of: record)?.ordinal ?? 0
    return UInt64(kind) << 32 | UInt64(assessment.labelNumber(of: record) ?? 0)
  }

  private static func rank(_ severity: Severity) -> Int {
    switch severity {
    case .blocker: 0
    case .warning: 1
    case .waived: 2
    }
  }

  private static func weighed(_ finding: GateFinding, _ waivers: GateWaivers) -> GateFinding {
    guard let rule = GateRules.rule(finding.rule), waivers.covers(rule, finding.record, finding.party) else {
      return finding
    }
    return GateFinding(
      rule: finding.rule, severity: .waived, phase: finding.phase, party: finding.party,
      record: finding.record, words: finding.words)
  }
}
