extension Role {
  private static let table: [(role: Role, name: String)] = [
    (.text, "ui.text"), (.textMuted, "ui.text.muted"), (.textStrong, "ui.text.strong"),
    (.background, "ui.background"), (.border, "ui.border"), (.borderFocus, "ui.border.focus"),
    (.title, "ui.title"), (.titleCount, "ui.title.count"),
    (.selection, "ui.selection"), (.selectionInactive, "ui.selection.inactive"),
    (.cursor, "ui.cursor"), (.mark, "ui.mark"), (.match, "ui.match"),
    (.header, "ui.header"), (.headerSort, "ui.header.sort"), (.scrollbar, "ui.scrollbar"),
    (.statusline, "ui.statusline"), (.footerKey, "ui.footer.key"), (.footerText, "ui.footer.text"),
    (.breadcrumb, "ui.breadcrumb"), (.popup, "ui.popup"), (.palette, "ui.palette"),
    (.link, "ui.link"), (.readonly, "ui.readonly"), (.modified, "ui.modified"),
    (.formLabel, "form.label"), (.formValue, "form.value"), (.formPlaceholder, "form.placeholder"),
    (.formFocus, "form.focus"), (.formRequired, "form.required"), (.formError, "form.error"),
    (.messageInfo, "msg.info"), (.messageSuccess, "msg.success"),
    (.messageWarning, "msg.warning"), (.messageError, "msg.error"),
    (.riskLevel1, "risk.level.1"), (.riskLevel2, "risk.level.2"), (.riskLevel3, "risk.level.3"),
    (.riskLevel4, "risk.level.4"), (.riskLevel5, "risk.level.5"), (.riskLevel6, "risk.level.6"),
    (.riskLevel7, "risk.level.7"), (.riskUnrated, "risk.unrated"), (.riskLine, "risk.line"),
    (.riskInherent, "risk.inherent"), (.riskResidual, "risk.residual"),
    (.phaseNotStarted, "phase.notStarted"), (.phaseInProgress, "phase.inProgress"),
    (.phaseInReview, "phase.inReview"), (.phaseAgreed, "phase.agreed"), (.phaseStale, "phase.stale"),
    (.controlNone, "control.none"), (.controlPlanned, "control.planned"),
    (.controlInProgress, "control.inProgress"), (.controlImplemented, "control.implemented"),
    (.controlVerified, "control.verified"), (.controlFailed, "control.failed"),
    (.controlExcluded, "control.excluded"), (.treeGuide, "tree.guide"),
    (.diffAdded, "diff.added"), (.diffChanged, "diff.changed"), (.diffRemoved, "diff.removed"),
    (.gateBlocker, "gate.blocker"), (.gateWarning, "gate.warning"), (.gateWaived, "gate.waived"),
    (.objectiveAchieved, "objective.achieved"), (.objectiveOnTrack, "objective.onTrack"),
    (.objectiveAtRisk, "objective.atRisk"), (.objectiveMissed, "objective.missed"),
    (.objectiveUnmeasured, "objective.unmeasured"),
  ]

  private static let names = Dictionary(table.map { ($0.role, $0.name) }) { first, _ in first }
  private static let roles = Dictionary(table.map { ($0.name, $0.role) }) { first, _ in first }

  /// The dotted name that theme files use.
  package var name: String { Role.names[self] ?? "" }

  /// Nil when no role bears this name.
  package init?(name: String) {
    guard let role = Role.roles[name] else { return nil }
    self = role
  }

  /// The names a style is looked up under, nearest first: `ui.text.muted`, `ui.text`, `ui`.
  package var lookupNames: [String] {
    var parts = name.split(separator: ".")
    var names: [String] = []
    while !parts.isEmpty {
      names.append(parts.joined(separator: "."))
      parts.removeLast()
    }
    return names
  }
}
