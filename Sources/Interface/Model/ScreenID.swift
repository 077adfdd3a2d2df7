package import Domain

/// Every screen, by the name it has on the command line.
package enum ScreenID: String, CaseIterable, Hashable, Sendable {
  case overview, division, supply, comparison
  case agreement, adoption, negotiation, responsibilities, context
  case policy
  case objectives, pairs
  case register, matrix, chain, criteria, estimate
  case controls, gap
  case evaluation, review
  case integration
  case workshop
  case trace, history, difference
  case walk

  /// The phase whose screen it is; nil for screens across phases.
  package var phase: Phase? {
    switch self {
    case .overview, .division, .supply, .comparison, .estimate, .integration, .workshop, .trace,
      .history, .difference, .walk:
      nil
    case .agreement, .adoption, .negotiation, .responsibilities, .context: .agreement
    case .policy: .policy
    case .objectives, .pairs: .objectives
    case .register, .matrix, .chain, .criteria: .riskManagement
    case .controls, .gap: .controls
    case .evaluation, .review: .evaluation
    }
  }

  /// The screens of a phase, in the order in which `[` and `]` walk them.
  package static func views(of phase: Phase) -> [ScreenID] {
    allCases.filter { $0.phase == phase }
  }

  /// Ways of looking at the whole, which `[` and `]` walk from the overview: lines of supply are drawn in the cloud,
  /// a comparison once a cycle was closed.
  package static func wholes(of assessment: Assessment) -> [ScreenID] {
    [.overview, .division] + (assessment.scope == .cloud ? [.supply] : [])
      + (assessment.cycle > 1 ? [.comparison] : [])
  }
}
