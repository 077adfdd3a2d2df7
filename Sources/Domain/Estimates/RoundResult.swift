/// What a revealed round says.
package struct RoundResult: Sendable {
  /// One participant's estimate, open.
  package struct Cast: Hashable, Sendable {
    package let participant: RecordID
    package let name: String
    package let likelihood: Int
    package let consequence: Int
  }

  /// In the order of casting; those whose opening was lost are not among them.
  package let casts: [Cast]

  init(_ casts: [Cast]) { self.casts = casts }

  /// From so many steps off the median an estimate is far out.
  package static let farOut = 2.0

  package var likelihoods: Spread { Spread(casts.map(\.likelihood)) }
  package var consequences: Spread { Spread(casts.map(\.consequence)) }

  /// Whether an estimate lies two steps or more off the median on either scale.
  package func isFarOut(_ cast: Cast) -> Bool {
    abs(Double(cast.likelihood) - likelihoods.median) >= Self.farOut
      || abs(Double(cast.consequence) - consequences.median) >= Self.farOut
  }

  /// How many chose a cell.
  package func count(likelihood: Int, consequence: Int) -> Int {
    casts.count { $0.likelihood == likelihood && $0.consequence == consequence }
  }
}

/// How estimates lie on one scale.
package struct Spread: Hashable, Sendable {
  package let median: Double
  package let lowest: Int
  package let highest: Int

  init(_ steps: [Int]) {
    let sorted = steps.sorted()
    lowest = sorted.first ?? 0
    highest = sorted.last ?? 0
    guard !sorted.isEmpty else {
      median = 0
      return
    }
    median = Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// The step to begin a decision with: a median between two steps is taken as the higher, to be careful.
  package var suggestion: Int { Int(median.rounded(.up)) }

  /// The median as people write it: `3`, `3.5`.
  package var text: String {
    median == median.rounded() ? String(Int(median)) : String(median)
  }
}

extension Assessment {
  /// What a round says; nil before it is revealed.
  package func result(of round: RecordID) -> RoundResult? {
    guard isRevealed(round) else { return nil }
    return RoundResult(
      sources(of: round, via: Estimate.round).compactMap { estimate in
        guard let participant = self[estimate, Estimate.participant],
          let likelihood = self[estimate, Estimate.likelihood],
          let consequence = self[estimate, Estimate.consequenceStep]
        else { return nil }
        return RoundResult.Cast(
          participant: participant, name: self[estimate, Estimate.by] ?? label(of: participant),
          likelihood: likelihood, consequence: consequence)
      })
  }
}
