import Domain
import Glibc

/// The program's clock. `KYOKUMEN_NOW` stops it at a moment, so that tests read the same every day.
struct Clock {
  private let stopped: Moment?
  /// What is wrong with `KYOKUMEN_NOW`; nil when nothing is.
  let problem: Failure?

  init(environment: [String: String]) {
    let text = environment["KYOKUMEN_NOW"] ?? ""
    stopped = Moment(text: text)
    problem =
      text.isEmpty || stopped != nil
      ? nil
      : Failure(
        .usage, "KYOKUMEN_NOW: “\(text)” is no moment; write 2026-11-24T05:00:00Z",
        "KYOKUMEN_NOW: 「\(text)」は日時として読めません。2026-11-24T05:00:00Z のように書いてください")
  }

  /// It does not go on: nothing will ever be due later than it is.
  var isStopped: Bool { stopped != nil }

  var now: Moment {
    if let stopped { return stopped }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The moment a calendar day begins where the person is; of a stopped clock, in UTC.
  func start(of day: Day) -> Moment {
    let midnight = Moment(milliseconds: Int64(day.number) * 86_400_000)
    guard stopped == nil else { return midnight }
    let (year, month, date) = day.parts
    var local = tm()
    local.tm_year = Int32(year - 1900)
    local.tm_mon = Int32(month - 1)
    local.tm_mday = Int32(date)
    // Whether summer time holds, the zone's rules are to say.
    local.tm_isdst = -1
    let seconds = mktime(&local)
    return seconds == -1 ? midnight : Moment(milliseconds: Int64(seconds) * 1000)
  }

  /// The calendar day where the person is; of a stopped clock, in UTC.
  var today: Day { day(of: now) }

  /// The calendar day a moment falls on where the person is; of a stopped clock, in UTC.
  func day(of moment: Moment) -> Day {
    guard stopped == nil else { return moment.day }
    var seconds = time_t(moment.milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    let (year, month) = (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1)
    return Day(year: year, month: month, day: Int(local.tm_mday)) ?? moment.day
  }
}
