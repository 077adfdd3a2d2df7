/// The gates' findings kept from change to change: after an act only the records it touched, their neighbours
/// and the rules about parties or the whole are looked at again. Always equal to a full look.
///
/// The catalogues are taken to stay the same while it lives.
package struct GateIndex: Sendable {
  private var sheets: [GateSheet] = []
  private var waivers: GateWaivers
  private var today: Day

  /// Looks at everything.
  package init(_ assessment: Assessment, _ context: Context) {
    waivers = GateWaivers(assessment, today: context.today)
    today = context.today
    let run = GateRun(assessment, context)
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
    for (position, rule) in GateRules.all.enumerated() where run.applies(rule) {
      sheets[position].update(rule, touched, run)
    }
    if touched.kinds.contains(.waiver) { waivers = GateWaivers(assessment, today: today) }
  }

  /// As `Assessment.gateFindings(party:phase:_:)`, without looking.
  package func findings(party: RecordID, phase: Phase, in assessment: Assessment) -> [GateFinding] {
    guard assessment.participates(party) else { return [] }
    let found = zip(GateRules.all, sheets).filter { $0.0.phases.contains(phase) }.flatMap { _, sheet in
      sheet.findings { $0.phase == phase && ($0.party == nil || $0.party == party) }
    }
    return GateOrder.arranged(found, assessment, waivers)
  }

  /// As `Assessment.allGateFindings(phases:_:)`, without looking.
  package func findings(phases: [Phase], in assessment: Assessment) -> [GateFinding] {
    Phase.allCases.filter(phases.contains).flatMap { phase in
      GateOrder.arranged(sheets.flatMap { $0.findings { $0.phase == phase } }, assessment, waivers)
    }
  }

  /// Records of these bear on every rule; they change seldom.
  private static let foundations: Set<RecordKind> = [.assessment, .party, .riskCriteria]
}

/// What an act touched.
struct GateTouch {
  private(set) var records: [RecordID: RecordKind] = [:]
  private(set) var kinds: Set<RecordKind> = []
  /// Parties a phase of which moved.
  private(set) var moved: Set<RecordID> = []
  private var linked: [RecordID: Set<RecordID>] = [:]

  init(_ changes: [Change], _ assessment: Assessment) {
    for change in changes {
      switch change {
      case .created(let id, _, _, _), .removed(let id): note(id, assessment)
      case .set(let id, _, let before, let after):
        note(id, assessment)
        linked[id, default: []].formUnion(Backlinks.targets(before) + Backlinks.targets(after))
      case .phase(let step): moved.insert(step.party)
      }
    }
  }

  private mutating func note(_ id: RecordID, _ assessment: Assessment) {
    guard records[id] == nil, let kind = assessment.kind(of: id) else { return }
    records[id] = kind
    kinds.insert(kind)
  }

  /// Records of some kinds that a touched record of some others is, or was, joined to by a link.
  func neighbours(_ wanted: [RecordKind], of near: Set<RecordKind>, in assessment: Assessment)
    -> Set<RecordID>
  {
    var found: Set<RecordID> = []
    for (id, kind) in records where near.contains(kind) {
      let now = assessment.values(of: id).flatMap { Backlinks.targets($0.value) }
      let pointing = assessment.sources(of: id).map(\.id)
      found.formUnion(now + pointing + (linked[id] ?? []))
    }
    return found.filter { id in assessment.kind(of: id).map(wanted.contains) ?? false }
  }
}
