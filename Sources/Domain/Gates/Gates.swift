extension Assessment {
  /// What stands between a party's phase and its agreement, blockers first. Findings that concern all parties
  /// together (`party` nil) are included.
  package func gateFindings(party: RecordID, phase: Phase, _ context: Context) -> [GateFinding] {
    []
  }
}
