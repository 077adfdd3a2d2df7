import Canvas
import Domain

/// One record out of a list, narrowed by typing; what becomes of it the asker says.
struct RecordChoiceLayer: Layer {
  let title: Words
  let records: [RecordID]
  /// Those that hold already: choosing one again takes it out.
  let chosen: Set<RecordID>
  /// What becomes of the record chosen.
  let answer: @Sendable (inout Model, RecordID) -> [Effect]
  private var field = TextField()
  private var cursor = ListCursor()

  init(
    title: Words, records: [RecordID], chosen: Set<RecordID> = [],
    answer: @escaping @Sendable (inout Model, RecordID) -> [Effect]
  ) {
    self.title = title
    self.records = records
    self.chosen = chosen
    self.answer = answer
  }

  let hints: [(String, Words)] = [
    ("Enter", Words("choose", "決定")), ("↑ ↓", Words("move", "移動")),
    ("a–z", UI.typeToFilter), ("Esc", Words("cancel", "取消")),
  ]

  private func shown(_ model: Model) -> [RecordID] {
    let typed = field.text.trimmed
    guard !typed.isEmpty else { return records }
    let needle = Needle(TypedText.token(typed))
    return records.filter { record in
      needle.isIn(model.line(of: record))
    }
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    let shown = shown(model)
    switch input {
    case .key(.escape), .key(.control("c")): return .closes
    case .key(.enter):
      guard shown.indices.contains(cursor.place) else { return .stays }
      return .closes(answer(&model, shown[cursor.place]))
    case .key(let key):
      let isMove = cursor.receive(key, count: shown.count, isTyping: true)
      if !isMove, field.receive(key) { cursor = ListCursor() }
    case .paste(let text):
      field.paste(text)
      cursor = ListCursor()
    }
    return .stays
  }

  func account(_ model: Model) -> PlainAccount {
    let texts = shown(model).map { record in
      model.line(of: record) + (chosen.contains(record) ? ", " + model.say(UI.yes) : "")
    }
    return PlainAccount(
      title: model.say(title),
      lines: texts.isEmpty ? [model.say(UI.noMatch)] : [],
      way: PlainAccount.list(texts, cursor: cursor.place))
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let shown = shown(model)
    let size = Size(columns: min(body.columns - 4, 84), rows: min(body.rows, records.count + 4))
    let inside = pen.window(body.centered(size), title: model.say(title))
    let used = pen.put(pen.glyphs[.promptInput] + " ", at: inside.origin, role: .title)
    field.draw(
      &pen, at: inside.origin.moved(columns: used), width: inside.columns - used,
      placeholder: model.say(UI.typeToFilter))
    let list = inside.splitTop(2).rest
    if shown.isEmpty { pen.put(UI.noMatch, at: list.origin, role: .textMuted) }
    pen.drawList(shown.count, cursor, in: list, isMarked: true, isTyping: true) { pen, index, line in
      draw(shown[index], model, &pen, in: line)
    }
  }

  private func draw(_ record: RecordID, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let check = chosen.isEmpty ? "" : chosen.contains(record) ? pen.glyphs[.check] + " " : "  "
    pen.put(
      [
        (check, .messageSuccess), (model.assessment.label(of: record) + "  ", .textMuted),
        (model.shownName(of: record), .text),
      ], at: line.origin, width: line.columns)
  }
}
