/// How steps of one version of criteria are read as steps of another. A step without a counterpart maps to nothing:
/// no value is ever clamped.
package struct StepMapping: Hashable, Sendable {
  /// The new step by the old one, both counted from 1.
  package var likelihood: [Int: Int]
  package var consequence: [Int: Int]

  package init(likelihood: [Int: Int] = [:], consequence: [Int: Int] = [:]) {
    self.likelihood = likelihood
    self.consequence = consequence
  }

  /// Every step to itself.
  package init(identityOf method: CriteriaMethod) {
    likelihood = Dictionary(uniqueKeysWithValues: method.likelihood.indices.map { ($0 + 1, $0 + 1) })
    consequence = Dictionary(uniqueKeysWithValues: method.consequence.indices.map { ($0 + 1, $0 + 1) })
  }

  package subscript(_ axis: ScaleAxis) -> [Int: Int] {
    get { axis == .likelihood ? likelihood : consequence }
    set { if axis == .likelihood { likelihood = newValue } else { consequence = newValue } }
  }

  /// Where a pair of steps goes; nil when one of them maps to nothing.
  package func target(likelihood l: Int, consequence c: Int) -> (likelihood: Int, consequence: Int)? {
    guard let l = likelihood[l], let c = consequence[c] else { return nil }
    return (l, c)
  }

  /// First along this mapping, then along another.
  package func then(_ next: StepMapping) -> StepMapping {
    StepMapping(
      likelihood: likelihood.compactMapValues { next.likelihood[$0] },
      consequence: consequence.compactMapValues { next.consequence[$0] })
  }

  /// As rows `[old step, new step]`, lowest first.
  package func rows(_ axis: ScaleAxis) -> [[String]] {
    self[axis].sorted { $0.key < $1.key }.map { [String($0.key), String($0.value)] }
  }

  init(rows likelihood: [[String]], _ consequence: [[String]]) {
    self.likelihood = Self.read(likelihood)
    self.consequence = Self.read(consequence)
  }

  private static func read(_ rows: [[String]]) -> [Int: Int] {
    var steps: [Int: Int] = [:]
    for row in rows { if let old = Int(row.at(0)), let new = Int(row.at(1)) { steps[old] = new } }
    return steps
  }

  /// What to propose to a person: steps of the same name, else of the same place in the scale.
  package static func proposal(from old: CriteriaMethod, to new: CriteriaMethod) -> StepMapping {
    StepMapping(
      likelihood: proposal(old.likelihood, new.likelihood),
      consequence: proposal(old.consequence, new.consequence))
  }

  private static func proposal(_ old: [ScaleStep], _ new: [ScaleStep]) -> [Int: Int] {
    var steps: [Int: Int] = [:]
    for (index, step) in old.enumerated() {
      let named = new.firstIndex { $0.label == step.label }
      let share = Double(index) / Double(max(1, old.count - 1))
      let placed = Int((share * Double(new.count - 1)).rounded())
      steps[index + 1] = (named ?? placed) + 1
    }
    return steps
  }
}

extension Assessment {
  /// How ratings under one version are read under another: along the versions that replace each other and the
  /// mappings to joint criteria; nil when no way leads there.
  package func mapping(from start: RecordID, to goal: RecordID) -> StepMapping? {
    guard let method = method(start), let goalMethod = self.method(goal) else { return nil }
    var seen: Set<RecordID> = [start]
    var waiting = [(criteria: start, mapping: StepMapping(identityOf: method))]
    while !waiting.isEmpty {
      let (criteria, mapping) = waiting.removeFirst()
      if criteria == goal || self.method(criteria) == goalMethod { return mapping }
      for (next, step) in steps(onFrom: criteria) where seen.insert(next).inserted {
        waiting.append((next, mapping.then(step)))
      }
    }
    return nil
  }

  private func steps(onFrom criteria: RecordID) -> [(RecordID, StepMapping)] {
    var found = sources(of: criteria, via: RiskCriteria.replaces).map { ($0, mapping(replacedBy: $0)) }
    if let joint = link(criteria, RiskCriteria.mapsTo) { found.append((joint, mapping(toJoint: criteria))) }
    return found
  }

  /// The mapping that a version has from the one it replaces.
  package func mapping(replacedBy version: RecordID) -> StepMapping {
    StepMapping(
      rows: self[version, RiskCriteria.likelihoodMapping], self[version, RiskCriteria.consequenceMapping])
  }

  /// The mapping that a party's own criteria have to joint ones.
  package func mapping(toJoint own: RecordID) -> StepMapping {
    StepMapping(
      rows: self[own, RiskCriteria.jointLikelihoodMapping], self[own, RiskCriteria.jointConsequenceMapping])
  }

  /// A rating as it reads under other criteria; nil when it cannot be told there.
  package func translated(_ rating: Rating, to criteria: RecordID) -> Rating? {
    guard
      let target = mapping(from: rating.criteria, to: criteria)?.target(
        likelihood: rating.likelihood, consequence: rating.consequence),
      method(criteria)?.level(likelihood: target.likelihood, consequence: target.consequence) != nil
    else { return nil }
    return Rating(likelihood: target.likelihood, consequence: target.consequence, criteria: criteria)
  }
}

/// Reads many ratings under the same criteria; each way there is found once.
package struct RatingTranslator {
  package let criteria: RecordID
  private let assessment: Assessment
  private let method: CriteriaMethod?
  private var ways: [RecordID: StepMapping?] = [:]

  package init(to criteria: RecordID, _ assessment: Assessment) {
    self.criteria = criteria
    self.assessment = assessment
    method = assessment.method(criteria)
  }

  /// As `Assessment.translated(_:to:)`.
  package mutating func translated(_ rating: Rating) -> Rating? {
    let way: StepMapping?
    if let known = ways[rating.criteria] {
      way = known
    } else {
      way = assessment.mapping(from: rating.criteria, to: criteria)
      ways[rating.criteria] = .some(way)
    }
    guard let target = way?.target(likelihood: rating.likelihood, consequence: rating.consequence),
      method?.level(likelihood: target.likelihood, consequence: target.consequence) != nil
    else { return nil }
    return Rating(likelihood: target.likelihood, consequence: target.consequence, criteria: criteria)
  }
}
