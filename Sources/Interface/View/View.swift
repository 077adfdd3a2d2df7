package import Canvas
package import Domain

extension Model {
  func drawTooSmall(_ pen: inout Pen) {
    for (row, line) in DisplayWidth.wrap(say(UI.tooSmall), to: max(1, size.columns)).enumerated() {
      pen.put(String(line), at: Point(column: 0, row: row), role: .messageWarning)
    }
  }

  // MARK: Header and rail

  private func drawHeader(_ pen: inout Pen, in line: Rect) {
    let kept = isDemo ? (isChanged ? UI.demoChanged : UI.demo) : UI.saved
    let status = " " + say(past == nil ? kept : UI.readOnly) + " "
    let end = line.columns - DisplayWidth.width(of: status)
    pen.put(
      status, at: line.origin.moved(columns: end),
      role: past != nil ? .readonly : isDemo ? .modified : .statusline)
    let clock = clockRuns(pen.glyphs, within: line.columns)
    let room = end - clock.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
    pen.put(clock, at: line.origin.moved(columns: room), width: end - room)
    let title = assessment.head.flatMap { assessment[$0, AssessmentRecord.title] } ?? fileName
    let cycle = language == .japanese ? "第\(assessment.cycle)期" : "cycle \(assessment.cycle)"
    var runs: [(String, Role)] = [
      (" " + say(UI.programName) + "  ", .textStrong), (title, .title),
      (" \(pen.glyphs[.separator]) " + cycle, .textMuted),
      ("   ", .text), (partiesText(pen.glyphs), .text),
    ]
    let hint = "  (\(say(UI.partyHint)))"
    let used = runs.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
    if party != nil, assessment.count(.party) > 1, used + DisplayWidth.width(of: hint) < room {
      runs.append((hint, .text))
    }
    if let past {
      runs.insert((" " + say(PastWords.mark) + " " + say(past.name) + " ", .readonly), at: 0)
    } else if context.looksOnly {
      runs.insert((" " + say(UI.readOnly) + " ", .readonly), at: 0)
    }
    if context.audits {
      runs.insert((" " + say(UI.auditing) + " ", .readonly), at: 0)
    }
    pen.put(runs, at: line.origin, width: room - 1)
  }

  private func partiesText(_ glyphs: Glyphs) -> String {
    let parties = assessment.ids(.party)
    if let party { return name(of: party) }
    return parties.count > 3
      ? say(UI.allParties) + " \(parties.count)"
      : parties.map(name(of:)).joined(separator: " \(glyphs[.arrowBoth]) ")
  }

  /// The party's role in short and its name.
  package func name(of party: RecordID) -> String {
    let name = assessment[party, Party.name] ?? assessment.label(of: party)
    guard let short = assessment[party, Party.role]?.short else { return name }
    let key = assessment[party, Party.partyKey]?.uppercased() ?? short
    return (key.hasPrefix(short) ? key : short) + " " + name
  }

  private func drawRail(_ pen: inout Pen, in line: Rect) {
    let rail = Rail(self, pen.glyphs, columns: line.columns)
    pen.put(rail.runs, at: line.origin.moved(columns: Rail.start), width: line.columns - Rail.start)
  }

  /// One mark per party, or with more than three the joint state and how many agreed.
  func phaseMarks(_ phase: Phase, _ glyphs: Glyphs) -> [(String, Role)] {
    let standing = partyStanding
    let parties = standing.participants
    guard parties.count > 3 else {
      return parties.map { assessment.phases[$0, phase] }.map { (glyphs[$0.glyph], $0.role) }
    }
    let agreed = standing.agreed(phase)
    return [("\(agreed)/\(parties.count)", agreed == parties.count ? .phaseAgreed : .textMuted)]
  }

  // MARK: Boxes

  /// What the cursor's moves leave as it is.
  func drawGround(_ pen: inout Pen, _ layout: Layout) {
    drawHeader(&pen, in: layout.header)
    drawRail(&pen, in: layout.rail)
    pen.frame.box(layout.main, role: .border, glyphs: pen.glyphs)
    if inFront(layout) == .main { drawShares(&pen, in: middle(layout).splitTop(shareRows).top) }
    guard let detail = layout.detail, let gate = layout.gate else { return }
    pen.frame.box(detail, role: .border, glyphs: pen.glyphs)
    pen.frame.box(gate, role: .border, glyphs: pen.glyphs)
    drawTitle(of: .gate, &pen, on: gate, hasFocus: pane == .gate)
    drawGate(&pen, in: gate.inset())
  }

  /// What fills the screen's box: without panes beside it, the pane that has the attention.
  private func inFront(_ layout: Layout) -> Pane { layout.detail == nil ? pane : .main }

  /// The inside of the screen's box above what the lowest layer takes of it.
  private func middle(_ layout: Layout) -> Rect { layout.inside.splitBottom(layerRows).rest }

  func drawBoxes(_ pen: inout Pen, _ layout: Layout) {
    let view = Screens.screen(screen)
    let inFront = inFront(layout)
    drawTitle(of: inFront, &pen, on: layout.main, hasFocus: pane == .main || layout.detail == nil)
    switch inFront {
    case .main: view.drawBody(self, &pen, in: middle(layout).splitTop(shareRows).rest)
    case .detail: drawDetail(&pen, in: middle(layout))
    case .gate: drawGate(&pen, in: middle(layout))
    }
    if let detail = layout.detail {
      drawTitle(of: .detail, &pen, on: detail, hasFocus: pane == .detail)
      drawDetail(&pen, in: detail.inset())
    } else if inFront == .main {
      drawFullTitle(&pen, below: layout.main)
    }
  }

