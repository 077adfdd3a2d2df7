package import Canvas
package import Domain

/// Cell mode of a grid: each key is a value for the cell under the cursor, arrows go on to the next, Esc leaves.
package struct LetterLayer: Layer {
  package let hints: [(String, Words)] = [
    ("Esc", Words("leave", "欄を出る")), ("Del", Words("clear", "消去")), ("← ↑ ↓ →", Words("move", "移動")),
  ]

  package func hints(_ model: Model) -> [(String, Words)] {
    Self.letters(model).map { ($0.key, $0.words) } + hints
  }

  /// What the cell under the cursor takes, wherever the cursor went.
  private static func letters(_ model: Model) -> [Letter] {
    (Screens.screen(model.screen) as? any LetterGrid)?.letters(model) ?? []
  }

  /// Opens the cell under the cursor of a grid, or says why it stays closed.
  static func open(_ grid: any LetterGrid, _ model: inout Model) {
    if grid.id != .negotiation, let current = model.current, !model.marks.isEmpty,
      !model.marks.contains(current)
    {
      let labels = model.chosen.map(model.assessment.label(of:)).joined(separator: " ")
      model.notice = Notice(
        model.say(
          Words(
            "What is typed goes to the marked: \(labels). Esc twice takes the marks away.",
            "入力は印を付けた \(labels) に入ります。印は Esc を2回押すと外れます。")), .warning)
    }
    if let reason = model.reasonHeldBack(.change) {
      model.notice = Notice(model.say(reason), .warning)
    } else if let obstacle = grid.obstacle(model) {
      model.notice = Notice(obstacle, .warning)
    } else {
      model.layers.append(LetterLayer())
    }
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard let grid = Screens.screen(model.screen) as? any LetterGrid else { return .closes }
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .enter, .control("c"):
      // Lines that were kept while they were typed in go now.
      model.states[model.screen]?.isStale = true
      return .closes
    case .delete, .backspace: return take(grid.write(nil, model), &model)
    case .control("r"): return .stays([.redo])
    case .character(let character):
      let answer = grid.write(character, model)
      if case .foreign = answer, character == "u" || character == "U" { return .stays([.undo]) }
      return take(answer, &model)
    case let other: move(other, grid, &model)
    }
    return .stays
  }

  private func take(_ answer: LetterAnswer, _ model: inout Model) -> LayerResult {
    switch answer {
    case .act(let commands): return .stays(commands.isEmpty ? [] : [.perform(commands, .action)])
    case .ask(let layer): model.layers.append(layer)
    case .refuse(let words): model.notice = Notice(model.say(words), .warning)
    case .foreign:
      let keys = Self.letters(model).map(\.key).joined(separator: " ")
      model.notice = Notice(
        model.say(
          Words(
            "Not a value of this cell: \(keys), Delete to clear, Esc to leave.",
            "この欄の値ではありません。\(keys)、消去は Delete、欄を出るには Esc。")), .info)
    }
    return .stays
  }

  private func move(_ key: Key, _ grid: any LetterGrid, _ model: inout Model) {
    let motion: Motion? =
      switch key {
      case .up: .up
      case .down: .down
      case .left, .backTab: .left
      case .right, .tab: .right
      case .pageUp: .pageUp
      case .pageDown: .pageDown
      case .home: .first
      case .end: .last
      default: nil
      }
    guard let motion else { return }
    var state = model.state
    grid.move(motion, model, &state, page: model.listHeight)
    model.state = state
  }

  /// The grid itself shows which cell is open.
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {}
}
