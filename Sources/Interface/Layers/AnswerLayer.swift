package import Canvas
package import Domain

/// The words that an answer needs before it stands: why, until when, and for a party that never comes from where.
package struct AnswerLayer: Layer {
  private let clauses: [RecordID]
  private let party: RecordID
  private let answer: Answer
  private let fields: [FieldDescription]
  private var texts: [TextField]
  /// What stood there to begin with.
  private let original: [String]
  private var cursor = 0
  private var problem: String?
  package private(set) var isDone = false

  /// - Parameters:
  ///   - clauses: What is answered; the first says what stands there already.
  ///   - party: Who answers.
  ///   - answer: What it says.
  ///   - model: Where the fields are found.
  init(_ clauses: [RecordID], _ party: RecordID, _ answer: Answer, _ model: Model) {
    self.clauses = clauses
    self.party = party
    self.answer = answer
    let isDocumentary = model.assessment[party, Party.participation] == .documentary
    let fields =
      (answer.needsReason ? [Commitment.answerReason.field] : [])
      + (answer.needsDue ? [Commitment.answerDue.field] : [])
      + (isDocumentary ? [Commitment.answerSource.field] : [])
    self.fields = fields
    original = fields.map { field in
      let value = clauses.first.flatMap { model.assessment.value($0, Slot(field.key, party: party)) }
      return FieldText.edit(value, field, model.assessment, model.language)
    }
    texts = original.map { TextField($0) }
  }

  /// The same with words typed earlier; nil where it asks for others now.
  init?(_ clauses: [RecordID], _ party: RecordID, _ answer: Answer, typed: [TextField], _ model: Model) {
    self.init(clauses, party, answer, model)
    guard typed.count == texts.count else { return nil }
    texts = typed
  }

  package var unsavedText: UnsavedText? {
    texts.map(\.text) == original
      ? nil : UnsavedText(answering: .reply(to: clauses, by: party, answer), texts.map(\.text))
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("next / save", "次へ・保存")), ("Tab", Words("next", "次へ")), ("Esc", Words("cancel", "取消")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      guard texts.contains(where: { !$0.text.trimmed.isEmpty }) else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: texts.map(\.text), onYes: .discard))
    case .key(.control("s")): return save(model)
    case .key(.enter):
      if cursor == fields.count - 1 { return save(model) }
      guard !texts[cursor].text.trimmed.isEmpty else {
        return stop(at: cursor, Answering.missing(fields[cursor], answer), model)
      }
      cursor += 1
    case .key(.tab), .key(.down): cursor = (cursor + 1) % fields.count
    case .key(.backTab), .key(.up): cursor = (cursor + fields.count - 1) % fields.count
    case .key(let key): _ = texts[cursor].receive(key)
    case .paste(let text): texts[cursor].paste(text)
    }
    return .stays
  }

  private mutating func save(_ model: Model) -> LayerResult {
    var words = Answering.Words()
    for (place, field) in fields.enumerated() {
      let text = texts[place].text.trimmed
      guard !text.isEmpty || field.key == Commitment.answerSource.key else {
        return stop(at: place, Answering.missing(field, answer), model)
      }
      var pending = 1
      let parsed = FieldText.parse(
        text, field: field, kind: .commitment, party: party, assessment: model.assessment,
        language: model.language, today: model.context.today, pending: &pending)
      switch parsed {
      case .failure(let problem): return stop(at: place, problem.words, model)
      case .success(let parsed): words[field.key] = parsed.value
      }
    }
    let commands = Answering.commands(clauses, party, answer, words, today: model.context.today)
    return .stays([.perform(commands, .form)])
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  private mutating func stop(at place: Int, _ words: Domain.Words, _ model: Model) -> LayerResult {
    cursor = place
    problem = model.say(words)
    return .stays
  }

  // MARK: Drawing

  private static let labelColumns = 18

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 76), rows: fields.count + 6)
    let kind = clauses.first.flatMap { model.assessment[$0, Commitment.kind] }
    let look = AnswerLook(answer, to: kind)
    let title = model.name(of: party) + "  " + pen.glyphs[look.glyph] + " " + model.say(look.words)
    let inside = pen.window(body.centered(size), title: title)
    let what =
      clauses.count == 1
      ? model.assessment.label(of: clauses[0]) + " " + (model.assessment.title(of: clauses[0]) ?? "")
      : Sentence.count(clauses.count, .commitment, model.language)
    pen.put(what, at: inside.origin, role: .textStrong, width: inside.columns)
    for (place, field) in fields.enumerated() {
      let line = inside.line(2 + place)
      pen.put(field.words, at: line.origin, role: .formLabel, width: Self.labelColumns - 1)
      texts[place].draw(
        &pen, at: line.origin.moved(columns: Self.labelColumns), width: line.columns - Self.labelColumns,
        placeholder: field.key == Commitment.answerDue.key ? "2027-03" : "", hasFocus: place == cursor)
    }
    pen.put(
      problem ?? "", at: inside.line(fields.count + 3).origin, role: .messageError, width: inside.columns)
  }
}
