/// What goes along into the next cycle unfinished: listed when a cycle is closed.
package struct CarriedOver: Hashable, Sendable {
  /// A clause a party accepted with reservation.
  package struct Reservation: Hashable, Sendable {
    package let clause: RecordID
    package let party: RecordID
  }

  /// Findings not closed; conformities are none.
  package let findings: [RecordID]
  /// Corrective actions whose effectiveness was not found.
  package let correctiveActions: [RecordID]
  /// Action items (宿題) not done.
  package let actionItems: [RecordID]
  package let reservations: [Reservation]
  /// Objectives whose target is relative to the last period: to be decided again.
  package let relativeTargets: [RecordID]
}

extension Assessment {
  /// What is unfinished on a day.
  package func carriedOver(_ today: Day) -> CarriedOver {
    CarriedOver(
      findings: ids(.finding).filter(isOpenFinding),
      correctiveActions: ids(.correctiveAction).filter(isUnsettled),
      actionItems: ids(.actionItem).filter { !has($0, ActionItem.doneOn) },
      reservations: reservations(today),
      relativeTargets: ids(.objective).filter { targets(of: $0).contains(where: \.isRelative) })
  }

  private func reservations(_ today: Day) -> [CarriedOver.Reservation] {
    ids(.commitment).filter { isInForce(clause: $0, on: today) }.flatMap { clause in
      parties(boundBy: clause).compactMap { party in
        let answer: Answer? = self[clause, Commitment.answer, party]
        guard answer == .acceptedWithReservation, !has(party, Party.leftOn) else { return nil }
        return CarriedOver.Reservation(clause: clause, party: party)
      }
    }
  }

  /// Whether a clause and its agreement have not ended before a day.
  func isInForce(clause: RecordID, on day: Day) -> Bool {
    let ends = [
      self[clause, Commitment.inForceTo],
      self[clause, Commitment.agreement].flatMap { self[$0, Agreement.inForceTo] },
    ]
    return ends.allSatisfy { $0.map { $0 >= day } ?? true }
  }

  /// Whether a finding waits to be closed.
  package func isOpenFinding(_ finding: RecordID) -> Bool {
    !has(finding, Finding.closedOn) && self[finding, Finding.grade] != .conformity
  }
}
