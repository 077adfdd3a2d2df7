package import Canvas
import Domain

/// The window of an import; only the lines that are seen are put into words.
extension ImportLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let title = model.say(Words("Import", "取り込み")) + ": " + request.name
    let inside = pen.window(body, title: title)
    guard let read else { return drawProgress(model, &pen, in: inside) }
    let (top, below) = inside.splitTop(2)
    drawCounts(read, model, &pen, in: top.line(0))
    let (list, foot) = below.splitBottom(4)
    drawLines(read, model, &pen, in: list)
    drawCurrent(read, model, &pen, in: foot)
    let place = " \(min(cursor.place + 1, lines.count)) / \(lines.count) "
    pen.putRight(
      place, at: Point(column: inside.column, row: body.lastRow), width: inside.columns, role: .titleCount)
  }

  private func drawProgress(_ model: Model, _ pen: inout Pen, in inside: Rect) {
    let words =
      progress.map { done, total in Words("Reading: \(done) of \(total) rows", "読み取り中: \(total)行中 \(done)行") }
      ?? Words("Reading the file", "ファイルを読み取り中")
    pen.put(words, at: inside.origin, role: .textMuted, width: inside.columns)
    pen.frame.cursor = inside.origin
  }

  private func drawCounts(_ read: TableImport, _ model: Model, _ pen: inout Pen, in line: Rect) {
    if let message {
      pen.put(message.text, at: line.origin, role: message.tone.role, width: line.columns)
      return
    }
    guard read.faults.isEmpty else {
      let words = Words(
        "\(read.faultCount) to mend: nothing comes in until then", "要修正 \(read.faultCount)件（直すまで何も取り込みません）")
      pen.put(
        [(pen.glyphs[.cross] + " " + model.say(words), .messageError)], at: line.origin, width: line.columns)
      return
    }
    let words = Words(
      "\(read.newCount) new, \(read.changedCount) changed, \(read.sameCount) unchanged",
      "新規 \(read.newCount)件、変更 \(read.changedCount)件、変更なし \(read.sameCount)件")
    let whose = request.order.party.map { party in
      "   " + model.say(Words("for", "対象")) + " " + RecordName.party(party, model.assessment)
    }
    pen.put(
      [(pen.glyphs[.check] + " " + model.say(words), .messageSuccess), (whose ?? "", .textMuted)],
      at: line.origin, width: line.columns)
  }

  private func drawLines(_ read: TableImport, _ model: Model, _ pen: inout Pen, in list: Rect) {
    pen.drawList(lines.count, cursor, in: list, isMarked: true) { pen, index, line in
      draw(lines[index], read, model, &pen, in: line)
    }
  }

  private func draw(_ line: Line, _ read: TableImport, _ model: Model, _ pen: inout Pen, in rect: Rect) {
    switch line {
    case .fault(let fault):
      pen.put(
        pen.glyphs[.cross] + " " + text(fault, model), at: rect.origin, role: .messageError,
        width: rect.columns)
    case .sheet(let index):
      let sheet = read.sheets[index]
      let row = Words("heads in row \(sheet.headRow)", "見出し \(sheet.headRow)行目")
      let isAlone = read.sheets.count == 1 && read.unread.isEmpty
      let name = isAlone ? "" : sheet.name + "  "
      pen.put(
        [
          (name + model.say(sheet.kind.description.words), .title), ("  " + model.say(row), .textMuted),
        ], at: rect.origin, width: rect.columns)
    case .column(let sheet, let place):
      drawColumn(read.sheets[sheet].columns[place], place, model, &pen, in: rect)
    case .unread(let name):
      pen.put(
        name + "  " + model.say(Words("left out", "取り込まない")), at: rect.origin, role: .textMuted,
        width: rect.columns)
    case .remark(let words):
      pen.put(
        pen.glyphs[.severityWarning] + " " + model.say(words), at: rect.origin, role: .messageWarning,
        width: rect.columns)
    case .change(let text, let isField):
      pen.put(
        (isField ? "    " : "") + text, at: rect.origin, role: isField ? .textMuted : .text,
        width: rect.columns)
    case .more(let count):
      pen.put(
        Words("and \(count) more", "他 \(count) 件"), at: rect.origin, role: .textMuted, width: rect.columns)
    }
  }

  private func drawColumn(
    _ column: ImportColumn, _ place: Int, _ model: Model, _ pen: inout Pen, in rect: Rect
  ) {
    let (letter, rest) = rect.splitLeft(5)
    pen.putRight(ImportColumn.letters(place), at: letter.origin, width: 3, role: .textMuted)
    let (head, meaning) = rest.splitLeft(rest.columns * 2 / 5)
    pen.put(column.head, at: head.origin, width: head.columns - 2)
    let mark = column.isRead ? pen.glyphs[.arrowRight] : pen.glyphs[.absent]
    pen.put(
      mark + " " + model.say(column.words(model.assessment)), at: meaning.origin,
      role: column.isRead ? .text : .textMuted, width: meaning.columns)
  }

  private func text(_ fault: ImportFault, _ model: Model) -> String {
    model.say(fault.place) + ": " + model.say(fault.words)
  }

  /// The line under the cursor in full.
  private func drawCurrent(_ read: TableImport, _ model: Model, _ pen: inout Pen, in foot: Rect) {
    pen.frame.rule(
      from: Point(column: foot.column - 2, row: foot.row), columns: foot.columns + 4, role: .borderFocus,
      glyphs: pen.glyphs)
    guard lines.indices.contains(cursor.place) else { return }
    let area = foot.splitTop(1).rest
    let (text, role) = full(lines[cursor.place], read, model)
    for (row, line) in DisplayWidth.wrap(text, to: area.columns).prefix(area.rows).enumerated() {
      pen.put(String(line), at: area.line(row).origin, role: role, width: area.columns)
    }
  }

  private func full(_ line: Line, _ read: TableImport, _ model: Model) -> (String, Role) {
    switch line {
    case .fault(let fault): return (text(fault, model), .messageError)
    case .column(let sheet, let place):
      let column = read.sheets[sheet].columns[place]
      let words = Words(
        "Column \(ImportColumn.letters(place)) “\(column.head)” is read as: \(column.words(model.assessment).en). \(formKey: "e") corrects it.",
        "\(ImportColumn.letters(place))列「\(column.head)」の読み方: \(column.words(model.assessment).ja)。\(formKey: "e") で直せます。"
      )
      return (model.say(words), .textMuted)
    case .remark(let words): return (model.say(words), .messageWarning)
    case .change(let text, _): return (text, .textMuted)
    case .sheet:
      let words = Words(
        "An empty cell empties its field only in rows that the column ID finds.",
        "空のセルが項目を空にするのは、ID 列で見つかった行だけです。")
      return (model.say(words), .textMuted)
    case .unread, .more: return ("", .textMuted)
    }
  }
}
