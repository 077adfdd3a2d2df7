package import Canvas
package import Domain

/// The quick-entry line: one record per line, understood as it is typed; Enter saves and keeps it open.
package struct EntryLayer: Layer {
  let birth: Birth
  var field = TextField()
  var reading: EntryReading
  var problem: String?
  var completions: [Completion] = []
  /// Lines given before, for ↑.
  var past: [String] = []
  var pastIndex: Int?

  package let footRows = 5

  package var unsavedText: UnsavedText? { field.text.trimmed.isEmpty ? nil : UnsavedText(self) }

  package init(_ birth: Birth, _ model: Model) {
    self.birth = birth
    reading = EntryLayer.read("", birth, model)
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("save, next", "保存して次へ")), ("Tab", Words("complete", "補完")),
    ("↑", Words("last line", "前の行")), ("Esc", Words("close", "閉じる")),
  ]

  private static func read(_ text: String, _ birth: Birth, _ model: Model) -> EntryReading {
    EntryLine.read(
      text, kind: birth.kind, party: birth.party, defaults: birth.defaults, assessment: model.assessment,
      context: model.context, language: model.language)
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      if field.text.trimmed.isEmpty { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [field.text], onYes: .discard))
      return .stays
    case .key(.enter): return save(model)
    case .key(.control("f")):
      model.layers.append(FormLayer(reading, birth, model))
      return .closes
    case .key(.tab): complete(model)
    case .key(.up): recall(-1)
    case .key(.down): recall(1)
    case .key(let key): _ = field.receive(key)
    case .paste(let text): field.paste(text)
    }
    refresh(model)
    return .stays
  }

  private mutating func refresh(_ model: Model) {
    reading = Self.read(field.text, birth, model)
    completions =
      field.isEmpty
      ? [] : reading.completions(at: field.head.count, model.assessment, model.context, model.language)
  }

  private mutating func save(_ model: Model) -> LayerResult {
    guard !field.text.trimmed.isEmpty else { return .closes }
    if let first = reading.problems.first {
      problem = "\(first.column): " + model.say(first.words)
      return .stays
    }
    return .stays([.perform(reading.commands, .entryLine)])
  }

  private mutating func complete(_ model: Model) {
    guard let first = completions.first else { return }
    field.text = String(field.text.prefix(first.start)) + first.insert
  }

  private mutating func recall(_ step: Int) {
    guard !past.isEmpty else { return }
    let index = max(0, min(past.count, (pastIndex ?? past.count) + step))
    pastIndex = index
    field.text = index < past.count ? past[index] : ""
  }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  package mutating func saved(_ changes: [Change], _ model: Model) {
    past.append(field.text)
    pastIndex = nil
    field.text = ""
    completions = []
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let main = model.layout.main.inset()
    let area = main.splitBottom(footRows).bottom
    pen.frame.fill(area)
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let inside = area.inset(columns: 1, rows: 0).splitTop(1).rest
    let prompt = model.say(birth.kind.description.words) + " " + pen.glyphs[.promptInput] + " "
    let used = pen.put(prompt, at: inside.origin, role: .title)
    field.draw(
      &pen, at: inside.origin.moved(columns: used), width: inside.columns - used,
      placeholder: EntryExample.line(for: birth.kind, model.language))
    drawBelow(model, &pen, in: inside.splitTop(1).rest.inset(columns: 2, rows: 0))
  }

  private func drawBelow(_ model: Model, _ pen: inout Pen, in area: Rect) {
    var row = 0
    let sentence =
      problem ?? (field.isEmpty ? nil : reading.problems.first.map { "\($0.column): " + model.say($0.words) })
    if let sentence {
      pen.put(sentence, at: area.line(row).origin, role: .messageError, width: area.columns)
      row += 1
    }
    if !field.isEmpty {
      for line in reading.preview(model.language) where row < area.rows - (completions.isEmpty ? 0 : 1) {
        pen.put(line, at: area.line(row).origin, role: .textMuted, width: area.columns)
        row += 1
      }
    }
    guard !completions.isEmpty, area.rows > 0 else { return }
    let text = completions.map(\.display).joined(separator: "  ")
    pen.put([("Tab ", .footerKey), (text, .text)], at: area.line(area.rows - 1).origin, width: area.columns)
  }
}
