/// How a point of the agenda stands at a moment, in whole minutes.
package struct AgendaTiming: Hashable, Sendable {
  /// The time box; nil when it has none.
  package let planned: Int?
  /// Minutes full since it was first taken up, pauses left out.
  package let elapsed: Int
  package let isRunning: Bool
  /// It was taken up and is over.
  package let isEnded: Bool
  /// Until `elapsed` is another, in milliseconds; nil when it does not run.
  package let untilNextMinute: Int64?

  /// Below zero once the box is overrun; nil without a box.
  package var left: Int? { planned.map { $0 - elapsed } }

  /// The box is used up.
  package var isOver: Bool { (left ?? 1) <= 0 && isRunning }
}

extension Assessment {
  private static let minute: Int64 = 60_000

  /// The agenda day by day, each day in its order; what has no day comes last.
  package var agenda: [RecordID] {
    ids(.agendaItem).map { item in
      let day = self[item, AgendaItem.day]?.number ?? .max
      return (item, day, self[item, AgendaItem.order] ?? .max, labelNumber(of: item) ?? 0)
    }
    .sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
  }

  /// The point being talked about now: of several, as two terminals may leave them, the one begun last.
  package var runningItem: RecordID? {
    ids(.agendaItem).filter { begun($0) != nil && !has($0, AgendaItem.endedAt) }
      .max { (begun($0)?.milliseconds ?? 0) < (begun($1)?.milliseconds ?? 0) }
  }

  /// How an item stands; a clock set back counts as standing still.
  package func timing(of item: RecordID, at now: Moment) -> AgendaTiming {
    let begun = begun(item)
    let spent = self[item, AgendaItem.spent]
    let isStopped = has(item, AgendaItem.endedAt)
    let running = isStopped ? nil : begun.map { max(0, now.milliseconds - $0.milliseconds) }
    return AgendaTiming(
      planned: self[item, AgendaItem.minutes], elapsed: (spent ?? 0) + Int((running ?? 0) / Self.minute),
      isRunning: running != nil, isEnded: running == nil && (isStopped || spent != nil),
      untilNextMinute: running.map { Self.minute - $0 % Self.minute })
  }

  private func begun(_ item: RecordID) -> Moment? {
    self[item, AgendaItem.begunAt].flatMap { Moment(text: $0) }
  }

  /// What takes an item up now: whatever ran before ends; one planned for another day is of today.
  package func beginning(_ item: RecordID, at now: Moment, today: Day) -> [Command] {
    let ended = ids(.agendaItem).filter { $0 != item && timing(of: $0, at: now).isRunning }
    return ended.flatMap { ending($0, at: now) } + [
      .set(item, Slot(AgendaItem.begunAt.key), .text(now.text)),
      .set(item, Slot(AgendaItem.endedAt.key), nil),
      .set(item, Slot(AgendaItem.day.key), .day(today)),
    ]
  }

  /// What ends an item now: the minutes it took are kept, half ones rounded up.
  package func ending(_ item: RecordID, at now: Moment) -> [Command] {
    let running = begun(item).map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
    let spent = (self[item, AgendaItem.spent] ?? 0) + Int((running + Self.minute / 2) / Self.minute)
    return [
      .set(item, Slot(AgendaItem.spent.key), .integer(spent)),
      .set(item, Slot(AgendaItem.endedAt.key), .text(now.text)),
    ]
  }

  /// The first item after the one running that was not yet taken up, else the first at all; nil when the agenda
  /// is through. What was planned for an earlier day does not count.
  package func itemToCome(on today: Day) -> RecordID? {
    let all = agenda
    let place = runningItem.flatMap(all.firstIndex(of:)).map { $0 + 1 } ?? 0
    func mayCome(_ item: RecordID) -> Bool {
      isToCome(item) && (self[item, AgendaItem.day] ?? today) >= today
    }
    return all[place...].first(where: mayCome) ?? all.first(where: mayCome)
  }

  /// Not yet taken up.
  package func isToCome(_ item: RecordID) -> Bool {
    !has(item, AgendaItem.begunAt) && !has(item, AgendaItem.spent)
  }
}