  /// Without a detail pane the lower edge says the whole of a title that its line may cut.
  private func drawFullTitle(_ pen: inout Pen, below box: Rect) {
    guard let current, let title = assessment.title(of: current) else { return }
    let runs = [(" " + assessment.label(of: current) + " ", Role.textMuted), (title + " ", .text)]
    pen.put(runs, at: Point(column: box.column + 2, row: box.lastRow), width: box.columns - 4)
  }

  private func drawTitle(of pane: Pane, _ pen: inout Pen, on box: Rect, hasFocus: Bool) {
    pen.frame.title(
      title(of: pane), on: box, role: hasFocus ? .title : .textMuted, borderRole: .border, glyphs: pen.glyphs)
  }

  private func title(of pane: Pane) -> String {
    switch pane {
    case .main: Screens.screen(screen).title(self)
    case .detail: current.map(assessment.label(of:)) ?? say(UI.detail)
    case .gate: gateTitle
    }
  }

  private var gateTitle: String {
    guard let phase = screen.phase else { return say(UI.nextThings) }
    let state = party.map { assessment.phases[$0, phase] }
    let word = state.map { " " + say($0.words) } ?? ""
    return say(UI.gate) + " \(phase.rawValue)" + word
  }

  // MARK: Footer

  func drawFooter(_ pen: inout Pen, in line: Rect) {
    let count = layers.isEmpty ? countText : ""
    let room = line.columns - DisplayWidth.width(of: count) - 1
    pen.put(count, at: line.origin.moved(columns: room), role: .titleCount)
    if let notice { return drawNotice(notice, &pen, in: line, room: room - 1) }
    var used = 1
    for (key, word) in fittingHints(room - used) {
      // `1〜5` is one word.
      let gap = say(word).first.map("…〜".contains) == true ? 0 : 1
      used += pen.put(key, at: line.origin.moved(columns: used), role: .footerKey) + gap
      used += pen.put(word, at: line.origin.moved(columns: used), role: .footerText) + 2
    }
  }

  /// A sentence too long for its line begins above it, over the foot of the screen: a refusal is read to its end.
  private func drawNotice(_ notice: Notice, _ pen: inout Pen, in line: Rect, room: Int) {
    let lines = DisplayWidth.wrap(notice.text, to: max(8, room - 1)).map(String.init)
    let shown = lines.prefix(max(1, line.row / 3))
    // What the tutorial asks for stays to be read below it.
    let lift = shown.count > 1 && coachRows > 0 ? coachRows + 1 : 0
    for (offset, text) in shown.enumerated() {
      let place = Point(column: line.column, row: line.row - lift - shown.count + 1 + offset)
      if place.row < line.row {
        pen.frame.fill(Rect(column: place.column, row: place.row, columns: line.columns, rows: 1))
      }
      pen.put(" " + text, at: place, role: notice.tone.role, width: room)
    }
  }

  /// The hints there is room for, the first before the others, and the way out in any case; a long one gives way to
  /// shorter ones behind it.
  private func fittingHints(_ room: Int) -> [(String, Words)] {
    guard let hints = layers.last?.hints(self) else { return fitting(keymap.footer(self), room) }
    guard let wayOut = hints.last(where: { $0.0 == "Esc" }) else { return fitting(hints, room) }
    return fitting(hints.filter { $0.0 != wayOut.0 }, room - width(of: wayOut)) + [wayOut]
  }

  private func fitting(_ hints: some Sequence<(String, Words)>, _ room: Int) -> [(String, Words)] {
    var left = room
    var fitting: [(String, Words)] = []
    for hint in hints {
      // A key, a word of one cell, and what lies between.
      guard left > 5 else { break }
      let width = width(of: hint)
      guard width < left else { continue }
      left -= width
      fitting.append(hint)
    }
    return fitting
  }

  private func width(of hint: (String, Words)) -> Int {
    DisplayWidth.width(of: hint.0) + DisplayWidth.width(of: say(hint.1)) + 3
  }

  private var countText: String {
    if pane == .gate {
      let count = shownFindings.count
      return "\(min(gateCursor + 1, count)) / \(count)" + (shownFindingsAreCut ? "+" : "")
    }
    guard !state.rows.isEmpty else { return "0 / 0" }
    return "\(state.cursor + 1) / \(state.rows.count)"
  }
}

extension Notice.Tone {
  var role: Role {
    switch self {
    case .info: .messageInfo
    case .success: .messageSuccess
    case .warning: .messageWarning
    case .error: .messageError
    }
  }
}

extension PhaseState {
  /// The mark of the state; the word says the same wherever there is room.
  package var glyph: Glyph {
    switch self {
    case .notStarted: .phaseNotStarted
    case .inProgress: .phaseInProgress
    case .inReview: .phaseInReview
    case .agreed: .phaseAgreed
    case .stale: .phaseStale
    }
  }

  package var role: Role {
    switch self {
    case .notStarted: .phaseNotStarted
    case .inProgress: .phaseInProgress
    case .inReview: .phaseInReview
    case .agreed: .phaseAgreed
    case .stale: .phaseStale
    }
  }
}
