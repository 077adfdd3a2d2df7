/// One measured value of an objective or a service level.
package enum Reading {
  package static let objective = Attribute.reference(
    "objective", "Objective", "目的", to: .objective, phase: .running, required: ["M1"], tokens: ["^"])
  package static let serviceLevel = Attribute.reference(
    "serviceLevel", "Service level", "サービス水準", to: .commitment, phase: .running, required: ["M8"],
    tokens: ["sla:"])
  package static let date = Attribute.day("date", "Date", "日付", phase: .running, tokens: ["on:", "日付:"])
  package static let value = Attribute.number("value", "Value", "値", phase: .running, tokens: ["=", "値:"])
  package static let note = Attribute.text("note", "Note", "備考", phase: .running)
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)

  package static let description = KindDescription(
    .reading, "M", "Reading", "測定値", phase: .evaluation,
    fields: [note.field, objective.field, serviceLevel.field, date.field, value.field, cycle.field])
}

/// Who audits whom.
package enum AuditKind: String, Choice {
  case `internal`
  case secondParty
  case certification

  package var words: Words {
    switch self {
    case .internal: Words("internal audit", "内部監査")
    case .secondParty: Words("second-party audit", "第二者監査")
    case .certification: Words("certification audit", "認証審査")
    }
  }
}

/// An audit (ISO/IEC 27001:2022, 9.2; ISO 19011:2018).
package enum Audit {
  package static let title = Attribute.text("title", "Title", "名称", phase: .running)
  package static let kind = Attribute<AuditKind>.choice(
    "kind", "Kind", "種類", phase: .running, required: ["M3"], tokens: ["kind:", "種類:"])
  package static let stage = Attribute.text("stage", "Stage", "段階", phase: .running)
  package static let auditee = Attribute.reference("auditee", "Auditee", "被監査者", to: .party, phase: .running)
  package static let criteria = Attribute.text("criteria", "Criteria", "監査基準", phase: .running)
  package static let scope = Attribute.text("scope", "Scope", "監査範囲", phase: .running)
  package static let auditor = Attribute.reference(
    "auditor", "Auditor", "監査員", to: .person, phase: .running, required: ["M9"], tokens: ["by:", "監査員:"])
  package static let from = Attribute.day(
    "from", "From", "開始日", phase: .running, required: ["M3"], tokens: ["on:", "日付:"])
  package static let until = Attribute.day("until", "Until", "終了日", phase: .running)
  package static let sample = Attribute.text("sample", "Sample", "サンプル", long: true, phase: .running)
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)

  package static let description = KindDescription(
    .audit, "AU", "Audit", "監査", phase: .evaluation,
    fields: [
      title.field, kind.field, stage.field, auditee.field, criteria.field, scope.field, auditor.field,
      from.field, until.field, sample.field, cycle.field,
    ])
}

/// Where a finding came from.
package enum FindingSource: String, Choice {
  case audit, incident, measurement, disclosureReview, complaint

  package var words: Words {
    switch self {
    case .audit: Words("audit", "監査")
    case .incident: Words("incident", "インシデント")
    case .measurement: Words("measurement", "測定")
    case .disclosureReview: Words("review of a disclosure", "監査情報の確認")
    case .complaint: Words("complaint", "苦情")
    }
  }
}

/// The grade of a finding.
package enum FindingGrade: String, Choice {
  case conformity
  case observation
  case opportunityForImprovement
  case minorNonconformity
  case majorNonconformity

  package var words: Words {
    switch self {
    case .conformity: Words("conformity", "適合")
    case .observation: Words("observation", "観察事項")
    case .opportunityForImprovement: Words("opportunity for improvement", "改善の機会")
    case .minorNonconformity: Words("minor nonconformity", "軽微な不適合")
    case .majorNonconformity: Words("major nonconformity", "重大な不適合")
    }
  }

  package var isNonconformity: Bool { self == .minorNonconformity || self == .majorNonconformity }
}

