/// Which of a risk's three ratings is meant.
package enum RatingKind: String, Choice, Codable {
  case inherent
  case present
  case residual

  package var words: Words {
    switch self {
    case .inherent: Words("inherent", "固有")
    case .present: Words("present", "現在")
    case .residual: Words("residual", "残留")
    }
  }

  package var likelihood: Attribute<Int> {
    switch self {
    case .inherent: Risk.inherentLikelihood
    case .present: Risk.likelihood
    case .residual: Risk.residualLikelihood
    }
  }

  package var consequence: Attribute<Int> {
    switch self {
    case .inherent: Risk.inherentConsequenceStep
    case .present: Risk.consequenceStep
    case .residual: Risk.residualConsequenceStep
    }
  }

  package var criteria: Attribute<RecordID> {
    switch self {
    case .inherent: Risk.inherentCriteria
    case .present: Risk.criteria
    case .residual: Risk.residualCriteria
    }
  }

  package var justification: Attribute<String> {
    switch self {
    case .inherent: Risk.inherentJustification
    case .present: Risk.justification
    case .residual: Risk.residualJustification
    }
  }

  /// Who accepted the level, when and until when; nil for the inherent one, which is never accepted.
  package var acceptance: (by: Attribute<RecordID>, on: Attribute<Day>, until: Attribute<Day>)? {
    switch self {
    case .inherent: nil
    case .present: (Risk.acceptedBy, Risk.acceptedOn, Risk.acceptedUntil)
    case .residual: (Risk.residualAcceptedBy, Risk.residualAcceptedOn, Risk.residualAcceptedUntil)
    }
  }
}

extension Assessment {
  /// A risk's rating; nil while likelihood or consequence is not rated: unrated is a state of its own.
  package func rating(_ risk: RecordID, _ kind: RatingKind = .present) -> Rating? {
    guard let l = self[risk, kind.likelihood], let c = self[risk, kind.consequence],
      let criteria = self[risk, kind.criteria] ?? criteriaInForce(for: party(of: risk))
    else { return nil }
    return Rating(likelihood: l, consequence: c, criteria: criteria)
  }

  /// The computed level of a risk; nil when unrated or off the scales.
  package func level(_ risk: RecordID, _ kind: RatingKind = .present) -> Int? {
    standing(of: risk, kind)?.level
  }

  /// Whether the level is on or above the acceptance line of its criteria; false when unrated.
  package func isAboveLine(_ risk: RecordID, _ kind: RatingKind = .present) -> Bool {
    standing(of: risk, kind)?.isAboveLine ?? false
  }

  /// Criteria ready to compute with; nil if the record is none or its tables do not fit each other.
  package func method(_ criteria: RecordID) -> CriteriaMethod? { methods[criteria] }

  /// Builds what `method(_:)` hands out; called when the record is written.
  func readMethod(_ criteria: RecordID) -> CriteriaMethod? { CriteriaTables(criteria, self).method }
}
