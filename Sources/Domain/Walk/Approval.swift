/// Somebody's yes to a record, and whether it still holds.
package struct Approval: Hashable, Sendable {
  /// What was said yes to.
  package let words: Words
  /// Who, as called.
  package let by: String
  package let on: Day?
  package let holds: Standing

  /// Whether it still holds.
  package enum Standing: Hashable, Sendable {
    case inForce
    /// What was approved has changed since.
    case changed
    case expired
    /// Whoever said yes may not.
    case byAnother
    /// Nobody has said yes.
    case missing

    package var words: Words {
      switch self {
      case .inForce: Words("in force", "有効")
      case .changed: Words("changed since", "承認後に変更あり")
      case .expired: Words("expired", "期限切れ")
      case .byAnother: Words("by somebody who may not", "権限のない者による")
      case .missing: Words("not given", "なし")
      }
    }
  }
}

extension Assessment {
  /// The approvals a record rests on: its own, and that of its phase by each party it binds.
  package func approvals(of record: RecordID, today: Day) -> [Approval] {
    let own: [Approval] =
      switch kind(of: record) {
      case .policyDocument: [approval(ofDocument: record)]
      case .risk: approvals(ofRisk: record, today)
      case .riskCriteria: consents(to: record)
      case .commitment: answers(to: record)
      case .controlStatement: [verification(of: record)]
      case .disclosure: [review(of: record)]
      case .correctiveAction: [effectiveness(of: record)]
      default: []
      }
    return own + phases(of: record)
  }

  private func name(_ person: RecordID?) -> String {
    person.map { self[$0, Person.name] ?? label(of: $0) } ?? ""
  }

  private func approval(ofDocument document: RecordID) -> Approval {
    let digest = self[document, PolicyDocument.approvedDigest]
    let standing: Approval.Standing =
      digest == nil ? .missing : digest == self.digest(ofDocument: document) ? .inForce : .changed
    return Approval(
      words: Words("document approved", "文書の承認"), by: name(self[document, PolicyDocument.approver]),
      on: self[document, PolicyDocument.approvedOn], holds: standing)
  }

  private func approvals(ofRisk risk: RecordID, _ today: Day) -> [Approval] {
    let plan = Approval(
      words: Words("treatment plan approved", "リスク対応計画の承認"), by: name(self[risk, Risk.planApprovedBy]),
      on: self[risk, Risk.planApprovedOn],
      holds: isPlanApproved(risk) ? .inForce : has(risk, Risk.planApprovedBy) ? .byAnother : .missing)
    let acceptances: [Approval] = [
      (RatingKind.present, Words("present risk accepted", "現在のリスクの受容"), Risk.acceptedBy, Risk.acceptedOn),
      (
        .residual, Words("residual risk accepted", "残留リスクの受容"), Risk.residualAcceptedBy,
        Risk.residualAcceptedOn
      ),
    ].compactMap { kind, words, by, on in
      guard has(risk, by) else { return nil }
      return Approval(
        words: words, by: name(self[risk, by]), on: self[risk, on],
        holds: Approval.Standing(acceptance(of: risk, kind, today: today)))
    }
    return [plan] + acceptances
  }

  private func consents(to criteria: RecordID) -> [Approval] {
    parties(boundBy: criteria).map { party in
      let by = self[criteria, RiskCriteria.agreedBy, party]
      return Approval(
        words: Words("agreed by \(label(of: party))", "\(label(of: party)) の合意"), by: by ?? "",
        on: self[criteria, RiskCriteria.agreedOn, party], holds: by == nil ? .missing : .inForce)
    }
  }

  private func answers(to clause: RecordID) -> [Approval] {
    parties(boundBy: clause).map { party in
      let answer = self[clause, Commitment.answer, party]
      let said = answer?.words ?? Answer.proposed.words
      return Approval(
        words: Words("\(label(of: party)): \(said.en)", "\(label(of: party)): \(said.ja)"), by: "",
        on: self[clause, Commitment.answeredOn, party],
        holds: answer == nil || answer == .proposed || answer == .disputed ? .missing : .inForce)
    }
  }

  private func verification(of control: RecordID) -> Approval {
    Approval(
      words: Words("effectiveness verified", "有効性の確認"), by: name(self[control, ControlStatement.verifiedBy]),
      on: self[control, ControlStatement.verifiedOn],
      holds: has(control, ControlStatement.verifiedOn) ? .inForce : .missing)
  }

  private func review(of disclosure: RecordID) -> Approval {
    let isSufficient = self[disclosure, Disclosure.sufficient] ?? false
    return Approval(
      words: Words("reviewed by the receiver", "受領者の確認"), by: self[disclosure, Disclosure.reviewedBy] ?? "",
      on: self[disclosure, Disclosure.reviewedOn], holds: isSufficient ? .inForce : .missing)
  }

  private func effectiveness(of action: RecordID) -> Approval {
    Approval(
      words: Words("effectiveness reviewed", "有効性のレビュー"), by: name(self[action, CorrectiveAction.reviewedBy]),
      on: self[action, CorrectiveAction.reviewedOn],
      holds: self[action, CorrectiveAction.effectiveness] == .effective ? .inForce : .missing)
  }

  /// The phase that holds the record, for each party it binds: agreed by whom.
  private func phases(of record: RecordID) -> [Approval] {
    guard let phase = kind(of: record)?.description.phase else { return [] }
    return parties(boundBy: record).filter(participates).map { party in
      let entry = phases.entry(party, phase)
      let standing: Approval.Standing =
        switch entry.state {
        case .agreed: .inForce
        case .stale: .changed
        case .notStarted, .inProgress, .inReview: .missing
        }
      return Approval(
        words: Words(
          "phase \(phase.rawValue) agreed by \(label(of: party))",
          "局面\(phase.rawValue) \(label(of: party)) の合意"),
        by: standing == .missing ? "" : entry.agreedBy ?? "", on: nil, holds: standing)
    }
  }
}

extension Approval.Standing {
  fileprivate init(_ acceptance: Acceptance) {
    switch acceptance {
    case .inForce: self = .inForce
    case .changed: self = .changed
    case .expired: self = .expired
    case .byAnother: self = .byAnother
    case .missing: self = .missing
    }
  }
}
