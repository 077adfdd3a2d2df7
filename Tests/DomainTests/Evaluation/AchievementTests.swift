import Domain
import Testing

@Suite("Achievement")
struct AchievementTests {
  private func stands(
    _ readings: [(Int, Double)], due: Int = 265, _ fill: (inout Draft) -> Void
  ) throws -> Achievement {
    var room = try Room()
    let objective = try room.objective(.organization) {
      $0.set(Objective.comparison, .atMost)
      $0.set(Objective.due, Room.today.adding(due))
      fill(&$0)
    }
    for (days, value) in readings {
      try room.add(.reading, room.csc) {
        $0.set(Reading.objective, objective)
        $0.set(Reading.date, Room.today.adding(days))
        $0.set(Reading.value, value)
        $0.set(Reading.cycle, 1)
      }
    }
    return room.assessment.achievement(of: objective, today: Room.today)
  }

  @Test(
    "half of last year, over at its due date", arguments: [(4.0, AchievementStatus.achieved), (5, .missed)])
  func halfOfLastYear(_ value: Double, _ status: AchievementStatus) throws {
    let found = try stands([(-2, value)], due: -1) {
      $0.set(Objective.baseline, 8)
      $0.set(Objective.target, "前年比50%")
    }
    #expect(found.target == .absolute(4))
    #expect(found.value == value)
    #expect(found.status == status)
  }

  @Test("of a baseline of nothing half is nothing")
  func baselineZero() throws {
    let found = try stands([(-2, 0)], due: -1) {
      $0.set(Objective.baseline, 0)
      $0.set(Objective.target, "50%")
    }
    #expect(found.target == .absolute(0))
    #expect(found.status == .achieved)
  }

  @Test("this cycle is held against the interim target")
  func interimTarget() throws {
    let found = try stands([(-2, 4)], due: -1) {
      $0.set(Objective.baseline, 8)
      $0.set(Objective.target, "0")
      $0.set(Objective.interimTarget, "前年比50%")
    }
    #expect(found.status == .achieved)
    #expect(found.target == .absolute(4))
    #expect(found.finalTarget == .absolute(0))
  }

  @Test(
    "readings become one value as the objective says",
    arguments: [
      (Aggregation.last, 4.0), (.sum, 10), (.mean, 2.5), (.min, 1), (.max, 4), (.median, 2.5),
    ])
  func aggregation(_ aggregation: Aggregation, _ value: Double) throws {
    let found = try stands([(-1, 4), (-4, 2), (-3, 3), (-2, 1)]) {
      $0.set(Objective.aggregation, aggregation)
      $0.set(Objective.target, "5")
    }
    #expect(found.value == value)
  }

  @Test("without readings, target or baseline nothing is said")
  func unmeasured() throws {
    #expect(try stands([]) { $0.set(Objective.target, "5") }.status == .unmeasured)
    #expect(try stands([(-1, 4)]) { _ in }.status == .unmeasured)
    #expect(try stands([(-1, 4)]) { $0.set(Objective.target, "50%") }.status == .unmeasured)
  }

  @Test("before the due date a value is on track or at risk, by the way it has to go")
  func beforeDue() throws {
    // 100 of 365 days have passed: from 10 to 2 the value should have come to 7.8.
    func falling(_ value: Double) throws -> AchievementStatus {
      try stands([(-1, value)]) {
        $0.set(Objective.baseline, 10)
        $0.set(Objective.target, "2")
      }.status
    }
    #expect(try falling(7.5) == .onTrack)
    #expect(try falling(8) == .atRisk)
    // 3 in 100 days make 11 in the year.
    func sum(_ target: String) throws -> AchievementStatus {
      try stands([(-1, 1), (-2, 2)]) {
        $0.set(Objective.aggregation, .sum)
        $0.set(Objective.target, target)
      }.status
    }
    #expect(try sum("12") == .onTrack)
    #expect(try sum("10") == .atRisk)
    #expect(try sum("2") == .missed)
  }

  @Test("what is done is achieved at once")
  func done() throws {
    #expect(try stands([(-1, 1)]) { $0.set(Objective.comparison, .done) }.status == .achieved)
    #expect(try stands([(-1, 0)]) { $0.set(Objective.comparison, .done) }.status == .atRisk)
    #expect(try stands([(-1, 0)], due: -1) { $0.set(Objective.comparison, .done) }.status == .missed)
  }

  @Test("a relative target without baseline refers to the last cycle's value")
  func lastCycle() throws {
    var room = try Room()
    let objective = try room.objective(.organization) {
      $0.set(Objective.comparison, .atMost)
      $0.set(Objective.target, "-30%")
    }
    try room.set(room.head, AssessmentRecord.cycle, 2)
    for (cycle, value) in [(1, 10.0), (2, 7)] {
      try room.add(.reading, room.csc) {
        $0.set(Reading.objective, objective)
        $0.set(Reading.value, value)
        $0.set(Reading.cycle, cycle)
      }
    }
    let found = room.assessment.achievement(of: objective, today: Room.today.adding(300))
    #expect(found.target == .absolute(7))
    #expect(found.status == .achieved)
  }

  @Test("service levels stand period by period")
  func servicePeriods() throws {
    var room = try Room()
    let clause = try room.clause(.serviceLevel) {
      $0.set(Commitment.comparison, .atLeast)
      $0.set(Commitment.target, "99.9%")
      $0.set(Commitment.period, .month)
    }
    for (days, value) in [(-90, 99.95), (-60, 99.0), (-1, 99.95)] {
      try room.add(.reading, room.csp) {
        $0.set(Reading.serviceLevel, clause)
        $0.set(Reading.date, Room.today.adding(days))
        $0.set(Reading.value, value)
      }
    }
    let periods = room.assessment.servicePeriods(of: clause, today: Room.today)
    #expect(periods.map(\.status) == [.achieved, .missed, .unmeasured, .onTrack])
    #expect(periods.map(\.from.text) == ["2026-08-16", "2026-09-16", "2026-10-16", "2026-11-16"])
  }

  @Test("the same day some months on is the month's last where that is shorter")
  func monthsOn() throws {
    let day = try #require(Day(year: 2026, month: 1, day: 31))
    #expect(
      [1, 2, 3, 11, 13].map { day.adding(months: $0).text }
        == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-12-31", "2027-02-28"])
  }
}
