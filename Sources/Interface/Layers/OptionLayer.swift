import Canvas
import Domain

/// One of a few, chosen by its digit or by Enter.
struct OptionLayer: Layer {
  let title: Words
  let options: [Words]
  var cursor = ListCursor()
  /// What becomes of the option chosen, by its place.
  let answer: @Sendable (inout Model, Int) -> [Effect]

  let hints: [(String, Words)] = [
    ("1–9 / Enter", Words("choose", "選択")), ("↑ ↓", Words("move", "移動")), ("Esc", Words("cancel", "取消")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .enter: return .closes(answer(&model, cursor.place))
    default:
      guard let digit = key.digit, options.indices.contains(digit - 1) else {
        cursor.receive(key, count: options.count)
        return .stays
      }
      return .closes(answer(&model, digit - 1))
    }
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let widest = options.map { DisplayWidth.width(of: model.say($0)) }.max() ?? 0
    let size = Size(
      columns: min(body.columns - 4, max(56, widest + 8)), rows: min(body.rows, options.count + 2))
    let inside = pen.window(body.centered(size), title: model.say(title))
    pen.drawList(options.count, cursor, in: inside) { pen, index, line in
      pen.put(
        [(index < 9 ? "\(index + 1) " : "  ", .footerKey), (model.say(options[index]), .text)],
        at: line.origin,
        width: line.columns)
    }
  }
}
