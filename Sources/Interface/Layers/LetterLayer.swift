package import Canvas
package import Domain

/// Cell mode of a grid: each key is a value for the cell under the cursor, arrows go on to the next, Esc leaves.
package struct LetterLayer: Layer {
  private var letters: [Letter]

  private init(_ letters: [Letter]) { self.letters = letters }

  package var hints: [(String, Words)] {
    letters.map { ($0.key, $0.words) } + [
      ("Esc", Words("leave", "欄を出る")), ("Del", Words("clear", "消去")), ("← ↑ ↓ →", Words("move", "移動")),
    ]
  }

  /// Opens the cell under the cursor of a grid, or says why it stays closed.
  static func open(_ grid: any LetterGrid, _ model: inout Model) {
    if let reason = model.reasonHeldBack(.change) {
      model.notice = Notice(model.say(reason), .warning)
    } else if let obstacle = grid.obstacle(model) {
      model.notice = Notice(obstacle, .warning)
    } else {
      model.layers.append(LetterLayer(grid.letters(model)))
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
      let keys = letters.map(\.key).joined(separator: " ")
      model.notice = Notice(
        model.say(
          Words(
            "Not a value of this cell: \(keys), Delete to clear, Esc to leave.",
            "この欄の値ではありません。\(keys)、消去は Delete、欄を出るには Esc。")), .info)
    }
    return .stays
  }

  private mutating func move(_ key: Key, _ grid: any LetterGrid, _ model: inout Model) {
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
    letters = grid.letters(model)
  }

  /// The grid itself shows which cell is open.
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {}
}