/// What an audit, an incident, a measurement or a review brought to light.
package enum Finding {
  package static let text = Attribute.text("text", "Finding", "所見", long: true, phase: .running)
  package static let source = Attribute<FindingSource>.choice(
    "source", "Source", "出所", phase: .running, tokens: ["source:", "出所:"])
  package static let grade = Attribute<FindingGrade>.choice(
    "grade", "Grade", "区分", phase: .running, required: ["M4"], tokens: ["grade:", "区分:"])
  package static let at = Attribute.text(
    "at", "Clause or control", "箇条又は管理策", phase: .running, tokens: ["at:", "箇条:"])
  package static let record = Attribute<RecordID>.field(
    "record", "About", "対象", .reference(RecordKind.allCases), phase: .running, tokens: ["^"])
  package static let audit = Attribute.reference("audit", "Audit", "監査", to: .audit, phase: .running)
  /// Where on an auditor's walk it was raised.
  package static let stop = Attribute.reference(
    "stop", "Raised at", "検出した巡回先", to: .walkStop, phase: .running)
  package static let evidence = Attribute.text("evidence", "Evidence", "監査証拠", long: true, phase: .running)
  package static let addressedTo = Attribute.reference(
    "addressedTo", "Addressed to", "宛先", to: .party, phase: .running)
  package static let foundOn = Attribute.day(
    "foundOn", "Found on", "検出日", phase: .running, tokens: ["on:", "日付:"])
  package static let closedOn = Attribute.day("closedOn", "Closed on", "完了日", phase: .running)
  /// The cycle it was found in; nil for the one its day lies in.
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)

  package static let description = KindDescription(
    .finding, "F", "Finding", "所見", phase: .evaluation,
    fields: [
      text.field, grade.field, source.field, at.field, record.field, audit.field, stop.field, evidence.field,
      addressedTo.field, foundOn.field, closedOn.field, cycle.field,
    ])
}

/// Whether a corrective action worked.
package enum Effectiveness: String, Choice {
  case effective
  case ineffective

  package var words: Words {
    switch self {
    case .effective: Words("effective", "有効")
    case .ineffective: Words("not effective", "有効でない")
    }
  }
}

/// What is done about a nonconformity (ISO/IEC 27001:2022, 10.2).
package enum CorrectiveAction {
  package static let action = Attribute.text(
    "action", "Corrective action", "是正処置", long: true, phase: .running)
  package static let finding = Attribute.reference(
    "finding", "Finding", "所見", to: .finding, phase: .running, required: ["M4"], tokens: ["^"])
  package static let correction = Attribute.text(
    "correction", "Correction", "修正", long: true, phase: .running, tokens: ["fix:", "修正:"])
  package static let cause = Attribute.text(
    "cause", "Cause", "原因", long: true, phase: .running, tokens: ["why:", "因:"])
  package static let similar = Attribute.text("similar", "Similar cases", "類似の不適合", phase: .running)
  package static let owner = Attribute.reference(
    "owner", "Owner", "責任者", to: .person, phase: .running, required: ["M4"], tokens: ["own:", "担当:"])
  package static let due = Attribute.day(
    "due", "Due", "期限", phase: .running, required: ["M4"], tokens: ["due:", "期限:"])
  package static let doneOn = Attribute.day("doneOn", "Done on", "実施日", phase: .running)
  package static let reviewedBy = Attribute.reference(
    "reviewedBy", "Effectiveness reviewed by", "有効性の確認者", to: .person, phase: .running)
  package static let reviewedOn = Attribute.day("reviewedOn", "Reviewed on", "有効性の確認日", phase: .running)
  package static let effectiveness = Attribute<Effectiveness>.choice(
    "effectiveness", "Effectiveness", "有効性", phase: .running, required: ["M4"])
  /// What the verdict on its effectiveness rests on.
  package static let reviewNote = Attribute.text(
    "reviewNote", "What the review found", "確認の結果", long: true, phase: .running)

  package static let description = KindDescription(
    .correctiveAction, "CA", "Corrective action", "是正処置", phase: .evaluation,
    fields: [
      action.field, finding.field, correction.field, cause.field, similar.field, owner.field, due.field,
      doneOn.field, reviewedBy.field, reviewedOn.field, effectiveness.field, reviewNote.field,
    ])
}

/// How far audit information can be relied on.
package enum Assurance: String, Choice {
  case ownStatement, internalAudit, independentThirdParty, certificate

  package var words: Words {
    switch self {
    case .ownStatement: Words("own statement", "自己宣言")
    case .internalAudit: Words("internal audit", "内部監査")
    case .independentThirdParty: Words("independent third party", "独立した第三者")
    case .certificate: Words("certificate", "認証")
    }
  }
}

