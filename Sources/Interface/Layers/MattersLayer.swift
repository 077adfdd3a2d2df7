package import Canvas
package import Domain

/// The matters that `!` offers, one letter each; what cannot be now says why.
package struct MattersLayer: Layer {
  private var problem: Words?

  package var hints: [(String, Words)] {
    [
      (MatterActions.choices.map { String($0.key) }.joined(separator: " "), Words("choose", "選択")),
      ("Esc", Words("cancel", "取消")),
    ]
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    problem = nil
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"), .character("!"): return .closes
    case .character(let character):
      guard let choice = MatterActions.choices.first(where: { $0.key == character }) else { return .stays }
      problem = choice.unless(model)
      guard problem == nil, let matter = choice.matter(model) else { return .stays }
      model.layers.append(MatterLayer(matter, model))
      return .closes
    default: return .stays
    }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let choices = MatterActions.choices
    let size = Size(columns: min(body.columns - 4, 60), rows: min(body.rows, choices.count + 4))
    let inside = pen.window(body.centered(size), title: model.say(Words("Matters of all", "全体に関わること")))
    pen.frame.cursor = inside.origin
    for (index, choice) in choices.enumerated() {
      let isThere = choice.unless(model) == nil
      pen.put(
        [("\(choice.key)  ", .footerKey), (model.say(choice.words), isThere ? .text : .textMuted)],
        at: inside.line(index).origin, width: inside.columns)
    }
    let foot = inside.line(choices.count + 1)
    pen.put(
      problem ?? Words("Each shows first what follows from it.", "実行の前に影響を表示します。"), at: foot.origin,
      role: problem == nil ? .textMuted : .messageWarning, width: foot.columns)
  }
}
