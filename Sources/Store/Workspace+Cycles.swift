package import Domain
import Journal

extension Workspace {
  /// How each closed cycle stood, oldest first: the journal replayed to just before the act that closed it.
  package func closedCycles() throws -> [CycleStanding] {
    var assessment = Assessment()
    var standings: [CycleStanding] = []
    var batch: [Entry] = []
    func fold() {
      if let first = batch.first, batch.contains(where: { $0.closesCycle }) {
        standings.append(CycleStanding(assessment, today: first.at.day))
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

extension Entry {
  /// Whether it is part of an act that closed a cycle: the phases say so, whatever else was written.
  fileprivate var closesCycle: Bool {
    guard case .change(.phase(let step)) = fact else { return false }
    return step.event == .closeCycle
  }
}
