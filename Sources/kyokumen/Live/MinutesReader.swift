import Domain
import Journal
import Reports
import Store

/// What the minutes of a day are made of, read from a workspace.
struct MinutesReader {
  let workspace: Workspace
  let clock: Clock

  /// The minutes of a day; of nil, of today where today brought something to a workshop, else of the latest day
  /// people met.
  ///
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func minutes(
    of wanted: Day?, in assessment: Assessment, _ language: Language, hidden: Set<RecordID> = []
  ) throws -> Minutes {
    let today = clock.today
    var day = wanted ?? today
    var entries = try self.entries(of: day)
    if wanted == nil, !entries.contains(where: Self.isOfWorkshop),
      let met = assessment.workshopDays.last(where: { $0 <= today }), met != day
    {
      day = met
      entries = try self.entries(of: day)
    }
    return Minutes(
      of: day, in: assessment, work: DayWork(entries), today: today, language: language, hidden: hidden)
  }

  private static let kinds: Set<String> = Set(
    [RecordKind.participant, .agendaItem, .parkingItem, .actionItem, .decision, .estimateRound]
      .map(\.rawValue))

  private static func isOfWorkshop(_ entry: Entry) -> Bool {
    entry.recordKind.map(kinds.contains) ?? false
  }

  private func entries(of day: Day) throws -> [Entry] {
    var found: [Entry] = []
    let end = clock.start(of: day.adding(1))
    try workspace.eachEntry(since: clock.start(of: day)) { if $0.at < end { found.append($0) } }
    return found
  }
}
