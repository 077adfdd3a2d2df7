import Canvas
import Domain

extension MatterLayer {
  private static let widest = 100

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let columns = min(body.columns - 4, Self.widest)
    let wrapped = lines.map { line in
      DisplayWidth.wrap(line.text, to: max(8, columns - 8)).map(String.init)
    }
    let wanted = wrapped.reduce(0) { $0 + max(1, $1.count) }
    let rows = min(body.rows, fields.count + 5 + max(1, wanted) + 2)
    let inside = pen.window(body.centered(Size(columns: columns, rows: rows)), title: matter.title(model))
    let shown = min(fields.count, max(1, inside.rows - 6))
    let (upper, rest) = inside.splitTop(shown)
    drawFields(model, &pen, in: upper)
    let (below, foot) = rest.splitBottom(2)
    pen.put(
      foreseen.refusal == nil
        ? Words("What follows", "これを行うと") : Words("Cannot be done", "できない理由"),
      at: below.line(1).origin, role: .header)
    drawLines(wrapped, &pen, in: below.splitTop(2).rest)
    drawFoot(model, &pen, in: foot)
  }

  private func drawFields(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let labels = min(
      area.columns / 2, 2 + (fields.map { DisplayWidth.width(of: model.say($0.words)) }.max() ?? 0))
    let first = max(0, min(cursor - area.rows + 1, fields.count - area.rows))
    for (offset, field) in fields.dropFirst(first).prefix(area.rows).enumerated() {
      let line = area.line(offset)
      let isHere = first + offset == cursor && !isAsking
      if isHere { pen.frame.paint(line, ground: .selection) }
      pen.put(field.words, at: line.origin, role: .formLabel, width: labels - 1)
      let place = line.splitLeft(labels).rest
      if let options = field.options {
        let word =
          options.indices.contains(field.choice) ? model.say(options[field.choice]) : pen.glyphs[.absent]
        let sides =
          options.count > 1 ? (pen.glyphs[.arrowLeft] + " ", " " + pen.glyphs[.arrowRight]) : ("", "")
        pen.put(
          [(sides.0, .textMuted), (word, .formValue), (sides.1, .textMuted)], at: place.origin,
          width: place.columns)
        if isHere { pen.frame.cursor = place.origin }
      } else {
        let placeholder = field.isNeeded ? "" : model.say(Words("(may stay empty)", "（空欄可）"))
        field.text.draw(
          &pen, at: place.origin, width: place.columns, placeholder: placeholder, hasFocus: isHere)
      }
    }
  }

  private func drawLines(_ wrapped: [[String]], _ pen: inout Pen, in area: Rect) {
    var row = 0
    for (line, texts) in zip(lines, wrapped).dropFirst(top) {
      let (glyph, role) = look(of: line.tone)
      for (offset, text) in texts.enumerated() where row < area.rows {
        let place = area.line(row).origin
        if offset == 0 { pen.put(pen.glyphs[glyph], at: place, role: role) }
        pen.put(
          text, at: place.moved(columns: 2), role: line.tone == .plain ? .text : role, width: area.columns - 2
        )
        row += 1
      }
    }
  }

  private func look(of tone: MatterLine.Tone) -> (Glyph, Role) {
    switch tone {
    case .plain: (.bullet, .text)
    case .good: (.check, .messageSuccess)
    case .warning: (.severityWarning, .gateWarning)
    case .refusal: (.cross, .gateBlocker)
    }
  }

  private func drawFoot(_ model: Model, _ pen: inout Pen, in foot: Rect) {
    let line = foot.line(1)
    if let problem {
      pen.put(problem, at: line.origin, role: .formError, width: line.columns)
    } else if isAsking {
      let once =
        matter.isFinal
        ? Words("Do it? \(key: "undo") does not take it back.   ", "実行しますか？（\(key: "undo") では元に戻せません）   ")
        : Words("Do it?   ", "実行しますか？   ")
      pen.put(
        [
          (model.say(once), .textStrong), ("y ", .footerKey), (model.say(UI.yes) + "   ", .text),
          ("n ", .footerKey), (model.say(UI.no), .text),
        ], at: line.origin, width: line.columns)
      pen.frame.cursor = line.origin
    }
  }
}
