package import Canvas
import Domain

/// The line, what is wrong with it and where, how it is understood, and how it may go on.
extension EntryLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    draw(model, &pen, at: model.layout.main.inset())
  }

  /// Draws at the foot of an area.
  func draw(_ model: Model, _ pen: inout Pen, at main: Rect) {
    let inside = pen.foot(footRows, of: main, role: .border).inset(columns: 1, rows: 0)
    let prompt = model.say(birth.words ?? birth.kind.description.words) + " " + pen.glyphs[.promptInput] + " "
    let used = pen.put(prompt, at: inside.origin, role: .title)
    let line = inside.line(0).splitLeft(used).rest
    field.draw(
      &pen, at: line.origin, width: line.columns, role: .textStrong,
      placeholder: EntryExample.line(for: birth, in: model.assessment.scope, model.language),
      marked: marks)
    let below = inside.splitTop(1).rest
    let (list, foot) = below.splitBottom(1)
    drawCompletions(&pen, in: foot)
    drawUnderstood(model, &pen, in: list, line: line)
  }

  // MARK: Pieces of the line

  private var marks: [(range: Range<Int>, role: Role)] {
    let tokens = reading.tokens.map { (range: $0, role: Role.footerKey) }
    let values = reading.pieces.filter { !isTitle($0) }.map { piece in
      (range: piece.range, role: piece.problem == nil ? Role.formValue : .formError)
    }
    let faults = judged.map { problem in
      reading.tokens.first { $0.lowerBound == problem.column - 1 } ?? problem.column - 1..<problem.column
    }
    return tokens + values + faults.map { (range: $0, role: Role.formError) }
  }

  private func isTitle(_ piece: EntryReading.Piece) -> Bool {
    piece.problem == nil && piece.meaning == .field(birth.kind.description.title)
  }

  /// What is wrong for good: not what the cursor is still in, nor what may yet be typed.
  private var judged: [EntryProblem] {
    isJudged ? reading.problems : reading.problems.filter { !isOpen($0) }
  }

  private func isOpen(_ problem: EntryProblem) -> Bool {
    switch problem.fault {
    case .noTitle, .noParty: return true
    case .field, .party, .nothingAfter, .twice, .held, .belongsToAll, .whoseAnswer, .unknownControl,
      .noCatalogues, .alreadyThere:
      let start = problem.column - 1
      let ends = (reading.tokens + reading.pieces.map(\.range)).filter { $0.lowerBound == start }.map(
        \.upperBound)
      let pieceEnd = reading.pieces.map(\.range).first { $0.contains(start) }?.upperBound
      return field.cursor >= start && field.cursor <= ([start] + ends + [pieceEnd ?? start]).max() ?? start
    }
  }

  // MARK: Below the line

  private func drawUnderstood(_ model: Model, _ pen: inout Pen, in area: Rect, line: Rect) {
    let top = area.line(0)
    var rest = area.splitTop(1).rest
    if let message {
      let lines = DisplayWidth.wrap(message.text, to: area.columns - 2).prefix(area.rows)
      for (row, text) in lines.enumerated() {
        pen.put(String(text), at: area.line(row).origin.moved(columns: 2), role: message.tone.role)
      }
      rest = area.splitTop(lines.count).rest
    } else if let problem = judged.first {
      rest = drawFault(problem, model, &pen, in: area, line: line)
    } else if let problem = reading.problems.first, !field.isEmpty {
      pen.put(
        said(problem, model), at: top.origin.moved(columns: 2), role: .textMuted, width: top.columns - 2)
    } else if !sticky.isEmpty {
      let texts = sticky.texts(birth.kind, model.language).joined(separator: " ")
      pen.put(
        [(model.say(UI.asAbove) + " ", .textMuted), (texts, .textMuted)],
        at: top.origin.moved(columns: 2), width: top.columns - 2)
    } else if previewRows(model, rest.columns - 2) > rest.rows {
      rest = area
    }
    if !field.isEmpty { drawPreview(model, &pen, in: rest.inset(columns: 1, rows: 0)) }
  }

  /// A fault with its place in the line.
  func said(_ problem: EntryProblem, _ model: Model) -> String {
    model.say(
      Words("column \(problem.column): \(problem.words.en)", "\(problem.column)文字目: \(problem.words.ja)"))
  }

  /// The mark below the place, and the sentence beside it or, where it is too long for that, below.
  ///
  /// - Returns: What is left of the area.
  private func drawFault(
    _ problem: EntryProblem, _ model: Model, _ pen: inout Pen, in area: Rect, line: Rect
  ) -> Rect {
    let (first, _) = field.scroll(line.columns)
    let before = field.text.prefix(problem.column - 1).dropFirst(first)
    let place = min(DisplayWidth.width(of: String(before)), line.columns - 1)
    let row = area.line(0)
    let mark = Point(column: line.column + place, row: row.row)
    pen.put(pen.glyphs[.arrowUp], at: mark, role: .messageError)
    let (sentence, width) = (said(problem, model), DisplayWidth.width(of: said(problem, model)))
    if width <= row.lastColumn - mark.column - 1 {
      pen.put(sentence, at: mark.moved(columns: 2), role: .messageError)
    } else if width <= mark.column - row.column - 1 {
      pen.put(sentence, at: mark.moved(columns: -width - 1), role: .messageError)
    } else {
      let below = area.splitTop(1).rest
      let lines = DisplayWidth.wrap(sentence, to: below.columns - 2).prefix(below.rows)
      for (row, text) in lines.enumerated() {
        pen.put(String(text), at: below.line(row).origin.moved(columns: 2), role: .messageError)
      }
      return below.splitTop(lines.count).rest
    }
    return area.splitTop(1).rest
  }

  /// What happens, then to whom it belongs: each from a line of its own where there is room, else one after the
  /// other as far as it goes.
  private func drawPreview(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let lines = reading.preview(model.language)
    let room = area.columns - 1
    var shown = lines.flatMap { DisplayWidth.wrap($0, to: room).map(String.init) }
    if shown.count > area.rows {
      let whole = lines.joined(separator: " · ")
      let flowing = DisplayWidth.wrap(whole, to: room).prefix(area.rows)
      // The last line goes on to the end, so that it is seen to be cut.
      shown = flowing.dropLast().map(String.init) + flowing.suffix(1).map { String(whole[$0.startIndex...]) }
    }
    for (row, text) in shown.enumerated() {
      pen.put(text, at: area.line(row).origin.moved(columns: 1), role: .textMuted, width: room)
    }
  }

  /// Lines of the preview when it has as many as it wants.
  private func previewRows(_ model: Model, _ columns: Int) -> Int {
    reading.preview(model.language).reduce(0) { $0 + DisplayWidth.wrap($1, to: columns).count }
  }

  // MARK: Completion

  /// The candidates, scrolled so that the chosen one is seen.
  private func drawCompletions(_ pen: inout Pen, in line: Rect) {
    guard !completions.isEmpty else { return }
    var used = 2 + pen.put("Tab", at: line.origin.moved(columns: 2), role: .footerKey) + 2
    let room = line.columns - used
    var first = 0
    func width(_ range: ClosedRange<Int>) -> Int {
      range.reduce(0) { $0 + DisplayWidth.width(of: completions[$1].display) + 2 }
    }
    if let chosen = cycle?.chosen { while first < chosen, width(first...chosen) > room { first += 1 } }
    for (index, completion) in completions.enumerated().dropFirst(first) where used < line.columns - 1 {
      let isChosen = index == cycle?.chosen
      let mark = isChosen ? pen.glyphs[.selected] : " "
      let text = mark + completion.display
      let place = line.origin.moved(columns: used)
      let cells = pen.put(
        text, at: place, role: isChosen ? .textStrong : .text, width: line.columns - used)
      if isChosen {
        pen.frame.paint(
          Rect(column: place.column, row: place.row, columns: cells, rows: 1), ground: .selection)
      }
      used += cells + 1
    }
  }
}
