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
  let lines: [ReportLine]
  var top = 0

  package init(_ day: Day, _ lines: [ReportLine]) {
    self.day = day
    self.lines = lines
  }

  package let hints: [(String, Words)] = [
    ("w", Words("write to a file", "ファイルに書く")), ("↑ ↓", Words("scroll", "スクロール")),
    ("← →", Words("other days", "前後の開催日")), ("Esc", Words("close", "閉じる")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    let page = max(1, model.size.rows - 8)
    switch key.halfWidth {
    case .escape, .control("c"), .enter, .character("q"): return .closes
    case .down, .character("j"): scroll(1, model)
    case .up, .character("k"): scroll(-1, model)
    case .pageDown, .control("d"), .character(" "): scroll(page, model)
    case .pageUp, .control("u"): scroll(-page, model)
    case .home, .character("g"): top = 0
    case .end, .character("G"): scroll(.max / 2, model)
    case .left, .character("h"): return turn(model, forward: false)
    case .right, .character("l"): return turn(model, forward: true)
    case .character("w"):
      let question = Words("Write the minutes to (.md or .html)", "議事録の書き出し先（.md 又は .html）")
      model.layers.append(PromptLayer(question, .writeMinutes(day), text: "minutes-\(day.text).md"))
    default: break
    }
    return .stays
  }

  private mutating func scroll(_ by: Int, _ model: Model) {
    let inside = Self.inside(model.layout.body)
    let last = max(0, wrapped(to: inside.columns, model.glyphs).count - inside.rows)
    top = max(0, min(last, top + by))
  }

  /// Another day on which people met.
  private func turn(_ model: Model, forward: Bool) -> LayerResult {
    let days = Set(model.assessment.workshopDays + [model.context.today]).sorted()
    let next = forward ? days.first { $0 > day } : days.last { $0 < day }
    return next.map { .closes([.readMinutes($0)]) } ?? .stays
  }

  private static func frame(_ body: Rect) -> Rect {
    body.centered(Size(columns: min(body.columns, 100), rows: body.rows))
  }

  private static func inside(_ body: Rect) -> Rect { frame(body).inset(columns: 2, rows: 1) }

  /// As many lines as the width asks for.
  private func wrapped(to columns: Int, _ glyphs: Glyphs) -> [(text: String, role: Role, indent: Int)] {
    lines.flatMap { line -> [(String, Role, Int)] in
      let mark = line.isPoint ? glyphs[.bullet] + " " : ""
      let indent = line.indent + DisplayWidth.width(of: mark)
      let pieces = DisplayWidth.wrap(line.text, to: max(8, columns - indent)).map(String.init)
      guard let first = pieces.first else { return [("", line.role, 0)] }
      return [(mark + first, line.role, line.indent)] + pieces.dropFirst().map { ($0, line.role, indent) }
    }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.window(Self.frame(body), title: model.say(Words("Minutes", "議事録")) + " " + day.text)
    let all = wrapped(to: inside.columns, pen.glyphs)
    for (offset, line) in all.dropFirst(top).prefix(inside.rows).enumerated() {
      pen.put(
        line.text, at: inside.line(offset).origin.moved(columns: line.indent), role: line.role,
        width: inside.columns - line.indent)
    }
    pen.frame.cursor = inside.origin
    let end = min(all.count, top + inside.rows)
    let place = " \(end) / \(all.count) "
    pen.putRight(
      place, at: Point(column: inside.column, row: Self.frame(body).lastRow), width: inside.columns,
      role: .titleCount)
  }
}