/// Audit information that one party gave another (監査情報の提供), and the receiver's review of it.
package enum Disclosure {
  package static let title = Attribute.text("title", "Title", "名称", phase: .running)
  package static let to = Attribute.reference(
    "to", "Given to", "提供先", to: .party, phase: .running, required: ["M5"])
  package static let assurance = Attribute<Assurance>.choice(
    "assurance", "Assurance", "保証の種類", phase: .running, tokens: ["assurance:", "保証:"])
  package static let services = Attribute.text("services", "Services covered", "対象サービス", phase: .running)
  package static let periodFrom = Attribute.day("periodFrom", "Period from", "対象期間の始まり", phase: .running)
  package static let periodTo = Attribute.day("periodTo", "Period to", "対象期間の終わり", phase: .running)
  package static let exceptions = Attribute.text(
    "exceptions", "Exceptions", "例外事項", long: true, phase: .running)
  package static let issuedOn = Attribute.day(
    "issuedOn", "Issued on", "発行日", phase: .running, tokens: ["on:", "日付:"])
  package static let validUntil = Attribute.day(
    "validUntil", "Valid until", "有効期限", phase: .running, required: ["M5"], tokens: ["until:", "期限:"])
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)
  package static let commitments = Attribute.references(
    "commitments", "Supports commitments", "裏付ける合意事項", to: .commitment, phase: .running, required: ["M5"],
    tokens: ["^"])
  package static let controls = Attribute.references(
    "controls", "Supports controls", "裏付ける管理策", to: .controlStatement, phase: .running,
    required: ["C4", "M5"])
  package static let reviewedBy = Attribute.text("reviewedBy", "Reviewed by", "確認者", phase: .running)
  package static let reviewedOn = Attribute.day("reviewedOn", "Reviewed on", "確認日", phase: .running)
  package static let sufficient = Attribute.flag(
    "sufficient", "Sufficient", "十分か", phase: .running, required: ["M5"])
  /// What the receiver found missing, or why it is enough.
  package static let reviewNote = Attribute.text(
    "reviewNote", "What the review found", "確認の結果", long: true, phase: .running)

  package static let description = KindDescription(
    .disclosure, "D", "Disclosure", "監査情報の提供", phase: .evaluation,
    fields: [
      title.field, to.field, assurance.field, services.field, periodFrom.field, periodTo.field,
      exceptions.field, issuedOn.field, validUntil.field, cycle.field, commitments.field, controls.field,
      reviewedBy.field, reviewedOn.field, sufficient.field, reviewNote.field,
    ])
}

/// Top management's review of the management system (ISO/IEC 27001:2022, 9.3).
package enum ManagementReview {
  package static let title = Attribute.text("title", "Title", "名称", phase: .running)
  package static let date = Attribute.day(
    "date", "Date", "実施日", phase: .running, required: ["M6"], tokens: ["on:", "日付:"])
  package static let present = Attribute.references(
    "present", "Present", "出席者", to: .person, phase: .running, required: ["M6"])
  package static let inputs = Attribute.text("inputs", "Inputs", "インプット", long: true, phase: .running)
  package static let decisions = Attribute.text(
    "decisions", "Decisions", "アウトプット（決定事項）", long: true, phase: .running)
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)

  package static let description = KindDescription(
    .managementReview, "MR", "Management review", "マネジメントレビュー", phase: .evaluation,
    fields: [title.field, date.field, present.field, inputs.field, decisions.field, cycle.field])
}

/// Leave of top management to pass a gate rule for one record until a day (例外承認).
package enum Waiver {
  package static let reason = Attribute.text("reason", "Reason", "理由", long: true)
  /// The id of the gate rule.
  package static let rule = Attribute.text("rule", "Rule", "規則")
  package static let record = Attribute<RecordID>.field(
    "record", "Record", "対象", .reference(RecordKind.allCases))
  package static let approvedBy = Attribute.text(
    "approvedBy", "Approved by", "承認者", tokens: ["by:", "承認:"])
  package static let until = Attribute.day("until", "Until", "期限")

  package static let description = KindDescription(
    .waiver, "W", "Waiver", "例外承認", phase: nil, ownership: .either,
    fields: [reason.field, rule.field, record.field, approvedBy.field, until.field])
}
