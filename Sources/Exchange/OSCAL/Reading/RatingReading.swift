import Domain

/// Likelihood and impact as strangers write them, led to the steps of the criteria in force.
struct RatingReading {
  private let method: CriteriaMethod?
  private(set) var notes: [ImportNote] = []

  init(_ party: RecordID?, in assessment: Assessment) {
    method = assessment.criteriaInForce(for: party).flatMap { assessment.method($0) }
  }

  /// Reads the ratings of a risk.
  ///
  /// What was found before treatment is the present rating, what is left afterwards (`adjusted`) the residual one.
  mutating func read(_ risk: OSCALElement, into record: inout Incoming) throws {
    for characterization in try risk.list("characterizations") {
      for facet in try characterization.list("facets") {
        guard let axis = try axis(of: facet), let text = try facet.line("value") else { continue }
        let isLeft = try facet.property("state")?.lowercased() == "adjusted"
        let rating: RatingKind = isLeft ? .residual : .present
        guard let method else {
          if !notes.contains(.noCriteria) { notes.append(.noCriteria) }
          continue
        }
        guard let step = Self.step(text, steps(axis, method)) else {
          notes.append(.unreadRating(text, at: facet.place))
          continue
        }
        record.set(axis == .likelihood ? rating.likelihood : rating.consequence, step)
      }
    }
  }

  private func axis(of facet: OSCALElement) throws -> ScaleAxis? {
    switch try facet.line("name")?.lowercased() {
    case "likelihood", "probability": .likelihood
    case "impact", "consequence", "severity": .consequence
    default: nil
    }
  }

  private func steps(_ axis: ScaleAxis, _ method: CriteriaMethod) -> [ScaleStep] {
    axis == .likelihood ? method.likelihood : method.consequence
  }

  /// A step by its number, its name in either language, or the words that everybody uses.
  private static func step(_ text: String, _ steps: [ScaleStep]) -> Int? {
    if let number = Int(text) { return (1...steps.count).contains(number) ? number : nil }
    let wanted = text.lowercased()
    if let place = steps.firstIndex(where: { [$0.label.en.lowercased(), $0.label.ja].contains(wanted) }) {
      return place + 1
    }
    guard let fifth = usual[wanted] else { return nil }
    // Five common words laid over any number of steps, ends on ends.
    return 1 + Int((Double(fifth) * Double(steps.count - 1) / 4).rounded())
  }

  private static let usual = [
    "very low": 0, "very-low": 0, "negligible": 0, "low": 1, "minor": 1, "moderate": 2, "medium": 2,
    "high": 3, "major": 3, "very high": 4, "very-high": 4, "critical": 4, "severe": 4,
  ]
}
