/// How a service level stood in one of its periods.
package struct ServicePeriod: Hashable, Sendable {
  package let from: Day
  /// The last day that belongs to it.
  package let until: Day
  /// The latest reading in the period; nil without any.
  package let value: Double?
  package let target: Target?
  package let status: AchievementStatus
  /// Readings dated in the period.
  package let readings: [RecordID]

  /// Whether it is over.
  package func isElapsed(_ today: Day) -> Bool { today > until }
}

extension Assessment {
  /// A service level's periods of this cycle up to the running one, oldest first. They count from the start of the
  /// assessment's period, or of the agreement where that is later; empty while neither or no period is known.
  package func servicePeriods(of clause: RecordID, today: Day) -> [ServicePeriod] {
    guard let period = self[clause, Commitment.period], let start = serviceStart(of: clause) else {
      return []
    }
    let end = [
      head.flatMap { self[$0, AssessmentRecord.periodTo] }, self[clause, Commitment.inForceTo],
      self[clause, Commitment.agreement].flatMap { self[$0, Agreement.inForceTo] },
    ].compactMap(\.self).min()
    let readings = sources(of: clause, via: Reading.serviceLevel).compactMap { reading in
      self[reading, Reading.value].map {
        DatedReading(id: reading, date: self[reading, Reading.date], value: $0)
      }
    }.sorted()
    var periods: [ServicePeriod] = []
    var number = 0
    while true {
      let from = start.adding(months: number * period.months)
      guard from <= today, end.map({ from <= $0 }) ?? true else { return periods }
      number += 1
      let until = start.adding(months: number * period.months).adding(-1)
      periods.append(servicePeriod(clause, from, until, readings, today))
    }
  }

  /// What a service level should come to; nil when it cannot be read. A bare `99.9%` is the number 99.9.
  package func serviceTarget(_ clause: RecordID) -> Target? {
    self[clause, Commitment.target].flatMap { Target($0, unit: "%") }
  }

  private func serviceStart(of clause: RecordID) -> Day? {
    [
      head.flatMap { self[$0, AssessmentRecord.periodFrom] },
      self[clause, Commitment.agreement].flatMap { self[$0, Agreement.inForceFrom] },
    ].compactMap(\.self).max()
  }

  private func servicePeriod(
    _ clause: RecordID, _ from: Day, _ until: Day, _ readings: [DatedReading], _ today: Day
  ) -> ServicePeriod {
    let mine = readings.filter { reading in reading.date.map { $0 >= from && $0 <= until } ?? false }
    let comparison = self[clause, Commitment.comparison]
    let target = comparison == .done ? .absolute(1) : serviceTarget(clause)
    let course = Course(
      comparison: comparison, aggregation: .last, base: nil, from: nil, until: until, today: today,
      lastReading: nil)
    return ServicePeriod(
      from: from, until: until, value: mine.last?.value, target: target,
      status: course.status(mine.last?.value, target), readings: mine.map(\.id))
  }
}

extension Day {
  /// The same day some months on; the month's last where it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let length = [day, 30, 29, 28]
    return length.lazy.filter { $0 <= day }.compactMap {
      Day(year: total / 12, month: total % 12 + 1, day: $0)
    }.first ?? self
  }
}
