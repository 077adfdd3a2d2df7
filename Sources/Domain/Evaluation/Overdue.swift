/// Something whose day has passed.
package struct OverdueItem: Hashable, Sendable {
  package let record: RecordID
  package let due: Day
  /// What was due.
  package let what: Words
}

extension Assessment {
  /// What should be done, reviewed, decided anew or verified by now, the longest overdue first: a party's and what
  /// is everybody's, or all.
  package func overdue(of party: RecordID? = nil, today: Day) -> [OverdueItem] {
    passed(of: party, today).sorted { ($0.due, $0.record.raw) < ($1.due, $1.record.raw) }
  }

  /// What is overdue for longest of one record; nil when nothing is.
  package func overdue(_ record: RecordID, today: Day) -> OverdueItem? {
    passed(of: nil, only: record, today).min { $0.due < $1.due }
  }

  private func passed(of party: RecordID?, only record: RecordID? = nil, _ today: Day) -> [OverdueItem] {
    func ids(_ kind: RecordKind) -> [RecordID] {
      if let record { return self.kind(of: record) == kind ? [record] : [] }
      guard let party, kind.description.ownership != .joint else { return self.ids(kind) }
      return self.ids(kind).filter { self.party(of: $0) == nil || self.party(of: $0) == party }
    }
    func open(
      _ kind: RecordKind, _ due: Attribute<Day>, _ what: Words, where isOpen: (RecordID) -> Bool
    ) -> [OverdueItem] {
      ids(kind).compactMap { id in
        guard let day = self[id, due], day < today, isOpen(id) else { return nil }
        return OverdueItem(record: id, due: day, what: what)
      }
    }
    return [
      open(.actionItem, ActionItem.due, Words("homework", "宿題")) { !has($0, ActionItem.doneOn) },
      open(.correctiveAction, CorrectiveAction.due, Words("corrective action", "是正処置")) {
        !has($0, CorrectiveAction.doneOn)
      },
      open(.policyDocument, PolicyDocument.reviewDue, Words("review", "見直し")) {
        self[$0, PolicyDocument.status] == .approved
      },
      open(.agreement, Agreement.reviewDue, Words("review", "見直し")) { _ in true },
      open(.objective, Objective.due, Words("objective", "目的の達成期限")) { isMissing($0, today) },
      open(.risk, Risk.planDue, Words("risk treatment", "リスク対応の期限")) { isPlanOverdue($0, today: today) },
      open(.risk, Risk.acceptedUntil, Words("acceptance", "受容の期限")) { has($0, Risk.acceptedBy) },
      open(.risk, Risk.residualAcceptedUntil, Words("acceptance", "残留リスクの受容の期限")) {
        has($0, Risk.residualAcceptedBy)
      },
      open(.controlStatement, ControlStatement.due, Words("implementation", "実施")) {
        self[$0, ControlStatement.applicability] == .applicable
          && self[$0, ControlStatement.status] != .implemented
      },
      open(.controlStatement, ControlStatement.verificationDue, Words("verification", "有効性の確認")) {
        self[$0, ControlStatement.applicability] == .applicable && !has($0, ControlStatement.verifiedOn)
      },
      open(.disclosure, Disclosure.validUntil, Words("audit information", "監査情報の有効期限")) {
        !isReplaced($0)
      },
      ids(.commitment).filter { isInForce(clause: $0, on: today) }.flatMap {
        reservations(on: $0, of: party, today)
      },
    ].flatMap(\.self)
  }

  /// Whether a risk's treatment is past its day, and what is left is not rated, or on or above the line and accepted
  /// by nobody.
  package func isPlanOverdue(_ risk: RecordID, today: Day) -> Bool {
    guard let due = self[risk, Risk.planDue], due < today, treats(risk, .modify, .share) else { return false }
    guard let left = standing(of: risk, .residual) else { return true }
    return left.isAboveLine && acceptance(of: risk, .residual, today: today) != .inForce
  }

  /// Whether an objective is past its day and not achieved. One that is not measured at all has nothing to tell it
  /// by; a day before this cycle's first was judged when the cycle before was closed.
  private func isMissing(_ objective: RecordID, _ today: Day) -> Bool {
    guard !has(objective, Objective.notMeasurableReason) else { return false }
    if cycle > 1, cycle(on: self[objective, Objective.due]) != cycle { return false }
    return achievement(of: objective, today: today).status != .achieved
  }

  /// Whether all that rests on audit information rests on newer of the same party, too.
  private func isReplaced(_ disclosure: RecordID) -> Bool {
    guard let until = self[disclosure, Disclosure.validUntil] else { return false }
    let carried = reliance(on: disclosure)
    return !carried.isEmpty
      && carried.allSatisfy { record in
        disclosures(supporting: record).contains {
          self.party(of: $0) == self.party(of: disclosure)
            && self[$0, Disclosure.to] == self[disclosure, Disclosure.to]
            && self[$0, Disclosure.validUntil].map { $0 > until } ?? false
        }
      }
  }

  /// By when parties meant to do without the reservations they accepted a clause with.
  private func reservations(on clause: RecordID, of party: RecordID?, _ today: Day) -> [OverdueItem] {
    (party.map { [$0] } ?? parties(boundBy: clause)).compactMap { bound in
      let answer: Answer? = self[clause, Commitment.answer, bound]
      guard answer == .acceptedWithReservation, !has(bound, Party.leftOn),
        let due = self[clause, Commitment.answerDue, bound], due < today
      else { return nil }
      return OverdueItem(record: clause, due: due, what: Words("reservation", "留保の期限"))
    }
  }
}
