import Canvas
package import Domain

/// One sum of the comparison: its words and how many in either cycle.
package struct ComparisonSum: Hashable {
  package let words: Words
  package let earlier: Int
  package let later: Int
  /// Whether more of it is better; nil where neither is.
  package let isMoreBetter: Bool?
}

/// What is counted in each section of the comparison.
package struct ComparisonSums {
  let earlier: CycleStanding
  let later: CycleStanding
  /// Whose records are counted; nil for everybody's.
  let party: RecordID?

  package init(earlier: CycleStanding, later: CycleStanding, party: RecordID?) {
    self.earlier = earlier
    self.later = later
    self.party = party
  }

  /// The sums of one section, in its order.
  package func sums(_ section: ComparisonSection) -> [ComparisonSum] {
    switch section {
    case .objectives: objectives
    case .risks: risks
    case .controls: controls
    case .findings: findings
    case .events: events
    }
  }

  private func sum(
    _ words: Words, _ isMoreBetter: Bool? = nil, _ count: (CycleStanding) -> Int
  ) -> ComparisonSum {
    ComparisonSum(words: words, earlier: count(earlier), later: count(later), isMoreBetter: isMoreBetter)
  }

  private var objectives: [ComparisonSum] {
    AchievementStatus.allCases.map { status in
      let isBetter: Bool? =
        switch status {
        case .achieved, .onTrack: true
        case .atRisk, .missed: false
        case .unmeasured: nil
        }
      return sum(status.words, isBetter) { standing in
        standing.objectives.count { standing.isOf(party, $0.key) && $0.value.status == status }
      }
    }
  }

  /// A line for each band that either cycle's criteria have, highest first, and how many stand on or above the line.
  private var risks: [ComparisonSum] {
    var bands: [Words: Int] = [:]
    for standing in [earlier, later] {
      for risk in standing.risks.values { bands[risk.label] = max(bands[risk.label] ?? 0, risk.band) }
    }
    let order = bands.sorted { ($0.value, $0.key.en) > ($1.value, $1.key.en) }.map(\.key)
    return [
      sum(Words("on or above the acceptance line", "受容線以上"), false) { standing in
        standing.risks.count { standing.isOf(party, $0.key) && $0.value.isAboveLine }
      }
    ]
      + order.map { label in
        sum(label) { standing in
          standing.risks.count { standing.isOf(party, $0.key) && $0.value.label == label }
        }
      }
  }

  private var controls: [ComparisonSum] {
    CycleStanding.ControlStage.allCases.reversed().map { stage in
      sum(stage.words, stage == .verified || stage == .implemented ? true : nil) { standing in
        standing.controls.count { standing.isOf(party, $0.key) && $0.value == stage }
      }
    }
  }

  private var findings: [ComparisonSum] {
    FindingGrade.allCases.reversed().map { grade in
      sum(grade.words, grade.isNonconformity ? false : nil) { standing in
        standing.findings.count { standing.isOf(party, $0.key) && $0.value == grade }
      }
    } + [
      sum(Words("not closed", "未完了"), false) { standing in
        standing.openFindings.count { standing.isOf(party, $0) }
      }
    ]
  }

  private var events: [ComparisonSum] {
    [RecordKind.reading, .audit, .disclosure, .managementReview].map { kind in
      sum(kind.description.words) { standing in
        standing.events[kind]?.count { standing.isOf(party, $0) } ?? 0
      }
    }
  }

  // MARK: Records

  /// All objectives, as the cascade has them; of risks and controls those that stand otherwise than they did, the
  /// greatest change first.
  func records(_ section: ComparisonSection) -> [RecordID] {
    switch section {
    case .objectives:
      all(earlier.objectives.keys, later.objectives.keys)
    case .risks:
      all(earlier.risks.keys, later.risks.keys)
        .map { ($0, abs((earlier.risks[$0]?.level ?? 0) - (later.risks[$0]?.level ?? 0))) }
        .filter { $0.1 != 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    case .controls:
      all(earlier.controls.keys, later.controls.keys).filter { earlier.controls[$0] != later.controls[$0] }
    case .findings, .events: []
    }
  }

  private func all(
    _ one: some Collection<RecordID>, _ other: some Collection<RecordID>
  ) -> [RecordID] {
    Set(one).union(other).filter { earlier.isOf(party, $0) || later.isOf(party, $0) }.sorted()
  }
}

extension CycleStanding.ControlStage {
  /// The stage as people read it.
  package var words: Words {
    switch self {
    case .excluded: Applicability.excluded.words
    case .notStarted: ControlStatus.notStarted.words
    case .planned: ControlStatus.planned.words
    case .inProgress: ControlStatus.inProgress.words
    case .implemented: ControlStatus.implemented.words
    case .verified: Words("verified", "有効性確認済")
    }
  }

  var look: (Glyph, Role) {
    switch self {
    case .excluded: (.controlExcluded, .controlExcluded)
    case .notStarted: (.controlNone, .controlNone)
    case .planned: (.controlPlanned, .controlPlanned)
    case .inProgress: (.controlInProgress, .controlInProgress)
    case .implemented: (.controlImplemented, .controlImplemented)
    case .verified: (.controlVerified, .controlVerified)
    }
  }
}
