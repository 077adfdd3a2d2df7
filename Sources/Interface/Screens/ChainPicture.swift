import Canvas
import Domain

/// One chain as swim lanes: steps in time downwards, a lane per party, who told whom between them, and beneath it
/// what each party holds against it.
struct ChainPicture {
  let facts: ChainFacts
  let model: Model

  private var assessment: Assessment { model.assessment }

  /// Where lanes and the room for telling between them stand.
  private struct Plan {
    let places: [Int]
    let lane: Int
    let tell: Int
  }

  /// A lane narrower than this cannot be read: the story is then told in one column.
  private static let narrowest = 20

  private func plan(_ area: Rect) -> Plan? {
    let count = facts.lanes.count
    let tell = count > 1 ? min(28, max(16, area.columns / 5)) : 0
    let lane = (area.columns - 2 - tell * (count - 1)) / count
    guard lane >= Self.narrowest else { return nil }
    return Plan(places: (0..<count).map { area.column + 1 + $0 * (lane + tell) }, lane: lane, tell: tell)
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    guard !facts.lanes.isEmpty else { return }
    guard let plan = plan(area) else { return ChainColumn(facts: facts, model: model).draw(&pen, in: area) }
    drawHeads(plan, &pen, in: area)
    let table = rows
    let room = area.splitTop(2).rest
    let wanted = max(5, room.rows - facts.steps.count * 4)
    let (story, below) = room.splitBottom(min(wanted, height(table, plan) + 1, room.rows / 2))
    drawStory(plan, &pen, in: story)
    drawTable(table, plan, &pen, in: below)
  }

  private func drawHeads(_ plan: Plan, _ pen: inout Pen, in area: Rect) {
    if model.current == facts.chain {
      pen.put(pen.glyphs[.selected], at: area.origin, role: .cursor)
      pen.frame.cursor = area.origin
    }
    for (lane, column) in zip(facts.lanes, plan.places) {
      pen.put(
        model.name(of: lane), at: Point(column: column + 1, row: area.row), role: .header,
        width: plan.lane - 1)
      if lane != facts.lanes.last {
        pen.put(
          Words("told", "連絡"), at: Point(column: column + plan.lane + 1, row: area.row), role: .textMuted,
          width: plan.tell - 2)
      }
    }
    pen.frame.rule(from: area.origin.moved(rows: 1), columns: area.columns, glyphs: pen.glyphs)
  }

  // MARK: The story

  private func drawStory(_ plan: Plan, _ pen: inout Pen, in area: Rect) {
    let steps = facts.steps
    let perStep = max(2, min(5, area.rows / max(1, steps.count)))
    let cursor = steps.firstIndex { $0 == model.current } ?? 0
    let shown = max(1, area.rows / perStep)
    let top = max(0, min(cursor - shown + 1, steps.count - shown))
    for (offset, step) in steps.dropFirst(top).prefix(shown).enumerated() {
      guard let lane = facts.lane(of: step) else { continue }
      let rect = Rect(
        column: plan.places[lane], row: area.row + offset * perStep, columns: plan.lane, rows: perStep - 1)
      drawStep(step, number: top + offset + 1, &pen, in: rect)
      guard let next = facts.handover(after: top + offset) else { continue }
      let gap =
        next.lane > lane ? plan.places[lane] + plan.lane : plan.places[lane] - plan.tell
      drawTold(
        step, isForward: next.lane > lane, &pen,
        in: Rect(column: gap + 1, row: rect.row, columns: plan.tell - 2, rows: perStep))
    }
  }

  private func drawStep(_ step: RecordID, number: Int, _ pen: inout Pen, in rect: Rect) {
    if step == model.current {
      pen.frame.paint(rect, ground: .selection)
      pen.put(pen.glyphs[.selected], at: rect.origin, role: .cursor)
      pen.frame.cursor = rect.origin
    }
    let used = pen.put(
      pen.glyphs.circled(number) + " ", at: rect.origin.moved(columns: 1), role: .textStrong)
    let (tag, role) = ChainWords.risk(of: step, model)
    let room = rect.columns - used - 2
    let lines = DisplayWidth.wrap(assessment[step, ChainStep.event] ?? "", to: max(6, room)).map(String.init)
    for (offset, line) in lines.prefix(rect.rows).enumerated() {
      pen.put(line, at: rect.origin.moved(columns: 1 + used, rows: offset), width: room)
    }
    let last = min(max(lines.count, 1), rect.rows) - 1
    let end = DisplayWidth.width(of: lines.indices.contains(last) ? lines[last] : "") + 1
    let tagColumns = DisplayWidth.width(of: tag)
    if end + tagColumns <= room {
      pen.put(tag, at: rect.origin.moved(columns: 1 + used + end, rows: last), role: role)
    } else if last + 1 < rect.rows {
      pen.put(tag, at: rect.origin.moved(columns: 1 + used, rows: last + 1), role: role, width: room)
    }
  }

  /// Whom, how, when; beside the step, over as many lines as the step has.
  private func drawTold(_ step: RecordID, isForward: Bool, _ pen: inout Pen, in rect: Rect) {
    pen.put(pen.glyphs[isForward ? .arrowRight : .arrowLeft], at: rect.origin, role: .title)
    let inside = rect.splitLeft(2).rest
    var row = 0
    for (text, role) in ChainWords.told(of: step, facts, model) {
      for line in DisplayWidth.wrap(text, to: max(6, inside.columns)) where row < inside.rows {
        pen.put(String(line), at: inside.line(row).origin, role: role, width: inside.columns)
        row += 1
      }
    }
  }

  // MARK: Beneath it

  private typealias Row = (name: Words, texts: [String])

  private var rows: [Row] {
    let lanes = facts.lanes.indices
    func joined(_ texts: (Int) -> [String]) -> [String] {
      lanes.map { texts($0).joined(separator: model.say(ChainWords.between)) }
    }
    return [
      (Risk.objective.field.words, joined(facts.objectives)),
      (Risk.sources.field.words, joined(facts.sources)),
      (Risk.consequence.field.words, joined(facts.consequences)),
    ]
  }

  private var nameColumns: Int { model.language == .japanese ? 10 : 12 }

  private func lines(_ row: Row, _ plan: Plan) -> [[String]] {
    row.texts.map { DisplayWidth.wrap($0, to: max(6, plan.lane - nameColumns - 1)).map(String.init) }
  }

  private func height(_ table: [Row], _ plan: Plan) -> Int {
    table.map { lines($0, plan).map(\.count).max() ?? 1 }.reduce(0) { $0 + max(1, $1) }
  }

  private func drawTable(_ table: [Row], _ plan: Plan, _ pen: inout Pen, in area: Rect) {
    pen.frame.rule(from: area.origin, columns: area.columns, glyphs: pen.glyphs)
    var row = area.row + 1
    for fact in table {
      let columns = lines(fact, plan)
      for (lane, texts) in columns.enumerated() {
        pen.put(
          fact.name, at: Point(column: plan.places[lane] + 1, row: row), role: .textMuted,
          width: nameColumns - 1)
        for (offset, text) in texts.enumerated() where row + offset <= area.lastRow {
          pen.put(
            text, at: Point(column: plan.places[lane] + 1 + nameColumns, row: row + offset),
            width: plan.lane - nameColumns - 1)
        }
      }
      row += max(1, columns.map(\.count).max() ?? 1)
      if row > area.lastRow { break }
    }
  }
}
