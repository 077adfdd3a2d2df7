package import Canvas
package import Domain

/// One line of a report on screen.
package struct ReportLine: Hashable, Sendable {
  package let text: String
  package let role: Role
  package let indent: Int
  /// A point of a list.
  package let isPoint: Bool

  package init(_ text: String, _ role: Role, indent: Int = 0, isPoint: Bool = false) {
    self.text = text
    self.role = role
    self.indent = indent
    self.isPoint = isPoint
  }
}

/// The minutes of a day as they stand, to scroll through and to write to a file.
package struct MinutesLayer: Layer {
  package let day: Day
  private var pages: ReportPages

  package init(_ day: Day, _ lines: [ReportLine]) {
    self.day = day
    pages = ReportPages(lines)
  }

  package let hints: [(String, Words)] = [
    ("w", Words("write to a file", "ファイルに書く")), ("↑ ↓", Words("scroll", "スクロール")),
    ("← →", Words("other days", "前後の開催日")), ("Esc", Words("close", "閉じる")),
  ]

  package func hints(_ model: Model) -> [(String, Words)] {
    let (before, after) = (next(model, forward: false), next(model, forward: true))
    return before == nil && after == nil ? hints.filter { $0.0 != "← →" } : hints
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .enter, .character("q"): return .closes
    case .left, .character("h"): return turn(model, forward: false)
    case .right, .character("l"): return turn(model, forward: true)
    case .character("w"):
      let question = Words("Write the minutes to (.md or .html)", "議事録の書き出し先（.md 又は .html）")
      let order = ReportOrder(.minutes, day: day)
      model.layers.append(PromptLayer(question, .writeReport(order), text: "minutes-\(day.text).md"))
    case let key: _ = pages.receive(key, model)
    }
    return .stays
  }

  /// Another day on which people met.
  private func turn(_ model: Model, forward: Bool) -> LayerResult {
    next(model, forward: forward).map { .closes([.readMinutes($0)]) } ?? .stays
  }

  private func next(_ model: Model, forward: Bool) -> Day? {
    let days = Set(model.assessment.workshopDays + [model.context.today]).sorted()
    return forward ? days.first { $0 > day } : days.last { $0 < day }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    pages.draw(title: model.say(Words("Minutes", "議事録")) + " " + day.text, &pen, in: body)
  }
}
