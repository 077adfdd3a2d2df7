package import Domain

/// Every screen, by the name it has on the command line.
package enum ScreenID: String, CaseIterable, Hashable, Sendable {
  case overview
  case agreement, adoption, negotiation, responsibilities, context
  case policy
  case objectives, pairs
  case register, matrix, chain, criteria, estimate
  case controls
  case evaluation
  case integration
  case workshop
  case trace, history

  /// The phase whose screen it is; nil for screens across phases.
  package var phase: Phase? {
    switch self {
    case .overview, .estimate, .integration, .workshop, .trace, .history: nil
    case .agreement, .adoption, .negotiation, .responsibilities, .context: .agreement
    case .policy: .policy
    case .objectives, .pairs: .objectives
    case .register, .matrix, .chain, .criteria: .riskManagement
    case .controls: .controls
    case .evaluation: .evaluation
    }
  }

  /// The screens of a phase, in the order in which `[` and `]` walk them.
  package static func views(of phase: Phase) -> [ScreenID] {
    allCases.filter { $0.phase == phase }
  }
}
