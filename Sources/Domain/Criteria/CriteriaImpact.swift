/// A risk whose level other criteria would change.
package struct LevelChange: Hashable, Sendable {
  package let risk: RecordID
  package let kind: RatingKind
  package let before: RiskStanding
  /// Nil when it cannot be told under the new criteria: it must be rated again.
  package let after: RiskStanding?

  /// Whether it comes to lie on the other side of the acceptance line.
  package var crossesLine: Bool { after.map { $0.isAboveLine != before.isAboveLine } ?? false }
}

/// What a change of criteria would do to the ratings made so far; ratings are sorted once, so that each change of
/// mind is told at once.
package struct CriteriaImpact: Sendable {
  private struct Box: Hashable {
    let kind: RatingKind
    let likelihood: Int
    let consequence: Int
  }

  private var boxes: [(box: Box, risks: [RecordID])] = []
  private let old: CriteriaMethod

  /// Looks at every rating under these criteria, or read there along mappings; nil when they are nothing to compute
  /// with.
  package init?(on criteria: RecordID, _ assessment: Assessment) {
    guard let method = assessment.method(criteria) else { return nil }
    old = method
    var translator = RatingTranslator(to: criteria, assessment)
    var found: [Box: [RecordID]] = [:]
    for risk in assessment.ids(.risk) {
      for kind in RatingKind.allCases {
        guard let rating = assessment.rating(risk, kind).flatMap({ translator.translated($0) }) else {
          continue
        }
        let box = Box(kind: kind, likelihood: rating.likelihood, consequence: rating.consequence)
        found[box, default: []].append(risk)
      }
    }
    boxes = found.map { ($0.key, $0.value) }
  }

  /// Ratings whose level changes or can no longer be told, the highest levels first.
  package func changes(to new: CriteriaMethod, _ mapping: StepMapping) -> [LevelChange] {
    var changes: [LevelChange] = []
    for (box, risks) in boxes {
      guard let before = old.standing(likelihood: box.likelihood, consequence: box.consequence) else {
        continue
      }
      let after = mapping.target(likelihood: box.likelihood, consequence: box.consequence)
        .flatMap { new.standing(likelihood: $0.likelihood, consequence: $0.consequence) }
      guard after != before else { continue }
      changes += risks.map { LevelChange(risk: $0, kind: box.kind, before: before, after: after) }
    }
    return changes.sorted {
      ($1.before.level, $0.risk, $0.kind.rawValue) < ($0.before.level, $1.risk, $1.kind.rawValue)
    }
  }
}
