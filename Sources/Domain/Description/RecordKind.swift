/// Every kind of record of the assessment; the raw value is the kind's name in files.
package enum RecordKind: String, CaseIterable, Sendable {
  // Foundations
  case assessment, party, delegation, organizationalUnit, person, managementSystem, integrationCell, asset
  case comment, phaseShare
  // Phase 1
  case agreement, service, commitment, scopeStatement, issue, interestedParty, clauseConformity
  // Phase 2
  case policyDocument
  // Phase 3
  case objective, objectivePair
  // Phase 4
  case riskCriteria, risk, riskChain, chainStep
  // Phase 5
  case controlStatement, evidence
  // Phase 6
  case reading, audit, finding, correctiveAction, disclosure, managementReview, waiver
  // Workshop
  case participant, agendaItem, parkingItem, actionItem, decision, estimateRound, estimate, walk, walkStop
  case savedView
  // What came from elsewhere
  case importedDocument

  /// Position in `allCases`; private to the running process.
  ///
  /// Every look at a cell asks for it. A dictionary would hash the kind's name each time, a fifth of the time of a
  /// full look at the gates; cases without payload are one byte that counts them as they are declared.
  package var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The kind's one description.
  package var description: KindDescription { Self.descriptions[ordinal] }

  /// The kind a label's letters belong to, in either case; nil if none.
  package init?(letter: some StringProtocol) {
    let wanted = letter.uppercased()
    guard let kind = Self.allCases.first(where: { $0.description.letter == wanted }) else { return nil }
    self = kind
  }

  private static let descriptions: [KindDescription] = allCases.map(describe)

  private static func describe(_ kind: RecordKind) -> KindDescription {
    switch kind {
    case .assessment: AssessmentRecord.description
    case .party: Party.description
    case .delegation: Delegation.description
    case .organizationalUnit: OrganizationalUnit.description
    case .person: Person.description
    case .managementSystem: ManagementSystem.description
    case .integrationCell: IntegrationCell.description
    case .asset: Asset.description
    case .comment: Comment.description
    case .phaseShare: PhaseShare.description
    case .agreement: Agreement.description
    case .service: Service.description
    case .commitment: Commitment.description
    case .scopeStatement: ScopeStatement.description
    case .issue: Issue.description
    case .interestedParty: InterestedParty.description
    case .clauseConformity: ClauseConformity.description
    case .policyDocument: PolicyDocument.description
    case .objective: Objective.description
    case .objectivePair: ObjectivePair.description
    case .riskCriteria: RiskCriteria.description
    case .risk: Risk.description
    case .riskChain: RiskChain.description
    case .chainStep: ChainStep.description
    case .controlStatement: ControlStatement.description
    case .evidence: Evidence.description
    case .reading: Reading.description
    case .audit: Audit.description
    case .finding: Finding.description
    case .correctiveAction: CorrectiveAction.description
    case .disclosure: Disclosure.description
    case .managementReview: ManagementReview.description
    case .waiver: Waiver.description
    case .participant: Participant.description
    case .agendaItem: AgendaItem.description
    case .parkingItem: ParkingItem.description
    case .actionItem: ActionItem.description
    case .decision: Decision.description
    case .estimateRound: EstimateRound.description
    case .estimate: Estimate.description
    case .walk: Walk.description
    case .walkStop: WalkStop.description
    case .savedView: SavedView.description
    case .importedDocument: ImportedDocument.description
    }
  }
}
