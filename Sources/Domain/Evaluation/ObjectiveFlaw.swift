/// What nobody took care of for an objective, as rules O3, O5, M1 and R2 ask.
package enum ObjectiveFlaw: Hashable, Sendable, CaseIterable {
  /// Below the top and under nothing.
  case unplaced
  /// Rests on a provided service, and no objective of the provider's stands beside it.
  case unpaired
  /// No reading tells how it stands, and no reason says why.
  case unmeasured
  /// Measured, but without comparison or target to hold the value against.
  case unjudged
  /// Neither a risk to it or one below it, nor a reason why there is none.
  case unassessed

  package var words: Words {
    switch self {
    case .unplaced: Words("nothing above", "上位目的なし")
    case .unpaired: Words("no pair", "対なし")
    case .unmeasured: Words("no reading", "測定なし")
    case .unjudged: Words("no comparison", "比較・目標値なし")
    case .unassessed: Words("no risk", "リスクなし")
    }
  }
}

extension Assessment {
  /// What nobody took care of.
  ///
  /// - Parameters:
  ///   - objective: The one asked about.
  ///   - achievement: How it stands in this cycle.
  /// - Returns: The flaws, the worst first; empty when it is taken care of.
  package func flaws(ofObjective objective: RecordID, _ achievement: Achievement) -> [ObjectiveFlaw] {
    var flaws: [ObjectiveFlaw] = []
    if self[objective, Objective.level] != .organization, link(objective, Objective.parent) == nil {
      flaws.append(.unplaced)
    }
    if scope == .cloud, isUnpaired(objective) { flaws.append(.unpaired) }
    if isUnmeasured(objective, achievement) {
      flaws.append(achievement.value == nil ? .unmeasured : .unjudged)
    }
    if isUnassessed(objective) { flaws.append(.unassessed) }
    return flaws
  }

  /// Whether it depends on clauses of a service and stands in no pair with an objective of the provider's.
  package func isUnpaired(_ objective: RecordID) -> Bool {
    guard !self[objective, Objective.dependsOn].isEmpty else { return false }
    return !sources(of: objective, via: ObjectivePair.customerObjective).contains {
      has($0, ObjectivePair.providerObjective)
    }
  }

  private func isUnmeasured(_ objective: RecordID, _ achievement: Achievement) -> Bool {
    achievement.status == .unmeasured && lacks(objective, Objective.noReadingReason)
      && lacks(objective, Objective.notMeasurableReason)
  }

  private func isUnassessed(_ objective: RecordID) -> Bool {
    !([objective] + subtree(of: objective)).contains {
      isTarget($0, via: Risk.objective) || has($0, Objective.noRiskReason)
    }
  }
}
