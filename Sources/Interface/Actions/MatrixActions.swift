import Canvas
import Domain

/// What the matrix shows, and moving risks on it.
enum MatrixActions {
  static let all: [Action] = [
    Action(
      "projector", "projector: one risk or the matrix, large", "投影表示（リスク又はマトリックス）", keys: [],
      screens: [.register, .matrix]
    ) { model in
      model.layers.append(ProjectorLayer())
      return []
    }.takingWord { key, model in
      ProjectorLayer.open(for: key, &model)
      return []
    },
    Action(
      "rating-kind", "present / residual / inherent / movement", "現在・残留・固有・移動", keys: [.character("r")],
      screens: [.matrix], footer: 30
    ) { model in
      model.state.variant = (model.state.variant + 1) % MatrixView.allCases.count
      return []
    },
    Action(
      "pick-up", "pick a risk up", "リスクを持ち上げる", keys: [.character(" ")], screens: [.matrix],
      capability: .change, footer: 15, unless: noMatrix
    ) { pickUp(&$0) },
    Action("unrated", "list the unrated", "未評価の一覧", keys: [.character("U")], screens: [.matrix], footer: 62) {
      model in
      list(
        &model, \.unrated, Words("Unrated", "未評価"),
        none: Words("Every risk shown is rated.", "表示中のリスクは全て評価済みです。"))
    },
    Action(
      "left-out", "list the left out", "除外の一覧", keys: [.character("O")], screens: [.matrix], footer: 63
    ) { model in
      list(
        &model, \.others, Words("Rated under other criteria", "基準が異なるリスク"),
        none: Words("No risk is left out for its criteria.", "基準の違いで除かれたリスクはありません。"))
    },
  ]

  @Sendable private static func noMatrix(_ model: Model) -> Words? {
    MatrixGround(model) == nil ? MatrixScreen().emptyText(model) : nil
  }

  private static func pickUp(_ model: inout Model) -> [Effect] {
    let risks = MatrixScreen.risksUnderCursor(model)
    guard let first = risks.first else {
      model.notice = Notice(model.say(Words("No risk in this cell.", "このセルにリスクはありません。")))
      return []
    }
    if risks.count == 1 {
      CarryLayer.pickUp(first, &model)
    } else {
      let title = model.say(Words("Which one?", "どのリスクですか"))
      model.layers.append(PickLayer(title: title, records: risks, purpose: .carry))
    }
    return []
  }

  private static func list(
    _ model: inout Model, _ box: KeyPath<MatrixBoxes, Int>, _ title: Words, none: Words
  ) -> [Effect] {
    guard let ground = MatrixGround(model) else { return [] }
    let index = MatrixBoxes(ground.method, MatrixView.shown(model.state))[keyPath: box]
    let risks = model.state.groups.indices.contains(index) ? model.state.groups[index] : []
    guard !risks.isEmpty else {
      model.notice = Notice(model.say(none), .info)
      return []
    }
    model.layers.append(
      PickLayer(title: model.say(title) + " \(risks.count)", records: risks, purpose: .visitOrCarry))
    return []
  }

  /// A rating and its reason as one act; the reason of a former rating does not stay with a new one.
  static func rating(
    _ risk: RecordID, _ kind: RatingKind, _ likelihood: Int, _ consequence: Int, because reason: String
  ) -> [Command] {
    [
      .set(risk, Slot(kind.likelihood.key), .integer(likelihood)),
      .set(risk, Slot(kind.consequence.key), .integer(consequence)),
      .set(risk, Slot(kind.justification.key), reason.isEmpty ? nil : .text(reason)),
    ]
  }
}
