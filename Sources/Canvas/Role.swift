/// What a cell's content is, never how it looks: a theme decides that.
///
/// The raw value is only for packing cells; themes and tests use `name`.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case text
  case textMuted
  case textStrong
  case background
  case border
  case borderFocus
  case title
  case titleCount
  case selection
  case selectionInactive
  case cursor
  case mark
  case match
  case header
  case headerSort
  case scrollbar
  case statusline
  case footerKey
  case footerText
  case breadcrumb
  case popup
  case palette
  case link
  case readonly
  case modified
  case formLabel
  case formValue
  case formPlaceholder
  case formFocus
  case formRequired
  case formError
  case messageInfo
  case messageSuccess
  case messageWarning
  case messageError
  case riskLevel1
  case riskLevel2
  case riskLevel3
  case riskLevel4
  case riskLevel5
  case riskLevel6
  case riskLevel7
  case riskUnrated
  /// The acceptance line between what is accepted and what must be treated.
  case riskLine
  case riskInherent
  case riskResidual
  case phaseNotStarted
  case phaseInProgress
  case phaseInReview
  case phaseAgreed
  case phaseStale
  case controlNone
  case controlPlanned
  case controlInProgress
  case controlImplemented
  case controlVerified
  case controlFailed
  case controlExcluded
  case treeGuide
  case diffAdded
  case diffChanged
  case diffRemoved
  case gateBlocker
  case gateWarning
  case gateWaived
  case objectiveAchieved
  case objectiveOnTrack
  case objectiveAtRisk
  case objectiveMissed
  case objectiveUnmeasured

  /// The step of the seven-step scale for a band, counted from the lowest at 0, out of 2 to 7 bands.
  ///
  /// The ends of the scale are always used and no two bands share a step; values out of range are clamped.
  package static func riskLevel(_ band: Int, of bands: Int) -> Role {
    let steps: [Role] = [
      .riskLevel1, .riskLevel2, .riskLevel3, .riskLevel4, .riskLevel5, .riskLevel6, .riskLevel7,
    ]
    let last = min(max(bands, 2), steps.count) - 1
    let place = min(max(band, 0), last)
    return steps[(place * 12 + last) / (2 * last)]
  }
}
