import Canvas
import Domain

/// The control under the cursor in full: both sides' words, what does not fit, and whose move it is.
struct GapFoot {
  let model: Model

  func draw(_ pen: inout Pen, in area: Rect) {
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let inside = area.splitTop(1).rest.inset(columns: 1, rows: 0)
    guard let row = model.state.current, inside.rows > 0 else { return }
    guard let sides = GapScreen.sides(row, model) else {
      let words = Words(
        "Enter on a control goes to the line of whoever has to act.", "Enter で、次に動く組織の適用宣言書の行へ。")
      pen.put(words, at: inside.origin, role: .textMuted, width: inside.columns)
      return
    }
    drawTitle(row, sides, &pen, in: inside.line(0))
    var below = inside.splitTop(1).rest
    let lines = lines(sides, pen.glyphs)
    for (offset, line) in lines.enumerated() where below.rows > 0 {
      below = draw(line, &pen, in: below, keeping: lines.count - offset - 1)
    }
  }

  private func drawTitle(_ row: Row, _ sides: GapSides, _ pen: inout Pen, in line: Rect) {
    let look = GapLook(rank: GapScreen.rank(row), scope: model.assessment.scope)
    let stated = sides.inherited ?? sides.provided
    let number = stated.flatMap { model.assessment[$0, ControlStatement.control] } ?? ""
    let advice = model.say(look.advice(model.shortName(of: sides.mover)))
    let title = GapPicture.title(sides, model) ?? ""
    pen.put(
      [
        (pen.glyphs[look.glyph] + " ", look.role), (number + " " + title + "   ", .textStrong),
        (look.isFine ? model.say(look.words) : advice, look.isFine ? .textMuted : look.role),
      ], at: line.origin, width: line.columns)
  }

  private struct Line {
    let head: String
    let state: (String, Role)
    let text: String
  }

  private func lines(_ sides: GapSides, _ glyphs: Glyphs) -> [Line] {
    let picture = GapPicture(model: model)
    let unwritten = model.say(Words("not written", "未記入"))
    let provider = sides.provider.map(model.shortName(of:)) ?? "?"
    let customer = model.shortName(of: sides.customer)
    return [
      Line(
        head: model.say(Words("\(provider) provides", "\(provider) 提供する")),
        state: picture.state(sides.provided, sides.provider, glyphs),
        text: picture.text(ControlStatement.provided, sides) ?? unwritten),
      Line(
        head: model.say(Words("asks of \(customer)", "\(customer) に求める")), state: ("", .text),
        text: picture.text(ControlStatement.asked, sides) ?? unwritten),
      Line(
        head: model.say(Words("\(customer) does", "\(customer) 行う")),
        state: picture.state(sides.inherited, sides.customer, glyphs),
        text: picture.part(sides) + (picture.done(sides) ?? "")),
    ]
  }

  /// Draws a line, wrapped as far as there is room beside those to come; returns what is left below it.
  private func draw(_ line: Line, _ pen: inout Pen, in area: Rect, keeping later: Int) -> Rect {
    let head = 16
    pen.put(line.head, at: area.origin, role: .textMuted, width: head - 1)
    let (state, role) = line.state
    let gap = state.isEmpty ? "" : "  "
    let place = area.splitLeft(head).rest
    let used = pen.put(state + gap, at: place.origin, role: role, width: place.columns)
    let width = max(8, place.columns - used)
    let texts = DisplayWidth.wrap(line.text, to: width).map(String.init)
    let rows = max(1, min(texts.count, area.rows - later))
    for (offset, text) in texts.prefix(rows).enumerated() {
      let isCut = offset == rows - 1 && texts.count > rows
      pen.put(
        isCut ? texts[offset...].joined(separator: " ") : text,
        at: place.origin.moved(columns: used, rows: offset), width: width)
    }
    return area.splitTop(min(area.rows, rows)).rest
  }
}
