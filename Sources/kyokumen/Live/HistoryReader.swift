import Domain
import Interface
import Journal
import Store

/// The journal as lines to show.
enum HistoryReader {
  /// More than anyone scrolls through; `kyokumen log` gives them all.
  private static let limit = 5000

  /// The latest lines first, of one record or, when nil, of everything.
  static func lines(of record: RecordID?, in workspace: Workspace) throws -> [HistoryLine] {
    let entries =
      try record.map { try workspace.entries(of: $0, limit: limit) } ?? workspace.entries(limit: limit)
    return entries.compactMap(line)
  }

  private static func line(_ entry: Entry) -> HistoryLine? {
    let change: HistoryChange
    switch entry.fact {
    case .change(let told): change = .change(told)
    case .marker(.undone): change = .undone
    case .marker(.redone): change = .redone
    case .restored, nil: return nil
    }
    return HistoryLine(
      seq: Int(entry.seq), at: entry.at, actor: entry.actor, record: entry.record, change: change)
  }
}
