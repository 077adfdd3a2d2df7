/// Which of a risk's three ratings is meant.
package enum RatingKind: String, Choice {
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
    guard let rating = rating(risk, kind), let method = method(rating.criteria) else { return nil }
    return method.level(likelihood: rating.likelihood, consequence: rating.consequence)
  }

  /// Whether the level is on or above the acceptance line of its criteria; false when unrated.
  package func isAboveLine(_ risk: RecordID, _ kind: RatingKind = .present) -> Bool {
    guard let rating = rating(risk, kind), let method = method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else { return false }
    return level >= method.acceptanceLine
  }

  /// The criteria a party rates under now: its own latest version, else the latest joint one.
  package func criteriaInForce(for party: RecordID?) -> RecordID? {
    let all = ids(.riskCriteria)
    func latest(_ ids: [RecordID]) -> RecordID? {
      ids.max {
        (self[$0, RiskCriteria.version] ?? 0, $0.raw) < (self[$1, RiskCriteria.version] ?? 0, $1.raw)
      }
    }
    return latest(all.filter { self.party(of: $0) == party && party != nil })
      ?? latest(all.filter { self.party(of: $0) == nil })
  }

  /// Criteria ready to compute with; nil if the record is none or its tables do not fit each other.
  package func method(_ criteria: RecordID) -> CriteriaMethod? { methods[criteria] }

  /// Builds what `method(_:)` hands out; called when the record is written.
  func readMethod(_ criteria: RecordID) -> CriteriaMethod? {
    let cells = self[criteria, RiskCriteria.cells].map { $0.compactMap(Int.init) }
    let likelihood = self[criteria, RiskCriteria.likelihoodScale].map(Self.step)
    let consequence = self[criteria, RiskCriteria.consequenceScale].map(Self.step)
    let bands = self[criteria, RiskCriteria.bands].compactMap(Self.band)
    guard (3...7).contains(likelihood.count), (3...7).contains(consequence.count), !bands.isEmpty,
      cells.count == likelihood.count, cells.allSatisfy({ $0.count == consequence.count }),
      let line = self[criteria, RiskCriteria.acceptanceLine]
    else { return nil }
    return CriteriaMethod(
      likelihood: likelihood, consequence: consequence, cells: cells,
      bands: bands.sorted { $0.from < $1.from },
      acceptanceLine: line,
      properties: self[criteria, RiskCriteria.lossProperties].map { ($0[0], Words($0.at(2), $0.at(1))) },
      lossScale: self[criteria, RiskCriteria.lossScale].map { Words($0.at(1), $0.at(0)) })
  }

  private static func step(_ row: [String]) -> ScaleStep {
    ScaleStep(label: Words(row.at(1), row.at(0)), meaning: Words(row.at(3), row.at(2)))
  }

  private static func band(_ row: [String]) -> Band? {
    guard let from = Int(row.at(0)) else { return nil }
    return Band(
      from: from, label: Words(row.at(2), row.at(1)),
      acceptor: Acceptor(rawValue: row.at(3)) ?? .topManagement)
  }
}

extension [String] {
  /// The cell at `index`, empty where the row is shorter.
  func at(_ index: Int) -> String { index < count ? self[index] : "" }
}
