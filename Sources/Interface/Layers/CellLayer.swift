package import Canvas
package import Domain

/// One cell of a grid, typed in where it stands. Enter saves; Tab goes on to the next column, ↓ to the next line.
package struct CellLayer: Layer {
  let kind: RecordKind
  private(set) var field: FieldDescription
  private(set) var records: [RecordID]
  private var text: TextField
  private var original: String
  private var problem: String?
  private var completions: [Completion] = []
  private var next: Motion?
  package private(set) var isDone = false

  /// Nil when there is no record to edit.
  init?(_ field: FieldDescription, _ records: [RecordID], _ model: Model) {
    guard let first = records.first, let kind = model.assessment.kind(of: first) else { return nil }
    self.kind = kind
    self.field = field
    self.records = records
    let values = Set(records.map { model.assessment.value($0, field.key) })
    original =
      values.count == 1
      ? FieldText.edit(model.assessment.value(first, field.key), field, model.assessment, model.language) : ""
    text = TextField(original)
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("save", "保存")), ("Tab", Words("complete / next column", "補完・次の列")),
    ("↑ ↓", Words("save, other line", "保存して上下の行")), ("Ctrl-E", Words("editor", "エディタ")),
    ("Esc", Words("leave", "やめる")),
  ]

  private var isChanged: Bool { text.text != original }
  private func party(_ model: Model) -> RecordID? { model.assessment.party(of: records[0]) }

  package var unsavedText: UnsavedText? {
    guard isChanged else { return nil }
    return UnsavedText(
      kind: kind.rawValue, party: nil, records: records.map(\.text), line: nil,
      fields: [field.name: text.text])
  }

  package func account(_ model: Model) -> PlainAccount {
    let options = field.type.options.map {
      PlainField.Option(said: model.say($0.words), typed: model.say($0.words))
    }
    let hint = FormHint.text(for: field, party: party(model), model)
    let takesSeveral = if case .choices = field.type { true } else { false }
    return PlainAccount(
      title: records.map(model.assessment.label(of:)).joined(separator: " "),
      lines: [problem].compactMap(\.self),
      way: .line(
        PlainField(
          label: model.say(field.words), value: text.text, hint: hint, options: options,
          takesSeveral: takesSeveral)))
  }

  // MARK: Keys

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      guard isChanged else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [text.text], onYes: .discard))
      return .stays
    case .key(.enter), .key(.control("s")): return save(nil, &model)
    case .key(.down): return save(.down, &model)
    case .key(.up): return save(.up, &model)
    case .key(.backTab): return save(.left, &model)
    case .key(.tab): return tab(&model)
    case .key(.control("e")) where records.count == 1: return .stays([.edit(text.text, .form)])
    case .key(let key): type(key, model)
    case .paste(let pasted):
      text.paste(pasted)
      refresh(model)
    }
    return .stays
  }

  private mutating func tab(_ model: inout Model) -> LayerResult {
    guard isChanged, let first = completions.first, !text.head.hasSuffix(first.insert) else {
      return save(.right, &model)
    }
    text.replace(from: first.start, with: first.insert)
    completions = []
    return .stays
  }

  /// Digits and arrows choose from a closed list; all else is typed.
  private mutating func type(_ key: Key, _ model: Model) {
    let options = field.type.options
    if !options.isEmpty, case .character(let digit) = key.halfWidth, let number = digit.wholeNumberValue {
      choose(number - 1, model)
    } else if case .choice = field.type, key == .left || key == .right {
      turn(forward: key == .right, model)
    } else if text.receive(key) {
      refresh(model)
    }
  }

  private mutating func choose(_ index: Int, _ model: Model) {
    let options = field.type.options
    guard options.indices.contains(index) else { return }
    completions = []
    guard case .choices = field.type else {
      text.text = model.say(options[index].words)
      return
    }
    var keys = Set((try? ChoiceReading.keys(text.text, options)) ?? [])
    keys.formSymmetricDifference([options[index].key])
    text.text = options.filter { keys.contains($0.key) }.map { model.say($0.words) }.joined(
      separator: FieldText.separator(model.language))
  }

  private mutating func turn(forward: Bool, _ model: Model) {
    let words = [""] + field.type.options.map { model.say($0.words) }
    let now = words.firstIndex(of: text.text) ?? 0
    text.text = words[(now + (forward ? 1 : words.count - 1)) % words.count]
  }

  private mutating func refresh(_ model: Model) {
    completions = FieldText.completions(
      for: text.head, field: field, kind: kind, party: party(model), assessment: model.assessment,
      language: model.language, limit: 6)
  }

  // MARK: Saving

  /// Text came back from the editor: it is saved, and stays in the cell where it cannot be.
  mutating func edited(_ text: String, _ model: inout Model) -> LayerResult {
    problem = nil
    self.text.text = text
    completions = []
    return save(nil, &model)
  }

  private mutating func save(_ next: Motion?, _ model: inout Model) -> LayerResult {
    self.next = next
    guard isChanged else {
      goOn(&model)
      return isDone ? .closes : .stays
    }
    var pending = 1
    let parsed = FieldText.parse(
      text.text, field: field, kind: kind, party: party(model), assessment: model.assessment,
      language: model.language, today: model.context.today, pending: &pending)
    switch parsed {
    case .failure(let problem):
      self.problem = model.say(problem.words)
      return .stays
    case .success(let parsed):
      let slot = Slot(field.key)
      let act = Effect.perform(parsed.commands + records.map { .set($0, slot, parsed.value) }, .form)
      let known = FieldChange(slot: slot, field: field, began: original, typed: text.text)
      return FieldChange.asking([known], of: records, act, &model) ? .stays : .stays([act])
    }
  }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  /// Opens the cell that comes next, as far as there is one that may be typed in.
  package mutating func goOn(_ model: inout Model) {
    isDone = true
    switch next {
    case .down, .up:
      // What is typed for marked records is theirs alone: no other line follows.
      guard model.marks.isEmpty else { return }
      var state = model.state
      state.walk(next ?? .down, page: 1)
      guard state.cursor != model.state.cursor else { return }
      model.state = state
    case .left, .right:
      let step = next == .right ? 1 : -1
      guard let column = CellEditing.column(from: model.state.column, by: step, model) else { return }
      model.state.column = column
    case .pageUp, .pageDown, .first, .last, nil: return
    }
    let depth = model.layers.count
    let effects = CellEditing.open(&model)
    guard effects.isEmpty, model.layers.count > depth, let opened = model.layers.popLast() as? CellLayer
    else { return }
    self = opened
  }

  // MARK: Drawing

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    guard let line = model.cursorLine,
      let cell = RegisterScreen.plan(model, &pen, width: line.columns).place(model.state.column)?.rect(
        in: line)
    else { return }
    let wanted = field.type == .longText ? line.columns : max(cell.columns, min(line.columns, widest))
    let start = min(cell.column, line.lastColumn + 1 - wanted)
    let rect = Rect(
      column: max(line.column, start), row: line.row, columns: min(wanted, line.columns), rows: 1)
    let around = Rect(column: rect.column - 1, row: rect.row, columns: rect.columns + 2, rows: 1)
    pen.frame.fill(around, ground: .popup)
    text.draw(&pen, at: rect.origin, width: rect.columns, role: isChanged ? .modified : .formValue)
    let isLast = line.row + 1 >= model.layout.main.lastRow
    let below = Rect(
      column: model.layout.inside.column, row: line.row + (isLast ? -1 : 1),
      columns: model.layout.inside.columns, rows: 1)
    pen.frame.fill(below, ground: .popup)
    pen.put(hint(model, pen.glyphs), at: below.origin.moved(columns: 2), width: below.columns - 3)
  }

  private var widest: Int {
    switch field.type {
    case .step, .flag, .integer, .number, .day: 12
    default: 36
    }
  }

  /// What is typed in, where it is not just the line under the cursor.
  private func whose(_ model: Model) -> String {
    if records.count > 1 { return Sentence.count(records.count, kind, model.language) + "  " }
    return records == [model.current] ? "" : model.assessment.label(of: records[0]) + "  "
  }

  private func hint(_ model: Model, _ glyphs: Glyphs) -> [(String, Role)] {
    let head: [(String, Role)] = [(whose(model) + model.say(field.words) + "  ", .formLabel)]
    if let problem { return [(problem, .formError)] }
    let options = field.type.options
    if !options.isEmpty, completions.isEmpty {
      let on = Set((try? ChoiceReading.keys(text.text, options)) ?? [])
      return head
        + options.enumerated().flatMap { index, option -> [(String, Role)] in
          let isOn = on.contains(option.key)
          let mark = isOn ? glyphs[.check] : ""
          return [
            ("\(index + 1) ", .footerKey),
            (mark + model.say(option.words) + "  ", isOn ? .textStrong : .text),
          ]
        }
    }
    if !completions.isEmpty {
      return head + [("Tab ", .footerKey), (completions.map(\.display).joined(separator: "  "), .text)]
    }
    return head + [(FormHint.text(for: field, party: party(model), model), .textMuted)]
  }
}
