import Canvas
import Domain

/// One of two verdicts, and in words why: whether an action was effective, audit information sufficient.
struct VerdictLayer: Layer {
  let title: Words
  /// What is judged.
  let lines: [String]
  let verdicts: [Words]
  let noteWords: Words
  /// What records the verdict, counted from 0, with its note.
  let commands: @Sendable (Int, String) -> [Command]
  private var choice = 0
  private var note = TextField()
  private var isOnNote = false
  private var problem: String?
  private(set) var isDone = false

  /// - Parameters:
  ///   - title: What is asked.
  ///   - lines: What is judged.
  ///   - verdicts: The answers; the first is proposed.
  ///   - note: What the words beside it are called.
  ///   - commands: What records the verdict, counted from 0, with its note.
  init(
    _ title: Words, lines: [String], verdicts: [Words], note: Words,
    commands: @escaping @Sendable (Int, String) -> [Command]
  ) {
    self.title = title
    self.lines = lines
    self.verdicts = verdicts
    noteWords = note
    self.commands = commands
  }

  var unsavedText: UnsavedText? { UnsavedText(answering: .ofTheMoment, [note.text]) }

  var hints: [(String, Words)] {
    isOnNote
      ? [
        ("Enter", Words("record", "記録")), ("↑", Words("back to the verdict", "判定に戻る")),
        ("Esc", Words("cancel", "取消")),
      ]
      : [
        ("1 2", Words("verdict", "判定")), ("Enter", Words("go on to the words", "記入へ")),
        ("Ctrl-S", Words("record without", "記入せず記録")), ("Esc", Words("cancel", "取消")),
      ]
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      if note.text.trimmed.isEmpty { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [note.text], onYes: .discard))
    case .key(.control("s")): return record()
    case .key(.enter):
      if isOnNote { return record() }
      isOnNote = true
    case .key(.tab), .key(.backTab): isOnNote.toggle()
    case .key(.down): if isOnNote || choice == verdicts.count - 1 { isOnNote = true } else { choice += 1 }
    case .key(.up): if isOnNote { isOnNote = false } else { choice = max(0, choice - 1) }
    case .key(let key): take(key)
    case .paste(let text):
      isOnNote = true
      note.paste(text)
    }
    return .stays
  }

  /// A digit chooses; anything else typed is the beginning of the words, wherever the cursor is.
  private mutating func take(_ key: Key) {
    if !isOnNote, let digit = key.halfWidth.digit, verdicts.indices.contains(digit - 1) {
      choice = digit - 1
      return
    }
    if case .character = key { isOnNote = true }
    if isOnNote { _ = note.receive(key) }
  }

  private func record() -> LayerResult { .stays([.perform(commands(choice, note.text.trimmed), .step)]) }

  mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  func goOn(_ model: inout Model) {
    model.notice = Notice(model.say(verdicts[choice]), .success)
  }

  mutating func refused(_ notice: Notice) { problem = notice.text }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let rows = lines.count + verdicts.count + 7
    let size = Size(columns: min(body.columns - 4, 76), rows: min(body.rows, rows))
    let inside = pen.window(body.centered(size), title: model.say(title))
    for (offset, text) in lines.enumerated() {
      pen.put(text, at: inside.line(offset).origin, role: .textMuted, width: inside.columns)
    }
    for (index, words) in verdicts.enumerated() {
      let line = inside.line(lines.count + 1 + index)
      if index == choice { pen.frame.paint(line, ground: isOnNote ? .selectionInactive : .selection) }
      if index == choice, !isOnNote { pen.frame.cursor = line.origin }
      let mark = index == choice ? pen.glyphs[.selected] + " " : "  "
      pen.put(
        [(mark, .cursor), ("\(index + 1) ", .footerKey), (model.say(words), .text)], at: line.origin,
        width: line.columns)
    }
    let line = inside.line(lines.count + verdicts.count + 2)
    let label = model.say(noteWords) + " "
    let used = pen.put(label, at: line.origin, role: .formLabel)
    note.draw(&pen, at: line.origin.moved(columns: used), width: line.columns - used, hasFocus: isOnNote)
    pen.put(
      problem ?? "", at: inside.line(lines.count + verdicts.count + 4).origin, role: .messageError,
      width: inside.columns)
  }
}
