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
  let column: Int
  var found = true
  private var last: Finding?

  /// What was sought last, in which content, and the line it led to; nil when it led nowhere.
  private struct Finding {
    let text: String
    let revision: Int
    let line: Int?
  }

  /// - Parameters:
  ///   - start: The line the cursor comes from.
  ///   - column: The column it comes from.
  ///   - text: What is sought to begin with.
  package init(start: Int, column: Int, text: String = "") {
    self.start = start
    self.column = column
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
      model.state.column = column
      return .closes
    case .key(.enter):
      model.search = field.isEmpty ? nil : Search(needle: field.text)
      return .closes
    case .key(.down), .key(.control("n")):
      found = model.findOn(field.text, forward: true)
    case .key(.up), .key(.control("p")):
      found = model.findOn(field.text, forward: false)
    case .key(let key):
      if field.receive(key) { found = field.isEmpty || find(&model) }
    case .paste(let text):
      field.paste(text)
      found = find(&model)
    }
    return .stays
  }

  /// From where the cursor was when the search began; a text grown by a letter from where it led before, since no
  /// line above holds more than the beginning.
  private mutating func find(_ model: inout Model) -> Bool {
    let text = field.text
    let revision = model.assessment.revision
    let isGrown = last.map { $0.revision == revision && Needle(text).narrows($0.text) } ?? false
    if isGrown, last?.line == nil { return false }
    let isFound = model.find(
      text, forward: true, from: start, column: column, passing: isGrown ? last?.line : nil)
    let isGrid = Screens.screen(model.screen).namedColumns(model) > 0
    last = isGrid ? nil : Finding(text: text, revision: revision, line: isFound ? model.state.cursor : nil)
    return isFound
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let line = Rect(column: body.column + 2, row: body.lastRow, columns: body.columns - 4, rows: 1)
    pen.frame.fill(line, role: .text, ground: .popup)
    let used = pen.put(" / ", at: line.origin, role: .footerKey)
    let isGrid = Screens.screen(model.screen).namedColumns(model) > 0
    field.draw(
      &pen, at: line.origin.moved(columns: used), width: line.columns - used - 14,
      placeholder: isGrid ? model.say(Words("rule, or @organisation", "ルール、又は @組織名")) : "")
    if !found {
      pen.putRight(
        model.say(UI.noMatch), at: line.origin.moved(columns: line.columns - 14), width: 13,
        role: .messageWarning)
    }
  }
}

extension Model {
  /// Goes on from the cursor to the next or previous match.
  mutating func findOn(_ text: String, forward: Bool) -> Bool {
    let step = forward ? 1 : -1
    return find(text, forward: forward, from: state.cursor + step, column: state.column + step)
  }

  /// Moves the cursor to the next line that holds the text, round the end, else in a grid to the next column of
  /// that name. `@` asks for columns only.
  ///
  /// - Parameters:
  ///   - text: What is sought.
  ///   - forward: Or backward.
  ///   - start: The line to begin with.
  ///   - column: The column to begin with.
  ///   - line: The first line, going forward from `start`, that can hold it, where that is known.
  /// - Returns: False when nothing fits.
  mutating func find(
    _ text: String, forward: Bool, from start: Int, column: Int, passing line: Int? = nil
  ) -> Bool {
    let isNamed = Screens.screen(screen).namedColumns(self) > 0
    guard isNamed, let first = text.first, first == "@" || first == "＠" else {
      return findLine(text, forward: forward, from: start, passing: line)
        || isNamed && findColumn(text, forward: forward, from: column)
    }
    return findColumn(String(text.dropFirst()), forward: forward, from: column)
  }

  private mutating func findColumn(_ text: String, forward: Bool, from start: Int) -> Bool {
    let view = Screens.screen(screen)
    let needle = Needle(text)
    let count = view.namedColumns(self)
    guard count > 0, !text.isEmpty else { return false }
    for step in 0..<count {
      let index = ((start + (forward ? step : -step)) % count + count) % count
      if view.column(index, holds: needle, self) {
        state.column = index
        return true
      }
    }
    return false
  }

  private mutating func findLine(
    _ text: String, forward: Bool, from start: Int, passing first: Int?
  ) -> Bool {
    guard !text.isEmpty, let line = line(Needle(text), forward: forward, from: start, passing: first) else {
      return false
    }
    state.cursor = line
    return true
  }

  private func line(_ needle: Needle, forward: Bool, from start: Int, passing first: Int?) -> Int? {
    let view = Screens.screen(screen)
    let rows = state.rows
    guard !rows.isEmpty else { return nil }
    let passed = first.map { (($0 - start) % rows.count + rows.count) % rows.count } ?? 0
    for step in passed..<rows.count {
      let index = ((start + (forward ? step : -step)) % rows.count + rows.count) % rows.count
      if let text = view.searchText(rows[index], self), needle.isIn(text) { return index }
      if let record = rows[index].record, assessment.holds(needle, in: record) { return index }
    }
    return nil
  }
}
