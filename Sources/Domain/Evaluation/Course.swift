/// The way of a measured value through its period, from which it follows how it stands.
struct Course {
  let comparison: Comparison?
  let aggregation: Aggregation
  /// Where the value came from; nil if unknown.
  let base: Double?
  let from: Day?
  /// The last day on which it may still change; nil if none was set.
  let until: Day?
  let today: Day
  let lastReading: Day?

  func status(_ value: Double?, _ target: Target?) -> AchievementStatus {
    guard let value, let target, let comparison, let isMet = target.isMet(by: value, comparison) else {
      return .unmeasured
    }
    if isOver || isFinal(isMet, comparison) { return isMet ? .achieved : .missed }
    if let expected = expectation(value, target, comparison) { return expected ? .onTrack : .atRisk }
    return isMet ? .onTrack : .atRisk
  }

  private var isOver: Bool {
    guard let until else { return false }
    return today > until || (lastReading.map { $0 >= until } ?? false)
  }

  /// Whether further readings cannot change the verdict: sums and maxima only grow, minima only fall.
  private func isFinal(_ isMet: Bool, _ comparison: Comparison) -> Bool {
    switch (comparison, aggregation) {
    case (.done, _): isMet
    case (.atMost, .sum), (.atMost, .max), (.atLeast, .min): !isMet
    case (.atLeast, .sum), (.atLeast, .max), (.atMost, .min): isMet
    case (.atMost, .last), (.atMost, .mean), (.atMost, .median), (.atLeast, .last), (.atLeast, .mean),
      (.atLeast, .median), (.within, _):
      false
    }
  }

  /// Whether the value is where it should be today; nil when the dates or the start do not tell.
  private func expectation(_ value: Double, _ target: Target, _ comparison: Comparison) -> Bool? {
    guard let from, let until, until > from, let goal = target.number else { return nil }
    let passed = min(1, max(0, Double(today.number - from.number) / Double(until.number - from.number)))
    if aggregation == .sum {
      return passed > 0 ? Target.absolute(goal).isMet(by: value / passed, comparison) : nil
    }
    guard let base else { return nil }
    return Target.absolute(base + (goal - base) * passed).isMet(by: value, comparison)
  }
}
