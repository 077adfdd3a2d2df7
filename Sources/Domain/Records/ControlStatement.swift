/// Whether a control applies.
package enum Applicability: String, Choice {
  case applicable
  case excluded

  package var words: Words {
    switch self {
    case .applicable: Words("applicable", "適用")
    case .excluded: Words("excluded", "除外")
    }
  }
}

/// Why a control is included (ISO/IEC 27001:2022, 6.1.3 d asks for it).
package enum InclusionReason: String, Choice {
  case riskTreatment
  case law
  case contract
  case business
  case goodPractice

  package var words: Words {
    switch self {
    case .riskTreatment: Words("risk treatment", "リスク対応")
    case .law: Words("law", "法令")
    case .contract: Words("contract", "契約")
    case .business: Words("business requirement", "事業上の要求")
    case .goodPractice: Words("good practice", "優良な慣行")
    }
  }
}

/// Who runs a control, seen from the stating party.
package enum ControlResponsibility: String, Choice {
  case own
  case other
  case shared

  package var words: Words {
    switch self {
    case .own: Words("own", "自組織")
    case .other: Words("other party", "他組織")
    case .shared: Words("shared", "共有")
    }
  }
}

/// How far a control has come.
package enum ControlStatus: String, Choice {
  case notStarted
  case planned
  case inProgress
  case implemented

  package var words: Words {
    switch self {
    case .notStarted: Words("not started", "未着手")
    case .planned: Words("planned", "計画")
    case .inProgress: Words("in progress", "実施中")
    case .implemented: Words("implemented", "実施")
    }
  }
}

/// One line of a party's statement of applicability (適用宣言書): a catalogue's control and what the party says of it.
package enum ControlStatement {
  /// The control's number in its catalogue: `12.3.1`, `CLD.6.3.1`.
  package static let control = Attribute.text("control", "Control", "管理策", tokens: ["+"])
  package static let catalogue = Attribute.text("catalogue", "Catalogue", "カタログ")
  package static let applicability = Attribute<Applicability>.choice(
    "applicability", "Applicability", "適用", required: ["C2"], tokens: ["app:", "適用:"])
  package static let inclusionReasons = Attribute<ChoiceSet<InclusionReason>>.choices(
    "inclusionReasons", "Reason for inclusion", "適用の理由", required: ["C2"], tokens: ["because:", "理由:"])
  package static let inclusionNote = Attribute.text("inclusionNote", "Note on inclusion", "適用理由の説明")
  package static let exclusionReason = Attribute.text(
    "exclusionReason", "Reason for exclusion", "除外の理由", required: ["C2"])
  package static let responsibility = Attribute<ControlResponsibility>.choice(
    "responsibility", "Responsibility", "責任", tokens: ["resp:", "責任:"])
  package static let counterpart = Attribute.reference("counterpart", "With whom", "相手の組織", to: .party)
  package static let provided = Attribute.text(
    "provided", "What the provider provides", "プロバイダが提供するもの", long: true)
  package static let asked = Attribute.text(
    "asked", "What is asked of the customer", "カスタマに求めるもの", long: true)
  package static let status = Attribute<ControlStatus>.choice(
    "status", "Status", "状況", phase: .running, required: ["C3"], tokens: ["status:", "状況:"])
  package static let owner = Attribute.reference(
    "owner", "Owner", "責任者", to: .person, phase: .running, required: ["C3"], tokens: ["own:", "担当:"])
  package static let due = Attribute.day("due", "Due", "期限", phase: .running, tokens: ["due:", "期限:"])
  package static let risks = Attribute.references(
    "risks", "Risks treated", "対応するリスク", to: .risk, required: ["C1", "C7"], tokens: ["^"])
  package static let commitments = Attribute.references(
    "commitments", "Discharges commitments", "履行する合意事項", to: .commitment)
  package static let implementation = Attribute.text(
    "implementation", "How it is done", "実施内容", long: true, phase: .running)
  package static let verificationDue = Attribute.day(
    "verificationDue", "Verification due", "有効性確認の期限", phase: .running, required: ["M2"])
  package static let verifiedOn = Attribute.day(
    "verifiedOn", "Verified on", "有効性確認日", phase: .running, required: ["M2"])
  package static let verifiedBy = Attribute.reference(
    "verifiedBy", "Verified by", "有効性の確認者", to: .person, phase: .running)

  package static let description = KindDescription(
    .controlStatement, "C", "Control statement", "適用宣言", phase: .controls,
    fields: [
      control.field, catalogue.field, applicability.field, inclusionReasons.field, inclusionNote.field,
      exclusionReason.field, responsibility.field, counterpart.field, provided.field, asked.field,
      status.field, owner.field, due.field, risks.field, commitments.field, implementation.field,
      verificationDue.field, verifiedOn.field, verifiedBy.field,
    ], unique: [control.key, catalogue.key])
}

/// What shows that a control is in place.
package enum Evidence {
  package static let title = Attribute.text("title", "Title", "名称", phase: .running)
  package static let control = Attribute.reference(
    "control", "Control", "管理策", to: .controlStatement, phase: .running, required: ["C3"], tokens: ["^"])
  package static let place = Attribute.text("place", "Where", "所在", phase: .running, tokens: ["at:", "所在:"])
  package static let date = Attribute.day("date", "Date", "日付", phase: .running, tokens: ["on:", "日付:"])
  /// SHA-256 of the file, if it is local.
  package static let digest = Attribute.text("digest", "SHA-256", "SHA-256", phase: .running)

  package static let description = KindDescription(
    .evidence, "E", "Evidence", "証拠", phase: .controls,
    fields: [title.field, control.field, place.field, date.field, digest.field])
}
