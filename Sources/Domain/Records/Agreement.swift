/// What kind of understanding an agreement is.
package enum AgreementKind: String, Choice {
  case cloudService
  case rulesOfSharedUse
  case internalAgreement

  package var words: Words {
    switch self {
    case .cloudService: Words("Cloud service agreement", "クラウドサービス合意")
    case .rulesOfSharedUse: Words("Rules of shared use", "使用ルール")
    case .internalAgreement: Words("Internal", "内部の合意")
    }
  }
}

/// An agreement between parties; it holds services and commitments.
package enum Agreement {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let kind = Attribute<AgreementKind>.choice("kind", "Kind", "種類")
  /// Whom it binds beyond the customers and providers of its services.
  package static let parties = Attribute.references("parties", "Parties", "当事者", to: .party)
  package static let inForceFrom = Attribute.day("inForceFrom", "In force from", "発効日")
  package static let inForceTo = Attribute.day("inForceTo", "In force to", "終了日")
  package static let reviewDue = Attribute.day(
    "reviewDue", "Review due", "見直し期限", phase: .running, tokens: ["rev:"])

  package static let description = KindDescription(
    .agreement, "AG", "Agreement", "合意", phase: .agreement, ownership: .joint,
    fields: [
      title.field, kind.field, parties.field, inForceFrom.field, inForceTo.field, reviewDue.field,
    ])
}

/// One service of an agreement: who is customer and who provider, so that a provider can be another's customer.
package enum Service {
  package static let title = Attribute.text("title", "Service", "サービス")
  package static let agreement = Attribute.reference(
    "agreement", "Agreement", "合意", to: .agreement, tokens: ["^"])
  package static let customer = Attribute.reference("customer", "Customer (CSC)", "カスタマ（CSC）", to: .party)
  package static let provider = Attribute.reference("provider", "Provider (CSP)", "プロバイダ（CSP）", to: .party)

  package static let description = KindDescription(
    .service, "SV", "Service", "サービス", phase: .agreement, ownership: .joint,
    fields: [title.field, agreement.field, customer.field, provider.field])
}
