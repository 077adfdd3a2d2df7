import Domain

/// The quiet clock of the agenda: it moves only while an item runs.
extension Model {
  /// How long until the running item's minutes change, in milliseconds; nil while none runs, so that an idle
  /// program never wakes.
  package var untilNextMinute: Int64? {
    present.runningItem.flatMap { present.timing(of: $0, at: now).untilNextMinute }
  }

  /// Moves the clock on; says so once when the running item's time box ends meanwhile.
  mutating func read(clock: Moment) -> [Effect] {
    let before = now
    let assessment = present
    now = clock
    guard let item = assessment.runningItem else { return [] }
    let (then, timing) = (assessment.timing(of: item, at: before), assessment.timing(of: item, at: clock))
    if timing.elapsed != then.elapsed { stir += 1 }
    guard !then.isOver, timing.isOver, let minutes = assessment[item, AgendaItem.minutes] else { return [] }
    let title = assessment.title(of: item) ?? ""
    notice = Notice(
      say(
        Words(
          "Time is up: \(title) (\(minutes) min). \(key: "workshop") opens the agenda.",
          "時間です: \(title)（\(minutes)分）。\(key: "workshop") で議題へ。")), .warning)
    return isBellOn ? [.bell] : []
  }
}
