package import Canvas
package import Domain

/// What was last searched for, for Ctrl-N and Ctrl-P.
package struct Search: Hashable, Sendable {
  package var needle: String
}

/// Search as you type over the lines of the screen in front; the cursor goes to the match, Esc brings it back.
package struct SearchLayer: Layer {
  var field: TextField
  let start: Int
  var found = true

  package init(start: Int, text: String = "") {
    self.start = start
    field = TextField(text)
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("stay here", "決定")), ("↑ ↓", Words("other matches", "前後の一致")),
    ("Esc", Words("back", "戻る")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch input {
    case .key(.escape), .key(.control("c")):
      model.state.cursor = min(start, max(0, model.state.rows.count - 1))
      return .closes
    case .key(.enter):
      model.search = field.isEmpty ? nil : Search(needle: field.text)
      return .closes
    case .key(.down), .key(.control("n")):
      found = model.find(field.text, forward: true, from: model.state.cursor + 1)
    case .key(.up), .key(.control("p")):
      found = model.find(field.text, forward: false, from: model.state.cursor - 1)
    case .key(let key):
      if field.receive(key) { found = field.isEmpty || model.find(field.text, forward: true, from: start) }
    case .paste(let text):
      field.paste(text)
      found = model.find(field.text, forward: true, from: start)
    }
    return .stays
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let line = Rect(column: body.column + 2, row: body.lastRow, columns: body.columns - 4, rows: 1)
    pen.frame.fill(line, role: .text, ground: .popup)
    let used = pen.put(" / ", at: line.origin, role: .footerKey)
    field.draw(&pen, at: line.origin.moved(columns: used), width: line.columns - used - 14)
    if !found {
      pen.putRight(
        model.say(UI.noMatch), at: line.origin.moved(columns: line.columns - 14), width: 13,
        role: .messageWarning)
    }
  }
}

extension Model {
  /// Moves the cursor to the next line that holds the text, round the end; false when no line does.
  mutating func find(_ text: String, forward: Bool, from start: Int) -> Bool {
    let count = state.rows.count
    guard count > 0, !text.isEmpty else { return false }
    let needle = Needle(text)
    for step in 0..<count {
      let index = ((start + (forward ? step : -step)) % count + count) % count
      if holds(state.rows[index], needle) {
        state.cursor = index
        return true
      }
    }
    return false
  }

  private func holds(_ row: Row, _ needle: Needle) -> Bool {
    if let text = Screens.screen(screen).searchText(row, self), needle.isIn(text) { return true }
    return row.record.map { assessment.holds(needle, in: $0) } ?? false
  }
}
