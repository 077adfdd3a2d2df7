/// What a person wants to happen to a phase.
package enum PhaseEvent: Hashable, Sendable {
  case begin(Phase, party: RecordID)
  case submit(Phase, party: RecordID, by: String)
  case sendBack(Phase, party: RecordID, by: String, reason: String)
  case agree(Phase, party: RecordID, by: String)
  case reopen(Phase, party: RecordID, by: String, reason: String)
  case confirm(Phase, party: RecordID, by: String)
  /// Unlocks a joint record for all it binds.
  case amend(RecordID, by: String, reason: String)
  /// Begins the next cycle, which lasts `from` to `to`. Risks in `keeping` stay rated as they are though their
  /// controls are verified.
  case closeCycle(by: String, from: Day, to: Day, keeping: Set<RecordID> = [])
  case leave(party: RecordID, on: Day, reason: String)
}
