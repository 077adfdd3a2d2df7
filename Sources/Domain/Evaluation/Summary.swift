/// The assessment in numbers, for the report of a cycle.
package struct AssessmentSummary: Hashable, Sendable {
  /// How many there are of something.
  package struct Count<Content: Hashable & Sendable>: Hashable, Sendable {
    package let of: Content
    package let count: Int
  }

  /// Risks by band of their present level, lowest first; bands of one name are counted together.
  package let risks: [Count<Words>]
  /// Risks without a present level.
  package let unrated: Int
  /// Risks on or above the acceptance line.
  package let aboveLine: Int
  /// Objectives by how they stand, in the order of the statuses.
  package let objectives: [Count<AchievementStatus>]
  /// Applicable controls by status, in the order of the statuses; those without one as not started.
  package let controls: [Count<ControlStatus>]
  package let excludedControls: Int
  /// Controls of the parties' catalogues that nobody decided on.
  package let undecidedControls: Int
}

extension Assessment {
  /// Counts what stands: one party's records, or of all where none is named.
  package func summary(_ context: Context, party: RecordID? = nil) -> AssessmentSummary {
    func mine(_ kind: RecordKind) -> [RecordID] { party.map { ids(kind, of: $0) } ?? ids(kind) }
    let gate = GateContext(self, context)
    let bands = BandCount(mine(.risk), gate)
    let achieved = mine(.objective).map { achievement(of: $0, today: context.today).status }
    let statements = mine(.controlStatement)
    let statuses = statements.filter(applies).map { self[$0, ControlStatement.status] ?? .notStarted }
    return AssessmentSummary(
      risks: bands.counts, unrated: bands.unrated, aboveLine: bands.aboveLine,
      objectives: AchievementStatus.allCases.map { .init(of: $0, count: achieved.count(of: $0)) },
      controls: ControlStatus.allCases.map { .init(of: $0, count: statuses.count(of: $0)) },
      excludedControls: statements.count { self[$0, ControlStatement.applicability] == .excluded },
      undecidedControls: (party.map { [$0] } ?? gate.participants).reduce(0) {
        $0 + gate.undecidedControls(of: $1)
      })
  }
}

extension [AchievementStatus] {
  fileprivate func count(of status: AchievementStatus) -> Int { count { $0 == status } }
}

extension [ControlStatus] {
  fileprivate func count(of status: ControlStatus) -> Int { count { $0 == status } }
}

/// Risks by band. Bands of several criteria are one where their names are.
private struct BandCount {
  private(set) var counts: [AssessmentSummary.Count<Words>] = []
  private(set) var unrated = 0
  private(set) var aboveLine = 0

  init(_ risks: [RecordID], _ gate: GateContext) {
    var found: [RecordID: [Int]] = [:]
    for risk in risks {
      guard
        let criteria = gate.assessment.link(risk, Risk.criteria)
          ?? gate.criteriaInForce(for: gate.assessment.party(of: risk)),
        let method = gate.assessment.method(criteria), let l = gate.assessment.step(risk, Risk.likelihood),
        let c = gate.assessment.step(risk, Risk.consequenceStep),
        let level = method.level(likelihood: l, consequence: c)
      else {
        unrated += 1
        continue
      }
      if level >= method.acceptanceLine { aboveLine += 1 }
      found[criteria, default: Array(repeating: 0, count: method.bands.count)][method.bandIndex(level)] += 1
    }
    counts = Self.merged(found, gate.assessment)
  }

  private static func merged(
    _ found: [RecordID: [Int]], _ assessment: Assessment
  ) -> [AssessmentSummary.Count<Words>] {
    var order: [Words] = []
    var totals: [Words: Int] = [:]
    let used = found.keys.sorted()
    // Without any rated risk the bands in force still show, empty.
    for criteria in used.isEmpty ? assessment.ids(.riskCriteria).suffix(1) : used {
      guard let method = assessment.method(criteria) else { continue }
      for (index, band) in method.bands.enumerated() {
        if totals[band.label] == nil { order.append(band.label) }
        totals[band.label, default: 0] += found[criteria]?[index] ?? 0
      }
    }
    return order.map { .init(of: $0, count: totals[$0] ?? 0) }
  }
}
