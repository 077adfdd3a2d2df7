/// How an objective or service level stands, as its readings tell.
package enum AchievementStatus: String, Choice {
  case achieved
  case onTrack
  case atRisk
  case missed
  /// No reading yet, or no target to hold it against.
  case unmeasured

  package var words: Words {
    switch self {
    case .achieved: Words("achieved", "達成")
    case .onTrack: Words("on track", "順調")
    case .atRisk: Words("at risk", "要注意")
    case .missed: Words("missed", "未達成")
    case .unmeasured: Words("not measured", "未測定")
    }
  }
}

/// What an objective has come to in a cycle. Computed, never typed in.
package struct Achievement: Hashable, Sendable {
  package let status: AchievementStatus
  /// The cycle's readings as one value; nil without any.
  package let value: Double?
  /// What this cycle's value is held against: the interim target where there is one. Resolved; nil if unknown.
  package let target: Target?
  /// The target the interim one leads to, resolved; nil if there is none or it is unknown.
  package let finalTarget: Target?
  /// What relative targets refer to: the baseline, else the last cycle's value.
  package let base: Double?
  package let readings: Int

  /// How it stands; that what was measured has nothing to be held against is no lack of a reading.
  package var words: Words {
    status == .unmeasured && value != nil ? Words("not judged", "判定不可") : status.words
  }
}

extension Assessment {
  /// How an objective stands in a cycle, the present one where none is named. Before its due date a value that
  /// could still change is on track or at risk.
  package func achievement(of objective: RecordID, today: Day, cycle: Int? = nil) -> Achievement {
    let cycle = cycle ?? self.cycle
    return achievement(of: objective, today: today, cycle, readings(of: objective, cycle: cycle))
  }

  /// How an objective would stand in the present cycle with one more reading.
  ///
  /// - Parameters:
  ///   - objective: The one measured.
  ///   - today: The day it is asked on.
  ///   - value: What would be read.
  ///   - date: When.
  /// - Returns: How it would stand, computed as from stored readings.
  package func achievement(
    of objective: RecordID, today: Day, adding value: Double, on date: Day
  ) -> Achievement {
    // Behind all readings of its day, as a new record stands.
    let last = RecordID(replica: .max, number: .max)
    let readings = readings(of: objective, cycle: cycle) + [DatedReading(id: last, date: date, value: value)]
    return achievement(of: objective, today: today, cycle, readings.sorted())
  }

  private func achievement(
    of objective: RecordID, today: Day, _ cycle: Int, _ readings: [DatedReading]
  ) -> Achievement {
    let base = self[objective, Objective.baseline] ?? lastValue(of: objective, before: cycle)
    let final = target(objective, Objective.target).flatMap { $0.resolved(base: base) }
    let interim = target(objective, Objective.interimTarget).flatMap { $0.resolved(base: base) }
    let comparison = self[objective, Objective.comparison]
    let target = interim ?? final ?? (comparison == .done ? .absolute(1) : nil)
    let aggregation = self[objective, Objective.aggregation] ?? .last
    let value = aggregation.value(of: readings.map(\.value))
    let course = Course(
      comparison: comparison, aggregation: aggregation, base: base, from: periodFrom(cycle),
      until: self[objective, Objective.due] ?? periodTo(cycle), today: today, lastReading: readings.last?.date
    )
    return Achievement(
      status: course.status(value, target), value: value, target: target,
      finalTarget: interim == nil ? nil : final, base: base, readings: readings.count)
  }

  /// What a cycle comes to when it is closed: what was read from the next one's first day on, and names no cycle,
  /// counts for that one.
  func closingValue(of objective: RecordID, before next: Day) -> Double? {
    let read = readings(of: objective, cycle: cycle).filter { reading in
      has(reading.id, Reading.cycle) || reading.date.map { $0 < next } ?? true
    }
    return (self[objective, Objective.aggregation] ?? .last).value(of: read.map(\.value))
  }

  /// Targets of an objective that can be read, final and interim.
  package func targets(of objective: RecordID) -> [Target] {
    [Objective.target, Objective.interimTarget].compactMap { target(objective, $0) }
  }

  /// One of an objective's targets; nil if it has none or none that can be read.
  func target(_ objective: RecordID, _ attribute: Attribute<String>) -> Target? {
    self[objective, attribute].flatMap { Target($0, unit: self[objective, Objective.measureUnit]) }
  }

  private func lastValue(of objective: RecordID, before cycle: Int) -> Double? {
    let aggregation = self[objective, Objective.aggregation] ?? .last
    return cycle > 1 ? aggregation.value(of: readings(of: objective, cycle: cycle - 1).map(\.value)) : nil
  }

  /// A cycle's readings of an objective or service level, oldest first. A reading that names no cycle counts for
  /// the present one unless it is older than that.
  func readings(of record: RecordID, cycle: Int) -> [DatedReading] {
    let attribute = kind(of: record) == .commitment ? Reading.serviceLevel : Reading.objective
    return sources(of: record, via: attribute).compactMap { reading in
      guard let value = self[reading, Reading.value],
        self.cycle(reading, Reading.cycle, Reading.date) == cycle
      else { return nil }
      return DatedReading(id: reading, date: self[reading, Reading.date], value: value)
    }.sorted()
  }

  /// First day of a cycle; nil when unknown: only the present one's is on record.
  private func periodFrom(_ cycle: Int) -> Day? {
    cycle == self.cycle ? head.flatMap { self[$0, AssessmentRecord.periodFrom] } : nil
  }

  private func periodTo(_ cycle: Int) -> Day? {
    cycle == self.cycle ? head.flatMap { self[$0, AssessmentRecord.periodTo] } : nil
  }
}

/// A reading with what it is sorted by; undated ones come first.
struct DatedReading: Comparable {
  let id: RecordID
  let date: Day?
  let value: Double

  static func < (one: Self, other: Self) -> Bool {
    (one.date?.number ?? Int.min, one.id.raw) < (other.date?.number ?? Int.min, other.id.raw)
  }
}

extension Aggregation {
  /// Many values as one; nil without any. `values` stand in the order of their dates.
  package func value(of values: [Double]) -> Double? {
    guard let last = values.last else { return nil }
    switch self {
    case .last: return last
    case .sum: return values.reduce(0, +)
    case .mean: return values.reduce(0, +) / Double(values.count)
    case .min: return values.min()
    case .max: return values.max()
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
  }
}
