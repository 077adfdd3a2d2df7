package import Canvas
package import Domain

/// A short list of records to go to.
package struct PickLayer: Layer {
  let title: String
  let records: [RecordID]
  var cursor = 0

  package init(title: String, records: [RecordID]) {
    self.title = title
    self.records = records
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("go there", "その記録へ")), ("↑ ↓", Words("choose", "選択")), ("Esc", Words("close", "閉じる")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .down, .character("j"): cursor = min(cursor + 1, records.count - 1)
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .enter:
      model.jump(to: records[cursor])
      return .closes
    default: break
    }
    return .stays
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 76), rows: min(body.rows, records.count + 2))
    let inside = pen.window(body.centered(size), title: title)
    let top = max(0, min(cursor - inside.rows + 1, records.count - inside.rows))
    for (offset, record) in records.dropFirst(top).prefix(inside.rows).enumerated() {
      let line = inside.line(offset)
      if top + offset == cursor {
        pen.frame.paint(line, ground: .selection)
        pen.frame.cursor = line.origin
      }
      let label = model.assessment.label(of: record)
      pen.put(
        [(label + "  ", .textMuted), (model.assessment.title(of: record) ?? "", .text)], at: line.origin,
        width: line.columns)
    }
  }
}
