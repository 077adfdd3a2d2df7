import Canvas
import Domain

/// One of a few, chosen by its digit or by Enter.
struct OptionLayer: Layer {
  let title: Words
  let options: [Words]
  var cursor = 0
  /// What becomes of the option chosen, by its place.
  let answer: @Sendable (inout Model, Int) -> [Effect]

  let hints: [(String, Words)] = [
    ("1–9 / Enter", Words("choose", "選択")), ("↑ ↓", Words("move", "移動")), ("Esc", Words("cancel", "取消")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .down, .character("j"): cursor = min(cursor + 1, options.count - 1)
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .enter: return .closes(answer(&model, cursor))
    case .character(let character):
      guard let digit = character.wholeNumberValue, options.indices.contains(digit - 1) else { return .stays }
      return .closes(answer(&model, digit - 1))
    default: break
    }
    return .stays
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 56), rows: min(body.rows, options.count + 2))
    let inside = pen.window(body.centered(size), title: model.say(title))
    let top = max(0, min(cursor - inside.rows + 1, options.count - inside.rows))
    for (offset, option) in options.dropFirst(top).prefix(inside.rows).enumerated() {
      let line = inside.line(offset)
      if top + offset == cursor {
        pen.frame.paint(line, ground: .selection)
        pen.frame.cursor = line.origin
      }
      pen.put(
        [("\(top + offset + 1) ", .footerKey), (model.say(option), .text)], at: line.origin,
        width: line.columns)
    }
  }
}
