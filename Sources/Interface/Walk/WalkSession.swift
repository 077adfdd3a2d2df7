package import Domain

/// An auditor's walk as this terminal knows it: planned, under way, or looked at again.
package struct WalkSession: Sendable {
  /// How the walk goes; of one under way, as its record says.
  package internal(set) var plan: WalkPlan?
  /// The walk under way; nil while it is only planned.
  package internal(set) var walk: RecordID?
  package internal(set) var itinerary: Itinerary?
  /// What was shown, asked and answered so far, by place.
  var stops: [StopKey: RecordID] = [:]
  var madeFor: Key?
  /// What is told of the place under the cursor; the record it is of tells whether it is up to date.
  var told = Told()
  /// The first line of the page that is seen, and which page it is.
  var pageTop = 0
  var pageOf: StopKey?
  /// The auditor's own file as it was named; nil until there is one.
  package internal(set) var notes: String?
  /// It was opened as a walk and stays one until the program ends.
  package internal(set) var isBound = false
  /// Where a note is to be written once its file is open.
  var noteAt: WalkPlace?
  /// Where a finding is to be written once its stop is.
  var findingAt: WalkPlace?

  package init() {}

  /// A place of the walk as its stop is kept.
  struct StopKey: Hashable, Sendable {
    let stop: String
    let record: RecordID?
  }

  /// What the journal tells of a record.
  struct Told: Sendable {
    var record: RecordID?
    var revision = -1
    var moment: PastMoment?
    var lines: [HistoryLine] = []
  }

  /// What the places depend on.
  struct Key: Hashable, Sendable {
    let revision: Int
    let moment: PastMoment?
    let plan: WalkPlan
    let walk: RecordID?
  }

  /// What was kept of a place; nil when it was not shown yet.
  func stop(at place: WalkPlace) -> RecordID? { stops[StopKey(stop: place.stop, record: place.record)] }
}

extension WalkPlace {
  var key: WalkSession.StopKey { WalkSession.StopKey(stop: stop, record: record) }
}
