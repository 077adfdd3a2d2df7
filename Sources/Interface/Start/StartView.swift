package import Canvas
import Domain

extension StartModel {
  /// The picture of the start screen.
  package func view() -> Frame {
    var pen = Pen(size: size, glyphs: glyphs, language: language)
    let all = Rect(size)
    guard all.rows >= 4, all.columns >= 20 else { return pen.frame }
    let (body, foot) = all.splitBottom(1)
    drawHead(&pen, in: body)
    drawRows(&pen, in: body.splitTop(3).rest.inset(columns: 2, rows: 0))
    if let form { draw(form, &pen, in: body) }
    drawFoot(&pen, in: foot)
    return pen.frame
  }

  private func drawHead(_ pen: inout Pen, in body: Rect) {
    let name = language == .japanese ? "局面" : "Kyokumen 局面"
    pen.put(
      [(name, .title), ("  " + StartWords.subtitle[language], .textMuted)],
      at: Point(column: 2, row: 1), width: body.columns - 3)
  }

  /// The lines with their headings; nil is a heading's or an empty line.
  private var lines: [(text: String, index: Int?)] {
    var lines: [(String, Int?)] = []
    var last = ""
    for (index, row) in rows.enumerated() {
      let heading = heading(of: row)[language]
      if heading != last {
        if !lines.isEmpty { lines.append(("", nil)) }
        lines.append((heading, nil))
        last = heading
      }
      lines.append((text(of: row), index))
    }
    return lines
  }

  /// Which of the groups of choices it belongs to.
  func heading(of row: StartRow) -> Words {
    switch row {
    case .recent: StartWords.recent
    case .openFile, .new: StartWords.begin
    case .demo: StartWords.demos
    }
  }

  /// What is chosen by it.
  func text(of row: StartRow) -> String {
    switch row {
    case .recent(let path): path
    case .openFile: StartWords.openFile[language]
    case .new: StartWords.new[language]
    case .demo(let name, let title): name + "  " + title[language]
    }
  }

  private func drawRows(_ pen: inout Pen, in area: Rect) {
    let lines = lines
    let at = lines.firstIndex { $0.index == cursor } ?? 0
    let top = max(0, min(at - area.rows / 2, lines.count - area.rows))
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let place = area.line(offset)
      guard let index = line.index else {
        pen.put(line.text, at: place.origin, role: .textStrong, width: place.columns)
        continue
      }
      if index == cursor {
        pen.frame.paint(place, ground: .selection)
        pen.put(pen.glyphs[.selected], at: place.origin, role: .cursor)
        pen.frame.cursor = place.origin
      }
      pen.put(line.text, at: place.origin.moved(columns: 2), width: place.columns - 2)
    }
  }

  private func draw(_ form: StartForm, _ pen: inout Pen, in body: Rect) {
    let questions = form.questions
    let size = Size(columns: min(body.columns - 2, 78), rows: min(body.rows, questions.count + 4))
    let inside = pen.window(body.centered(size), title: form.title[language])
    for (offset, question) in questions.enumerated() where offset < inside.rows {
      let line = inside.line(offset)
      let isCursor = offset == form.cursor
      if isCursor { pen.frame.paint(line, ground: .selection) }
      let label = StartWords.label(question)[language]
      pen.put(label, at: line.origin, role: .formLabel, width: 27)
      let place = line.origin.moved(columns: 28)
      let width = line.columns - 28
      if question == .scope {
        pen.put("◂ " + form.scope.words[language] + " ▸", at: place, role: .formValue, width: width)
        if isCursor { pen.frame.cursor = place }
      } else {
        form.field(question).draw(
          &pen, at: place, width: width, placeholder: placeholder(question), hasFocus: isCursor)
      }
    }
    let foot = inside.splitBottom(1).bottom
    if let problem = form.problem {
      pen.put(problem, at: foot.origin, role: .formError, width: foot.columns)
    }
  }

  /// An example or a hint for an empty answer.
  func placeholder(_ question: StartForm.Question) -> String {
    switch question {
    case .names(.standalone), .scope, .title: ""
    case .names: StartWords.severalHint[language]
    case .path: "NAME.kyokumen"
    }
  }

  /// In a form the arrows choose only where there is something to choose.
  var hints: [(String, Words)] {
    guard let form else { return StartWords.hints }
    let isChoice = form.questions[form.cursor] == .scope
    return StartWords.formHints.filter { isChoice || $0.0 != StartWords.turning }
  }

  private func drawFoot(_ pen: inout Pen, in line: Rect) {
    if let notice {
      pen.put(" " + notice.text, at: line.origin, role: notice.tone.role, width: line.columns - 1)
      return
    }
    var used = 1
    for (key, word) in hints {
      used += pen.put(key, at: line.origin.moved(columns: used), role: .footerKey) + 1
      used += pen.put(word[language], at: line.origin.moved(columns: used), role: .footerText) + 2
    }
  }
}
