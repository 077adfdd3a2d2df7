import Domain
import Journal
import Reports
import Store

/// What the minutes of a day are made of, read from a workspace.
struct MinutesReader {
  let workspace: Workspace
  let clock: Clock
  /// The day that `assessment` stands at: minutes of an earlier one tell of how it stood then.
  let latest: Day
  /// As its reader may see it.
  let assessment: Assessment
  let language: Language
  /// For whose eyes they are; nil for everybody's at this desk.
  var audience: RecordID?
  /// What that party may not see.
  var hidden: Set<RecordID> = []

  /// The minutes of a day; of nil, of today where today brought something to a workshop, else of the latest day
  /// people met.
  ///
  /// - Parameter wanted: The day, or nil.
  /// - Returns: Those of the day, or of the last day on which people met.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func minutes(of wanted: Day?) throws -> Minutes {
    let today = clock.today
    var day = wanted ?? today
    var entries = try self.entries(of: day)
    if wanted == nil, !entries.contains(where: Self.isOfWorkshop),
      let met = assessment.workshopDays.last(where: { $0 <= today }), met != day
    {
      day = met
      entries = try self.entries(of: day)
    }
    let past = day < latest ? try workspace.past(.endOf(day), startOfDay: clock.start(of:)) : nil
    return minutes(of: day, past?.assessment, entries)
  }

  /// The minutes of all days people met; the journal is gone through once for those that are past.
  ///
  /// - Returns: Day after day.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func all() throws -> [Minutes] {
    let days = assessment.workshopDays.filter { $0 <= latest }
    var found: [Minutes] = []
    try workspace.eachEnd(of: days.filter { $0 < latest }, startOfDay: clock.start(of:)) {
      found.append(minutes(of: $0, $1, $2))
    }
    return try found + days.filter { $0 == latest }.map(minutes)
  }

  private func minutes(of day: Day, _ past: Assessment?, _ entries: [Entry]) -> Minutes {
    guard var then = past else {
      return Minutes(of: day, in: assessment, work: DayWork(entries), language: language, hidden: hidden)
    }
    // What may not be seen now tells nothing of then either.
    let unseen = audience.map { hidden.union(Audience(party: $0, then).hidden(in: then)) } ?? []
    then.hide(unseen.filter(then.exists).sorted())
    return Minutes(of: day, in: then, work: DayWork(entries), language: language, hidden: unseen)
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
