import Canvas
import Domain

/// Adding and moving the steps of a chain, and going to what they rest on.
enum ChainActions {
  static let all: [Action] = [
    Action(
      "new-chain", "new chain", "連携を新規作成", keys: [.character("+")], screens: [.chain], capability: .change
    ) { model in
      model.layers.append(EntryLayer(Birth(.riskChain, party: nil), model))
      return []
    },
    Action(
      "chain-table", "story / table", "筋書き・対比表", keys: [.character("b")], screens: [.chain], footer: 28
    ) { model in
      model.state.variant = (model.state.variant + 1) % 2
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
      "open-risk", "to its risk", "リスクへ", keys: [.character("r")], screens: [.chain], footer: 25,
      unless: RecordActions.nothingChosen
    ) {
      model in
      guard let risk = model.current.flatMap({ model.assessment[$0, ChainStep.risk] }) else { return [] }
      model.jump(to: risk)
      return []
    },
    Action(
      "step-risk", "make its risk", "リスクを作成", keys: [.character("R")], screens: [.chain],
      capability: .change, footer: 26, unless: noStep
    ) { model in
      guard let step = model.current else { return [] }
      let birth = Birth(
        .risk, party: model.assessment.party(of: step),
        link: Birth.Link(record: step, slot: Slot(ChainStep.risk.key)))
      let event = model.assessment[step, ChainStep.event] ?? ""
      model.layers.append(EntryLayer(birth, model, text: event + " "))
      return []
    },
  ]

  @Sendable private static func noStep(_ model: Model) -> Words? {
    guard let step = model.current, model.assessment.kind(of: step) == .chainStep else {
      return Words("Put the cursor on a step first.", "先に段へカーソルを移してください。")
    }
    return nil
  }

  /// Two steps change places: one act.
  private static func reorder(_ model: inout Model, _ direction: Int) -> [Effect] {
    guard let step = model.current, let chain = model.assessment[step, ChainStep.chain] else { return [] }
    let steps = model.assessment.steps(of: chain)
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
