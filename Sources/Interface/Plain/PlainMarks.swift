package import Canvas
import Domain

extension Glyphs {
  /// Marks that are found again in what was drawn, to be said as words: private characters that no text has.
  package static let spoken: Glyphs = {
    var glyphs = Glyphs.ascii
    for glyph in Glyph.allCases { _ = glyphs.replace(glyph, with: PlainMarks.mark(of: glyph)) }
    return glyphs
  }()
}

/// Marks as words, for whoever hears the screen instead of seeing it.
enum PlainMarks {
  /// Far from the private characters that Japanese texts use for names.
  private static let first: UInt32 = 0x10_F000

  static func mark(of glyph: Glyph) -> String {
    Unicode.Scalar(first + UInt32(glyph.rawValue)).map { String($0) } ?? " "
  }

  /// The mark a scalar stands for; nil for one that is text.
  static func glyph(of scalar: Unicode.Scalar) -> Glyph? {
    guard scalar.value >= first, scalar.value - first < 256 else { return nil }
    return Glyph(rawValue: UInt8(scalar.value - first))
  }

  /// What the mark says; nil where it only adorns or a word beside it says the same.
  static func words(_ glyph: Glyph) -> Words? {
    switch glyph {
    case .phaseNotStarted: PhaseState.notStarted.words
    case .phaseInProgress: PhaseState.inProgress.words
    case .phaseInReview: PhaseState.inReview.words
    case .phaseAgreed: PhaseState.agreed.words
    case .phaseStale: PhaseState.stale.words
    case .controlNone: Words("undecided", "未決定")
    case .controlPlanned: ControlStatus.planned.words
    case .controlInProgress: ControlStatus.inProgress.words
    case .controlImplemented: ControlStatus.implemented.words
    case .controlVerified: Words("verified", "有効性確認済")
    case .controlFailed: Words("failed", "不適合")
    case .controlExcluded: Words("excluded", "除外")
    case .objectiveAchieved: Words("achieved", "達成")
    case .objectiveOnTrack: Words("on track", "順調")
    case .objectiveAtRisk: Words("at risk", "未達のおそれ")
    case .objectiveMissed: Words("missed", "未達")
    case .objectiveUnmeasured: Words("not measured", "未測定")
    case .severityBlocker: Severity.blocker.words
    case .severityWarning: Severity.warning.words
    case .severityWaived: Severity.waived.words
    default: signs(glyph)
    }
  }

  /// Whether it is the mark of a state, which a word says too.
  static func isState(_ glyph: Glyph) -> Bool {
    switch glyph {
    case .absent, .check, .cross, .diffAdded, .diffChanged, .diffRemoved: true
    default: signs(glyph) == nil
    }
  }

  private static func signs(_ glyph: Glyph) -> Words? {
    switch glyph {
    case .treeClosed: Words("folded", "折りたたみ")
    case .mark: Words("marked", "印")
    case .check: Words("yes", "済")
    case .cross: Words("no", "否")
    case .absent: Words("none", "なし")
    case .truncation: Words("…", "…")
    case .arrowRight: Words("to", "→")
    case .arrowBoth: Words("and", "・")
    case .trendUp: Words("rising", "上昇")
    case .trendDown: Words("falling", "下降")
    case .trendFlat: Words("steady", "横ばい")
    case .sortAscending: Words("ascending", "昇順")
    case .sortDescending: Words("descending", "降順")
    case .required: Words("required", "必須")
    case .modified: Words("changed", "変更")
    case .diffAdded: Words("added", "追加")
    case .diffChanged: Words("changed", "変更")
    case .diffRemoved: Words("removed", "削除")
    default: nil
    }
  }
}
