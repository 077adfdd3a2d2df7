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

  /// Whether somebody recorded that a period missed its target: a finding on one of its readings, or on the clause,
  /// made during the period or the one after.
  package func hasFinding(_ period: ServicePeriod, on clause: RecordID) -> Bool {
    finding(on: period, of: clause) != nil
  }

  /// The finding that records how a period missed its target.
  package func finding(on period: ServicePeriod, of clause: RecordID) -> RecordID? {
    if let found = period.readings.lazy.flatMap({ self.sources(of: $0, via: Finding.record) }).first {
      return found
    }
    let length = period.until.number - period.from.number + 1
    return sources(of: clause, via: Finding.record).first { finding in
      self[finding, Finding.foundOn].map {
        $0 >= period.from && $0 <= period.until.adding(length)
      } ?? true
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

  /// How a period would stand with this as its latest value.
  ///
  /// - Parameters:
  ///   - value: What would be read.
  ///   - period: The period it would be read for.
  ///   - clause: The service level.
  ///   - today: The day it is asked on.
  /// - Returns: How the period would stand.
  package func status(
    of value: Double, in period: ServicePeriod, _ clause: RecordID, today: Day
  ) -> AchievementStatus {
    course(clause, period.until, today).status(value, period.target)
  }

  private func course(_ clause: RecordID, _ until: Day, _ today: Day) -> Course {
    Course(
      comparison: self[clause, Commitment.comparison], aggregation: .last, base: nil, from: nil,
      until: until, today: today, lastReading: nil)
  }

  private func servicePeriod(
    _ clause: RecordID, _ from: Day, _ until: Day, _ readings: [DatedReading], _ today: Day
  ) -> ServicePeriod {
    let mine = readings.filter { reading in reading.date.map { $0 >= from && $0 <= until } ?? false }
    let comparison = self[clause, Commitment.comparison]
    let target = comparison == .done ? .absolute(1) : serviceTarget(clause)
    return ServicePeriod(
      from: from, until: until, value: mine.last?.value, target: target,
      status: course(clause, until, today).status(mine.last?.value, target), readings: mine.map(\.id))
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
