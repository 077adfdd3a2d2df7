import Canvas
import Domain

/// The line that narrows a history down.
struct HistoryFilterLayer: Layer {
  private var field: TextField
  private var problem: Words?

  private static let help: [(String, Words)] = [
    ("佐藤  by:sato", Words("who did it", "誰が（名前の一部）")),
    ("@csp", Words("whose record, or on whose behalf", "どの組織の記録か")),
    ("phase:4  局面:4", Words("in which phase", "どの局面か")),
    ("2026-11-20  ..2026-11-30  today", Words("on which days", "どの日か")),
  ]

  init(_ model: Model) { field = TextField(model.historyFilter.text) }

  let hints: [(String, Words)] = [
    ("Enter", Words("show", "表示")), ("Esc", Words("cancel", "取消")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch input {
    case .paste(let text): field.paste(text)
    case .key(.escape), .key(.control("c")): return .closes
    case .key(.enter):
      do throws(HistoryFilter.Fault) {
        model.historyFilter = try HistoryFilter(field.text, model.present, today: model.presentDay)
        return .closes
      } catch {
        problem = error.words
      }
    case .key(let key):
      problem = nil
      _ = field.receive(key)
    }
    return .stays
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 76), rows: Self.help.count + 6)
    let title = model.say(Words("Show of the history only", "変更履歴の絞り込み"))
    let inside = pen.window(body.centered(size), title: title)
    field.draw(&pen, at: inside.line(0).origin, width: inside.columns, placeholder: "")
    if let problem {
      pen.put(problem, at: inside.line(1).origin, role: .messageError, width: inside.columns)
    }
    for (offset, (example, words)) in Self.help.enumerated() {
      let (left, right) = inside.line(offset + 2).splitLeft(36)
      pen.put(example, at: left.origin, role: .footerKey, width: left.columns - 1)
      pen.put(words, at: right.origin, role: .textMuted, width: right.columns)
    }
    pen.put(
      Words("Left empty, everything is shown.", "空欄にすると全てを表示します。"),
      at: inside.line(Self.help.count + 3).origin, role: .textMuted, width: inside.columns)
  }
}
