/// What phase 3 asks before it is agreed.
enum ObjectiveGates {
  static let all: [GateRule] = [o1, o2, o3, o4, o5, o6, o7, o8]

  // MARK: O1

  private static let o1 = GateRule.parties(
    "O1", [.objectives], reads: [.objective, .policyDocument],
    Words("at least one objective of the whole organisation serves the basic policy", "基本方針に対応する組織全体の目的がある")
  ) { party, gate in
    let top = gate.assessment.ids(.objective, of: party).filter {
      gate.assessment[$0, Objective.level] == .organization
    }
    guard let first = top.first else {
      return [
        GateFault(
          "no objective of the whole organisation: set one", "組織全体の目的がない。設定する", record: party)
      ]
    }
    guard !top.contains(where: { servesBasicPolicy($0, gate) }) else { return [] }
    return [
      GateFault(
        "no objective of the whole organisation serves the basic policy: link it",
        "基本方針に対応する組織全体の目的がない。基本方針を関連付ける", record: first)
    ]
  }.readingOfOthers([.policyDocument])

  private static func servesBasicPolicy(_ objective: RecordID, _ gate: GateContext) -> Bool {
    guard let document = gate.assessment.link(objective, Objective.policy) else { return false }
    let above = gate.assessment.ancestors(of: document, via: PolicyDocument.parent.key)
    return ([document] + above).contains { gate.assessment[$0, PolicyDocument.tier] == .basicPolicy }
  }

  // MARK: O2

  private static let o2 = GateRule.records(
    "O2", [.objectives], of: [.objective],
    Words(
      "every objective has owner, measure or why not measurable, comparison, target and due date",
      "各目的に責任者、測定量（又は測定できない理由）、比較、目標値及び達成期限がある")
  ) { objective, gate in
    let assessment = gate.assessment
    var missing: [Words] = []
    func ask<Content>(_ attribute: Attribute<Content>) {
      if assessment.lacks(objective, attribute) { missing.append(attribute.field.words) }
    }
    ask(Objective.owner)
    if assessment.lacks(objective, Objective.notMeasurableReason) {
      if assessment.lacks(objective, Objective.measure) {
        missing.append(Words("measure (or why not measurable)", "測定量（又は測定できない理由）"))
      }
      ask(Objective.comparison)
      let targets = assessment.targets(of: objective)
      if targets.contains(where: \.isRelative) { ask(Objective.baseline) }
      // An interim target is on the way to one, and none itself.
      if assessment.target(objective, Objective.target) == nil,
        assessment[objective, Objective.comparison] != .done
      {
        missing.append(Objective.target.field.words)
      }
    }
    ask(Objective.due)
    return missing.isEmpty ? [] : [GateFault(.missing(missing))]
  }

  // MARK: O3, O4, O5

  private static let o3 = GateRule.records(
    "O3", [.objectives], of: [.objective],
    Words("every objective below the top has a parent", "最上位以外の各目的に上位の目的がある")
  ) { objective, gate in
    guard gate.assessment[objective, Objective.level] != .organization,
      gate.assessment.lacks(objective, Objective.parent)
    else { return [] }
    return [
      GateFault(
        "no objective above it: name its parent, or make it one of the whole organisation",
        "上位の目的がない。上位の目的を指定するか、組織全体の目的とする")
    ]
  }

  private static let o4 = GateRule.records(
    "O4", [.objectives], warnsIn: .everywhere, of: [.organizationalUnit], near: [.organizationalUnit],
    far: [.objective],
    Words("every unit in scope has an objective", "適用範囲内の各部門に目的がある")
  ) { unit, gate in
    guard gate.assessment[unit, OrganizationalUnit.inScope] == true,
      !gate.assessment.isTarget(unit, via: Objective.unit), !isCoveredAsWhole(unit, gate)
    else { return [] }
    return [
      GateFault("in scope, but without an objective: set one", "適用範囲内であるが目的がない。目的を設定する")
    ]
  }

  /// The organisation itself, at the root of its units, is served by the objectives of the whole.
  private static func isCoveredAsWhole(_ unit: RecordID, _ gate: GateContext) -> Bool {
    guard gate.assessment.lacks(unit, OrganizationalUnit.parent),
      gate.assessment.isTarget(unit, via: OrganizationalUnit.parent),
      let party = gate.assessment.party(of: unit)
    else { return false }
    return gate.assessment.ids(.objective, of: party).contains {
      gate.assessment[$0, Objective.level] == .organization
    }
  }

  private static let o5 = GateRule.records(
    "O5", [.objectives], in: [.cloud], warnsIn: .everywhere, of: [.objective], near: [.objectivePair],
    Words(
      "an objective that depends on a provided service is paired with one of the provider's",
      "サービスに依存する目的がプロバイダの目的と対になっている")
  ) { objective, gate in
    guard gate.assessment.isUnpaired(objective) else { return [] }
    return [
      GateFault(
        "depends on a provided service, but no objective of the provider stands beside it: pair them",
        "提供されるサービスに依存するが、プロバイダの目的と対になっていない。対を作る")
    ]
  }

  // MARK: O6, O7, O8

  private static let o6 = GateRule.records(
    "O6", [.objectives], in: [.cyberspace], of: [.objective],
    Words("every objective says whom it protects and who acts", "各目的が誰にとっての安全か、誰が担うかを示している")
  ) { objective, gate in
    ask(
      objective, gate, (Objective.protects.field, gate.assessment.has(objective, Objective.protects)),
      (Objective.actor.field, gate.assessment.has(objective, Objective.actor)))
  }

  private static let o7 = GateRule.records(
    "O7", [.objectives], warnsIn: .everywhere, of: [.objective],
    Words("every objective has a plan", "各目的に実施事項、資源及び評価方法の計画がある")
  ) { objective, gate in
    let assessment = gate.assessment
    return ask(
      objective, gate,
      (Objective.planAction.field, assessment.has(objective, Objective.planAction)),
      (Objective.planResources.field, assessment.has(objective, Objective.planResources)),
      (Objective.planEvaluation.field, assessment.has(objective, Objective.planEvaluation)))
  }

  private static let o8 = GateRule.records(
    "O8", [.objectives], in: [.cyberspace], warnsIn: .everywhere, of: [.objective],
    Words(
      "every objective of the whole organisation names its part of the joint purpose",
      "組織全体の各目的が共通の目的のどの部分を担うかを示している")
  ) { objective, gate in
    guard gate.assessment[objective, Objective.level] == .organization else { return [] }
    return ask(
      objective, gate,
      (Objective.jointPurposePart.field, gate.assessment.has(objective, Objective.jointPurposePart)))
  }

  private static func ask(
    _ objective: RecordID, _ gate: GateContext, _ fields: (FieldDescription, Bool)...
  ) -> [GateFault] {
    let missing = fields.filter { !$0.1 }.map(\.0.words)
    return missing.isEmpty ? [] : [GateFault(.missing(missing))]
  }
}
