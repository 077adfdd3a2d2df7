/// The tier of a document in the hierarchy of rules (規定体系), highest first.
package enum PolicyTier: String, Choice {
  case basicPolicy
  case topicPolicy
  case standard
  case procedure
  case form

  package var words: Words {
    switch self {
    case .basicPolicy: Words("Information security policy", "基本方針")
    case .topicPolicy: Words("Topic-specific policy", "トピック固有の方針")
    case .standard: Words("Standard", "対策基準")
    case .procedure: Words("Procedure", "実施手順")
    case .form: Words("Form", "様式")
    }
  }

  /// Where a column has no room for the whole word.
  package var shortWords: Words {
    switch self {
    case .basicPolicy: Words("policy", "基本")
    case .topicPolicy: Words("topic", "個別")
    case .standard: Words("standard", "基準")
    case .procedure: Words("procedure", "手順")
    case .form: Words("form", "様式")
    }
  }

  /// 0 for the highest tier.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Whether a document is in force.
package enum DocumentStatus: String, Choice {
  case draft
  case approved
  case retired

  package var words: Words {
    switch self {
    case .draft: Words("draft", "草案")
    case .approved: Words("approved", "承認済")
    case .retired: Words("retired", "廃止")
    }
  }
}

/// What a document is for.
package enum PolicyPurpose: String, Choice {
  case general
  case cloudUse
  case cloudProvision

  package var words: Words {
    switch self {
    case .general: Words("general", "一般")
    case .cloudUse: Words("use of cloud services", "クラウドサービスの利用")
    case .cloudProvision: Words("provision of cloud services", "クラウドサービスの提供")
    }
  }
}

/// A document of a party's hierarchy of policy and rules.
package enum PolicyDocument {
  package static let title = Attribute.text("title", "Title", "文書名")
  package static let tier = Attribute<PolicyTier>.choice("tier", "Tier", "階層", tokens: ["tier:", "階層:"])
  package static let parent = Attribute.reference(
    "parent", "Under", "上位文書", to: .policyDocument, required: ["P2"], tokens: ["^"])
  package static let purposes = Attribute<ChoiceSet<PolicyPurpose>>.choices(
    "purposes", "Purposes", "目的区分", required: ["P4"], tokens: ["for:", "区分:"])
  package static let owner = Attribute.reference(
    "owner", "Owner", "管理責任者", to: .person, phase: .running, required: ["P6"], tokens: ["own:", "担当:"])
  package static let approver = Attribute.reference(
    "approver", "Approver", "承認者", to: .person, phase: .running, tokens: ["by:", "承認:"])
  package static let version = Attribute.text("version", "Version", "版", tokens: ["v:", "版:"])
  package static let status = Attribute<DocumentStatus>.choice(
    "status", "Status", "状態", required: ["P6"], tokens: ["status:", "状態:"])
  package static let approvedOn = Attribute.day("approvedOn", "Approved on", "承認日", tokens: ["on:", "承認日:"])
  /// Digest of the record as it stood when it was approved; another digest now means: approved in an earlier form.
  package static let approvedDigest = Attribute.kept(
    "approvedDigest", "Approved state", "承認時の状態")
  /// The version that was approved: it stays in force while its revision is drafted. Written by the approval.
  package static let approvedVersion = Attribute.text(
    "approvedVersion", "Version in force", "有効な版", phase: .running)
  package static let reviewDue = Attribute.day(
    "reviewDue", "Review due", "見直し期限", phase: .running, required: ["P3"], tokens: ["rev:", "見直し:"])
  package static let answers = Attribute.references(
    "answers", "Answers commitments", "対応する合意事項", to: .commitment, required: ["P5"], tokens: ["ans:", "対応:"])
  package static let clauses = Attribute.list("clauses", "Answers clauses", "対応する箇条", tokens: ["at:", "箇条:"])

  package static let description = KindDescription(
    .policyDocument, "P", "Policy document", "方針文書", phase: .policy,
    fields: [
      title.field, tier.field, parent.field, purposes.field, owner.field, approver.field, version.field,
      status.field, approvedOn.field, reviewDue.field, answers.field, clauses.field, approvedDigest.field,
      approvedVersion.field,
    ], hierarchy: parent.field)
}
