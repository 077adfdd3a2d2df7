import Canvas

/// A page of labelled lines, wrapped to a width, to look at from any of its lines on.
struct PageLines {
  private let lines: [(label: String, text: String, role: Role, indent: Int)]

  init(_ lines: [DetailLine], columns: Int) {
    let widest = lines.map { DisplayWidth.width(of: $0.label) }.max() ?? 0
    let column = min(widest + 2, columns * 2 / 5)
    self.lines = lines.flatMap { line in
      let label = line.label.isEmpty ? 0 : column
      let texts = DisplayWidth.wrap(line.text, to: max(4, columns - label)).map(String.init)
      return (texts.isEmpty ? [""] : texts).enumerated().map { offset, text in
        (offset == 0 ? line.label : "", text, line.role, label)
      }
    }
  }

  var count: Int { lines.count }

  /// Draws what fits from a line on, and says at the edge how much is still below.
  func draw(from top: Int, _ pen: inout Pen, in area: Rect) {
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let place = area.line(offset).origin
      pen.put(line.label, at: place, role: .textMuted, width: max(0, line.indent - 1))
      pen.put(
        line.text, at: place.moved(columns: line.indent), role: line.role, width: area.columns - line.indent)
    }
  }
}
