extension Theme {
  /// No colour at all: what every other theme falls back to, and what `NO_COLOR` asks for.
  package static let plain = Theme(
    name: "plain", screenForeground: Colour(red: 0, green: 0, blue: 0),
    screenBackground: Colour(red: 255, green: 255, blue: 255)
  ) { Style(attributes: plainAttributes(of: $0)) }

  private static func plainAttributes(of role: Role) -> Attributes {
    switch role {
    case .title, .textStrong, .header, .footerKey, .formRequired, .messageWarning, .riskLevel5, .riskLevel6,
      .phaseInProgress, .phaseStale, .controlFailed, .objectiveMissed, .objectiveAtRisk, .gateBlocker,
      .borderFocus, .mark, .diffChanged:
      .bold
    case .textMuted, .titleCount, .border, .scrollbar, .footerText, .formPlaceholder, .treeGuide,
      .riskUnrated,
      .phaseNotStarted, .controlNone, .controlExcluded, .gateWaived, .objectiveUnmeasured, .diffRemoved:
      .dim
    case .selection, .cursor, .messageError, .readonly: .reverse
    case .match, .link, .headerSort, .formFocus, .selectionInactive, .diffAdded: .underline
    case .formError, .riskLevel7: [.bold, .underline]
    case .text, .background, .breadcrumb, .popup, .palette, .statusline, .modified, .formLabel, .formValue,
      .messageInfo,
      .messageSuccess, .riskLevel1, .riskLevel2, .riskLevel3, .riskLevel4, .riskLine, .riskInherent,
      .riskResidual, .phaseInReview, .phaseAgreed, .controlPlanned, .controlInProgress, .controlImplemented,
      .controlVerified, .gateWarning, .objectiveAchieved, .objectiveOnTrack:
      []
    }
  }
}
