import Canvas
import Domain

/// The overview drawn: parties × phases, the division of work of the phase chosen, and the sums below.
struct OverviewPicture {
  let model: Model

  private var assessment: Assessment { model.assessment }
  private var state: ScreenState { model.state }
  private var parties: [RecordID] { assessment.ids(.party) }
  private static let nameShare = 30

  func draw(_ pen: inout Pen, in area: Rect) {
    let inside = area.splitRight(1).rest
    let sums = sumRows(area.rows)
    let (upper, lower) = inside.splitBottom(sums)
    let shares = shareLines
    let tall = parties.count * 2 + 1 + shares.count + 1 <= upper.rows
    let perParty = tall ? 2 : 1
    let tableRows = min(parties.count * perParty + 1, max(2, upper.rows - shares.count - 1))
    let (table, below) = upper.splitTop(tableRows)
    drawTable(perParty, &pen, in: table)
    if below.rows > shares.count { drawShares(shares, &pen, in: below.splitTop(1).rest) }
    drawSums(&pen, in: lower)
  }

  // MARK: Parties and phases

  private func names(_ line: Rect) -> (name: Rect, cells: [Rect]) {
    let name = max(14, line.columns * Self.nameShare / 100)
    let (left, rest) = line.splitLeft(name)
    let width = rest.columns / Phase.allCases.count
    let cells = Phase.allCases.indices.map {
      Rect(column: rest.column + $0 * width, row: line.row, columns: width, rows: line.rows)
    }
    return (left, cells)
  }

  private func drawTable(_ perParty: Int, _ pen: inout Pen, in area: Rect) {
    let head = names(area.line(0))
    for (phase, cell) in zip(Phase.allCases, head.cells) {
      let isChosen = isOnParty && phase == OverviewScreen.phase(state)
      pen.put(
        "\(phase.rawValue) " + model.say(phase.shortWords), at: cell.origin,
        role: isChosen ? .title : .header,
        width: cell.columns - 1)
    }
    let shown = max(1, (area.rows - 1) / perParty)
    let top = max(0, min(state.cursor - shown + 1, parties.count - shown))
    for (offset, party) in parties.dropFirst(top).prefix(shown).enumerated() {
      let rect = Rect(
        column: area.column, row: area.row + 1 + offset * perParty, columns: area.columns, rows: perParty)
      draw(party, isCursor: top + offset == state.cursor, &pen, in: rect)
    }
  }

  private var isOnParty: Bool { state.current?.record != nil }

  private func draw(_ party: RecordID, isCursor: Bool, _ pen: inout Pen, in rect: Rect) {
    let places = names(rect)
    let takesPart = assessment.participates(party)
    if isCursor { select(rect.line(0), &pen) }
    pen.put(
      model.name(of: party), at: places.name.origin.moved(columns: 2),
      role: takesPart ? .textStrong : .textMuted,
      width: places.name.columns - 3)
    for (phase, cell) in zip(Phase.allCases, places.cells) {
      guard takesPart else { continue }
      draw(party, phase, &pen, in: cell)
      if isCursor, phase == OverviewScreen.phase(state) {
        pen.frame.paint(cell.line(0).splitRight(1).rest, ground: .selection)
      }
    }
    if !takesPart {
      let words =
        assessment.has(party, Party.leftOn)
        ? Words("left", "離脱") : Words("by documents, has no phases", "文書による（局面なし）")
      pen.put(words, at: places.cells[0].origin, role: .textMuted)
    }
  }

  /// The state by sign and word, what blocks it below; in one line the count takes the word's place.
  private func draw(_ party: RecordID, _ phase: Phase, _ pen: inout Pen, in cell: Rect) {
    let state = assessment.phases[party, phase]
    let counts = model.gates.findings(party, phase).map { findings in
      (findings.count { $0.severity == .blocker }, findings.count { $0.severity == .warning })
    }
    let blockers = counts?.0 ?? 0
    let isTall = cell.rows > 1
    let word = pen.glyphs[state.glyph] + " " + model.say(state.words)
    let used = pen.put(word, at: cell.origin, role: state.role, width: cell.columns - 1)
    guard let counts else { return }
    if isTall {
      pen.put(
        openRuns(counts, pen.glyphs), at: cell.origin.moved(columns: 2, rows: 1), width: cell.columns - 3)
    } else if blockers > 0, used + 3 < cell.columns {
      pen.put(
        " " + pen.glyphs[.severityBlocker] + String(blockers), at: cell.origin.moved(columns: used),
        role: .gateBlocker, width: cell.columns - used - 1)
    }
  }

  private func openRuns(_ counts: (blockers: Int, warnings: Int), _ glyphs: Glyphs) -> [(String, Role)] {
    var runs: [(String, Role)] = []
    if counts.blockers > 0 {
      runs.append((glyphs[.severityBlocker] + "\(counts.blockers) ", .gateBlocker))
    }
    if counts.warnings > 0 { runs.append((glyphs[.severityWarning] + "\(counts.warnings)", .gateWarning)) }
    return runs
  }

