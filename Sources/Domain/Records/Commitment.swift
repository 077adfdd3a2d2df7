/// What kind of clause a commitment is.
package enum CommitmentKind: String, Choice {
  case serviceScope
  case serviceLevel
  case responsibility
  case disclosure
  case law
  case regulation
  case internationalStandard
  case guideline
  case interestedPartyRequirement

  package var words: Words {
    switch self {
    case .serviceScope: Words("Scope of service", "サービスの範囲")
    case .serviceLevel: Words("Service level", "サービス水準")
    case .responsibility: Words("Responsibility", "役割及び責任")
    case .disclosure: Words("Disclosure duty", "監査情報の提供義務")
    case .law: Words("Law", "法律")
    case .regulation: Words("Regulation", "規則")
    case .internationalStandard: Words("International standard", "国際標準")
    case .guideline: Words("Guideline", "ガイドライン")
    case .interestedPartyRequirement: Words("Requirement of an interested party", "利害関係者の要求事項")
    }
  }

  /// A law or regulation is applicable or not; it is never disputed.
  package var isBinding: Bool { self == .law || self == .regulation }

  /// A standard or guideline is adopted, partly or not.
  package var isAdopted: Bool { self == .internationalStandard || self == .guideline }
}

/// What a clause is about (ISO/IEC 19086-1 and ISO/IEC 27017:2015 name these).
package enum CommitmentTopic: String, Choice {
  case roles, dataLocation, incidentNotification, changeNotice, backup, logs, vulnerabilities, encryption
  case assetReturn, subcontracting, auditInformation, informationSharing, availability, other

  package var words: Words {
    switch self {
    case .roles: Words("roles", "役割")
    case .dataLocation: Words("data location", "データの所在")
    case .incidentNotification: Words("incident notification", "インシデントの通知")
    case .changeNotice: Words("change notice", "変更の通知")
    case .backup: Words("backup and restore", "バックアップ及び復元")
    case .logs: Words("logs", "ログ")
    case .vulnerabilities: Words("vulnerabilities", "ぜい弱性")
    case .encryption: Words("encryption", "暗号化")
    case .assetReturn: Words("asset return and removal", "資産の返却及び除去")
    case .subcontracting: Words("subcontracting", "再委託")
    case .auditInformation: Words("audit information", "監査情報")
    case .informationSharing: Words("information sharing", "情報共有")
    case .availability: Words("availability", "可用性")
    case .other: Words("other", "その他")
    }
  }
}

/// How a bound party answers a clause.
package enum Answer: String, Choice, Codable {
  case proposed
  case accepted
  case acceptedWithReservation
  /// A standard or guideline that a party does not take up, with reason and due.
  case notAdopted
  case disputed
  case notApplicable

  package var words: Words {
    switch self {
    case .proposed: Words("proposed", "提案中")
    case .accepted: Words("accepted", "受諾")
    case .acceptedWithReservation: Words("accepted with reservation", "留保付き受諾")
    case .notAdopted: Words("not adopted", "採用せず")
    case .disputed: Words("disputed", "異議あり")
    case .notApplicable: Words("not applicable", "適用外")
    }
  }
}

/// Who does what of an activity (RACI).
package enum Responsibility: String, Choice {
  case accountable
  case responsible
  case consulted
  case informed

  package var words: Words {
    switch self {
    case .accountable: Words("accountable", "説明責任者")
    case .responsible: Words("responsible", "実行責任者")
    case .consulted: Words("consulted", "協業先")
    case .informed: Words("informed", "報告先")
    }
  }

  /// The letter of the responsibility table.
  package var letter: String { rawValue.prefix(1).uppercased() }
}

/// How a measured value is held against its target; equality achieves.
package enum Comparison: String, Choice {
  case atMost
  case atLeast
  case within
  case done

  package var words: Words {
    switch self {
    case .atMost: Words("at most", "以下")
    case .atLeast: Words("at least", "以上")
    case .within: Words("within", "範囲内")
    case .done: Words("done or not", "達成/未達成")
    }
  }
}

