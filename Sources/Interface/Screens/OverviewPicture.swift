import Canvas
import Domain

/// The overview drawn: parties × phases, the division of work of the phase chosen, and the sums below.
struct OverviewPicture {
  let model: Model

  private var assessment: Assessment { model.assessment }
  private var state: ScreenState { model.state }
  private var parties: [RecordID] { assessment.ids(.party) }
  private var isOnParty: Bool { state.current?.record != nil }

  func draw(_ pen: inout Pen, in area: Rect) {
    let supply = SupplyPicture(model: model, chains: OverviewTally.longChains(state.groups))
    let (chain, inside) = area.splitRight(1).rest.splitTop(supply.rowsOnOverview)
    supply.drawOnOverview(&pen, in: chain.inset(columns: 2, rows: 0))
    let sums = OverviewSums(model: model)
    let shares = OverviewShares(model: model)
    let next = OverviewNext(model: model)
    // Who does what stands on every screen of its phase too: it goes first where room is short.
    let room = inside.rows - sums.rows - next.rows - 1
    let hasShares = parties.count + 1 + shares.rows(full: false) + 1 <= room
    let spare = room - (hasShares ? shares.rows(full: false) + 1 : 0)
    let perParty = parties.count * 2 + 1 <= spare ? 2 : 1
    let (table, belowTable) = inside.splitTop(min(parties.count * perParty + 1, max(2, spare)))
    drawTable(perParty, &pen, in: table)
    let (todo, belowNext) = belowTable.splitTop(next.rows)
    next.draw(&pen, in: todo)
    let full = table.rows + next.rows + shares.rows(full: true) + sums.rows + 4 <= inside.rows
    let (division, belowDivision) = belowNext.splitTop(hasShares ? 1 : 0).rest
      .splitTop(hasShares ? shares.rows(full: full) : 0)
    shares.draw(full: full, &pen, in: division)
    let gap = min(1, belowDivision.rows - sums.rows)
    sums.draw(&pen, in: belowDivision.splitTop(max(0, gap)).rest)
  }

  // MARK: Parties and phases

  /// The name and a cell for each phase; cells have room for sign and word before the name has room for more.
  private func places(_ line: Rect) -> (name: Rect, cells: [Rect]) {
    let width = max(9, min(14, (line.columns - 17) / Phase.allCases.count))
    let (name, rest) = line.splitLeft(max(10, min(34, line.columns - width * Phase.allCases.count)))
    let cells = Phase.allCases.indices.map {
      Rect(column: rest.column + $0 * width, row: line.row, columns: width, rows: line.rows)
    }
    return (name, cells)
  }

  private func drawTable(_ perParty: Int, _ pen: inout Pen, in area: Rect) {
    let cells = places(area.line(0)).cells
    let numbered = Phase.allCases.map { "\($0.rawValue) " + model.say($0.shortWords) }
    let fits = zip(numbered, cells).allSatisfy { DisplayWidth.width(of: $0) < $1.columns }
    for (phase, cell) in zip(Phase.allCases, cells) {
      let isChosen = isOnParty && phase == OverviewScreen.phase(state)
      pen.put(
        fits ? numbered[phase.rawValue - 1] : model.say(phase.columnWords), at: cell.origin,
        role: isChosen ? .title : .header, width: cell.columns - 1)
    }
    let shown = max(1, (area.rows - 1) / perParty)
    let top = max(0, min(state.cursor - shown + 1, parties.count - shown))
    for (offset, party) in parties.dropFirst(top).prefix(shown).enumerated() {
      let rect = Rect(
        column: area.column, row: area.row + 1 + offset * perParty, columns: area.columns, rows: perParty)
      draw(party, isCursor: top + offset == state.cursor, &pen, in: rect)
    }
  }

  private func draw(_ party: RecordID, isCursor: Bool, _ pen: inout Pen, in rect: Rect) {
    let (name, cells) = places(rect)
    let takesPart = assessment.participates(party)
    if isCursor {
      pen.frame.paint(rect.line(0), ground: .selectionInactive)
      pen.put(pen.glyphs[.selected], at: rect.origin, role: .cursor)
      pen.frame.cursor = rect.origin
    }
    draw(model.name(of: party), takesPart ? .textStrong : .textMuted, &pen, in: name)
    guard takesPart else {
      let words =
        assessment.has(party, Party.leftOn)
        ? Words("left", "離脱") : Words("by documents, has no phases", "文書による（局面なし）")
      pen.put(words, at: cells[0].origin, role: .textMuted)
      return
    }
    for (phase, cell) in zip(Phase.allCases, cells) {
      if isCursor, phase == OverviewScreen.phase(state) {
        let ground: Role = model.pane == .main ? .selection : .selectionInactive
        pen.frame.paint(cell.line(0).splitRight(1).rest, ground: ground)
      }
      draw(party, phase, &pen, in: cell)
    }
  }

  /// A long name goes on below where the party has two lines.
  private func draw(_ text: String, _ role: Role, _ pen: inout Pen, in name: Rect) {
    let width = name.columns - 3
    guard name.rows > 1, DisplayWidth.width(of: text) > width else {
      pen.put(text, at: name.origin.moved(columns: 2), role: role, width: width)
      return
    }
    let (first, rest) = NameBreak.halves(of: text, width: width)
    pen.put(first, at: name.origin.moved(columns: 2), role: role, width: width)
    pen.put(rest, at: name.origin.moved(columns: 2, rows: 1), role: role, width: width)
  }

  /// The state by sign and word; what is open below it, or after it where each party has one line.
  private func draw(_ party: RecordID, _ phase: Phase, _ pen: inout Pen, in cell: Rect) {
    let state = assessment.phases[party, phase]
    let word = pen.glyphs[state.glyph] + " " + model.say(state.shortWords)
    let used = pen.put(word, at: cell.origin, role: state.role, width: cell.columns - 1)
    guard state != .notStarted, let tally = model.gates.tally(party, phase) else { return }
    let counts = [(Severity.blocker, tally.blockers), (.warning, tally.warnings)].filter { $0.1 > 0 }
    let runs = counts.map { (pen.glyphs[$0.glyph] + "\($1) ", $0.role) }
    if cell.rows > 1 {
      let clear = [(model.say(Words("clear", "充足")), Role.textMuted)]
      pen.put(
        runs.isEmpty ? clear : runs, at: cell.origin.moved(columns: 2, rows: 1), width: cell.columns - 3)
    } else if used + 4 < cell.columns {
      pen.put(Array(runs.prefix(1)), at: cell.origin.moved(columns: used + 1), width: cell.columns - used - 2)
    }
  }
}

extension Phase {
  /// Without its number and no wider than nine cells, for the head of a narrow column.
  var columnWords: Words {
    switch self {
    case .objectives: Words("Objective", shortWords.ja)
    case .evaluation: Words("Evaluate", shortWords.ja)
    case .agreement, .policy, .riskManagement, .controls: shortWords
    }
  }
}

extension PhaseState {
  /// A word that fits a narrow cell beside its sign.
  var shortWords: Words {
    switch self {
    case .notStarted: Words("to do", "未着手")
    case .inProgress: Words("at work", "作成中")
    case .inReview: Words("review", "確認中")
    case .agreed: Words("agreed", "合意済")
    case .stale: Words("stale", "再確認")
    }
  }
}
