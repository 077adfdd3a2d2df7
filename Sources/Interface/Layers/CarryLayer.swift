package import Canvas
package import Domain

/// A risk picked up from the matrix: arrows carry it over the cells, Enter puts it down, Esc puts it back.
package struct CarryLayer: Layer {
  let risk: RecordID
  /// The rating that is given where it is put down.
  let kind: RatingKind
  /// Where it was; nil when it had no such rating.
  let origin: Int?
  /// The line the cursor stood on.
  private let home: Int
  private var drop = Words("put down", "ここに置く")

  static let pickUp = Words("pick up", "持ち上げる")
  /// Cells of the former reason that the question quotes: two lines.
  private static let quoted = 140

  package var hints: [(String, Words)] {
    [("Enter", drop), ("← ↑ ↓ →", Words("move", "移動")), ("Esc", Words("put back", "元に戻す"))]
  }

  /// Picks a risk up from the matrix in front, or says why it stays.
  static func pickUp(_ risk: RecordID, _ model: inout Model) {
    guard let ground = MatrixGround(model) else { return }
    let view = MatrixView.shown(model.state)
    if let reason = obstacle(to: risk, view.rated, ground, model) {
      model.notice = Notice(reason, .warning)
      return
    }
    var layer = CarryLayer(risk, view, ground, model)
    layer.settle(ground, model)
    model.layers.append(layer)
  }

  private init(_ risk: RecordID, _ view: MatrixView, _ ground: MatrixGround, _ model: Model) {
    self.risk = risk
    kind = view.rated
    origin = ground.cell(of: risk, kind, model.assessment)
    home = model.state.cursor
  }

  private static func obstacle(
    to risk: RecordID, _ kind: RatingKind, _ ground: MatrixGround, _ model: Model
  ) -> String? {
    let assessment = model.assessment
    if let reason = model.reasonHeldBack(.change) { return model.say(reason) }
    if let lock = assessment.lock(on: risk, Slot(kind.likelihood.key)) {
      let refusal = Refusal.locked(
        risk, kind.likelihood.field, party: lock.party, phase: lock.phase, state: lock.state)
      return model.say(Sentence.words(refusal, assessment))
    }
    let own = assessment.criteriaInForce(for: assessment.party(of: risk))
    guard own.flatMap(assessment.method) == ground.method else {
      let label = assessment.label(of: risk)
      let name = own.map(assessment.label(of:)) ?? ""
      return model.say(
        Words(
          "\(label) is rated under its party's own criteria \(name): \(key: "party") shows that party.",
          "\(label) は自組織の基準 \(name) で評価します。\(key: "party") でその組織を表示してください。"))
    }
    return nil
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    // Others may have taken the criteria away meanwhile.
    guard let ground = MatrixGround(model) else { return .closes }
    switch key.halfWidth {
    case .up, .character("k"): move(.up, &model)
    case .down, .character("j"): move(.down, &model)
    case .left, .character("h"): move(.left, &model)
    case .right, .character("l"): move(.right, &model)
    case .escape, .control("c"), .character("q"):
      model.state.cursor = home
      return .closes
    case .enter, .character(" "): return putDown(ground, &model)
    default: break
    }
    settle(ground, model)
    return .stays
  }

  private func move(_ motion: Motion, _ model: inout Model) {
    var state = model.state
    Screens.screen(.matrix).move(motion, model, &state, page: 1)
    model.state = state
  }

  /// Says what putting it down here would do.
  private mutating func settle(_ ground: MatrixGround, _ model: Model) {
    guard let cell = model.state.current?.tag, ground.holds(cell) else { return }
    let text = change(to: cell, ground, model)
    drop = Words("put down: \(text)", "置く: \(text)")
  }

  /// `R-3  6 中 ⟶ 12 高`.
  func change(to cell: Int, _ ground: MatrixGround, _ model: Model) -> String {
    let here = origin.flatMap { ground.holds($0) ? $0 : nil }
    let before = here.map { ground.levelText($0, model) } ?? model.say(Words("unrated", "未評価"))
    return model.assessment.label(of: risk) + "  " + before + " " + model.glyphs[.arrowRight] + " "
      + ground.levelText(cell, model)
  }

  private func putDown(_ ground: MatrixGround, _ model: inout Model) -> LayerResult {
    guard let cell = model.state.current?.tag, ground.holds(cell) else { return .stays }
    let isRatedHere = model.assessment[risk, kind.criteria] == ground.criteria
    guard cell != origin || !isRatedHere else {
      model.notice = Notice(model.say(Words("Put back where it was.", "元のセルに戻しました。")), .info)
      model.state.cursor = home
      return .closes
    }
    let (l, c) = ground.steps(cell)
    let change = change(to: cell, ground, model)
    let old = model.assessment[risk, kind.justification].map { reason in
      let text = DisplayWidth.clip(reason, to: Self.quoted, ellipsis: model.glyphs[.truncation])
      return Words(" Before: \(text)", " 変更前の根拠: \(text)")
    }
    let question = Words(
      "\(change)   Why?\(old?.en ?? "")", "\(change)　評価の根拠は？\(old?.ja ?? "")")
    model.layers.append(PromptLayer(question, .rate(risk, kind, likelihood: l, consequence: c)))
    return .stays
  }

  /// The matrix itself draws what is carried.
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {}
}

extension Model {
  /// The risk held in hand over the matrix; nil while none is.
  var carried: CarryLayer? { layers.lazy.compactMap { $0 as? CarryLayer }.last }
}