/// A clause that parties answer: of an agreement, a rule of the shared space, or a requirement.
package enum Commitment {
  package static let text = Attribute.text("text", "Text", "本文", long: true, required: ["A2"])
  package static let kind = Attribute<CommitmentKind>.choice("kind", "Kind", "種類", tokens: ["kind:", "種類:"])
  package static let topic = Attribute<CommitmentTopic>.choice(
    "topic", "Topic", "主題", tokens: ["topic:", "主題:"])
  package static let agreement = Attribute.reference(
    "agreement", "Agreement", "合意", to: .agreement, tokens: ["^"])
  package static let issuer = Attribute.text("issuer", "Issuer", "発行者", tokens: ["issuer:", "発行:"])
  package static let edition = Attribute.text("edition", "Edition", "版")
  package static let inForceTo = Attribute.day("inForceTo", "Ends on", "終了日")
  /// Whom it binds; empty means all parties of its agreement.
  package static let parties = Attribute.references("parties", "Binds", "拘束される当事者", to: .party)

  package static let answer = Attribute<Answer>.choice(
    "answer", "Answer", "回答", perParty: true, required: ["A2"])
  package static let answerReason = Attribute.text("answerReason", "Reason", "理由", perParty: true)
  package static let answerDue = Attribute.day("answerDue", "Reservation until", "留保の期限", perParty: true)
  package static let answeredOn = Attribute.day("answeredOn", "Answered on", "回答日", perParty: true)
  /// For a documentary party: where its answer stands.
  package static let answerSource = Attribute.text(
    "answerSource", "Document and place", "文書と箇所", perParty: true)

  /// Clauses of other agreements, mostly with sub-providers, without which this one cannot be kept: so a promise
  /// passes down the line of parties. Running, so that they can be added to a clause that is agreed.
  package static let restsOn = Attribute.references(
    "restsOn", "Rests on", "支える合意事項", to: .commitment, phase: .running, tokens: ["rests:", "支え:"],
    hint: Words("clauses with sub-providers that pass this on", "再委託先などとの、この約束を支える合意事項"))

  package static let metric = Attribute.text(
    "metric", "Metric", "測定項目", required: ["A3"], tokens: ["metric:", "測定:"])
  package static let comparison = Attribute<Comparison>.choice(
    "comparison", "Comparison", "比較", required: ["A3"], tokens: ["cmp:", "比較:"])
  package static let target = Attribute<String>.field(
    "target", "Target", "目標値", .target, required: ["A3"], tokens: ["target:", "目標:"])
  package static let unit = Attribute.text("unit", "Unit", "単位", required: ["A3"], tokens: ["unit:", "単位:"])
  package static let method = Attribute.text(
    "method", "How measured", "測定方法", required: ["A3"], tokens: ["how:", "方法:"])
  package static let period = Attribute<Period>.choice(
    "period", "Period", "期間", required: ["A3"], tokens: ["per:", "期間:"])

  package static let activity = Attribute.text("activity", "Activity", "活動")
  package static let responsibility = Attribute<Responsibility>.choice(
    "responsibility", "Responsibility", "責任", perParty: true, required: ["A4"])
  package static let discloser = Attribute.reference("discloser", "Given by", "提供者", to: .party)
  package static let receiver = Attribute.reference("receiver", "Given to", "受領者", to: .party)
  package static let frequency = Attribute<Period>.choice("frequency", "How often", "頻度")
  package static let timeLimit = Attribute.text("timeLimit", "Time limit", "期限")

  /// What parties agree to when they accept a clause: once one of these changes, the others are asked again.
  package static let terms: Set<FieldKey> = [
    text.key, kind.key, inForceTo.key, metric.key, comparison.key, target.key, unit.key, method.key,
    period.key, activity.key, responsibility.key, discloser.key, receiver.key, frequency.key, timeLimit.key,
  ]

  /// The kind of clause of which a rule asks; of the others it asks nothing.
  package static let kindAsked: [String: CommitmentKind] = ["A3": .serviceLevel, "A4": .responsibility]

  package static let description = KindDescription(
    .commitment, "A", "Commitment", "合意事項", phase: .agreement, ownership: .joint,
    fields: [
      text.field, kind.field, topic.field, agreement.field, issuer.field, edition.field, inForceTo.field,
      parties.field, metric.field, comparison.field, target.field, unit.field, method.field, period.field,
      activity.field, discloser.field, receiver.field, frequency.field, timeLimit.field, restsOn.field,
      responsibility.field, answer.field, answerReason.field, answerDue.field, answeredOn.field,
      answerSource.field,
    ])
}

/// How often something is measured or given.
package enum Period: String, Choice {
  case month
  case quarter
  case halfYear
  case year

  package var words: Words {
    switch self {
    case .month: Words("month", "月")
    case .quarter: Words("quarter", "四半期")
    case .halfYear: Words("half-year", "半期")
    case .year: Words("year", "年")
    }
  }

  /// Months in one period.
  package var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}
