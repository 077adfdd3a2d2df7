package import Canvas
import Domain

/// The table of what was pasted; only the rows that are seen are put into words.
extension PasteLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let title = model.say(PasteWords.title(birth.kind, sheet.rows.count))
    let whole = pen.window(body, title: title)
    let inside = mending == nil ? whole : whole.splitBottom(mending?.footRows ?? 0).rest
    let head = headLines(model, inside.columns)
    let (top, below) = inside.splitTop(head.count + 1)
    drawCounts(model, &pen, in: top.line(0))
    for (row, line) in head.enumerated() {
      pen.put(line, at: top.line(row + 1).origin, role: .textMuted, width: inside.columns)
    }
    let (list, foot) = below.splitBottom(mending == nil ? 4 : 0)
    drawRows(model, &pen, in: list)
    if mending == nil { drawCurrent(model, &pen, in: foot) }
    mending?.draw(model, &pen, at: body.inset())
  }

  private func drawCounts(_ model: Model, _ pen: inout Pen, in line: Rect) {
    if let message {
      pen.put(message.text, at: line.origin, role: message.tone.role, width: line.columns)
      return
    }
    let counts = PasteWords.counts(sheet.goodCount, sheet.badCount)
    pen.put(
      [
        (pen.glyphs[.check] + " " + model.say(counts.good) + "   ", .messageSuccess),
        (
          (sheet.badCount > 0 ? pen.glyphs[.cross] + " " : "") + model.say(counts.bad),
          sheet.badCount > 0 ? .messageError : .textMuted
        ),
      ], at: line.origin, width: line.columns)
  }

  /// What the columns were taken for, which are left out, and what is as above.
  private func headLines(_ model: Model, _ width: Int) -> [String] {
    var lines: [String] = []
    if sheet.columns.isEmpty {
      lines = [model.say(sheet.lacksHeader ? PasteWords.headerNeeded(birth.kind) : PasteWords.lines)]
    } else {
      let known = sheet.columns.filter { $0.meaning != nil }.map { column in
        let field = meaning(of: column, model)
        return column.head == field ? field : column.head + " = " + field
      }
      let out = sheet.columns.filter { $0.meaning == nil && !$0.head.isEmpty }.map(\.head)
      lines.append(model.say(PasteWords.columns) + ": " + known.joined(separator: " · "))
      if !out.isEmpty {
        let names = out.joined(separator: FieldText.separator(model.language))
        lines.append(model.say(PasteWords.leftOut) + ": " + names)
      }
    }
    if !sheet.place.sticky.isEmpty {
      let kept = sheet.place.sticky.texts(birth.kind, model.language).joined(separator: " ")
      lines.append(model.say(UI.asAbove) + " " + kept)
    }
    return Array(lines.flatMap { DisplayWidth.wrap($0, to: width).map(String.init) }.prefix(4))
  }

  private func meaning(of column: PastedColumn, _ model: Model) -> String {
    switch column.meaning {
    case nil: ""
    case .party?: model.say(RecordKind.party.description.words)
    case .treatingControl?: model.say(ControlStatement.control.field.words)
    case .field(let field)?: model.say(field.words) + (column.prefix.isEmpty ? "" : " " + column.prefix)
    }
  }

  // MARK: Rows

  private func drawRows(_ model: Model, _ pen: inout Pen, in list: Rect) {
    pen.drawList(sheet.rows.count, cursor, in: list, isMarked: true) { pen, index, line in
      draw(index, model, &pen, in: line)
    }
  }

  private func draw(_ index: Int, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let digits = String(sheet.rows.last?.number ?? 0).count
    let (number, rest) = line.splitLeft(digits + 1)
    pen.putRight(
      String(sheet.rows[index].number), at: number.origin, width: digits, role: .textMuted)
    let fault = sheet.faults[index]
    let word = fault == nil ? pen.glyphs[.check] : pen.glyphs[.cross] + " " + model.say(PasteWords.bad)
    let (mark, texts) = rest.splitLeft(model.language == .japanese ? 9 : 7)
    let state = fault == nil ? word + " " + model.say(PasteWords.good) : word
    pen.put(state, at: mark.origin, role: fault == nil ? .messageSuccess : .messageError, width: mark.columns)
    let (title, brief) = texts.splitLeft(texts.columns * 2 / 5)
    pen.put(sheet.title(of: index), at: title.origin, width: title.columns - 2)
    pen.put(
      fault.map { said($0, index, model, isShort: true) } ?? understood(index, model), at: brief.origin,
      role: fault == nil ? .textMuted : .messageError, width: brief.columns)
  }

  /// All but the title, which stands beside it.
  private func understood(_ index: Int, _ model: Model) -> String {
    let lines = sheet.reading(of: index, model.assessment, model.context).preview(model.language)
    let phrases = lines.flatMap { $0.split(separator: " · ").map(String.init) }
    return phrases.dropFirst().joined(separator: " · ")
  }

  private func said(_ fault: PasteSheet.Fault, _ index: Int, _ model: Model, isShort: Bool) -> String {
    if isShort { return model.say(fault.words) }
    return model.say(PasteWords.place(sheet.rows[index].number, fault.place)) + ": " + model.say(fault.words)
  }

  /// The row under the cursor in full.
  private func drawCurrent(_ model: Model, _ pen: inout Pen, in foot: Rect) {
    pen.frame.rule(
      from: Point(column: foot.column - 2, row: foot.row), columns: foot.columns + 4, role: .borderFocus,
      glyphs: pen.glyphs)
    guard sheet.rows.indices.contains(cursor.place) else { return }
    let area = foot.splitTop(1).rest
    let fault = sheet.faults[cursor.place]
    let texts =
      fault.map { [said($0, cursor.place, model, isShort: false)] }
      ?? sheet.reading(of: cursor.place, model.assessment, model.context).preview(model.language)
    let lines = texts.flatMap { DisplayWidth.wrap($0, to: area.columns).map(String.init) }
    for (row, text) in lines.prefix(area.rows).enumerated() {
      pen.put(
        text, at: area.line(row).origin, role: fault == nil ? .textMuted : .messageError, width: area.columns)
    }
  }
}
