package import Domain

/// A past moment on screen, and what stands aside until the person is back: the present.
package struct Past: Sendable {
  package internal(set) var moment: PastMoment
  /// When that was, where the person is.
  fileprivate(set) var time: LocalTime
  /// The assessment as it is now; other programs' changes still reach it.
  fileprivate(set) var present: Assessment
  /// The day and the freedom to write that the present is looked at with.
  fileprivate var today: Day
  let isReadOnly: Bool

  /// The moment in words.
  package var name: Words { PastWords.name(moment, at: time) }
}

/// Looking at the past: the assessment of a past moment takes the place of the present one on every screen, and
/// nothing can be changed until the person is back.
extension Model {
  /// The present state: aside while the past is looked at. Costs nothing to read, but must not be kept.
  package var present: Assessment { past?.present ?? assessment }

  /// The day the person is in, also while another day's state is looked at.
  package var presentDay: Day { past?.today ?? context.today }

  /// Works on the present state, wherever the person looks, in the context that the present is changed in.
  ///
  /// While the past is looked at, that context allows no change but what an auditor may write.
  package mutating func withPresent<Result, Failure: Error>(
    _ work: (inout Assessment, Context) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var context = context
    guard var held = past else { return try work(&assessment, context) }
    context.today = held.today
    // What an auditor finds in a closed cycle is found today.
    if context.audits { context.looksOnly = held.isReadOnly }
    // Taken out whole: held twice, the first change would copy every column.
    past = nil
    defer { past = held }
    return try work(&held.present, context)
  }

  /// The calendar day the person is in; of the past moment looked at, its own day stays.
  package mutating func turn(to today: Day) {
    if past != nil {
      past?.today = today
    } else if today != context.today {
      context.today = today
      gates = GateCache()
      for id in Array(states.keys) { states[id]?.isStale = true }
      stir += 1
    }
  }

  /// Brings a past moment to every screen; the present one, if nothing happened since.
  ///
  /// - Parameters:
  ///   - state: As read from the journal.
  ///   - time: When the moment was where the person is: deadlines are seen from its day.
  mutating func look(at state: PastState, _ time: LocalTime) {
    guard !state.isLatest else {
      leavePast()
      return
    }
    if past == nil {
      past = Past(
        moment: state.moment, time: time, present: assessment, today: context.today,
        isReadOnly: context.looksOnly)
    }
    past?.moment = state.moment
    past?.time = time
    assessment = state.assessment
    context.today = time.day
    context.readOnly = true
    renewAll()
  }

  /// Brings the present back to every screen, the person staying where they are.
  mutating func leavePast() {
    guard let held = past else { return }
    past = nil
    assessment = held.present
    context.today = held.today
    context.readOnly = held.isReadOnly
    renewAll()
    notice = Notice(say(PastWords.back), .success)
  }

  /// Everything found in one state is found anew in another; cursor, sort, folds and filters stay.
  private mutating func renewAll() {
    standing = nil
    gates = GateCache()
    if adoption != nil { adoption = AdoptionSheet(assessment) }
    for id in Array(states.keys) {
      states[id]?.isStale = true
      states[id]?.inCell = false
    }
    marks = []
    markedLines = []
    gateCursor = 0
    if let party, !assessment.exists(party) { showParty(nil) }
    for (kind, rows) in filtered { apply(try? filter(rows.text, kind), to: kind) }
    prepare()
  }
}
