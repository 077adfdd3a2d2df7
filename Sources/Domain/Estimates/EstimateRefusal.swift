/// Why something was not done in a blind round.
package enum EstimateRefusal: Hashable, Sendable {
  /// The round is revealed: nothing is cast any more, taken back or cast otherwise.
  case revealed(RecordID)
  /// The reveal is never taken back.
  case revealStands(RecordID)
  /// The step lies outside the scale of the round's criteria.
  case offScale(RecordID, ScaleAxis, step: Int, highest: Int)
  /// Only casting, the reveal and the decision write this field.
  case castOnly(FieldDescription)
  /// An estimate is not deleted; before the reveal whoever cast it takes it back by undo.
  case castStays(RecordID)
  case nothingCast(RecordID)
  /// These participants' openings are not in this file or do not fit their seals.
  case unopened(RecordID, participants: [RecordID])
  /// There is an open round on the risk already.
  case openRound(RecordID, risk: RecordID)
  /// No scales to estimate on.
  case noCriteria
  /// What is decided rests on what was revealed.
  case notRevealed(RecordID)
  /// The seal would hide nothing.
  case weakSalt
}
