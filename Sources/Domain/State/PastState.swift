/// A point in the life of an assessment, as a person names it.
package enum PastPoint: Hashable, Sendable {
  /// After the whole act that a journal entry belongs to.
  case act(of: Int64)
  /// Right before the act that an entry belongs to.
  case before(act: Int64)
  /// After the act that followed an entry's.
  case after(act: Int64)
  /// At the end of a calendar day, where the person is.
  case endOf(Day)
  /// As a cycle was when it was closed: its baseline.
  case closing(cycle: Int)
}

/// An assessment as it stood once, and when that was.
package struct PastState: Sendable {
  package let assessment: Assessment
  package let moment: PastMoment
  /// Nothing happened since: it is the present.
  package let isLatest: Bool

  package init(_ assessment: consuming Assessment, at moment: PastMoment, isLatest: Bool) {
    self.assessment = assessment
    self.moment = moment
    self.isLatest = isLatest
  }
}

/// When a past state stood: after which entry, and by whose act.
package struct PastMoment: Hashable, Sendable {
  /// The last journal entry that counts.
  package let seq: Int64
  /// When it was written; of a closed cycle, when it was closed.
  package let at: Moment
  /// Who acted; of a closed cycle, who closed it.
  package let actor: String
  /// The cycle whose baseline it is; nil for any other moment.
  package let closedCycle: Int?

  package init(seq: Int64, at: Moment, actor: String, closedCycle: Int? = nil) {
    self.seq = seq
    self.at = at
    self.actor = actor
    self.closedCycle = closedCycle
  }
}
