package import Domain
import Journal

extension Workspace {
  /// How each closed cycle stood, oldest first: the journal replayed to just before the act that closed it, seen
  /// from the day of that act.
  ///
  /// - Parameter day: The calendar day a moment falls on where the person is.
  /// - Returns: One standing for each.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  package func closedCycles(day: (Moment) -> Day) throws -> [CycleStanding] {
    var assessment = Assessment()
    var standings: [CycleStanding] = []
    var batch: [Entry] = []
    func fold() {
      if let first = batch.first, Batch(entries: batch).closesCycle {
        standings.append(CycleStanding(assessment, today: day(first.at)))
      }
      for entry in batch { assessment.fold(entry) }
      batch = []
    }
    try eachEntry { entry in
      if entry.opensBatch { fold() }
      batch.append(entry)
    }
    fold()
    return standings
  }
}
