extension Draft {
  /// A waiver to be given: of one rule for the party charged with it, or for all together where none is.
  ///
  /// - Parameters:
  ///   - rule: Its id.
  ///   - record: The one record it is waived for; nil for every one of the party's.
  ///   - party: Who is charged and whose top management gives it; nil for what is charged to all together.
  ///   - reason: Why.
  ///   - until: The last day it holds.
  ///   - by: Who gives it, as named; nil while nobody is known.
  /// - Returns: The record to be.
  package static func waiver(
    of rule: String, _ record: RecordID?, party: RecordID?, reason: String, until: Day, by: String?
  ) -> Draft {
    var draft = Draft(.waiver, party: party)
    draft.set(Waiver.rule, rule)
    if let record { draft.set(Waiver.record, record) }
    draft.set(Waiver.reason, reason)
    draft.set(Waiver.until, until)
    if let by { draft.set(Waiver.approvedBy, by) }
    return draft
  }
}
