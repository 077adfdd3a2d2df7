import Domain
import Glibc

/// The program's clock, and the one place that knows the person's zone. `KYOKUMEN_NOW` stops it at a moment, so that
/// tests read the same every day; it is then where the offset of that text says, else in UTC.
struct Clock {
  private let stopped: Moment?
  /// How far a stopped clock stands before UTC, in seconds.
  private let ahead: Int
  /// What is wrong with `KYOKUMEN_NOW`; nil when nothing is.
  let problem: Failure?

  init(environment: [String: String]) {
    let text = environment["KYOKUMEN_NOW"] ?? ""
    let (head, ahead) = Self.offset(of: text) ?? (text, 0)
    self.ahead = ahead
    stopped = Moment(text: head).map { Moment(milliseconds: $0.milliseconds - Int64(ahead) * 1000) }
    problem =
      text.isEmpty || stopped != nil
      ? nil
      : Failure(
        .usage, "KYOKUMEN_NOW: “\(text)” is no moment; write 2026-11-24T05:00:00Z",
        "KYOKUMEN_NOW: 「\(text)」は日時として読めません。2026-11-24T05:00:00Z のように書いてください")
  }

  /// Splits `2026-11-24T08:30:00+09:00`; nil where the text names no offset.
  private static func offset(of text: String) -> (head: String, seconds: Int)? {
    guard let match = text.wholeMatch(of: /(.+T.+)([+-])(\d\d):(\d\d)/),
      let hours = Int(match.3), let minutes = Int(match.4), hours < 15, minutes < 60
    else { return nil }
    return (String(match.1), (match.2 == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
  }

  /// It does not go on: nothing will ever be due later than it is.
  var isStopped: Bool { stopped != nil }

  var now: Moment {
    if let stopped { return stopped }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The calendar day where the person is.
  var today: Day { day(of: now) }

  /// The moment a calendar day begins where the person is.
  func start(of day: Day) -> Moment { moment(of: LocalTime(day, second: 0)) }

  /// The calendar day a moment falls on where the person is.
  func day(of moment: Moment) -> Day { time(of: moment).day }

  /// The moment at which a clock on the person's wall shows that.
  func moment(of time: LocalTime) -> Moment {
    let seconds = Int64(time.day.number) * 86_400 + Int64(time.second)
    let fixed = Moment(milliseconds: (seconds - Int64(ahead)) * 1000)
    guard stopped == nil else { return fixed }
    let (year, month, date) = time.day.parts
    var local = tm()
    local.tm_year = Int32(year - 1900)
    local.tm_mon = Int32(month - 1)
    local.tm_mday = Int32(date)
    local.tm_sec = Int32(time.second)
    // Whether summer time holds, the zone's rules are to say.
    local.tm_isdst = -1
    let found = mktime(&local)
    return found == -1 ? fixed : Moment(milliseconds: Int64(found) * 1000)
  }

  /// What a clock on the person's wall shows at a moment.
  func time(of moment: Moment) -> LocalTime {
    guard stopped == nil else { return LocalTime(moment, ahead: ahead) }
    var seconds = time_t(moment.milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    return LocalTime(moment, ahead: local.tm_gmtoff)
  }
}
