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
  /// What is unfinished now.
  package var carriedOver: CarriedOver {
    CarriedOver(
      findings: ids(.finding).filter(isOpenFinding),
      correctiveActions: ids(.correctiveAction).filter {
        self[$0, CorrectiveAction.effectiveness] != .effective
      },
      actionItems: ids(.actionItem).filter { !has($0, ActionItem.doneOn) },
      reservations: reservations,
      relativeTargets: ids(.objective).filter { targets(of: $0).contains(where: \.isRelative) })
  }

  private var reservations: [CarriedOver.Reservation] {
    ids(.commitment).flatMap { clause in
      parties(boundBy: clause).compactMap { party in
        let answer: Answer? = self[clause, Commitment.answer, party]
        guard answer == .acceptedWithReservation else { return nil }
        return CarriedOver.Reservation(clause: clause, party: party)
      }
    }
  }

  /// Whether a finding waits to be closed.
  package func isOpenFinding(_ finding: RecordID) -> Bool {
    !has(finding, Finding.closedOn) && self[finding, Finding.grade] != .conformity
  }
}
