import Canvas
import Domain

/// Actions of phase 4's screens.
enum RiskActions {
  static let all: [Action] = [
    Action(
      "rating-kind", "inherent / present / residual", "固有・現在・残留", keys: [.character("r")], screens: [.matrix],
      footer: 30
    ) {
      model in
      model.state.variant = (model.state.variant + 1) % 3
      return []
    },
    Action(
      "accept-risk", "accept the risk", "リスクを受容", keys: [.character("A")], screens: [.register],
      capability: .change, unless: RecordActions.nothingChosen
    ) {
      accept(&$0)
    },
    Action(
      "new-chain", "new chain", "連携を新規作成", keys: [.character("+")], screens: [.chain], capability: .change
    ) { model in
      model.layers.append(.entry(EntryLayer(Birth(.riskChain, party: nil), model)))
      return []
    },
    Action(
      "step-up", "move the step up", "段を上へ", keys: [.shiftUp], screens: [.chain], capability: .change,
      footer: 30, unless: RecordActions.nothingChosen
    ) {
      reorder(&$0, -1)
    },
    Action(
      "step-down", "move the step down", "段を下へ", keys: [.shiftDown], screens: [.chain], capability: .change,
      unless: RecordActions.nothingChosen
    ) {
      reorder(&$0, 1)
    },
    Action(
      "open-risk", "to the step's risk", "段のリスクへ", keys: [.character("r")], screens: [.chain], footer: 25,
      unless: RecordActions.nothingChosen
    ) {
      model in
      guard let risk = model.current.flatMap({ model.assessment[$0, ChainStep.risk] }) else { return [] }
      model.jump(to: risk)
      return []
    },
  ]

  /// The person whom the band names accepts: the risk's owner, or the party's top management.
  private static func accept(_ model: inout Model) -> [Effect] {
    let commands = model.chosen.flatMap { risk -> [Command] in
      guard let person = acceptor(of: risk, model.assessment) else { return [] }
      return [
        .set(risk, Slot(Risk.acceptedBy.key), .reference(person)),
        .set(risk, Slot(Risk.acceptedOn.key), .day(model.context.today)),
        .set(risk, Slot(Risk.acceptedUntil.key), .day(model.context.today.adding(365))),
      ]
    }
    guard !commands.isEmpty else {
      model.notice = Notice(
        model.say(
          Words(
            "Nobody can accept yet: rate the risk and name its owner and the party's top management first.",
            "受容者が決まりません。先に評価し、リスク所有者とトップマネジメントを定めてください。")), .warning)
      return []
    }
    let names = Set(model.chosen.compactMap { acceptor(of: $0, model.assessment) })
      .compactMap { model.assessment.title(of: $0) }.sorted()
    model.layers.append(
      .confirm(
        ConfirmLayer(
          Words("Accept for a year, in the name of:", "次の者の名で1年間受容します:"), lines: names,
          onYes: .effects([.perform(commands, .action)]))))
    return []
  }

  private static func acceptor(of risk: RecordID, _ assessment: Assessment) -> RecordID? {
    guard let rating = assessment.rating(risk), let method = assessment.method(rating.criteria),
      let level = assessment.level(risk)
    else { return nil }
    switch method.band(level).acceptor {
    case .riskOwner: return assessment[risk, Risk.owner]
    case .topManagement: return assessment.party(of: risk).flatMap { assessment[$0, Party.topManagement] }
    }
  }

  /// Two steps change places: one act.
  private static func reorder(_ model: inout Model, _ direction: Int) -> [Effect] {
    guard let step = model.current, let chain = model.assessment[step, ChainStep.chain] else { return [] }
    let steps = ChainScreen.steps(of: chain, model.assessment)
    guard let index = steps.firstIndex(of: step), steps.indices.contains(index + direction) else { return [] }
    let order = Slot(ChainStep.order.key)
    return [
      .perform(
        [
          .set(step, order, .integer(index + direction + 1)),
          .set(steps[index + direction], order, .integer(index + 1)),
        ],
        .action)
    ]
  }
}
