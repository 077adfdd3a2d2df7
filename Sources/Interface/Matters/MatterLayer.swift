import Canvas
import Domain

/// A window that asks what a matter needs to know and shows what would follow, before anything is done. Enter on
/// the last field asks for a yes; nothing happens without it.
struct MatterLayer: Layer {
  let matter: any Matter
  var fields: [MatterField]
  var cursor = 0
  /// The first line of what follows that is shown.
  var top = 0
  var lines: [MatterLine] = []
  var foreseen = Foreseen()
  /// All is said and waits for a yes.
  var isAsking = false
  var problem: String?
  private(set) var isDone = false
  private var done: [Change] = []

  init(_ matter: any Matter, _ model: Model) {
    self.matter = matter
    fields = matter.fields(model)
    cursor = fields.firstIndex { $0.isNeeded && $0.value.isEmpty } ?? 0
    refresh(model)
  }

  /// The same with what was typed earlier, as far as it asks for as much.
  init(_ matter: any Matter, typed texts: [String], _ model: Model) {
    self.init(matter, model)
    guard texts.count == fields.count else { return }
    for index in fields.indices where fields[index].options == nil { fields[index].text.text = texts[index] }
    refresh(model)
  }

  var unsavedText: UnsavedText? {
    guard !isDone, fields.contains(where: \.isTyped) else { return nil }
    return UnsavedText(answering: matter.asUnsaved, fields.map(\.text.text))
  }

  var hints: [(String, Words)] {
    if isAsking { return [("y", UI.yes), ("n / Esc", UI.no)] }
    var hints: [(String, Words)] = [
      ("Enter", Words("next / go on", "次へ・決定")), ("Tab / ↑↓", Words("field", "欄")),
    ]
    if fields.contains(where: { $0.options != nil }) { hints.append(("← →", Words("choose", "選択"))) }
    if lines.count > 6 { hints.append(("PgUp PgDn", Words("scroll", "送り"))) }
    return hints + [("Esc", Words("cancel", "取消"))]
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    if isAsking { return answer(input, model) }
    switch input {
    case .paste(let text): if fields[cursor].options == nil { fields[cursor].text.paste(text) }
    case .key(.escape), .key(.control("c")):
      guard fields.contains(where: \.isTyped) else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, onYes: .discard))
    case .key(.enter):
      if cursor < fields.count - 1 { go(to: cursor + 1, model) } else { return ask(&model) }
    case .key(.control("s")): return ask(&model)
    case .key(.tab), .key(.down): go(to: cursor + 1, model)
    case .key(.backTab), .key(.up): go(to: cursor - 1, model)
    case .key(.pageDown): top = min(top + 5, max(0, lines.count - 1))
    case .key(.pageUp): top = max(0, top - 5)
    case .key(let key): edit(key, model)
    }
    return .stays
  }

  private mutating func edit(_ key: Key, _ model: Model) {
    guard fields[cursor].options != nil else {
      _ = fields[cursor].text.receive(key)
      return
    }
    switch key.halfWidth {
    case .right, .character(" "), .character("l"): fields[cursor].turn(1)
    case .left, .character("h"): fields[cursor].turn(-1)
    default: return
    }
    refresh(model)
  }

  private mutating func go(to place: Int, _ model: Model) {
    cursor = max(0, min(place, fields.count - 1))
    refresh(model)
  }

  /// Finds anew what would follow from what is said so far.
  private mutating func refresh(_ model: Model) {
    foreseen = model.assessment.foresee(matter.commands(fields, model), in: model.context)
    lines = MatterLines(model: model).lines(foreseen) + matter.remarks(fields, foreseen, model)
    top = min(top, max(0, lines.count - 1))
  }

  /// Asks for a yes, or carries out at once what asks nothing more.
  private mutating func ask(_ model: inout Model) -> LayerResult {
    refresh(model)
    if let fault = matter.fault(fields, model) {
      cursor = fault.field
      problem = model.say(fault.words)
    } else if foreseen.refusal != nil {
      let records = lines.compactMap(\.record)
      guard !records.isEmpty else {
        problem = model.say(Words("It cannot be done as things stand.", "現状では実行できません。"))
        return .stays
      }
      let title = model.say(Words("Stands in the way: Enter goes there", "妨げているもの（Enter でその記録へ）"))
      model.layers.append(PickLayer(title: title, records: records))
    } else if matter.asksAgain {
      isAsking = true
    } else {
      return .stays([.perform(matter.commands(fields, model), .step)])
    }
    return .stays
  }

  private mutating func answer(_ input: LayerInput, _ model: Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .character("y"), .character("Y"): return .stays([.perform(matter.commands(fields, model), .step)])
    case .character("n"), .character("N"), .escape, .control("c"): isAsking = false
    default: break
    }
    return .stays
  }

  mutating func saved(_ changes: [Change], _ model: Model) {
    done = changes
    isDone = true
  }

  mutating func goOn(_ model: inout Model) {
    let hasMoved = done.contains { if case .phase = $0 { true } else { false } }
    let hasBorn = Change.born(done) != nil
    let text =
      hasMoved && !hasBorn
      ? Sentence.phaseMoved(done, model.assessment, model.language)
      : Sentence.saved(done, model.assessment, model.language, model.keymap)
    model.notice = Notice(text, .success)
    model.prepare()
    if let born = Change.born(done) { _ = model.select(born) }
  }

  mutating func refused(_ notice: Notice) {
    isAsking = false
    problem = notice.text
  }
}
