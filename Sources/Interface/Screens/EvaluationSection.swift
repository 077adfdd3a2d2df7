import Domain

/// The sections of the evaluation screen, in the order in which they stand.
enum EvaluationSection: Int, CaseIterable {
  case serviceLevels, objectives, audits, findings, correctiveActions, disclosures, managementReviews

  var title: Words {
    switch self {
    case .serviceLevels: Words("Service levels", "サービス水準")
    case .objectives: Words("Objectives and readings", "目的と測定値")
    case .audits: Words("Audits", "監査")
    case .findings: Words("Findings", "所見")
    case .correctiveActions: Words("Corrective actions", "是正処置")
    case .disclosures: Words("Audit information given and received", "監査情報の提供")
    case .managementReviews: Words("Management reviews", "マネジメントレビュー")
    }
  }

  /// What belongs there and which key starts it, for a section without lines.
  var empty: Words {
    switch self {
    case .serviceLevels:
      Words("No service level was agreed; they are clauses of phase 1.", "サービス水準の合意がありません（局面1の合意事項）。")
    case .objectives: Words("No objective yet; they are set in phase 3.", "目的がまだありません（局面3で設定）。")
    case .audits:
      Words("\(key: "new") plans an internal audit of this cycle.", "\(key: "new") で今期の内部監査を登録します。")
    case .findings:
      Words("\(key: "new") records what an audit or incident showed.", "\(key: "new") で監査やインシデントの所見を記録します。")
    case .correctiveActions:
      Words("\(key: "new") on a nonconformity starts one.", "不適合の行で \(key: "new") を押すと起票します。")
    case .disclosures:
      Words("\(key: "new") records audit information given.", "\(key: "new") で提供した監査情報を記録します。")
    case .managementReviews:
      Words("\(key: "new") records the review of this cycle.", "\(key: "new") で今期のレビューを記録します。")
    }
  }

  /// Room for the figures on a narrow line; the title has the rest.
  var figureColumns: Int {
    switch self {
    case .serviceLevels, .objectives, .audits, .correctiveActions: 18
    case .findings, .disclosures: 12
    case .managementReviews: 16
    }
  }

  /// The records of the section that concern a party, or all; the weightiest findings first.
  func records(_ assessment: Assessment, _ party: RecordID?) -> [RecordID] {
    switch self {
    case .serviceLevels:
      assessment.ids(.commitment).filter { clause in
        assessment[clause, Commitment.kind] == .serviceLevel
          && (party.map(assessment.parties(boundBy: clause).contains) ?? true)
      }
    case .objectives: own(.objective, assessment, party)
    case .audits: concerned(.audit, Audit.auditee, assessment, party)
    case .findings:
      concerned(.finding, Finding.addressedTo, assessment, party)
        .map { ($0, Self.weight($0, assessment)) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    case .correctiveActions: own(.correctiveAction, assessment, party)
    case .disclosures: concerned(.disclosure, Disclosure.to, assessment, party)
    case .managementReviews: own(.managementReview, assessment, party)
    }
  }

  private func own(_ kind: RecordKind, _ assessment: Assessment, _ party: RecordID?) -> [RecordID] {
    party.map { assessment.ids(kind, of: $0) } ?? assessment.ids(kind)
  }

  private func concerned(
    _ kind: RecordKind, _ other: Attribute<RecordID>, _ assessment: Assessment, _ party: RecordID?
  ) -> [RecordID] {
    guard let party else { return assessment.ids(kind) }
    return assessment.ids(kind).filter {
      assessment.party(of: $0) == party || assessment[$0, other] == party
    }
  }

  /// Open ones before closed ones, then by grade.
  private static func weight(_ finding: RecordID, _ assessment: Assessment) -> Int {
    let grade = assessment[finding, Finding.grade].flatMap { FindingGrade.allCases.firstIndex(of: $0) } ?? 0
    return grade + (assessment.has(finding, Finding.closedOn) ? 0 : 10)
  }
}
