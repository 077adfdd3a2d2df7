/// What a party's management system covers (ISO/IEC 27001:2022, 4.3); in the cloud naming services and role.
package enum ScopeStatement {
  package static let text = Attribute.text("text", "Scope", "適用範囲", long: true, required: ["A6"])
  package static let services = Attribute.text("services", "Cloud services and role", "クラウドサービスと役割")

  package static let description = KindDescription(
    .scopeStatement, "SC", "Scope statement", "適用範囲", phase: .agreement, fields: [text.field, services.field])
}

/// Where an issue arises.
package enum IssueKind: String, Choice {
  case external
  case `internal`

  package var words: Words {
    switch self {
    case .external: Words("external", "外部")
    case .internal: Words("internal", "内部")
    }
  }
}

/// An external or internal issue (ISO/IEC 27001:2022, 4.1).
package enum Issue {
  package static let text = Attribute.text("text", "Issue", "課題", required: ["A6"])
  package static let kind = Attribute<IssueKind>.choice("kind", "Kind", "種類", tokens: ["kind:", "種類:"])

  package static let description = KindDescription(
    .issue, "IS", "Issue", "課題", phase: .agreement, fields: [text.field, kind.field])
}

/// Someone whose needs and expectations count (ISO/IEC 27001:2022, 4.2).
package enum InterestedParty {
  package static let name = Attribute.text("name", "Interested party", "利害関係者", required: ["A6"])
  package static let needs = Attribute.text(
    "needs", "Needs and requirements", "ニーズ及び要求事項", long: true, required: ["A6"], tokens: ["->", "→"])

  package static let description = KindDescription(
    .interestedParty, "IP", "Interested party", "利害関係者", phase: .agreement, fields: [name.field, needs.field])
}

/// How a party stands towards a clause of ISO/IEC 27001.
package enum Conformity: String, Choice {
  case conform
  case partly
  case nonconform
  case notAssessed

  package var words: Words {
    switch self {
    case .conform: Words("conforms", "適合")
    case .partly: Words("partly", "一部適合")
    case .nonconform: Words("does not conform", "不適合")
    case .notAssessed: Words("not assessed", "未確認")
    }
  }
}

/// A party's conformity to one clause of ISO/IEC 27001:2022 clauses 4 to 10.
package enum ClauseConformity {
  package static let clause = Attribute.text(
    "clause", "Clause", "箇条", phase: .running, required: ["M7"])
  package static let state = Attribute<Conformity>.choice(
    "state", "Conformity", "適合性", phase: .running, required: ["M7"])
  package static let note = Attribute.text("note", "Note", "備考", long: true, phase: .running)

  package static let description = KindDescription(
    .clauseConformity, "CC", "Clause conformity", "箇条への適合", phase: .agreement,
    fields: [clause.field, state.field, note.field], unique: [clause.key])
}
