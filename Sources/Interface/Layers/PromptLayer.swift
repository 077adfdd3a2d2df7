package import Canvas
package import Domain

/// One line asked for: a reason, a name, a file.
package struct PromptLayer: Layer {
  package let question: Words
  /// What the answer is for.
  package let purpose: Purpose
  var field: TextField
  var problem: String?
  /// What stood there to begin with.
  private let original: String

  /// What becomes of the answer.
  package enum Purpose: Hashable, Codable, Sendable {
    case saveDemo
    case saveCopy
    /// The file that is to come in.
    case importFile
    case comment(RecordID)
    /// The reason for leaving the lines meant out of the statement of applicability.
    case excludeControls
    /// A field of the statements on the lines meant, as text.
    case controlField(FieldKey)
    /// The name under which the present way of looking is kept.
    case saveView
    /// Why a risk is rated where it was moved to.
    case rate(RecordID, RatingKind, likelihood: Int, consequence: Int)
    /// What was asked at a place of a walk, then what was answered.
    case ask(WalkPlace)
    case answer(WalkPlace)
    /// A line for the auditor's own file, and which file that is.
    case walkNote(WalkPlace)
    case openNotes(WalkPlace)
    /// The conclusion with which a walk ends.
    case endWalk
    /// The file that a report goes to.
    case writeReport(ReportOrder)
  }

  package init(_ question: Words, _ purpose: Purpose, text: String = "") {
    self.question = question
    self.purpose = purpose
    original = text
    field = TextField(text)
  }

  /// The question with an answer begun earlier.
  init(_ question: Words, _ purpose: Purpose, typed text: String) {
    self.init(question, purpose)
    field = TextField(text)
  }

  package var unsavedText: UnsavedText? {
    field.text == original ? nil : UnsavedText(answering: .line(question, purpose), [field.text])
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("go on", "決定")), ("Esc", Words("cancel", "取消")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch input {
    case .paste(let text): field.paste(text)
    case .key(.escape), .key(.control("c")):
      guard !field.text.trimmed.isEmpty, field.text != original else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [field.text], onYes: .discard))
    case .key(.enter): return answer(&model)
    case .key(let key): _ = field.receive(key)
    }
    return .stays
  }

  private mutating func answer(_ model: inout Model) -> LayerResult {
    let text = field.text.trimmed
    switch purpose {
    case .saveDemo: return .closes(text.isEmpty ? [.quit] : [.saveCopy(text), .quit])
    case .saveCopy: return text.isEmpty ? .closes : .closes([.saveCopy(text)])
    case .importFile: return text.isEmpty ? .closes : .closes(model.openImport(text))
    case .comment(let record): return text.isEmpty ? .closes : .closes(Self.comment(text, on: record, model))
    case .saveView:
      let name = text.isEmpty ? model.filterText ?? "" : text
      return name.isEmpty ? .closes : .closes([.perform(SavedViews.save(name, model), .decision)])
    case .ask(let place): return ask(text, at: place, &model)
    case .answer(let place): return answer(text, at: place, model)
    case .walkNote(let place): return note(text, at: place, model)
    case .openNotes(let place): return openNotes(text, at: place, &model)
    case .endWalk: return endWalk(text, model)
    case .writeReport(let order): return write(order, to: text, model)
    case .excludeControls:
      guard !text.isEmpty else {
        problem = model.say(Words("An exclusion needs its reason.", "除外には理由が必要です。"))
        return .stays
      }
      return .closes(ControlActions.exclude(model, because: text))
    case .controlField(let key):
      switch ControlFieldActions.fill(key, with: text, model) {
      case .success(let effects): return .closes(effects)
      case .failure(let fault):
        problem = model.say(fault.words)
        return .stays
      }
    case .rate(let risk, let kind, let l, let c):
      model.layers.removeAll { $0 is CarryLayer }
      return .closes([.perform(MatrixActions.rating(risk, kind, l, c, because: text), .action)])
    }
  }

  /// A report's form follows from its file's name.
  private mutating func write(_ order: ReportOrder, to path: String, _ model: Model) -> LayerResult {
    guard [".md", ".html"].contains(where: path.lowercased().hasSuffix) else {
      problem = model.say(WalkWords.formUnknown)
      return .stays
    }
    return .closes([.writeReport(order, to: path, replacing: false)])
  }

  private static func comment(_ text: String, on record: RecordID, _ model: Model) -> [Effect] {
    var draft = Draft(.comment, party: model.assessment.party(of: record))
    draft.set(Comment.text, text)
    draft.set(Comment.record, record)
    draft.set(Comment.by, model.context.actor)
    return [.perform([.create(draft)], .action)]
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let columns = min(body.columns - 4, 76)
    let whole = DisplayWidth.wrap(model.say(question), to: columns - 4).map(String.init)
    let asked = whole.prefix(max(1, body.rows - 5))
    let inside = pen.window(body.centered(Size(columns: columns, rows: asked.count + 5)), title: "")
    for (offset, text) in asked.enumerated() {
      pen.put(text, at: inside.line(offset).origin, role: .textStrong, width: inside.columns)
    }
    field.draw(
      &pen, at: inside.line(asked.count + 1).origin, width: inside.columns,
      placeholder: purpose == .saveView ? model.filterText ?? "" : "")
    if problem == nil, case .rate = purpose, field.isEmpty {
      pen.put(
        Words("Left empty, the rating stands without a reason.", "空のままでは、根拠のない評価として残ります。"),
        at: inside.line(asked.count + 2).origin, role: .messageWarning, width: inside.columns)
    }
    pen.put(
      problem ?? "", at: inside.line(asked.count + 2).origin, role: .messageError, width: inside.columns)
  }
}

extension PhaseEvent {
  /// The event of that kind; nil for kinds that are not a phase's own or never ordered.
  init?(_ kind: PhaseEventKind, _ phase: Phase, party: RecordID, by: String, reason: String) {
    switch kind {
    case .begin: self = .begin(phase, party: party)
    case .submit: self = .submit(phase, party: party, by: by)
    case .sendBack: self = .sendBack(phase, party: party, by: by, reason: reason)
    case .agree: self = .agree(phase, party: party, by: by)
    case .reopen: self = .reopen(phase, party: party, by: by, reason: reason)
    case .confirm: self = .confirm(phase, party: party, by: by)
    case .beginByItself, .amend, .closeCycle, .leave, .becomeStale: return nil
    }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