  private func select(_ line: Rect, _ pen: inout Pen) {
    pen.frame.paint(line, ground: model.pane == .main && !isOnParty ? .selection : .selectionInactive)
    pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
    pen.frame.cursor = line.origin
  }

  // MARK: Division of work

  /// One line per party that has written what it does in the phase chosen, three at most.
  private var shareLines: [[(String, Role)]] {
    let phase = OverviewScreen.phase(state)
    return assessment.participants.prefix(3).compactMap { party in
      guard let share = model.share(of: party, phase), let does = assessment[share, PhaseShare.does] else {
        return nil
      }
      return [(DisplayWidth.pad(model.shortName(of: party), to: 6) + " ", .textStrong), (does, .textMuted)]
    }
  }

  private func drawShares(_ lines: [[(String, Role)]], _ pen: inout Pen, in area: Rect) {
    let phase = OverviewScreen.phase(state)
    let head = model.say(Words("\(phase.rawValue) who does what", "\(phase.rawValue) の分担"))
    for (offset, runs) in lines.enumerated() {
      let line = area.line(offset).splitLeft(2).rest
      if offset == 0 { pen.put(head, at: line.origin, role: .header, width: labelColumns - 1) }
      let text = line.splitLeft(labelColumns).rest
      pen.put(runs, at: text.origin, width: text.columns)
    }
  }

  private var labelColumns: Int { model.language == .japanese ? 12 : 19 }

  // MARK: Sums

  private func sumRows(_ rows: Int) -> Int { min(rows / 2 + 1, OverviewScreen.Summary.allCases.count + 2) }

  private func drawSums(_ pen: inout Pen, in area: Rect) {
    var row = 0
    for summary in OverviewScreen.Summary.allCases where row < area.rows {
      let line = area.line(row)
      if state.current?.tag == summary.rawValue + 1 { select(line, &pen) }
      let inside = line.splitLeft(2).rest
      pen.put(summary.words, at: inside.origin, role: .header, width: labelColumns - 1)
      let place = inside.splitLeft(labelColumns).rest
      pen.put(runs(summary), at: place.origin, width: place.columns)
      row += 1
      guard summary == .risks, row < area.rows else { continue }
      let below = area.line(row).splitLeft(2).rest.splitLeft(labelColumns).rest
      drawBar(&pen, in: below.splitRight(2).rest)
      row += 2
    }
  }

  private func count(_ box: OverviewTally.Box) -> Int {
    state.groups.indices.contains(box.rawValue) ? state.groups[box.rawValue].count : 0
  }

  private func runs(_ summary: OverviewScreen.Summary) -> [(String, Role)] {
    let boxes = OverviewTally.boxes(of: summary)
    let total = boxes.reduce(0) { $0 + count($1) }
    var runs: [(String, Role)] =
      summary == .risks ? bands.reversed().map { ("\($0.word) \($0.count)", $0.role) } : []
    for box in boxes where count(box) > 0 {
      runs.append((model.say(box.words) + " \(count(box))", box.role))
    }
    if summary == .controls, total > 0, count(.implemented) == 0 {
      runs.insert((model.say(OverviewTally.Box.implemented.words) + " 0", .textMuted), at: 0)
    }
    guard !runs.isEmpty else { return [(model.say(Words("none yet", "まだありません")), .textMuted)] }
    return runs.flatMap { [$0, ("   ", Role.text)] }
  }

  // MARK: Risks by band

  private struct Band {
    let word: String
    let count: Int
    let role: Role
  }

  /// Lowest first; empty while nothing is rated.
  private var bands: [Band] {
    let counts = state.groups.prefix(OverviewTally.bands).map(\.count)
    guard counts.contains(where: { $0 > 0 }),
      let method = assessment.criteriaInForce(for: model.party).flatMap({ assessment.method($0) })
        ?? assessment.ids(.riskCriteria).lazy.compactMap({ assessment.method($0) }).first
    else { return [] }
    return method.bands.enumerated().map { index, band in
      Band(
        word: model.say(band.label), count: counts.indices.contains(index) ? counts[index] : 0,
        role: .riskLevel(index, of: method.bands.count))
    }
  }

  /// Highest first, each in proportion, with the mark of its level so that it reads without colour.
  private func drawBar(_ pen: inout Pen, in line: Rect) {
    let bands = bands
    let unrated = count(.unrated)
    let total = bands.reduce(unrated) { $0 + $1.count }
    guard total > 0 else { return }
    var used = 0
    var passed = 0
    let parts = bands.reversed().map { ($0.count, pen.glyphs.riskMark($0.role), $0.role) }
    for (count, mark, role) in parts + [(unrated, pen.glyphs[.absent], Role.riskUnrated)] where count > 0 {
      passed += count
      let end = max(used + 1, line.columns * passed / total)
      pen.put(
        String(repeating: mark, count: end - used), at: line.origin.moved(columns: used), role: role,
        width: line.columns - used)
      used = end
    }
  }
}
