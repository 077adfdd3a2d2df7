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
    }.idle { $0.state.rows.isEmpty },
    Action(
      "step-up", "move the step up", "段を上へ", keys: [.shiftUp], screens: [.chain], capability: .change,
      footer: 30, unless: { noPlace($0, -1) }
    ) {
      reorder($0, -1)
    },
    Action(
      "step-down", "move the step down", "段を下へ", keys: [.shiftDown], screens: [.chain], capability: .change,
      unless: { noPlace($0, 1) }
    ) {
      reorder($0, 1)
    },
    Action(
      "open-risk", "to its risk", "リスクへ", keys: [.character("r")], screens: [.chain], footer: 25,
      unless: noRisk
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

  @Sendable private static func noRisk(_ model: Model) -> Words? {
    if let words = noStep(model) { return words }
    return model.current.flatMap { model.assessment[$0, ChainStep.risk] } == nil
      ? Words(
        "This step has no risk yet: \(key: "step-risk") makes it.",
        "この段のリスクはまだありません。\(key: "step-risk") で作成します。")
      : nil
  }

  @Sendable private static func noPlace(_ model: Model, _ direction: Int) -> Words? {
    if let words = noStep(model) { return words }
    guard let step = model.current, let chain = model.assessment[step, ChainStep.chain] else { return nil }
    let steps = model.assessment.steps(of: chain)
    guard step == (direction < 0 ? steps.first : steps.last) else { return nil }
    return direction < 0
      ? Words("This is the first step of the chain.", "この連携の最初の段です。")
      : Words("This is the last step of the chain.", "この連携の最後の段です。")
  }

  /// The step changes places with its neighbour of the same chain.
  private static func reorder(_ model: Model, _ direction: Int) -> [Effect] {
    guard let step = model.current, let chain = model.assessment[step, ChainStep.chain] else { return [] }
    return WorkshopActions.reorder(
      step, among: model.assessment.steps(of: chain), by: direction, ChainStep.order, model.assessment)
  }
}
