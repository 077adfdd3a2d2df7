/// A moment as a clock on the wall shows it to the person: a calendar day and the time of that day.
package struct LocalTime: Hashable, Sendable {
  package let day: Day
  /// Since midnight, 0 to 86,399.
  package let second: Int

  package init(_ day: Day, second: Int) {
    self.day = day
    self.second = second
  }

  /// What a clock shows that stands so many seconds before UTC.
  package init(_ moment: Moment, ahead seconds: Int) {
    let shown = Moment(milliseconds: moment.milliseconds + Int64(seconds) * 1000)
    day = shown.day
    second = Int(shown.milliseconds - Int64(shown.day.number) * 86_400_000) / 1000
  }

  /// Hour and minute, `05:00`.
  package var clock: String { Day.padded(second / 3600, 2) + ":" + Day.padded(second / 60 % 60, 2) }
  /// To the minute, `2026-11-24 05:00`.
  package var text: String { day.text + " " + clock }
  /// To the second, `2026-11-24 05:00:00`.
  package var exactText: String { text + ":" + Day.padded(second % 60, 2) }
}
