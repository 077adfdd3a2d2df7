/// A calendar date (proleptic Gregorian) without time or zone, as a count of days.
package struct Day: Hashable, Comparable, Codable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// The date of a calendar day; nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2027-03-31`, `2027/3/31`, or `2027-03` (that month's last day: a due date in a month is its end).
  package init?(text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" }).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let year = parts[0], year >= 1000, let month = parts[1],
      (1...12).contains(month)
    else { return nil }
    guard parts.count == 3 else {
      self.init(year: year, month: month, day: Self.length(ofMonth: month, year: year))
      return
    }
    guard let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the calendar.
  package var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// ISO 8601, `2026-11-24`.
  package var text: String {
    let (year, month, day) = parts
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  package static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  package func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// The last day of a period of one year that begins on this one.
  package var lastOfYear: Day { adding(months: 12).adding(-1) }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A moment of the clock, to the millisecond, in UTC.
package struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads `2026-11-24T05:00:00.000Z`, seconds and fraction optional, or a bare date; nil if it is neither.
  package init?(text: some StringProtocol) {
    let halves = text.split(separator: "T", maxSplits: 1)
    guard let first = halves.first, let day = Day(text: first) else { return nil }
    var total = Int64(day.number) * 86_400_000
    if halves.count == 2 {
      let clock = halves[1].hasSuffix("Z") ? halves[1].dropLast() : halves[1]
      let pieces = clock.split(separator: ":")
      guard pieces.count >= 2, let hour = Int64(pieces[0]), let minute = Int64(pieces[1]),
        (0..<24).contains(hour), (0..<60).contains(minute)
      else { return nil }
      var seconds = 0.0
      if pieces.count == 3 {
        guard let read = Double(pieces[2]), (0..<61).contains(read) else { return nil }
        seconds = read
      }
      total += (hour * 60 + minute) * 60_000 + Int64((seconds * 1000).rounded())
    }
    milliseconds = total
  }

  /// The calendar day in UTC.
  package var day: Day { Day(number: Int((milliseconds - Self.sinceMidnight(milliseconds)) / 86_400_000)) }

  /// ISO 8601 with milliseconds and `Z`.
  package var text: String {
    let rest = Int(Self.sinceMidnight(milliseconds))
    return day.text + "T" + Day.padded(rest / 3_600_000, 2) + ":" + Day.padded(rest / 60_000 % 60, 2) + ":"
      + Day.padded(rest / 1000 % 60, 2) + "." + Day.padded(rest % 1000, 3) + "Z"
  }

  package static func < (one: Moment, other: Moment) -> Bool { one.milliseconds < other.milliseconds }

  private static func sinceMidnight(_ milliseconds: Int64) -> Int64 {
    let rest = milliseconds % 86_400_000
    return rest < 0 ? rest + 86_400_000 : rest
  }
}
