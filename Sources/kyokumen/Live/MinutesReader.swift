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
  /// - Parameters:
  ///   - wanted: The day, or nil.
  ///   - assessment: As its reader may see it.
  ///   - latest: The day it stands at: minutes of an earlier one tell of how it stood then.
  ///   - language: Of the minutes.
  ///   - audience: For whose eyes they are; nil for everybody's at this desk.
  ///   - hidden: What that party may not see.
  /// - Returns: Those of the day, or of the last day on which people met.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func minutes(
    of wanted: Day?, in assessment: Assessment, asOf latest: Day, _ language: Language,
    for audience: RecordID? = nil, hidden: Set<RecordID> = []
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
    let past = day < latest ? try workspace.past(.endOf(day), startOfDay: clock.start(of:)) : nil
    guard var then = past?.assessment else {
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
