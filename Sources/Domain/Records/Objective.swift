/// How high in the organisation an objective stands.
package enum ObjectiveLevel: String, Choice {
  case organization
  case department
  case unit

  package var words: Words {
    switch self {
    case .organization: Words("organisation", "組織全体")
    case .department: Words("department", "部門")
    case .unit: Words("unit", "課・チーム")
    }
  }
}

/// Which way a measure should go.
package enum Direction: String, Choice {
  case decrease
  case increase
  case maintain

  package var words: Words {
    switch self {
    case .decrease: Words("decrease", "減少")
    case .increase: Words("increase", "増加")
    case .maintain: Words("maintain", "維持")
    }
  }
}

/// How a period's readings become one value.
package enum Aggregation: String, Choice {
  case last, sum, mean, min, max, median

  package var words: Words {
    switch self {
    case .last: Words("last", "最新値")
    case .sum: Words("sum", "合計")
    case .mean: Words("mean", "平均")
    case .min: Words("minimum", "最小")
    case .max: Words("maximum", "最大")
    case .median: Words("median", "中央値")
    }
  }
}

/// Whom an objective protects: the talk's "safe for whom".
package enum Protected: String, Choice {
  case sharedSpace, society, people, organization, nation

  package var words: Words {
    switch self {
    case .sharedSpace: Words("shared space", "共有空間")
    case .society: Words("society", "社会")
    case .people: Words("people", "国民")
    case .organization: Words("organisation", "組織")
    case .nation: Words("nation", "国家")
    }
  }
}

/// An information security objective (ISO/IEC 27001:2022, 6.2): the origin (原点) of all measures.
package enum Objective {
  package static let statement = Attribute.text("statement", "Objective", "目的")
  package static let level = Attribute<ObjectiveLevel>.choice(
    "level", "Level", "階層", required: ["O1", "O3"], tokens: ["level:", "階層:"])
  package static let unit = Attribute.reference(
    "unit", "Unit", "部門", to: .organizationalUnit, phase: .running, required: ["O4"],
    tokens: ["dept:", "部門:"])
  package static let parent = Attribute.reference(
    "parent", "Under", "上位の目的", to: .objective, required: ["O3"], tokens: ["^"])
  package static let policy = Attribute.reference(
    "policy", "Serves policy", "対応する方針", to: .policyDocument, required: ["O1"], tokens: ["pol:", "方針:"])
  package static let owner = Attribute.reference(
    "owner", "Owner", "責任者", to: .person, phase: .running, required: ["O2"], tokens: ["own:", "担当:"])
  package static let measure = Attribute.text(
    "measure", "Measure", "測定量", required: ["O2"], tokens: ["measure:", "測定:"])
  package static let measureUnit = Attribute.text(
    "measureUnit", "Unit of measure", "単位", tokens: ["unit:", "単位:"])
  package static let method = Attribute.text("method", "Method", "測定方法", tokens: ["how:", "方法:"])
  package static let frequency = Attribute<Period>.choice(
    "frequency", "Frequency", "頻度", tokens: ["per:", "頻度:"])
  package static let measuredBy = Attribute.reference(
    "measuredBy", "Measured by", "測定者", to: .person, phase: .running)
  package static let evaluatedBy = Attribute.reference(
    "evaluatedBy", "Evaluated by", "評価者", to: .person, phase: .running)
  package static let baseline = Attribute.number(
    "baseline", "Baseline", "基準値", required: ["O2"], tokens: ["base:", "基準:"])
  package static let target = Attribute<String>.field(
    "target", "Target", "目標値", .target, required: ["O2"], tokens: ["target:", "目標:"],
    hint: Words("a number, or 50% of the last period, or -30%", "数値、又は前期比 50%、-30%"))
  package static let interimTarget = Attribute<String>.field(
    "interimTarget", "Interim target", "当面の目標値", .target, tokens: ["interim:", "当面:"])
  package static let direction = Attribute<Direction>.choice(
    "direction", "Direction", "方向", tokens: ["dir:", "方向:"])
  package static let comparison = Attribute<Comparison>.choice(
    "comparison", "Comparison", "比較", required: ["O2"], tokens: ["cmp:", "比較:"])
  package static let aggregation = Attribute<Aggregation>.choice(
    "aggregation", "Over the period", "期間の集計", tokens: ["agg:", "集計:"])
  package static let notMeasurableReason = Attribute.text(
    "notMeasurableReason", "Why not measurable", "測定できない理由")
  package static let planAction = Attribute.text(
    "planAction", "What is done", "実施事項", long: true, required: ["O7"])
  package static let planResources = Attribute.text("planResources", "Resources", "必要な資源", required: ["O7"])
  package static let planEvaluation = Attribute.text(
    "planEvaluation", "How results are evaluated", "結果の評価方法", required: ["O7"])
  package static let due = Attribute.day("due", "Due", "達成期限", required: ["O2"], tokens: ["due:", "期限:"])
  package static let dependsOn = Attribute.references(
    "dependsOn", "Depends on clauses", "依存する合意事項", to: .commitment, required: ["O5"], tokens: ["dep:", "依存:"])
  package static let protects = Attribute<ChoiceSet<Protected>>.choices(
    "protects", "Protects whom", "誰にとっての安全か", required: ["O6"], tokens: ["protect:", "守る:"])
  package static let actor = Attribute.text(
    "actor", "Who acts", "誰が施策を担うか", required: ["O6"], tokens: ["act:", "担い手:"])
  package static let jointPurposePart = Attribute.text(
    "jointPurposePart", "Part of the joint purpose", "共通の目的のどの部分か", required: ["O8"])
  package static let noRiskReason = Attribute.text(
    "noRiskReason", "Why no risk", "リスクがない理由", phase: .phase(.riskManagement), required: ["R2"])
  package static let noReadingReason = Attribute.text(
    "noReadingReason", "Why no reading is due", "測定の期限が来ていない理由", phase: .running, required: ["M1"])

  package static let description = KindDescription(
    .objective, "O", "Objective", "目的", phase: .objectives,
    fields: [
      statement.field, level.field, unit.field, parent.field, policy.field, owner.field, measure.field,
      measureUnit.field, method.field, frequency.field, measuredBy.field, evaluatedBy.field, baseline.field,
      comparison.field, target.field, interimTarget.field, direction.field, aggregation.field, due.field,
      notMeasurableReason.field, planAction.field, planResources.field, planEvaluation.field, dependsOn.field,
      protects.field, actor.field, jointPurposePart.field, noRiskReason.field, noReadingReason.field,
    ], hierarchy: parent.field)
}

/// A customer's and a provider's objective that stand or fall together, with what each contributes (分担).
package enum ObjectivePair {
  package static let customerObjective = Attribute.reference(
    "customerObjective", "CSC objective", "CSC の目的", to: .objective)
  package static let providerObjective = Attribute.reference(
    "providerObjective", "CSP objective", "CSP の目的", to: .objective)
  package static let customerShare = Attribute.text("customerShare", "CSC contributes", "CSC の分担", long: true)
  package static let providerShare = Attribute.text("providerShare", "CSP contributes", "CSP の分担", long: true)
  package static let title = Attribute.text("title", "Pair", "対の名称")

  package static let description = KindDescription(
    .objectivePair, "OP", "Pair of objectives", "目的の対", phase: .objectives, ownership: .joint,
    fields: [
      title.field, customerObjective.field, providerObjective.field, customerShare.field, providerShare.field,
    ])
}
