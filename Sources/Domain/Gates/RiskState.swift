/// How far the treatment of a risk has come; follows from its fields and the day, and is never typed in.
package enum RiskState: String, Choice {
  /// Likelihood or consequence is not rated.
  case unrated
  /// At or above the acceptance line, and nothing is decided about it.
  case undecided
  /// To be modified, avoided or shared, by a plan that its owner has not approved.
  case unplanned
  /// Retained at or above the line, accepted by nobody whom its band names.
  case unaccepted
  /// The acceptance ran out, or what was accepted has changed since.
  case lapsed
  /// Its plan is approved.
  case planned
  case accepted
  /// Below the line, and nothing more need be decided.
  case tolerable

  package var words: Words {
    switch self {
    case .unrated: Words("unrated", "未評価")
    case .undecided: Words("undecided", "対応未決")
    case .unplanned: Words("plan not approved", "計画未承認")
    case .unaccepted: Words("not accepted", "未受容")
    case .lapsed: Words("acceptance lapsed", "受容失効")
    case .planned: Words("planned", "計画承認済")
    case .accepted: Words("accepted", "受容済")
    case .tolerable: Words("below the line", "受容線未満")
    }
  }

  /// Whether somebody still has to do or decide something.
  package var isOpen: Bool {
    switch self {
    case .unrated, .undecided, .unplanned, .unaccepted, .lapsed: true
    case .planned, .accepted, .tolerable: false
    }
  }
}

extension Assessment {
  /// Whether who owns the risk now approved the plan of its treatment.
  package func isPlanApproved(_ risk: RecordID) -> Bool {
    guard let approver = link(risk, Risk.planApprovedBy) else { return false }
    return approver == link(risk, Risk.owner)
  }

  /// How far the treatment of a risk has come by a day.
  package func state(of risk: RecordID, today: Day) -> RiskState {
    guard let standing = standing(of: risk) else { return .unrated }
    if has(risk, Risk.acceptedBy) {
      switch acceptance(of: risk, .present, today: today) {
      case .inForce: return .accepted
      case .expired, .changed: return .lapsed
      case .missing, .byAnother: break
      }
    }
    if treats(risk, .modify, .avoid, .share) { return isPlanApproved(risk) ? .planned : .unplanned }
    guard standing.isAboveLine else { return .tolerable }
    return treats(risk, .retain) ? .unaccepted : .undecided
  }
}
