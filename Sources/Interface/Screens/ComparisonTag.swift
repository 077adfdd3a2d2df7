package import Domain

/// The parts of the comparison of two cycles, from the top.
package enum ComparisonSection: Int, CaseIterable {
  case objectives, risks, controls, findings, events

  package var title: Words {
    switch self {
    case .objectives: Words("Objectives", "目的")
    case .risks: Words("Risk levels", "リスクレベル")
    case .controls: Words("Controls", "管理策")
    case .findings: Words("Findings", "所見")
    case .events: Words("Evaluation activities", "評価活動")
    }
  }
}

/// What a line of the comparison shows, packed into its tag: a heading, one of the sums, or a record.
struct ComparisonTag: Hashable {
  let section: ComparisonSection
  /// Place among the sums of all sections; nil for headings and records.
  let sum: Int?

  init(_ section: ComparisonSection, sum: Int? = nil) {
    self.section = section
    self.sum = sum
  }

  init?(_ tag: Int) {
    guard let section = ComparisonSection(rawValue: tag & 0xFF) else { return nil }
    self.section = section
    let place = tag >> 8
    sum = place == 0 ? nil : place - 1
  }

  var raw: Int { section.rawValue | (sum.map { $0 + 1 } ?? 0) << 8 }
}

/// The two cycles that are held against each other.
struct ComparedCycles: Hashable {
  let earlier: Int
  let later: Int

  /// The last two unless others were chosen; what was chosen is packed into the screen's variant.
  init(_ model: Model, _ state: ScreenState) {
    let now = model.assessment.cycle
    let chosen = (state.variant >> 16, state.variant & 0xFFFF)
    later = chosen.1 == 0 ? now : min(chosen.1, now)
    earlier = chosen.0 == 0 ? max(1, later - 1) : min(chosen.0, now)
  }

  private init(_ earlier: Int, _ later: Int) {
    self.earlier = earlier
    self.later = later
  }

  var variant: Int { earlier << 16 | later }

  /// The next earlier cycle on the left, beginning anew before the first.
  func turningEarlier(_ now: Int) -> ComparedCycles {
    ComparedCycles(earlier > 1 ? earlier - 1 : now, later)
  }

  /// The next earlier cycle on the right, beginning anew before the first.
  func turningLater(_ now: Int) -> ComparedCycles {
    ComparedCycles(earlier, later > 1 ? later - 1 : now)
  }
}
