package import Canvas
package import Domain

/// All fields of a record, made from its description. Applied to marked records it sets what was changed in all.
package struct FormLayer: Layer {
  /// One field of the form.
  struct Line: Sendable {
    let slot: Slot
    let field: FieldDescription
    let original: String
    var text: TextField
    var isChanged: Bool { text.text != original }
  }

  let kind: RecordKind
  let party: RecordID?
  /// What the record to be is made for; nil when records are edited.
  let birth: Birth?
  /// Records being edited; empty for a new one.
  let records: [RecordID]
  var lines: [Line]
  var cursor = 0
  var problem: String?
  var completions: [Completion] = []
  package private(set) var isDone = false
  /// Letters of a field's name, while one is looked for.
  var sought: String?

  package let hints: [(String, Words)] = [
    ("Ctrl-S", Words("save", "保存")), ("Tab / ↑↓", Words("next field", "次の欄")),
    ("Ctrl-F", Words("find field", "欄を探す")), ("Ctrl-E", Words("editor", "エディタ")),
    ("← →", Words("choose", "選択")), ("Esc", Words("cancel", "取消")),
  ]

  /// A form for records of one kind: of one its values are shown, of several none. The cursor stands on `field`, else
  /// on the first.
  package init(editing records: [RecordID], at field: FieldKey? = nil, _ model: Model) {
    let first = records[0]
    kind = model.assessment.kind(of: first) ?? .comment
    // Persons named on a party's own line are its own.
    party = kind == .party ? first : model.assessment.party(of: first)
    birth = nil
    self.records = records
    lines = Self.lines(kind, model) { slot in
      records.count == 1 ? model.assessment.value(first, slot) : nil
    }
    cursor = lines.firstIndex { $0.slot.key == field } ?? 0
  }

  /// A form for a record to be.
  package init(_ birth: Birth, _ model: Model) {
    self.birth = birth
    kind = birth.kind
    party = birth.party
    records = []
    lines = Self.lines(kind, model) { birth.defaults[$0] }
  }

  private static func lines(_ kind: RecordKind, _ model: Model, _ value: (Slot) -> Value?) -> [Line] {
    kind.description.fields.filter { !$0.isComputed }.flatMap { field in
      let slots =
        field.perParty
        ? (model.party.map { [$0] } ?? model.assessment.ids(.party)).map { Slot(field.key, party: $0) }
        : [Slot(field.key)]
      return slots.map { slot in
        let text = FieldText.edit(value(slot), field, model.assessment, model.language)
        return Line(slot: slot, field: field, original: text, text: TextField(text))
      }
    }
  }

  var isChanged: Bool { lines.contains(where: \.isChanged) }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    if let sought {
      seek(sought, input, model)
      return .stays
    }
    switch input {
    case .key(.escape), .key(.control("c")):
      guard isChanged else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, onYes: .discard))
      return .stays
    case .key(.control("s")): return save(&model)
    case .key(.enter):
      if cursor == lines.count - 1 { return save(&model) }
      moveTo(cursor + 1, model)
      return .stays
    case .key(.control("e")): return .stays([.edit(lines[cursor].text.text, .form)])
    case .key(.control("f")): sought = ""
    case .key(.tab): return tab(model)
    case .key(.backTab), .key(.up): moveTo(cursor - 1, model)
    case .key(.down): moveTo(cursor + 1, model)
    case .key(.pageDown): moveTo(cursor + 8, model)
    case .key(.pageUp): moveTo(cursor - 8, model)
    case .key(let key): type(key, model)
    case .paste(let text):
      lines[cursor].text.paste(text)
      refresh(model)
    }
    return .stays
  }

  mutating func moveTo(_ index: Int, _ model: Model) {
    cursor = max(0, min(lines.count - 1, index))
    completions = []
  }

  private mutating func tab(_ model: Model) -> LayerResult {
    if let first = completions.first, lines[cursor].isChanged, lines[cursor].text.text != first.insert {
      lines[cursor].text.replace(from: first.start, with: first.insert)
      completions = []
    } else {
      moveTo(cursor + 1, model)
    }
    return .stays
  }

  private mutating func type(_ key: Key, _ model: Model) {
    let options = lines[cursor].field.type.options
    if case .choice = lines[cursor].field.type, key == .left || key == .right {
      turn(options, forward: key == .right, model)
    } else if lines[cursor].text.receive(key) {
      refresh(model)
    }
  }

  /// ← and → walk through the allowed values, with "unset" between last and first.
  private mutating func turn(_ options: [ChoiceOption], forward: Bool, _ model: Model) {
    let words = [""] + options.map { model.say($0.words) }
    let now = words.firstIndex(of: lines[cursor].text.text) ?? 0
    let next = (now + (forward ? 1 : words.count - 1)) % words.count
    lines[cursor].text.text = words[next]
    completions = []
  }

  private mutating func refresh(_ model: Model) {
    let line = lines[cursor]
    completions = FieldText.completions(
      for: line.text.head, field: line.field, kind: kind, party: party, assessment: model.assessment,
      language: model.language, limit: 6)
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  package var unsavedText: UnsavedText? { isChanged ? UnsavedText(self) : nil }

  mutating func edited(_ text: String) {
    lines[cursor].text.text = text
  }

  // MARK: Saving

  mutating func save(_ model: inout Model) -> LayerResult {
    var pending = 1
    var values: [Slot: Value?] = [:]
    var extra: [Command] = []
    for (index, line) in lines.enumerated() where line.isChanged || (records.isEmpty && !line.text.isEmpty) {
      switch FieldText.parse(
        line.text.text, field: line.field, kind: kind, party: party, assessment: model.assessment,
        language: model.language, today: model.context.today, pending: &pending)
      {
      case .success(let parsed):
        values[line.slot] = .some(parsed.value)
        extra += parsed.commands
      case .failure(let problem):
        cursor = index
        self.problem = model.say(line.field.words) + ": " + model.say(problem.words)
        return .stays
      }
    }
    guard !values.isEmpty else { return .closes }
    let act = Effect.perform(extra + commands(values, model), .form)
    let typed = lines.filter(\.isChanged).map {
      FieldChange(slot: $0.slot, field: $0.field, began: $0.original, typed: $0.text.text)
    }
    return FieldChange.asking(typed, of: records, act, &model) ? .stays : .stays([act])
  }

  private func commands(_ given: [Slot: Value?], _ model: Model) -> [Command] {
    guard records.isEmpty else {
      return records.flatMap { kind.setting(given, of: $0) }
    }
    var values = given
    // As on an entry line a step goes to the end of its chain where it is given no place.
    let order = Slot(ChainStep.order.key)
    if case .some(.some(.reference(let chain))) = given[Slot(ChainStep.chain.key)], values[order] == nil {
      values[order] = .some(.integer(model.assessment.lastStep(of: chain) + 1))
    }
    if let fields = kind.cycleFields { settle(fields, &values, model) }
    let create = Command.create(Draft(kind, party: party, values: values.compactMapValues { $0 }))
    return [create] + (birth?.linking([create]) ?? [])
  }

  /// As on an entry line a cycle that nobody typed follows from the day, and stands where nothing is said of it.
  private func settle(
    _ fields: (cycle: Attribute<Int>, day: Attribute<Day>), _ values: inout [Slot: Value?], _ model: Model
  ) {
    let (cycle, day) = (Slot(fields.cycle.key), Slot(fields.day.key))
    let typed = lines.filter(\.isChanged).map(\.slot)
    guard !typed.contains(cycle), typed.contains(day) || values[cycle] == nil else { return }
    var said: Day?
    if case .some(.some(.day(let own))) = values[day] { said = own }
    values[cycle] = .some(.integer(model.assessment.cycle(ofNew: said, today: model.context.today)))
  }

  // MARK: Drawing

  private static let widest = 92

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    // On a narrow terminal its borders lie on those of the screen.
    let columns = body.columns < Self.widest + 4 ? body.columns : Self.widest
    let inside = pen.window(body.centered(Size(columns: columns, rows: body.rows)), title: title(model))
    let (list, foot) = inside.splitBottom(2 + max(1, problemLines(inside.columns, inside.rows).count))
    let top = max(0, min(cursor - list.rows / 2, lines.count - list.rows))
    let labels = min(28, inside.columns / 3)
    for (offset, line) in lines.dropFirst(top).prefix(list.rows).enumerated() {
      draw(line, isCursor: top + offset == cursor, model, &pen, in: list.line(offset), labels)
    }
    drawFoot(model, &pen, in: foot)
  }

  /// What is edited, or that something new is, and whose where it could be another's.
  func title(_ model: Model) -> String {
    let name = model.say(kind.description.words)
    if records.isEmpty {
      let whose = party.flatMap { model.assessment.count(.party) > 1 ? model.shortName(of: $0) : nil }
      let rest = whose.map { " " + model.glyphs[.separator] + " " + $0 } ?? ""
      return model.say(UI.newRecord) + ": " + name + rest
    }
    if records.count == 1 {
      return model.say(UI.edit) + ": " + name + " " + model.assessment.label(of: records[0])
    }
    return model.say(UI.edit) + ": " + name + " \(records.count) " + model.say(UI.records)
  }

  private func draw(
    _ line: Line, isCursor: Bool, _ model: Model, _ pen: inout Pen, in rect: Rect, _ labels: Int
  ) {
    if isCursor { pen.frame.paint(rect, ground: .selection) }
    let whose = line.slot.party.map { " " + (model.assessment[$0, Party.partyKey] ?? "") } ?? ""
    let mark = isNeeded(line.field, model) ? pen.glyphs[.required] : " "
    pen.put(mark, at: rect.origin, role: .formRequired)
    pen.put(
      model.say(line.field.words) + whose, at: rect.origin.moved(columns: 2), role: .formLabel,
      width: labels - 3)
    let place = rect.origin.moved(columns: labels)
    line.text.draw(
      &pen, at: place, width: rect.columns - labels, role: line.isChanged ? .modified : .formValue,
      hasFocus: isCursor)
  }

  /// What is wrong, whole unless that leaves no room for the fields.
  private func problemLines(_ columns: Int, _ rows: Int) -> [String] {
    let lines = problem.map { DisplayWidth.wrap($0, to: max(8, columns)).map(String.init) } ?? []
    return Array(lines.prefix(max(3, rows / 3)))
  }

  private func drawFoot(_ model: Model, _ pen: inout Pen, in foot: Rect) {
    pen.frame.rule(
      from: Point(column: foot.column - 2, row: foot.row), columns: foot.columns + 4, role: .borderFocus,
      glyphs: pen.glyphs)
    let area = foot.splitTop(1).rest
    let miss = self.miss(model)
    if let sought {
      drawSearch(sought, model, &pen, in: area)
    } else if problem != nil {
      drawProblem(&pen, in: area)
    } else if !completions.isEmpty {
      let text = completions.map(\.display).joined(separator: "  ")
      pen.put([("Tab ", .footerKey), (text, .text)], at: area.origin, width: area.columns)
    } else {
      pen.put(hint(model), at: area.origin, role: .textMuted, width: area.columns)
    }
    let last = area.splitBottom(1).bottom
    if let miss {
      pen.put(model.say(miss), at: last.origin, role: .formError, width: last.columns)
    } else {
      pen.put(model.say(UI.requiredMark), at: last.origin, role: .textMuted, width: last.columns)
    }
  }

  private func drawProblem(_ pen: inout Pen, in area: Rect) {
    for (offset, text) in problemLines(area.columns, .max).prefix(area.rows).enumerated() {
      pen.put(text, at: area.line(offset).origin, role: .formError, width: area.columns)
    }
  }

  private func drawSearch(_ sought: String, _ model: Model, _ pen: inout Pen, in area: Rect) {
    let place = pen.put(model.say(UI.findField) + " ", at: area.origin, role: .title)
    TextField(sought).draw(&pen, at: area.origin.moved(columns: place), width: area.columns - place)
  }

  private func hint(_ model: Model) -> String {
    FormHint.text(for: lines[cursor].field, party: party, model)
  }
}

extension FieldDescription {
  /// Written by the program as a consequence and by nobody's hand.
  var isComputed: Bool {
    isKept || key == PolicyDocument.approvedVersion.key || isOfBlindRound
  }
}
