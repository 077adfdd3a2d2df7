/// What is decided to do about a risk (ISO/IEC 27005:2022; JIS practice says 低減・保有・回避・移転).
package enum Treatment: String, Choice {
  case modify
  case retain
  case avoid
  case share

  package var words: Words {
    switch self {
    case .modify: Words("modify", "低減（修正）")
    case .retain: Words("retain", "保有")
    case .avoid: Words("avoid", "回避")
    case .share: Words("share", "共有")
    }
  }
}

/// Who besides the owner is affected by a risk.
package enum Affected: String, Choice {
  case own
  case namedParty
  case sharedSpace
  case society
  case people
  case nation

  package var words: Words {
    switch self {
    case .own: Words("only the own organisation", "自組織のみ")
    case .namedParty: Words("a named party", "特定の組織")
    case .sharedSpace: Words("the shared space", "共有空間")
    case .society: Words("society", "社会")
    case .people: Words("people", "国民")
    case .nation: Words("the nation", "国家")
    }
  }
}

/// The effect of uncertainty on an objective (ISO 31000:2018, 3.1): source, event, loss, consequence, rating.
package enum Risk {
  package static let event = Attribute.text("event", "Event", "事象", required: ["R3"])
  package static let objective = Attribute.reference(
    "objective", "Objective", "目的", to: .objective, required: ["R2", "R3"], tokens: ["^"])
  package static let asset = Attribute.reference(
    "asset", "Asset", "資産", to: .asset, tokens: ["asset:", "資産:"])
  package static let sources = Attribute.list(
    "sources", "Risk source", "リスク源", required: ["R3"], tokens: ["src:", "源:"])
  package static let cause = Attribute.text("cause", "Cause", "原因", tokens: ["why:", "因:"])
  package static let loss = Attribute<[[String]]>.field(
    "loss", "Loss of C, I, A", "情報のCIAの喪失", .loss, required: ["R3"], tokens: ["cia:", "損失:"])
  package static let consequence = Attribute.text(
    "consequence", "Consequence", "結果", long: true, required: ["R3"], tokens: ["->", "→"])
  package static let likelihoodText = Attribute.text(
    "likelihoodText", "Likelihood in words", "起こりやすさの説明", long: true)

  package static let likelihood = Attribute<Int>.step(
    "likelihood", "Likelihood", "起こりやすさ", .likelihood, required: ["R3"], tokens: ["l:", "起:"])
  package static let consequenceStep = Attribute<Int>.step(
    "consequenceStep", "Consequence step", "結果の大きさ", .consequence, required: ["R3"], tokens: ["c:", "結:"])
  package static let criteria = Attribute.reference(
    "criteria", "Rated under", "適用したリスク基準", to: .riskCriteria, required: ["R1"])
  package static let justification = Attribute.text("justification", "Why this rating", "評価の根拠", long: true)
  package static let inherentLikelihood = Attribute<Int>.step(
    "inherentLikelihood", "Inherent likelihood", "固有の起こりやすさ", .likelihood)
  package static let inherentConsequenceStep = Attribute<Int>.step(
    "inherentConsequenceStep", "Inherent consequence step", "固有の結果の大きさ", .consequence)
  package static let inherentCriteria = Attribute.reference(
    "inherentCriteria", "Inherent rated under", "固有リスクに適用した基準", to: .riskCriteria)
  package static let inherentJustification = Attribute.text(
    "inherentJustification", "Why this inherent rating", "固有リスクの根拠", long: true)
  package static let residualLikelihood = Attribute<Int>.step(
    "residualLikelihood", "Residual likelihood", "残留の起こりやすさ", .likelihood, phase: .phase(.controls),
    required: ["C5"])
  package static let residualConsequenceStep = Attribute<Int>.step(
    "residualConsequenceStep", "Residual consequence step", "残留の結果の大きさ", .consequence,
    phase: .phase(.controls), required: ["C5"])
  package static let residualCriteria = Attribute.reference(
    "residualCriteria", "Residual rated under", "残留リスクに適用した基準", to: .riskCriteria, phase: .phase(.controls))
  package static let residualJustification = Attribute.text(
    "residualJustification", "Why this residual rating", "残留リスクの根拠", long: true, phase: .phase(.controls))

  package static let owner = Attribute.reference(
    "owner", "Risk owner", "リスク所有者", to: .person, phase: .running, required: ["R3"], tokens: ["own:", "担当:"])
  package static let affected = Attribute<ChoiceSet<Affected>>.choices(
    "affected", "Who else is affected", "影響を受ける者", required: ["R8"], tokens: ["aff:", "影響:"])
  package static let affectedParties = Attribute.references(
    "affectedParties", "Affected parties", "影響を受ける組織", to: .party, required: ["R7"])
  package static let acknowledged = Attribute.flag(
    "acknowledged", "Acknowledged", "認識済", phase: .running, perParty: true, required: ["R7"])

  package static let treatment = Attribute<ChoiceSet<Treatment>>.choices(
    "treatment", "Treatment", "リスク対応", required: ["R4"], tokens: ["!"])
  package static let treatmentRationale = Attribute.text(
    "treatmentRationale", "Rationale", "対応の理由", long: true)
  package static let actingParty = Attribute.reference(
    "actingParty", "Acting party", "対応する組織", to: .party, required: ["R9"],
    tokens: ["acts:", "担い手:"])
  package static let planActions = Attribute.text(
    "planActions", "Actions", "対応の内容", long: true, required: ["R9"], tokens: ["do:", "対応:"])
  package static let planResources = Attribute.text("planResources", "Resources", "必要な資源", required: ["R9"])
  package static let planDue = Attribute.day(
    "planDue", "Plan due", "対応の期限", required: ["R9"], tokens: ["due:", "期限:"])
  package static let planProgress = Attribute.text("planProgress", "Progress", "進捗", phase: .running)
  package static let planApprovedBy = Attribute.reference(
    "planApprovedBy", "Plan approved by", "対応計画の承認者", to: .person, phase: .running, required: ["R9"])
  package static let planApprovedOn = Attribute.day(
    "planApprovedOn", "Plan approved on", "対応計画の承認日", phase: .running)

  package static let acceptedBy = Attribute.reference(
    "acceptedBy", "Accepted by", "受容した者", to: .person, phase: .running, required: ["R5"])
  package static let acceptedOn = Attribute.day("acceptedOn", "Accepted on", "受容日", phase: .running)
  package static let acceptedUntil = Attribute.day(
    "acceptedUntil", "Accepted until", "受容の期限", phase: .running)
  package static let acceptedDigest = Attribute.kept(
    "acceptedDigest", "Accepted state", "受容時の状態")
  package static let residualAcceptedBy = Attribute.reference(
    "residualAcceptedBy", "Residual accepted by", "残留リスクを受容した者", to: .person, phase: .running,
    required: ["C5"])
  package static let residualAcceptedOn = Attribute.day(
    "residualAcceptedOn", "Residual accepted on", "残留リスクの受容日", phase: .running)
  package static let residualAcceptedUntil = Attribute.day(
    "residualAcceptedUntil", "Residual accepted until", "残留リスクの受容の期限", phase: .running)
  package static let residualAcceptedDigest = Attribute.kept(
    "residualAcceptedDigest", "Residual accepted state", "残留リスク受容時の状態")

  package static let description = KindDescription(
    .risk, "R", "Risk", "リスク", phase: .riskManagement,
    fields: [
      event.field, objective.field, asset.field, sources.field, cause.field, loss.field, consequence.field,
      likelihoodText.field, likelihood.field, consequenceStep.field, criteria.field, justification.field,
      owner.field, affected.field, affectedParties.field, acknowledged.field, treatment.field,
      treatmentRationale.field, actingParty.field, planActions.field, planResources.field, planDue.field,
      planProgress.field, planApprovedBy.field, planApprovedOn.field, inherentLikelihood.field,
      inherentConsequenceStep.field, inherentCriteria.field, inherentJustification.field,
      residualLikelihood.field, residualConsequenceStep.field, residualCriteria.field,
      residualJustification.field, acceptedBy.field, acceptedOn.field, acceptedUntil.field,
      acceptedDigest.field, residualAcceptedBy.field, residualAcceptedOn.field, residualAcceptedUntil.field,
      residualAcceptedDigest.field,
    ])
}
