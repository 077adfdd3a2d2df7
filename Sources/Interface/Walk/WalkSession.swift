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
  /// What is told of the place under the cursor.
  var told = Told()
  /// The auditor's own file as it was named; nil until there is one.
  package internal(set) var notes: String?
  /// It was opened as a walk and stays one until the program ends.
  package internal(set) var isBound = false
  /// Where a note is to be written once its file is open.
  var noteAt: WalkPlace?
  /// What goes on once the act just ordered is carried out; nothing does when it is refused.
  var next: Next?
  /// What was last asked of the journal for the page, so that a reading that fails is not asked for over and over.
  var asked: Question?

  package init() {}

  /// What follows an act of the walk.
  enum Next: Sendable {
    /// The line for a finding at a place, whose stop is kept first.
    case finding(WalkPlace)
    /// The answer to what was asked at a place.
    case answer(WalkPlace)
  }

  /// Which history a page needs, and of which state.
  struct Question: Hashable, Sendable {
    let record: RecordID
    let revision: Int
    let moment: PastMoment?
  }

  /// A place of the walk as its stop is kept.
  struct StopKey: Hashable, Sendable {
    let stop: String
    let record: RecordID?
  }

  /// What the journal tells of a record.
  struct Told: Sendable {
    var record: RecordID?
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
