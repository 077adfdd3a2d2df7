package import Domain
import GRDB
package import Journal

extension Workspace {
  /// The assessment as it stood at a point of the journal; a moment inside an act is its end.
  ///
  /// - Parameters:
  ///   - point: Which.
  ///   - startOfDay: When a calendar day begins where the person is.
  /// - Returns: nil when the journal holds no such point: before its beginning, or of a cycle it knows no closing of.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  package func past(_ point: PastPoint, startOfDay: (Day) -> Moment) throws -> PastState? {
    guard let moment = try moment(point, startOfDay) else { return nil }
    let (assessment, count) = try reading { database in
      let assessment = try EntryTable.fold(
        database, "WHERE seq <= ? ORDER BY seq", [.integer(moment.seq)])
      return (assessment, try EntryTable.meta(database).count)
    }
    return PastState(assessment, at: moment, isLatest: moment.seq == count)
  }

  /// The assessment as it stood at the end of each of some days, with the entries of that day, from one reading of the
  /// journal. `each` must not read the journal itself; nil stands for a day before its beginning.
  ///
  /// - Parameters:
  ///   - days: Which, in any order; they are gone through in their own.
  ///   - startOfDay: When a calendar day begins where the person is.
  ///   - each: Takes what it needs of a day.
  /// - Throws: `WorkspaceError` when the journal cannot be read, and what `each` throws.
  package func eachEnd(
    of days: [Day], startOfDay: (Day) -> Moment, _ each: (Day, Assessment?, [Entry]) throws -> Void
  ) throws {
    let known = try days.sorted().map { day in
      (day: day, end: try moment(.endOf(day), startOfDay)?.seq)
    }
    for (day, end) in known where end == nil { try each(day, nil, []) }
    var open = known.compactMap { day, end in
      end.map { OpenDay(day: day, from: startOfDay(day), until: startOfDay(day.adding(1)), end: $0) }
    }[...]
    guard let last = open.last?.end else { return }
    var assessment = Assessment()
    try reading { database in
      try EntryTable.read(database, "WHERE seq <= ? ORDER BY seq", [.integer(last)]) { entry in
        assessment.fold(entry)
        for index in open.indices { open[index].take(entry) }
        while let day = open.first, day.end == entry.seq {
          try each(day.day, assessment, day.entries)
          open.removeFirst()
        }
        return true
      }
    }
  }

  /// A day that is not over yet while the journal is gone through.
  private struct OpenDay {
    let day: Day
    let from: Moment
    let until: Moment
    /// The last entry of its last act.
    let end: Int64
    private(set) var entries: [Entry] = []

    mutating func take(_ entry: Entry) {
      if entry.at >= from, entry.at < until { entries.append(entry) }
    }
  }

  private func moment(_ point: PastPoint, _ startOfDay: (Day) -> Moment) throws -> PastMoment? {
    switch point {
    case .act(let seq): return try endOfAct(of: seq)
    case .after(let seq): return try endOfAct(of: seq).flatMap { try endOfAct(of: $0.seq + 1) }
    case .before(let seq):
      guard let first = try opening(of: seq), first.seq > 1 else { return nil }
      return try endOfAct(of: first.seq - 1)
    case .endOf(let day):
      return try entries(
        "WHERE at < ? ORDER BY seq DESC LIMIT 1", [.integer(startOfDay(day.adding(1)).milliseconds)]
      ).first.flatMap { try endOfAct(of: $0.seq) }
    case .closing(let cycle):
      guard let first = try opening(ofClosing: cycle) else { return nil }
      return PastMoment(seq: first.seq - 1, at: first.at, actor: first.actor, closedCycle: cycle)
    }
  }

  /// The first entry of the latest act that closed a cycle and so began the next.
  private func opening(ofClosing cycle: Int) throws -> Entry? {
    let counted = try entries(
      "WHERE recordKind = ? AND field = ? AND after = ? ORDER BY seq DESC",
      [
        .text(RecordKind.assessment.rawValue), .text(AssessmentRecord.cycle.key.name),
        .text(Value.integer(cycle + 1).written),
      ])
    for entry in counted {
      if let first = try opening(of: entry.seq), try batch(openedBy: first).closesCycle { return first }
    }
    return nil
  }

  /// The last entry of the act that an entry belongs to.
  private func endOfAct(of seq: Int64) throws -> PastMoment? {
    var last: Entry?
    try reading { database in
      try EntryTable.read(database, "WHERE seq >= ? ORDER BY seq", [.integer(seq)]) { entry in
        guard last == nil || entry.batch == last?.batch else { return false }
        last = entry
        return true
      }
    }
    return last.map { PastMoment(seq: $0.seq, at: $0.at, actor: $0.actor) }
  }

  private func opening(of seq: Int64) throws -> Entry? {
    try entries(
      "WHERE seq <= ? AND batch = (replica << 32 | number) ORDER BY seq DESC LIMIT 1", [.integer(seq)]
    ).first
  }
}
