package import Domain
import GRDB
import Journal

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
