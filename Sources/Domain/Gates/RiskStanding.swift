/// A rated risk under its criteria.
package struct RiskStanding: Hashable, Sendable {
  package let level: Int
  package let band: Band
  /// On the acceptance line or above it.
  package let isAboveLine: Bool
}

extension CriteriaMethod {
  /// How two steps stand; nil off the scales.
  func standing(likelihood: Int, consequence: Int) -> RiskStanding? {
    level(likelihood: likelihood, consequence: consequence).map {
      RiskStanding(level: $0, band: band($0), isAboveLine: $0 >= acceptanceLine)
    }
  }
}

/// Whether the acceptance of a risk holds today.
package enum Acceptance: Hashable, Sendable {
  case inForce
  case missing
  /// Whoever accepted is not whom the band names.
  case byAnother
  case expired(Day)
  /// What was accepted has changed since.
  case changed

  /// What keeps it from holding; nil where nothing does, or nobody accepted.
  package var fault: Words? {
    switch self {
    case .inForce, .missing: nil
    case .byAnother: Words("by somebody who may not", "権限のない者による")
    case .expired(let day): Words("expired \(day.text)", "期限切れ \(day.text)")
    case .changed: Words("changed since", "受容後に変更あり")
    }
  }
}

extension Assessment {
  /// How a risk stands; nil when unrated or off the scales.
  package func standing(of risk: RecordID, _ kind: RatingKind = .present) -> RiskStanding? {
    guard let criteria = link(risk, kind.criteria) ?? criteriaInForce(for: party(of: risk)) else {
      return nil
    }
    return standing(of: risk, kind, under: criteria)
  }

  func standing(of risk: RecordID, _ kind: RatingKind, under criteria: RecordID) -> RiskStanding? {
    guard let l = step(risk, kind.likelihood), let c = step(risk, kind.consequence),
      let method = method(criteria)
    else { return nil }
    return method.standing(likelihood: l, consequence: c)
  }

  /// Whether the acceptance of a risk's present or residual level is in force: by whom the band names (top
  /// management may always), not past its day, of the risk as it stands now. An inherent level is never accepted.
  package func acceptance(of risk: RecordID, _ kind: RatingKind, today: Day) -> Acceptance {
    switch kind {
    case .inherent: .missing
    case .present:
      acceptance(
        of: risk, kind, by: link(risk, Risk.acceptedBy), until: self[risk, Risk.acceptedUntil], today,
        of: self[risk, Risk.acceptedDigest]
      ) { digest(ofPresentRisk: risk) }
    case .residual:
      acceptance(
        of: risk, kind, by: link(risk, Risk.residualAcceptedBy),
        until: self[risk, Risk.residualAcceptedUntil],
        today, of: self[risk, Risk.residualAcceptedDigest]
      ) { digest(ofResidualRisk: risk) }
    }
  }

  /// Whether a risk changed after its present or residual level was accepted, whoever did and until when.
  package func hasChanged(_ risk: RecordID, sinceAccepted kind: RatingKind) -> Bool {
    switch kind {
    case .inherent: false
    case .present:
      has(risk, Risk.acceptedBy) && self[risk, Risk.acceptedDigest] != digest(ofPresentRisk: risk)
    case .residual:
      has(risk, Risk.residualAcceptedBy)
        && self[risk, Risk.residualAcceptedDigest] != digest(ofResidualRisk: risk)
    }
  }

  private func acceptance(
    of risk: RecordID, _ kind: RatingKind, by: RecordID?, until: Day?, _ today: Day, of digest: String?,
    now: () -> String
  ) -> Acceptance {
    guard let by else { return .missing }
    let top = party(of: risk).flatMap { link($0, Party.topManagement) }
    let mayOwner = standing(of: risk, kind)?.band.acceptor == .riskOwner
    guard by == top || (mayOwner && by == link(risk, Risk.owner)) else { return .byAnother }
    if let until, until < today { return .expired(until) }
    return digest == now() ? .inForce : .changed
  }

  /// Whether one of these treatments was chosen.
  package func treats(_ risk: RecordID, _ treatments: Treatment...) -> Bool {
    guard case .choices(let chosen) = value(risk, Risk.treatment.key) else { return false }
    return treatments.contains { chosen.contains($0.rawValue) }
  }
}

extension GateContext {
  /// As the assessment's, with the criteria in force found once per party.
  func standing(of risk: RecordID, _ kind: RatingKind) -> RiskStanding? {
    guard
      let criteria = assessment.link(risk, kind.criteria)
        ?? criteriaInForce(for: assessment.party(of: risk))
    else { return nil }
    return assessment.standing(of: risk, kind, under: criteria)
  }
}
