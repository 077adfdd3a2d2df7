package import Canvas
package import Domain

/// A reading typed at the foot of the cascade while its objective stays in view: the value, and a date where it is
/// not today's. What it would come to is shown before it is stored.
package struct ReadingLayer: Layer {
  private(set) var objective: RecordID
  private var field = TextField()
  private var problem: String?
  private var goesOn = false
  package private(set) var isDone = false

  package let footRows = 4

  init(_ objective: RecordID) { self.objective = objective }

  package let hints: [(String, Words)] = [
    ("Enter", Words("record", "記録")), ("↓", Words("record, next objective", "記録して次の目的へ")),
    ("Esc", Words("cancel", "取消")),
  ]

  package var unsavedText: UnsavedText? {
    guard !field.text.trimmed.isEmpty else { return nil }
    return UnsavedText(
      kind: RecordKind.reading.rawValue, party: nil, records: [objective.text], line: nil,
      fields: [Reading.value.field.name: field.text])
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      guard !field.text.trimmed.isEmpty else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [field.text], onYes: .discard))
    case .key(.enter): return record(thenGoOn: false, &model)
    case .key(.down): return record(thenGoOn: true, &model)
    case .key(let key): _ = field.receive(key)
    case .paste(let text): field.paste(text)
    }
    return .stays
  }

  // MARK: What was typed

  private enum Typed {
    case nothing
    case reading(Double, Day)
    case problem(Words)
  }

  private func typed(_ model: Model) -> Typed {
    let text = TypedText.token(field.text)
    guard !text.isEmpty else { return .nothing }
    let (number, rest) = Self.split(text)
    let unit = model.assessment[objective, Objective.measureUnit].map(TypedText.token) ?? ""
    let bare = [unit, "%"].first { !$0.isEmpty && number.hasSuffix($0) }.map {
      String(number.dropLast($0.count))
    }
    guard case .number(let value)? = parsed(bare ?? number, Reading.value.field, model) else {
      return .problem(Words("“\(number)” is no number.", "「\(number)」は数値ではありません。"))
    }
    guard !rest.isEmpty else { return .reading(value, model.context.today) }
    guard case .day(let day)? = parsed(Self.monthAndDay(rest), Reading.date.field, model) else {
      return .problem(
        Words("“\(rest)” is no date: 11/20 or 2026-11-20.", "「\(rest)」は日付ではありません。11/20、2026-11-20 など。"))
    }
    guard day <= model.context.today else {
      return .problem(Words("\(day.text) is yet to come.", "\(day.text) は未来の日付です。"))
    }
    return .reading(value, day)
  }

  /// The value, and what follows it; `on:` before the date may stand or not.
  private static func split(_ text: String) -> (number: String, rest: String) {
    guard let gap = text.firstIndex(where: \.isWhitespace) else { return (text, "") }
    var rest = String(text[gap...]).trimmed
    for token in Reading.date.field.tokens where rest.hasPrefix(token) {
      rest = String(rest.dropFirst(token.count)).trimmed
    }
    return (String(text[..<gap]), rest)
  }

  /// A month and a day, however they are set apart, as dates without a year are written.
  private static func monthAndDay(_ text: String) -> String {
    let numbers = text.split { "/-.月日".contains($0) }.compactMap { Int($0) }
    return numbers.count == 2 ? "\(numbers[0])/\(numbers[1])" : text
  }

  private func parsed(_ text: String, _ field: FieldDescription, _ model: Model) -> Value? {
    var pending = 1
    let result = FieldText.parse(
      text, field: field, kind: .reading, party: model.assessment.party(of: objective),
      assessment: model.assessment, language: model.language, today: model.context.today, pending: &pending)
    guard case .success(let parsed) = result else { return nil }
    return parsed.value
  }

  // MARK: Recording

  private mutating func record(thenGoOn: Bool, _ model: inout Model) -> LayerResult {
    switch typed(model) {
    case .nothing:
      goesOn = thenGoOn
      goOn(&model)
      return isDone ? .closes : .stays
    case .problem(let words):
      problem = model.say(words)
      return .stays
    case .reading(let value, let day):
      goesOn = thenGoOn
      var draft = Draft(.reading, party: model.assessment.party(of: objective))
      draft.set(Reading.objective, objective)
      draft.set(Reading.value, value)
      draft.set(Reading.date, day)
      draft.set(Reading.cycle, model.assessment.cycle)
      return .stays([.perform([.create(draft)], .step)])
    }
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { field.text = "" }

  package mutating func goOn(_ model: inout Model) {
    let status = model.assessment.achievement(of: objective, today: model.context.today).status
    if field.isEmpty {
      let text = model.assessment.label(of: objective) + "  " + model.glyphs[status.glyph] + " "
      model.notice = Notice(text + model.say(status.words), .info)
    }
    guard goesOn, let next = following(model) else {
      isDone = true
      return
    }
    goesOn = false
    objective = next
    _ = model.select(next)
  }

  /// The objective on the next line that is one.
  private func following(_ model: Model) -> RecordID? {
    model.state.rows.dropFirst(model.state.cursor + 1).lazy.compactMap(\.record)
      .first { model.assessment.kind(of: $0) == .objective }
  }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  // MARK: Drawing

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.foot(footRows, of: model.layout.main.inset()).inset(columns: 2, rows: 0)
    pen.put(asked(model), at: inside.origin, width: inside.columns)
    let used = pen.put(
      [(model.say(Words("Reading ", "測定値 ")), .title), (pen.glyphs[.promptInput] + " ", .title)],
      at: inside.line(1).origin, width: inside.columns)
    field.draw(
      &pen, at: inside.line(1).origin.moved(columns: used), width: inside.columns - used,
      placeholder: model.say(Words("7   or with its date: 7 11/20", "7　日付を添えるなら 7 11/20")))
    let line = inside.line(2)
    if let problem {
      pen.put(problem, at: line.origin, role: .messageError, width: line.columns)
    } else {
      pen.put(outlook(model, pen.glyphs), at: line.origin, width: line.columns)
    }
  }

  /// `O-6  incidents (cases, sum over the period)`
  private func asked(_ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let aggregation = assessment[objective, Objective.aggregation] ?? .last
    let facts = [
      assessment[objective, Objective.measureUnit], model.say(aggregation.words),
      assessment[objective, Objective.frequency].map { model.say($0.words) },
    ].compactMap(\.self)
    return [
      (assessment.label(of: objective) + "  ", .textMuted),
      (assessment[objective, Objective.measure] ?? assessment.title(of: objective) ?? "", .textStrong),
      ("  " + facts.joined(separator: " \(model.glyphs[.separator]) "), .textMuted),
    ]
  }

  /// What the typed value would bring it to: `2026-11-20   8 ⟶ 5 ⟶ max 4   ✗ missed`
  private func outlook(_ model: Model, _ glyphs: Glyphs) -> [(String, Role)] {
    let (today, assessment) = (model.context.today, model.assessment)
    switch typed(model) {
    case .problem(let words): return [(model.say(words), .textMuted)]
    case .nothing:
      return [(model.say(Words("Of today unless a date follows the value.", "日付を添えなければ本日の値です。")), .textMuted)]
    case .reading(let value, let day):
      let after = assessment.achievement(of: objective, today: today, adding: value, on: day)
      let arrow = " " + glyphs[.arrowRight] + " "
      let way = [
        after.base?.short ?? glyphs[.absent], after.value?.short ?? glyphs[.absent],
        ObjectiveFacts.goal(objective, after, model) ?? glyphs[.absent],
      ].joined(separator: arrow)
      let relative = ObjectiveFacts.relative(objective, model).map { " (\($0.text))" } ?? ""
      return [
        (day.text + "   ", .textMuted), (way + relative + "   ", .text),
        (glyphs[after.status.glyph] + " " + model.say(after.status.words), after.status.role),
      ]
    }
  }
}
