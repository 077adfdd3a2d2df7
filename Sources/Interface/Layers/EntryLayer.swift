import Canvas
package import Domain

/// The quick-entry line: one record per line, understood as it is typed; Enter saves and keeps it open.
package struct EntryLayer: Layer {
  let birth: Birth
  var field = TextField()
  var sticky: EntrySticky
  var reading: EntryReading
  /// Why the order was refused, or what a key did.
  var message: Notice?
  /// Enter was pressed on a line that is not understood: nothing counts as still being typed.
  var isJudged = false
  var completions: [Completion] = []
  var cycle: CompletionCycle?
  private var recall = LineRecall()
  /// Several lines pasted at once open a table of them.
  var takesSeveral = true
  /// The line saved last, whose pieces an empty line keeps.
  private var lastSaved: EntryReading?

  package let footRows = 6
  package private(set) var isDone = false

  package var unsavedText: UnsavedText? { field.text.trimmed.isEmpty ? nil : UnsavedText(self) }

  /// - Parameters:
  ///   - birth: What the lines make.
  ///   - model: Where they are made.
  ///   - text: What stands in the line to begin with.
  package init(_ birth: Birth, _ model: Model, text: String = "") {
    self.birth = birth
    sticky = model.entries[birth.kind]?.sticky(at: birth) ?? EntrySticky()
    reading = EntryLine.read("", at: EntryPlace(birth, sticky: sticky), model.assessment, model.context)
    guard !text.isEmpty else { return }
    field = TextField(text)
    refresh(model)
  }

  package var hints: [(String, Words)] {
    [
      ("Enter", Words("save, next", "保存して次へ")),
      cycle == nil
        ? ("Tab", Words("complete", "補完")) : ("Tab / Shift-Tab", Words("next / previous", "次・前の候補")),
      ("Ctrl-T", sticky.isEmpty ? Words("keep for next", "次の行でも同じ") : Words("release", "同上をやめる")),
      ("↑ ↓", Words("past lines", "前の行")), ("Ctrl-F", Words("form", "フォーム")),
      ("Esc", Words("close", "閉じる")),
    ]
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    message = nil
    if case .key(.tab) = input { return turn(1, model) }
    if case .key(.backTab) = input { return turn(-1, model) }
    cycle = nil
    isJudged = false
    switch input {
    case .key(.escape), .key(.control("c")):
      if field.text.trimmed.isEmpty { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [field.text], onYes: .discard))
      return .stays
    case .key(.enter): return save(&model)
    case .key(.control("f")):
      // What no field of the form takes is found again among the lines given before.
      if !reading.problems.isEmpty, !field.text.trimmed.isEmpty {
        model.entries[birth.kind, default: EntryMemory()].note(field.text)
      }
      model.layers.append(FormLayer(reading, birth, model))
      return .closes
    case .key(.control("t")): keepOrRelease(&model)
    case .key(.up): recall.step(-1, &field, model.entries[birth.kind]?.past ?? [])
    case .key(.down): recall.step(1, &field, model.entries[birth.kind]?.past ?? [])
    case .key(let key): if field.receive(key) { recall.end() }
    case .paste(let text): paste(text, &model)
    }
    refresh(model)
    return .stays
  }

  private func read(_ text: String, _ model: Model) -> EntryReading {
    EntryLine.read(text, at: EntryPlace(birth, sticky: sticky), model.assessment, model.context)
  }

  mutating func refresh(_ model: Model) {
    reading = read(field.text, model)
    guard !field.isEmpty else {
      completions = []
      return
    }
    let head = field.head
    let before = head.count == field.text.count ? reading : read(head, model)
    completions = before.completions(model.assessment, model.context, model.language)
  }

  private mutating func paste(_ text: String, _ model: inout Model) {
    guard takesSeveral, PastedText.isSeveral(text) else {
      field.paste(String(text.reversed().drop(while: \.isNewline).reversed()))
      return
    }
    model.layers.append(PasteLayer(text, birth, model))
  }

  private mutating func save(_ model: inout Model) -> LayerResult {
    guard !field.text.trimmed.isEmpty else { return .closes }
    guard reading.problems.isEmpty else {
      isJudged = true
      return .stays
    }
    model.entries[birth.kind, default: EntryMemory()].note(field.text)
    return .stays([.perform(reading.commands + birth.linking(reading.commands), .entryLine)])
  }

  /// Tab and Shift-Tab walk through the candidates, and past the last one back to what was typed.
  private mutating func turn(_ step: Int, _ model: Model) -> LayerResult {
    if cycle == nil { cycle = CompletionCycle(field, completions, step) } else { cycle?.turn(step) }
    guard let cycle else { return .stays }
    field = cycle.field
    let offered = cycle.candidates
    refresh(model)
    if offered.count > 1 { completions = offered } else { self.cycle = nil }
    return .stays
  }

  /// Keeps party, parent, owner, due and tags of the line for those that follow; pressed again, lets them go.
  private mutating func keepOrRelease(_ model: inout Model) {
    if sticky.isEmpty {
      let line = field.isEmpty ? lastSaved ?? reading : reading
      sticky = EntrySticky(line)
      if sticky.isEmpty { message = Notice(model.say(UI.nothingToKeep), .info) }
    } else {
      sticky = EntrySticky()
    }
    model.entries[birth.kind, default: EntryMemory()].keep(sticky, at: birth)
  }

  package mutating func refused(_ notice: Notice) { message = notice }

  package mutating func saved(_ changes: [Change], _ model: Model) {
    // What points to one record has got it.
    isDone = birth.link != nil
    lastSaved = reading
    field.text = ""
    recall.end()
    refresh(model)
  }
}

/// Candidates that Tab walks through.
struct CompletionCycle: Sendable {
  /// As it was when Tab was pressed first.
  private let typed: TextField
  let candidates: [Completion]
  /// Nil where the walk is back at what was typed.
  private(set) var chosen: Int?

  /// Nil where there is nothing to offer.
  init?(_ typed: TextField, _ candidates: [Completion], _ step: Int) {
    guard !candidates.isEmpty else { return nil }
    self.typed = typed
    self.candidates = candidates
    chosen = step > 0 ? 0 : candidates.count - 1
  }

  mutating func turn(_ step: Int) {
    let next = (chosen ?? (step > 0 ? -1 : candidates.count)) + step
    chosen = candidates.indices.contains(next) ? next : nil
  }

  /// The line with the chosen candidate in it.
  var field: TextField {
    guard let chosen else { return typed }
    var field = typed
    field.replace(from: candidates[chosen].start, with: candidates[chosen].insert)
    return field
  }
}

/// Walking through lines given before, and back to what was being typed.
struct LineRecall: Sendable {
  private var index: Int?
  private var typed = ""

  mutating func step(_ step: Int, _ field: inout TextField, _ past: [String]) {
    guard !past.isEmpty else { return }
    if index == nil { typed = field.text }
    let next = max(0, min(past.count, (index ?? past.count) + step))
    index = next == past.count ? nil : next
    field.text = next < past.count ? past[next] : typed
  }

  mutating func end() { index = nil }
}
