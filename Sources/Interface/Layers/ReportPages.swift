import Canvas

/// A report on screen: its lines wrapped, scrolled by the usual keys. Layers that show one hold it.
struct ReportPages: Sendable {
  private let lines: [ReportLine]
  private var top = 0

  init(_ lines: [ReportLine]) { self.lines = lines }

  /// Takes a key that scrolls; false for any other.
  mutating func receive(_ key: Key, _ model: Model) -> Bool {
    let page = max(1, model.size.rows - 8)
    switch key {
    case .down, .character("j"): scroll(1, model)
    case .up, .character("k"): scroll(-1, model)
    case .pageDown, .control("d"), .character(" "): scroll(page, model)
    case .pageUp, .control("u"): scroll(-page, model)
    case .home, .character("g"): top = 0
    case .end, .character("G"): scroll(.max / 2, model)
    default: return false
    }
    return true
  }

  private mutating func scroll(_ by: Int, _ model: Model) {
    let inside = Self.inside(model.layout.body)
    let last = max(0, wrapped(to: inside.columns, model.glyphs).count - inside.rows)
    top = max(0, min(last, top + by))
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

  /// - Parameters:
  ///   - title: Over the window.
  ///   - pen: What it is drawn with.
  ///   - body: The middle of the frame.
  func draw(title: String, _ pen: inout Pen, in body: Rect) {
    let inside = pen.window(Self.frame(body), title: title)
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
