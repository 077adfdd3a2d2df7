import Canvas
package import Domain

/// A reading typed at the foot of the screen while its objective or service level stays in view: the value, and a
/// date where it is another than the one proposed. What it would come to is shown before it is stored.
package struct ReadingLayer: Layer {
  /// The objective or service level measured.
  private(set) var subject: RecordID
  /// The day meant while none is typed; nil for today.
  private(set) var day: Day?
  private(set) var field: TextField
  private(set) var problem: String?
  private var goesOn = false
  package private(set) var isDone = false

  package let footRows = 4

  init(_ subject: RecordID, on day: Day? = nil, typed: String = "") {
    self.subject = subject
    self.day = day
    field = TextField(typed)
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("record", "記録")), ("↓", Words("record, next line", "記録して次の行へ")),
    ("Esc", Words("cancel", "取消")),
  ]

  package var unsavedText: UnsavedText? {
    guard !field.text.trimmed.isEmpty else { return nil }
    return UnsavedText(
      kind: RecordKind.reading.rawValue, party: nil, records: [subject.text], line: nil,
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
    case .paste(let text): return paste(text, &model)
    }
    return .stays
  }

  /// Several lines are a column of dates and values: shown as a table before any of them is stored.
  private mutating func paste(_ text: String, _ model: inout Model) -> LayerResult {
    guard field.isEmpty, PastedText.isSeveral(text) else {
      field.paste(text)
      return .stays
    }
    model.layers.append(PasteLayer(text, Self.birth(of: subject, model), model))
    return .closes
  }

  /// A reading that is only short of its date and value.
  static func birth(of subject: RecordID, _ model: Model) -> Birth {
    let isObjective = model.assessment.kind(of: subject) == .objective
    let slot = Slot(isObjective ? Reading.objective.key : Reading.serviceLevel.key)
    let party = model.assessment.party(of: subject) ?? model.party ?? model.assessment.participants.first
    return Birth(.reading, party: party, defaults: [slot: .reference(subject)])
  }

  // MARK: What was typed

  func unit(_ model: Model) -> String? {
    model.assessment.kind(of: subject) == .objective
      ? model.assessment[subject, Objective.measureUnit] : model.assessment[subject, Commitment.unit]
  }

  /// What the line says so far.
  enum Typed {
    case nothing
    case reading(Double, Day)
    case problem(Words)
  }

  func typed(_ model: Model) -> Typed {
    let text = TypedText.token(field.text)
    guard !text.isEmpty else { return .nothing }
    let (number, rest) = Self.split(text)
    let unit = unit(model).map(TypedText.token) ?? ""
    let bare = [unit, "%"].first { !$0.isEmpty && number.hasSuffix($0) }.map {
      String(number.dropLast($0.count))
    }
    guard case .number(let value)? = parsed(bare ?? number, Reading.value.field, model) else {
      return .problem(Words("“\(number)” is no number.", "「\(number)」は数値ではありません。"))
    }
    guard !rest.isEmpty else { return .reading(value, day ?? model.context.today) }
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
      text, field: field, kind: .reading, party: model.assessment.party(of: subject),
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
      let isObjective = model.assessment.kind(of: subject) == .objective
      let party = model.assessment.party(of: subject) ?? model.party ?? model.assessment.participants.first
      var draft = Draft(.reading, party: party)
      draft.set(isObjective ? Reading.objective : Reading.serviceLevel, subject)
      draft.set(Reading.value, value)
      draft.set(Reading.date, day)
      draft.set(Reading.cycle, model.assessment.cycle(ofNew: day, today: model.context.today))
      return .stays([.perform([.create(draft)], .step)])
    }
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { field.text = "" }

  package mutating func goOn(_ model: inout Model) {
    if field.isEmpty, let (status, words) = standing(model) {
      let text = model.assessment.label(of: subject) + "  " + model.glyphs[status.glyph] + " "
      model.notice = Notice(text + model.say(words), .info)
    }
    guard goesOn, let next = following(model) else {
      isDone = true
      return
    }
    goesOn = false
    subject = next
    _ = model.select(next)
    day = EvaluationScreen.dayToRead(next, model)
  }

  /// How the objective stands, or the period just measured.
  private func standing(_ model: Model) -> (AchievementStatus, Words)? {
    let (today, assessment) = (model.context.today, model.assessment)
    guard assessment.kind(of: subject) == .commitment else {
      let achievement = assessment.achievement(of: subject, today: today)
      return (achievement.status, achievement.words)
    }
    return period(of: day ?? today, model).map { ($0.status, $0.status.words) }
  }

  func period(of day: Day, _ model: Model) -> ServicePeriod? {
    model.assessment.servicePeriods(of: subject, today: model.context.today)
      .first { $0.from <= day && $0.until >= day }
  }

  /// What is measured on the next line that can be, of the same kind.
  private func following(_ model: Model) -> RecordID? {
    let kind = model.assessment.kind(of: subject)
    return model.state.rows.dropFirst(model.state.cursor + 1).lazy.compactMap(\.record)
      .first { model.assessment.kind(of: $0) == kind }
  }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

}
