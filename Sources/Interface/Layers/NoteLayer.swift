package import Canvas
package import Domain

/// What to note about the record at hand: one letter each, then the line to write it.
package struct NoteLayer: Layer {
  private static let kinds: [(key: Character, kind: RecordKind, words: Words)] = [
    ("p", .parkingItem, Words("park for later", "保留にする")),
    ("d", .decision, Words("decision", "決定事項")),
    ("w", .actionItem, Words("homework", "宿題")),
  ]

  package let hints: [(String, Words)] =
    kinds.map { (String($0.key), $0.words) } + [("Esc", Words("cancel", "取消"))]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"), .character(","): return .closes
    case .character(let character):
      guard let chosen = Self.kinds.first(where: { $0.key == character }) else { return .stays }
      model.layers.append(EntryLayer(WorkshopActions.birth(chosen.kind, model), model))
      return .closes
    default: return .stays
    }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 50), rows: Self.kinds.count + 2)
    let inside = pen.window(body.centered(size), title: title(model))
    pen.frame.cursor = inside.origin
    for (index, line) in Self.kinds.enumerated() {
      pen.put(
        [("\(line.key)  ", .footerKey), (model.say(line.words), .text)], at: inside.line(index).origin,
        width: inside.columns)
    }
  }

  private func title(_ model: Model) -> String {
    let birth = WorkshopActions.birth(.decision, model)
    guard case .reference(let record)? = birth.defaults.values.first else {
      return model.say(Words("Note", "書き留める"))
    }
    return model.assessment.label(of: record) + " " + (model.assessment.title(of: record) ?? "")
  }
}
