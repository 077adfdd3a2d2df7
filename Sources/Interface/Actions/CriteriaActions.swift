import Canvas
import Domain

/// Making and changing risk criteria.
enum CriteriaActions {
  static let all: [Action] = [
    Action(
      "new-criteria", "first criteria / next version", "初版・次の版", keys: [.character("n")],
      screens: [.criteria], capability: .change, footer: 10
    ) { model in
      guard let current = model.current else { return startFirst(&model) }
      return open(&model, next(current, model))
    },
    Action(
      "own-criteria", "criteria of one's own", "自組織の基準を作る", keys: [.character("N")], screens: [.criteria],
      capability: .change, footer: 12
    ) { startFirst(&$0) },
    Action(
      "edit-criteria", "edit the criteria", "基準を編集", keys: [.character("e")], screens: [.criteria],
      capability: .change, unless: RecordActions.nothingChosen
    ) { edit(&$0) },
    Action(
      "map-criteria", "map to the joint criteria", "共通基準との対応", keys: [.character("J")],
      screens: [.criteria], capability: .change, footer: 17, unless: RecordActions.nothingChosen
    ) { mapToJoint(&$0) },
  ]

  /// The default 5 × 5, for the party shown or for all together.
  private static func startFirst(_ model: inout Model) -> [Effect] {
    var tables = CriteriaTables()
    tables.title = model.say(RecordKind.riskCriteria.description.words)
    return open(&model, CriteriaLayer(.first, party: model.party, tables))
  }

  private static func next(_ criteria: RecordID, _ model: Model) -> CriteriaLayer {
    let assessment = model.assessment
    return CriteriaLayer(
      .next(criteria), party: assessment.party(of: criteria), CriteriaTables(criteria, assessment))
  }

  /// A draft is changed as it is; what somebody agreed to stays, and its next version is drawn up.
  static func edit(_ model: inout Model) -> [Effect] {
    guard let criteria = model.current else { return [] }
    let assessment = model.assessment
    guard !assessment.isAgreedByAnyone(criteria) else {
      let label = assessment.label(of: criteria)
      let effects = open(&model, next(criteria, model))
      model.notice = Notice(
        model.say(
          Words(
            "\(label) is agreed and stays as it is; this is its next version.",
            "\(label) は合意済みのため変更せず、次の版を作成します。")), .info)
      return effects
    }
    if let lock = assessment.lock(on: criteria) {
      let refusal = Refusal.locked(
        criteria, RiskCriteria.cells.field, party: lock.party, phase: lock.phase, state: lock.state)
      model.notice = Notice(model.say(Sentence.words(refusal, assessment)), .warning)
      return []
    }
    let layer = CriteriaLayer(
      .draft(criteria), party: assessment.party(of: criteria), CriteriaTables(criteria, assessment))
    return open(&model, layer)
  }

  private static func open(_ model: inout Model, _ layer: CriteriaLayer) -> [Effect] {
    model.layers.append(layer)
    return []
  }

  private static func mapToJoint(_ model: inout Model) -> [Effect] {
    let assessment = model.assessment
    guard let own = model.current, assessment.party(of: own) != nil else {
      model.notice = Notice(
        model.say(
          Words("Joint criteria need no mapping: choose a party's own.", "共通基準に対応付けは不要です。組織自身の基準を選んでください。")),
        .info)
      return []
    }
    guard let joint = assessment.criteriaInForce(for: nil), let method = assessment.method(joint),
      let step = MappingStep(from: own, toJoint: joint, method, model)
    else {
      model.notice = Notice(model.say(Words("There are no joint criteria yet.", "共通基準がまだありません。")), .info)
      return []
    }
    model.layers.append(JointMappingLayer(joint: joint, step: step))
    return []
  }
}
