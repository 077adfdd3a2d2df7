extension Assessment {
  /// What an objective's readings of this cycle come to under its aggregation; nil when there are none.
  ///
  /// A reading that names no cycle counts when its day lies in the period.
  package func measuredValue(of objective: RecordID) -> Double? {
    let readings = sources(of: objective, via: Reading.objective).filter(isOfThisCycle)
    let values = readings.sorted { (readOn($0), $0) < (readOn($1), $1) }.compactMap {
      self[$0, Reading.value]
    }
    return (self[objective, Objective.aggregation] ?? .last).value(of: values)
  }

  private func readOn(_ reading: RecordID) -> Int { self[reading, Reading.date]?.number ?? Int.min }

  private func isOfThisCycle(_ reading: RecordID) -> Bool {
    if let named = self[reading, Reading.cycle] { return named == cycle }
    guard let head, let day = self[reading, Reading.date] else { return cycle == 1 }
    let begun = self[head, AssessmentRecord.periodFrom].map { $0 <= day } ?? true
    let over = self[head, AssessmentRecord.periodTo].map { $0 < day } ?? false
    return begun && !over
  }
}

extension Aggregation {
  /// One value of many, in the order in which they were read; nil of none.
  package func value(of values: [Double]) -> Double? {
    guard let last = values.last else { return nil }
    let sum = values.reduce(0, +)
    switch self {
    case .last: return last
    case .sum: return sum
    case .mean: return sum / Double(values.count)
    case .min: return values.min()
    case .max: return values.max()
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
  }
}
