/// The gates' findings kept from change to change: after an act only the records it touched, their neighbours
/// and the rules about parties or the whole are looked at again. Always equal to a full look.
///
/// The catalogues are taken to stay the same while it lives.
package struct GateIndex: Sendable {
  private var sheets: [GateSheet]
  private var today: Day
  private var files: EvidenceFiles
  /// Who gives them is looked up by name, so that they may change with a person, too.
  private var waivers: GateWaivers

  /// Looks at everything.
  package init(_ assessment: Assessment, _ context: Context) {
    today = context.today
    files = context.files
    let run = GateRun(assessment, context)
    waivers = run.waivers
    sheets = GateRules.all.map { GateSheet($0, run) }
  }

  /// Looks again at what an act may have changed.
  ///
  /// - Parameters:
  ///   - changes: The act's facts, already folded in.
  ///   - assessment: As it stands after them.
  ///   - context: Of now; on a new day everything is looked at again.
  package mutating func update(after changes: [Change], in assessment: Assessment, _ context: Context) {
    let touched = GateTouch(changes, assessment)
    guard context.today == today, touched.kinds.isDisjoint(with: Self.foundations) else {
      self = GateIndex(assessment, context)
      return
    }
    let run = GateRun(assessment, context)
    guard run.waivers == waivers else {
      self = GateIndex(assessment, context)
      return
    }
    let isNewLook = context.files != files
    files = context.files
    for (position, rule) in GateRules.all.enumerated() where run.applies(rule) {
      if isNewLook, rule.readsFiles {
        sheets[position] = GateSheet(rule, run)
      } else {
        sheets[position].update(rule, touched, run)
      }
    }
  }

  /// How many findings concern a party at a phase's gate; costs little: rules about the whole are gone
  /// through.
  package func tally(party: RecordID, phase: Phase) -> GateTally {
    var tally = GateTally()
    for (rule, sheet) in zip(GateRules.all, sheets) where rule.phases.contains(phase) {
      tally.blockers += sheet.count(party, phase, .blocker)
      tally.warnings += sheet.count(party, phase, .warning)
      tally.waived += sheet.count(party, phase, .waived)
    }
    return tally
  }

  /// As `Assessment.gateFindings(party:phase:_:)`, or the first of them: only these cost time.
  package func findings(
    party: RecordID, phase: Phase, in assessment: Assessment, _ context: Context, limit: Int = .max
  ) -> [GateFinding] {
    guard assessment.participates(party) else { return [] }
    return findings(party, phase, GateRun(assessment, context), limit: limit)
  }

  /// The same at many gates; what one record means for several of them is found once.
  package func findings(
    at gates: [PhaseTable.Key], in assessment: Assessment, _ context: Context, limit: Int = .max
  ) -> [PhaseTable.Key: [GateFinding]] {
    let run = GateRun(assessment, context)
    let standing = gates.filter { assessment.participates($0.party) }.map {
      ($0, findings($0.party, $0.phase, run, limit: limit))
    }
    return Dictionary(standing) { first, _ in first }
  }

  /// As `Assessment.allGateFindings(phases:_:)`.
  package func findings(phases: [Phase], in assessment: Assessment, _ context: Context) -> [GateFinding] {
    let run = GateRun(assessment, context)
    return Phase.allCases.filter(phases.contains).flatMap { findings(nil, $0, run, limit: .max) }
  }

  private func findings(_ party: RecordID?, _ phase: Phase, _ run: GateRun, limit: Int) -> [GateFinding] {
    var found: [GateFinding] = []
    for severity in GateOrder.severities {
      for (rule, sheet) in zip(GateRules.all, sheets) where rule.phases.contains(phase) {
        found += sheet.findings(rule, party, phase, severity, limit: limit - found.count, run)
      }
    }
    return found
  }

  /// Records of these bear on every rule; they change seldom.
  private static let foundations: Set<RecordKind> = [.assessment, .party, .riskCriteria, .waiver]
}

/// How many findings stand at a gate.
package struct GateTally: Hashable, Sendable {
  package internal(set) var blockers = 0
  package internal(set) var warnings = 0
  package internal(set) var waived = 0

  package var total: Int { blockers + warnings + waived }
}
