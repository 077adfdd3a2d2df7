package import Domain

/// All screens that are built; one that is not does not appear anywhere.
package enum Screens {
  package static let all: [any Screen] = [
    OverviewScreen(),
    DivisionScreen(),
    SupplyScreen(),
    ComparisonScreen(),
    AgreementScreen(),
    AdoptionScreen(),
    NegotiationScreen(),
    ResponsibilitiesScreen(),
    ContextScreen(),
    PolicyScreen(),
    ObjectivesScreen(),
    PairsScreen(),
    IntegrationScreen(),
    RegisterScreen(),
    MatrixScreen(),
    ChainScreen(),
    CriteriaScreen(),
    EstimateScreen(),
    ControlsScreen(),
    GapScreen(),
    EvaluationScreen(),
    ReviewScreen(),
    WorkshopScreen(),
    TraceScreen(),
    HistoryScreen(),
    DifferenceScreen(),
    WalkScreen(),
  ]

  private static let byID: [ScreenID: any Screen] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.id, $0) })

  package static func isBuilt(_ id: ScreenID) -> Bool { byID[id] != nil }

  /// The screen of that name; the overview for one that is not built.
  package static func screen(_ id: ScreenID) -> any Screen { byID[id] ?? OverviewScreen() }

  /// The screen on which records of a kind are at home; nil when they have none but the trace.
  package static func home(of kind: RecordKind) -> ScreenID? {
    let home: ScreenID? =
      switch kind {
      case .assessment, .party: .overview
      case .phaseShare: .division
      case .agreement, .service, .commitment: .agreement
      case .scopeStatement, .issue, .interestedParty, .clauseConformity, .organizationalUnit, .person,
        .delegation:
        .context
      case .policyDocument: .policy
      case .objective: .objectives
      case .objectivePair: .pairs
      case .risk: .register
      case .riskCriteria: .criteria
      case .riskChain, .chainStep: .chain
      case .controlStatement, .evidence: .controls
      case .reading, .audit, .finding, .correctiveAction, .disclosure, .managementReview: .evaluation
      case .estimateRound, .estimate: .estimate
      case .managementSystem, .integrationCell: .integration
      case .participant, .agendaItem, .parkingItem, .actionItem, .decision: .workshop
      case .asset, .comment, .waiver, .walk, .walkStop, .savedView, .importedDocument: nil
      }
    return home.flatMap { isBuilt($0) ? $0 : nil }
  }
}
