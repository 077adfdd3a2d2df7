package import Canvas
package import Domain

/// A short list of which any number holds, switched by its digits.
package struct ChoicesLayer: Layer {
  let title: Words
  let options: [ChoiceOption]
  var chosen: Set<String>
  var cursor = ListCursor()
  /// What becomes of the answer, in the order of the options.
  let answer: @Sendable (inout Model, [String]) -> [Effect]

  package let hints: [(String, Words)] = [
    ("Space / 1–9", Words("on or off", "入切")), ("Enter", Words("save", "保存")),
    ("Esc", Words("cancel", "取消")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .character(" "): turn(cursor.place)
    case .enter:
      return .closes(answer(&model, options.map(\.key).filter(chosen.contains)))
    default:
      if let digit = key.digit { turn(digit - 1) } else { cursor.receive(key, count: options.count) }
    }
    return .stays
  }

  private mutating func turn(_ index: Int) {
    guard options.indices.contains(index) else { return }
    cursor.go(to: index, count: options.count)
    chosen.formSymmetricDifference([options[index].key])
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let widest = options.map { DisplayWidth.width(of: model.say($0.words)) }.max() ?? 0
    let columns = min(body.columns - 4, max(48, widest + 8))
    let size = Size(columns: columns, rows: min(body.rows, options.count + 2))
    let inside = pen.window(body.centered(size), title: model.say(title))
    pen.drawList(options.count, cursor, in: inside) { pen, index, line in
      let option = options[index]
      let isOn = chosen.contains(option.key)
      pen.put(
        [
          ("\(index + 1) ", .footerKey), (isOn ? pen.glyphs[.check] + " " : "  ", .messageSuccess),
          (model.say(option.words), isOn ? .textStrong : .text),
        ], at: line.origin, width: line.columns)
    }
  }
}
