/// Writes a frame as one self-contained SVG picture without script, style sheet or outside reference.
///
/// Every run of characters stands at its first cell and is stretched to its cells, so full-width text stays
/// aligned whatever font is at hand; borders, bars and arrows are drawn as shapes and need no font.
package struct SVGWriter: Sendable {
  /// Gives the looks and the screen's own colours.
  package let theme: Theme
  private let metrics = SVGMetrics()

  /// Every writer of the same theme writes the same bytes.
  package init(theme: Theme) {
    self.theme = theme
  }

  /// The whole picture; `title` is what screen readers and tooltips say.
  package func write(_ frame: Frame, title: String) -> String {
    let width = metrics.x(frame.size.columns) + metrics.margin
    let height = metrics.y(frame.size.rows) + metrics.margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" font-family="\(metrics.fonts)" \
      font-size="\(metrics.fontSize)" xml:space="preserve">
      """,
      "<title>\(SVGText.escaped(title))</title>",
      """
      <rect width="\(width)" height="\(height)" rx="\(metrics.corner)" \
      fill="\(theme.screenBackground.hex)"/>
      """,
    ]
    for row in 0..<frame.size.rows { lines += grounds(of: row, in: frame) }
    for row in 0..<frame.size.rows { lines += texts(of: row, in: frame) }
    lines += cursor(of: frame)
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private func grounds(of row: Int, in frame: Frame) -> [String] {
    var spans: [(column: Int, columns: Int, fill: Colour)] = []
    for run in TextRun.runs(of: row, in: frame) {
      let fill = look(of: run).background
      if let last = spans.last, last.fill == fill, last.column + last.columns == run.column {
        spans[spans.count - 1].columns += run.columns
      } else {
        spans.append((run.column, run.columns, fill))
      }
    }
    return spans.filter { $0.fill != theme.screenBackground }.map { span in
      """
      <rect x="\(metrics.x(span.column))" y="\(metrics.y(row))" \
      width="\(span.columns * metrics.cellWidth)" height="\(metrics.cellHeight)" \
      fill="\(span.fill.hex)" shape-rendering="crispEdges"/>
      """
    }
  }

  private func texts(of row: Int, in frame: Frame) -> [String] {
    TextRun.runs(of: row, in: frame).compactMap { run in
      let look = look(of: run)
      if run.kind == .blank { return look.attributes.contains(.underline) ? underline(run, row, look) : nil }
      if run.kind == .sign, let scalar = run.text.unicodeScalars.first, run.text.unicodeScalars.count == 1,
        let shape = SVGShape(scalar)
      {
        return shape.element(x: metrics.x(run.column), y: metrics.y(row), fill: look.foreground.hex, metrics)
      }
      return text(run, row, look)
    }
  }

  private func text(_ run: TextRun, _ row: Int, _ look: SVGLook) -> String {
    """
    <text x="\(metrics.x(run.column))" y="\(metrics.baseline(row))" \
    textLength="\(run.columns * metrics.cellWidth)" lengthAdjust="spacingAndGlyphs" \
    fill="\(look.foreground.hex)"\(run.kind == .sign ? metrics.signs : "")\(look.extras)>\(SVGText.escaped(run.text))</text>
    """
  }

  private func underline(_ run: TextRun, _ row: Int, _ look: SVGLook) -> String {
    """
    <rect x="\(metrics.x(run.column))" y="\(metrics.baseline(row) + 2)" \
    width="\(run.columns * metrics.cellWidth)" height="1" fill="\(look.foreground.hex)"/>
    """
  }

  private func cursor(of frame: Frame) -> [String] {
    guard let place = frame.cursor, frame.showsCursor, frame.bounds.contains(place) else { return [] }
    return [
      """
      <rect x="\(metrics.x(place.column))" y="\(metrics.y(place.row))" width="2" \
      height="\(metrics.cellHeight)" fill="\(theme.screenForeground.hex)"/>
      """
    ]
  }

  private func look(of run: TextRun) -> SVGLook {
    SVGLook(theme.style(role: run.role, ground: run.ground, depth: .truecolor), theme: theme)
  }
}
