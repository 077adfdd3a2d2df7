import Domain
import Interface
import Journal
import Store

/// The journal as lines to show.
struct HistoryReader {
  let workspace: Workspace
  let clock: Clock

  private static let page = 2000

  /// The latest lines first, of one record or, when nil, of everything, as far as a filter lets them through.
  ///
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func lines(
    of record: RecordID?, filter: HistoryFilter = HistoryFilter(), in assessment: Assessment
  ) throws -> [HistoryLine] {
    var lines: [HistoryLine] = []
    var before = Int64.max
    while lines.count < HistoryLine.limit {
      let entries =
        try record.map { try workspace.entries(of: $0, before: before, limit: Self.page) }
        ?? workspace.entries(before: before, limit: Self.page)
      for entry in entries {
        let time = clock.time(of: entry.at)
        guard filter.admits(entry, assessment, day: time.day), let line = Self.line(entry, time) else {
          continue
        }
        lines.append(line)
      }
      guard entries.count == Self.page, let last = entries.last else { break }
      before = last.seq
    }
    return Array(lines.prefix(HistoryLine.limit))
  }

  private static func line(_ entry: Entry, _ time: LocalTime) -> HistoryLine? {
    let change: HistoryChange
    switch entry.fact {
    case .change(let told): change = .change(told)
    case .marker(.undone): change = .undone
    case .marker(.redone): change = .redone
    case .restored, nil: return nil
    }
    return HistoryLine(
      seq: Int(entry.seq), at: time, actor: entry.actor, record: entry.record, change: change)
  }
}
