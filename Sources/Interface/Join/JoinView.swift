package import Canvas
import Domain

extension JoinModel {
  private static let widest = 140
  private static let sizeForBox = Size(columns: 70, rows: 20)

  /// The picture of the participant's terminal.
  package func view() -> Frame {
    var pen = Pen(size: size, glyphs: glyphs, language: language)
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else {
      for (row, line) in DisplayWidth.wrap(UI.tooSmall[language], to: max(1, size.columns)).enumerated() {
        pen.put(String(line), at: Point(column: 0, row: row), role: .messageWarning)
      }
      return pen.frame
    }
    let all = Rect(size)
    drawHeader(&pen, in: all.line(0))
    drawFooter(&pen, in: all.line(size.rows - 1))
    let middle = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
    drawBody(&pen, in: framed(middle, &pen))
    return pen.frame
  }

  private func drawHeader(_ pen: inout Pen, in line: Rect) {
    let title = assessment.head.flatMap { assessment[$0, AssessmentRecord.title] } ?? ""
    let party = context.party.flatMap { assessment[$0, Party.name] } ?? ""
    var runs: [(String, Role)] = [
      (" " + UI.programName[language] + "  ", .textStrong), (name, .title), ("  " + party, .text),
    ]
    if !title.isEmpty { runs.append(("   " + title, .textMuted)) }
    pen.put(runs, at: line.origin, width: line.columns - 1)
  }

  private func drawFooter(_ pen: inout Pen, in line: Rect) {
    if let notice {
      pen.put(" " + notice.text, at: line.origin, role: notice.tone.role, width: line.columns - 1)
      return
    }
    var used = 1
    for (key, word) in hints {
      guard used + DisplayWidth.width(of: key + word[language]) + 3 < line.columns else { break }
      used += pen.put(key, at: line.origin.moved(columns: used), role: .footerKey) + 1
      used += pen.put(word[language], at: line.origin.moved(columns: used), role: .footerText) + 2
    }
  }

  private var hints: [(String, Words)] {
    if participant == nil { return JoinWords.chooseHints }
    return facts.map { $0.result == nil } == true ? JoinWords.cardHints : JoinWords.waitHints
  }

  /// A box around the card where there is room for one.
  private func framed(_ area: Rect, _ pen: inout Pen) -> Rect {
    guard area.columns >= Self.sizeForBox.columns, size.rows >= Self.sizeForBox.rows else {
      return area.inset(columns: 1, rows: 0)
    }
    let box = area.centered(Size(columns: Self.widest, rows: area.rows))
    pen.frame.box(box, title: boxTitle, role: .border, glyphs: glyphs)
    return box.inset(columns: 2, rows: 1)
  }

  private var boxTitle: String {
    guard participant != nil, let facts else { return JoinWords.title[language] }
    let title = facts.result == nil ? JoinWords.title : JoinWords.result
    return title[language] + "   " + assessment.label(of: facts.round)
  }

  private func drawBody(_ pen: inout Pen, in area: Rect) {
    if participant == nil { return drawChoices(&pen, in: area) }
    guard let facts else { return drawWaiting(&pen, in: area) }
    if let result = facts.result { return draw(facts, result, &pen, in: area) }
    draw(facts, &pen, in: area)
  }

  private func drawWaiting(_ pen: inout Pen, in area: Rect) {
    let lines = DisplayWidth.wrap(JoinWords.waiting[language], to: max(8, area.columns - 4))
    for (offset, line) in lines.enumerated() {
      let text = DisplayWidth.pad(String(line), to: area.columns, alignment: .center)
      pen.put(text, at: area.line(area.rows / 2 + offset - 1).origin, role: .textStrong, width: area.columns)
    }
  }

  private func drawChoices(_ pen: inout Pen, in area: Rect) {
    pen.put(name, at: area.line(0).origin, role: .title, width: area.columns)
    pen.put(JoinWords.forWhom, at: area.line(1).origin, role: .textStrong, width: area.columns)
    let list = area.splitTop(3).rest
    let top = max(0, min(cursor - list.rows + 1, choices.count - list.rows))
    for (offset, party) in choices.dropFirst(top).prefix(list.rows).enumerated() {
      let line = list.line(offset)
      if top + offset == cursor {
        pen.frame.paint(line, ground: .selection)
        pen.put(glyphs[.selected], at: line.origin, role: .cursor)
        pen.frame.cursor = line.origin
      }
      let key = assessment[party, Party.partyKey] ?? ""
      let name = assessment[party, Party.name] ?? assessment.label(of: party)
      pen.put(
        [(key + "  ", .textMuted), (name, .text)], at: line.origin.moved(columns: 2), width: line.columns - 2)
    }
  }

  // MARK: The card and its result

  private func draw(_ facts: RoundFacts, _ pen: inout Pen, in area: Rect) {
    let gap = area.rows >= 18 ? 1 : 0
    let (upper, lower) = area.splitBottom(2 + gap)
    let used = RiskCard(facts: facts, assessment: assessment, language: language).draw(&pen, in: upper)
    // Under the scales, not at the far end of a large screen.
    let row = min(upper.row + used + gap, lower.row)
    let entry = Rect(column: area.column, row: row, columns: area.columns, rows: area.rows)
    digits.draw(&pen, at: entry.origin, width: entry.columns, isShown: isShown)
    let state: (String, Words, Role) =
      hasCast
      ? (glyphs[.check], JoinWords.canChange, .messageSuccess)
      : (glyphs[.phaseNotStarted], JoinWords.typeNow, .text)
    let progress = EstimateWords.progress(facts.cast.count, facts.participants.count)[language]
    pen.put(
      [(state.0 + " " + state.1[language], state.2), ("   " + progress, .textMuted)],
      at: entry.line(1 + gap).origin, width: entry.columns)
  }

  private func draw(_ facts: RoundFacts, _ result: RoundResult, _ pen: inout Pen, in area: Rect) {
    let (upper, last) = area.splitBottom(1)
    let gap = upper.rows >= 24 ? 1 : 0
    let card = RiskCard(facts: facts, assessment: assessment, language: language)
    var row = upper.rows >= 18 ? card.drawRisk(&pen, in: upper) + gap : drawTitle(facts, &pen, in: upper)
    let picture = RevealPicture(facts: facts, result: result, assessment: assessment, language: language)
    row += picture.draw(&pen, in: upper.splitTop(row).rest) + gap
    let own = facts.participants.firstIndex { $0 == participant }
    ParticipantFlow(facts: facts, assessment: assessment, language: language, cursor: own)
      .draw(&pen, in: upper.splitTop(row).rest)
    pen.put(JoinWords.next, at: last.origin, role: .textMuted, width: last.columns)
  }

  private func drawTitle(_ facts: RoundFacts, _ pen: inout Pen, in area: Rect) -> Int {
    let title = assessment.label(of: facts.risk) + " " + (assessment[facts.risk, Risk.event] ?? "")
    pen.put(title, at: area.origin, role: .textStrong, width: area.columns)
    return 1
  }
}
