/// How an assessment stood in one cycle, in what two cycles are compared by. Small: it is kept while the assessment
/// itself, of a closed cycle, is let go.
package struct CycleStanding: Hashable, Sendable {
  /// What an objective came to.
  package struct ObjectiveResult: Hashable, Sendable {
    package let status: AchievementStatus
    package let value: Double?
    /// As one number; nil for a range and while unknown.
    package let target: Double?
    /// What relative targets referred to.
    package let baseline: Double?
  }

  /// How a risk was rated.
  package struct RatedRisk: Hashable, Sendable {
    package let level: Int
    /// Counted from the lowest at 0.
    package let band: Int
    package let bands: Int
    package let label: Words
    package let isAboveLine: Bool
  }

  /// What is told of a control; the order is from nothing to verified.
  package enum ControlStage: Int, Comparable, CaseIterable, Sendable {
    case excluded, notStarted, planned, inProgress, implemented, verified

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  package let cycle: Int
  package let from: Day?
  package let to: Day?
  package let objectives: [RecordID: ObjectiveResult]
  package let risks: [RecordID: RatedRisk]
  package let controls: [RecordID: ControlStage]
  /// Findings of the cycle by their grade; those without one are not among them.
  package let findings: [RecordID: FindingGrade]
  /// Findings that were not closed, those carried over from earlier cycles too.
  package let openFindings: Set<RecordID>
  /// Readings, audits, disclosures and reviews of the cycle.
  package let events: [RecordKind: Set<RecordID>]
  /// Whose each of these records was; joint ones have none. Findings are their auditee's.
  package let parties: [RecordID: RecordID]

  /// Reads how things stand on a day, in the cycle the assessment is in.
  package init(_ assessment: Assessment, today: Day) {
    let cycle = assessment.cycle
    self.cycle = cycle
    from = assessment.head.flatMap { assessment[$0, AssessmentRecord.periodFrom] }
    to = assessment.head.flatMap { assessment[$0, AssessmentRecord.periodTo] }
    objectives = Self.table(assessment.ids(.objective)) { id in
      let found = assessment.achievement(of: id, today: today)
      return ObjectiveResult(
        status: found.status, value: found.value, target: found.target?.number, baseline: found.base)
    }
    risks = Self.table(assessment.ids(.risk)) { Self.rated($0, assessment) }
    controls = Self.table(assessment.ids(.controlStatement)) { Self.stage($0, assessment) }
    let found = assessment.ids(.finding).filter { assessment.cycle(of: $0) == cycle }
    findings = Self.table(found) { assessment[$0, Finding.grade] }
    let open = assessment.ids(.finding).filter(assessment.isOpenFinding)
    openFindings = Set(open)
    let kinds: [RecordKind] = [.reading, .audit, .disclosure, .managementReview]
    events = Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (kind, Set(assessment.ids(kind).filter { assessment.cycle(of: $0) == cycle }))
      })
    let all =
      assessment.ids(.objective) + assessment.ids(.risk) + assessment.ids(.controlStatement) + found
      + open + events.values.flatMap(\.self)
    parties = Self.table(all) { assessment.answerer(of: $0) }
  }

  private static func table<Content>(
    _ ids: [RecordID], _ content: (RecordID) -> Content?
  ) -> [RecordID: Content] {
    var table: [RecordID: Content] = [:]
    for id in ids { table[id] = content(id) }
    return table
  }

  private static func rated(_ risk: RecordID, _ assessment: Assessment) -> RatedRisk? {
    guard let rating = assessment.rating(risk), let method = assessment.method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else { return nil }
    return RatedRisk(
      level: level, band: method.bandIndex(level), bands: method.bands.count, label: method.band(level).label,
      isAboveLine: level >= method.acceptanceLine)
  }

  private static func stage(_ control: RecordID, _ assessment: Assessment) -> ControlStage? {
    switch assessment[control, ControlStatement.applicability] {
    case .excluded?: return .excluded
    case nil: return nil
    case .applicable?: break
    }
    if assessment.has(control, ControlStatement.verifiedOn) { return .verified }
    switch assessment[control, ControlStatement.status] {
    case nil, .notStarted?: return .notStarted
    case .planned?: return .planned
    case .inProgress?: return .inProgress
    case .implemented?: return .implemented
    }
  }

  /// Whether a record counts for a party; everything does where none is named.
  package func isOf(_ party: RecordID?, _ record: RecordID) -> Bool {
    party == nil || parties[record] == party
  }
}
