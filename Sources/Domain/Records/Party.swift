/// The role in which a party takes part (ISO/IEC 17788 for cloud roles).
package enum PartyRole: String, Choice {
  case standalone
  case cloudServiceCustomer
  case cloudServiceProvider
  case cyberspaceUser
  case cyberspaceOperator
  case coordinator

  package var words: Words {
    switch self {
    case .standalone: Words("Organisation", "組織")
    case .cloudServiceCustomer: Words("Cloud service customer", "クラウドサービスカスタマ")
    case .cloudServiceProvider: Words("Cloud service provider", "クラウドサービスプロバイダ")
    case .cyberspaceUser: Words("User of the shared space", "サイバー空間の使用組織")
    case .cyberspaceOperator: Words("Operator of the shared space", "サイバー空間の運用組織")
    case .coordinator: Words("Coordinating body", "調整機関")
    }
  }

  /// The party key of the `number`th party (from 1) of this role; all who share a space count together.
  package func key(_ number: Int) -> String {
    switch self {
    case .standalone: "org"
    case .cloudServiceCustomer: number == 1 ? "csc" : "csc\(number)"
    case .cloudServiceProvider: number == 1 ? "csp" : "csp\(number)"
    case .cyberspaceUser, .cyberspaceOperator, .coordinator: "org-\(number)"
    }
  }

  /// The roles that occur in a scope.
  package static func roles(in scope: Scope) -> [PartyRole] {
    switch scope {
    case .singleOrganization: [.standalone]
    case .cloud: [.cloudServiceCustomer, .cloudServiceProvider]
    case .cyberspace: [.cyberspaceUser, .cyberspaceOperator, .coordinator]
    }
  }

  /// The short form before a party's name; nil where the name alone says enough.
  package var short: String? {
    switch self {
    case .cloudServiceCustomer: "CSC"
    case .cloudServiceProvider: "CSP"
    case .standalone, .cyberspaceUser, .cyberspaceOperator, .coordinator: nil
    }
  }
}

/// How a party is in the room.
package enum Participation: String, Choice {
  case present
  case represented
  /// Never comes; others record its answers from its documents. Has no phases.
  case documentary

  package var words: Words {
    switch self {
    case .present: Words("present", "参加")
    case .represented: Words("represented", "代理")
    case .documentary: Words("by documents", "文書による")
    }
  }
}

/// An organisation that takes part in the assessment.
package enum Party {
  package static let name = Attribute.text("name", "Name", "名称")
  /// Short and lasting: `csc`, `csp2`, `org-1`.
  package static let partyKey = Attribute.text("key", "Key", "略号")
  package static let role = Attribute<PartyRole>.choice("role", "Role", "役割")
  package static let participation = Attribute<Participation>.choice(
    "participation", "Participation", "参加形態", phase: .running)
  package static let representedBy = Attribute.text("representedBy", "Represented by", "代理人", phase: .running)
  package static let mandate = Attribute.text("mandate", "Mandate", "委任の根拠", phase: .running)
  package static let topManagement = Attribute.reference(
    "topManagement", "Top management", "トップマネジメント", to: .person, phase: .running, required: ["A1"],
    hint: Words("the person or body that directs and controls the organisation", "最高位で組織を指揮し、管理する個人又は人々の集まり"))
  package static let ciso = Attribute.reference("ciso", "CISO", "CISO", to: .person, phase: .running)
  /// Control catalogues this party's statement of applicability runs over.
  package static let catalogues = Attribute.list(
    "catalogues", "Control catalogues", "管理策カタログ", phase: .phase(.controls))
  package static let certificationStandard = Attribute.text(
    "certificationStandard", "Certified to", "認証規格", phase: .running)
  package static let registrar = Attribute.text("registrar", "Certification body", "認証機関", phase: .running)
  package static let accreditationBody = Attribute.text(
    "accreditationBody", "Accreditation body", "認定機関", phase: .running)
  package static let certificateNumber = Attribute.text(
    "certificateNumber", "Certificate number", "登録番号", phase: .running)
  package static let certificationScope = Attribute.text(
    "certificationScope", "Certified scope", "登録範囲", phase: .running)
  package static let certifiedUntil = Attribute.day("certifiedUntil", "Valid until", "有効期限", phase: .running)
  /// The day it left; nil while it takes part.
  package static let leftOn = Attribute.day("leftOn", "Left on", "離脱日", phase: .running)
  package static let leaveReason = Attribute.text(
    "leaveReason", "Reason for leaving", "離脱の理由", phase: .running)
  package static let climateDecision = Attribute<ClimateDecision>.choice(
    "climateDecision", "Climate change", "気候変動", phase: .phase(.agreement), required: ["A6"],
    hint: Words(
      "ISO/IEC 27001 Amd 1:2024: is climate change a relevant issue?", "27001 追補1:2024: 気候変動は関連する課題か"))

  package static let description = KindDescription(
    .party, "PT", "Party", "組織", phase: nil, ownership: .joint,
    fields: [
      name.field, partyKey.field, role.field, participation.field, representedBy.field, mandate.field,
      topManagement.field, ciso.field, climateDecision.field, catalogues.field, certificationStandard.field,
      registrar.field, accreditationBody.field, certificateNumber.field, certificationScope.field,
      certifiedUntil.field, leftOn.field, leaveReason.field,
    ])
}

/// Whether climate change was found to be a relevant issue (ISO/IEC 27001:2022/Amd 1:2024, 4.1).
package enum ClimateDecision: String, Choice {
  case relevant
  case notRelevant

  package var words: Words {
    switch self {
    case .relevant: Words("relevant issue", "関連する課題である")
    case .notRelevant: Words("not a relevant issue", "関連する課題ではない")
    }
  }
}

/// Leave to agree phases in a party's name.
package enum Delegation {
  package static let to = Attribute.reference("to", "Delegate", "受任者", to: .person)
  package static let phases = Attribute.list(
    "phases", "Phases", "局面", hint: Words("numbers 1 to 6", "1〜6 の番号"))
  package static let from = Attribute.day("from", "From", "開始日")
  package static let until = Attribute.day("until", "Until", "終了日", tokens: ["until:"])
  package static let document = Attribute.text("document", "Document", "文書")

  package static let description = KindDescription(
    .delegation, "DG", "Delegation", "権限委譲", phase: nil,
    fields: [to.field, phases.field, from.field, until.field, document.field], title: document.field)
}
