extension Glyph {
  /// The dotted name that theme files use, and the two built-in characters.
  struct Entry {
    let glyph: Glyph
    let name: String
    let neutral: String
    let ascii: String

    init(_ glyph: Glyph, _ name: String, _ neutral: String, _ ascii: String) {
      self.glyph = glyph
      self.name = name
      self.neutral = neutral
      self.ascii = ascii
    }
  }

  /// Every glyph once. East Asian Ambiguous characters appear only among borders, sparks, the truncation
  /// mark and what else the `ascii` set replaces when a terminal draws them wide.
  static let table: [Entry] = borders + states + trees + signs + measures

  private static let borders: [Entry] = [
    Entry(.borderHorizontal, "border.horizontal", "─", "-"),
    Entry(.borderVertical, "border.vertical", "│", "|"),
    Entry(.borderTopLeft, "border.topLeft", "┌", "+"),
    Entry(.borderTopRight, "border.topRight", "┐", "+"),
    Entry(.borderBottomLeft, "border.bottomLeft", "└", "+"),
    Entry(.borderBottomRight, "border.bottomRight", "┘", "+"),
    Entry(.borderTeeDown, "border.teeDown", "┬", "+"),
    Entry(.borderTeeUp, "border.teeUp", "┴", "+"),
    Entry(.borderTeeRight, "border.teeRight", "├", "+"),
    Entry(.borderTeeLeft, "border.teeLeft", "┤", "+"),
    Entry(.borderCross, "border.cross", "┼", "+"),
  ]

  private static let states: [Entry] = [
    Entry(.phaseNotStarted, "phase.notStarted", "▫", "."),
    Entry(.phaseInProgress, "phase.inProgress", "▸", ">"),
    Entry(.phaseInReview, "phase.inReview", "◒", "?"),
    Entry(.phaseAgreed, "phase.agreed", "✓", "v"),
    Entry(.phaseStale, "phase.stale", "⚑", "!"),
    Entry(.phaseRail, "phase.rail", "╌", "-"),
    Entry(.controlNone, "control.none", "∅", "0"),
    Entry(.controlPlanned, "control.planned", "▫", "."),
    Entry(.controlInProgress, "control.inProgress", "◔", "~"),
    Entry(.controlImplemented, "control.implemented", "◕", "+"),
    Entry(.controlVerified, "control.verified", "✓", "v"),
    Entry(.controlFailed, "control.failed", "✗", "x"),
    Entry(.controlExcluded, "control.excluded", "⊘", "/"),
    Entry(.objectiveAchieved, "objective.achieved", "✓", "v"),
    Entry(.objectiveOnTrack, "objective.onTrack", "▸", ">"),
    Entry(.objectiveAtRisk, "objective.atRisk", "⚑", "!"),
    Entry(.objectiveMissed, "objective.missed", "✗", "x"),
    Entry(.objectiveUnmeasured, "objective.unmeasured", "▫", "."),
  ]

  private static let trees: [Entry] = [
    Entry(.treeOpen, "tree.open", "▾", "-"),
    Entry(.treeClosed, "tree.closed", "▸", "+"),
    Entry(.treeLeaf, "tree.leaf", "◦", "."),
    Entry(.treeLink, "tree.link", "↳", ">"),
    Entry(.treeGuide, "tree.guide", "╎", "|"),
  ]

  private static let signs: [Entry] = [
    Entry(.selected, "selected", "❯", ">"),
    Entry(.selectedEnd, "selected.end", "❮", "<"),
    Entry(.mark, "mark", "▪", "*"),
    Entry(.check, "check", "✓", "v"),
    Entry(.cross, "cross", "✗", "x"),
    Entry(.bullet, "bullet", "◦", "-"),
    Entry(.separator, "separator", "⋅", "-"),
    Entry(.absent, "absent", "╌", "-"),
    Entry(.truncation, "truncation", "…", "~"),
    Entry(.arrowRight, "arrow.right", "⟶", ">"),
    Entry(.arrowLeft, "arrow.left", "⟵", "<"),
    Entry(.arrowBoth, "arrow.both", "⟷", "="),
    Entry(.arrowUp, "arrow.up", "▴", "^"),
    Entry(.arrowDown, "arrow.down", "▾", "v"),
    Entry(.severityBlocker, "severity.blocker", "✗", "x"),
    Entry(.severityWarning, "severity.warning", "!", "!"),
    Entry(.severityInfo, "severity.info", "◦", "i"),
    Entry(.severityWaived, "severity.waived", "⊘", "/"),
    Entry(.required, "required", "*", "*"),
    Entry(.modified, "modified", "◦", "~"),
    Entry(.readonly, "readonly", "⊘", "/"),
    Entry(.diffAdded, "diff.added", "+", "+"),
    Entry(.diffChanged, "diff.changed", "~", "~"),
    Entry(.diffRemoved, "diff.removed", "-", "-"),
    Entry(.promptInput, "prompt", "❯", ">"),
    Entry(.scrollThumb, "scroll.thumb", "▐", "#"),
    Entry(.scrollTrack, "scroll.track", "╎", ":"),
    Entry(.sortAscending, "sort.ascending", "▴", "^"),
    Entry(.sortDescending, "sort.descending", "▾", "v"),
  ]

  private static let measures: [Entry] = [
    Entry(.trendUp, "trend.up", "▴", "^"),
    Entry(.trendDown, "trend.down", "▾", "v"),
    Entry(.trendFlat, "trend.flat", "╌", "-"),
    Entry(.barFull, "bar.full", "▰", "#"),
    Entry(.barEmpty, "bar.empty", "▱", "."),
    Entry(.spark1, "spark.1", "▁", "_"),
    Entry(.spark2, "spark.2", "▂", "."),
    Entry(.spark3, "spark.3", "▃", ":"),
    Entry(.spark4, "spark.4", "▄", "-"),
    Entry(.spark5, "spark.5", "▅", "="),
    Entry(.spark6, "spark.6", "▆", "+"),
    Entry(.spark7, "spark.7", "▇", "*"),
    Entry(.spark8, "spark.8", "█", "#"),
    Entry(.riskMark1, "risk.mark.1", ".", "."),
    Entry(.riskMark2, "risk.mark.2", ":", ":"),
    Entry(.riskMark3, "risk.mark.3", "-", "-"),
    Entry(.riskMark4, "risk.mark.4", "+", "+"),
    Entry(.riskMark5, "risk.mark.5", "*", "*"),
    Entry(.riskMark6, "risk.mark.6", "#", "#"),
    Entry(.riskMark7, "risk.mark.7", "!", "!"),
  ]
}
