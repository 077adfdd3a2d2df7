import Canvas
import Domain

/// A chain as the talk tabulates it: objective, object assessed, events, risk sources and consequences of each
/// party side by side, and between two parties what they share out (分担).
struct ChainTable {
  let facts: ChainFacts
  let model: Model

  private var assessment: Assessment { model.assessment }

  /// A piece of a cell: its text and, for an event, the step it tells.
  private struct Piece {
    let text: String
    var role = Role.text
    var step: RecordID?
  }

  private struct Row {
    let name: Words
    /// One cell per lane; a single one stands across all of them.
    let cells: [[Piece]]
    /// What stands between two lanes.
    var between: [Piece] = []
  }

  private struct Plan {
    let name: Int
    let lane: Int
    let middle: Int

    func column(_ lane: Int) -> Int { name + lane * (self.lane + middle + 1) }
  }

  private func plan(_ area: Rect) -> Plan {
    let count = facts.lanes.count
    let name = model.language == .japanese ? 12 : 17
    let middle = count == 2 ? min(24, area.columns / 5) : 0
    return Plan(
      name: name, lane: max(8, (area.columns - name - (middle + 1) * (count - 1)) / count - 1), middle: middle
    )
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    guard !facts.lanes.isEmpty else { return }
    let plan = plan(area)
    drawHeads(plan, &pen, in: area)
    let room = area.splitTop(2).rest
    let blocks = rows.map { ($0, height(of: $0, plan, room)) }
    let total = blocks.reduce(blocks.count - 1) { $0 + $1.1 }
    var top = room.row - scroll(total, room.rows)
    for (index, (row, height)) in blocks.enumerated() {
      if index > 0 {
        if room.contains(Point(column: room.column, row: top)) {
          pen.frame.rule(
            from: Point(column: room.column, row: top), columns: room.columns, role: .textMuted,
            glyphs: pen.glyphs)
        }
        top += 1
      }
      draw(row, plan, &pen, at: top, in: room)
      top += height
    }
  }

  /// A table higher than its room moves with the cursor: the chain itself shows its beginning, the last step its end.
  private func scroll(_ total: Int, _ rows: Int) -> Int {
    guard total > rows, let index = facts.steps.firstIndex(where: { $0 == model.current }) else { return 0 }
    return (total - rows) * (index + 1) / facts.steps.count
  }

  /// Each cell with where it stands: its column within the area and its width.
  private func cells(_ row: Row, _ plan: Plan, _ area: Rect) -> [(pieces: [Piece], column: Int, width: Int)] {
    let isWhole = row.cells.count == 1 && facts.lanes.count > 1
    let own = row.cells.enumerated().map { lane, pieces in
      (pieces, plan.column(lane), isWhole ? area.columns - plan.name - 1 : plan.lane)
    }
    return plan.middle > 1 ? own + [(row.between, plan.column(0) + plan.lane + 1, plan.middle - 1)] : own
  }

  private func height(of row: Row, _ plan: Plan, _ area: Rect) -> Int {
    let heights = cells(row, plan, area).map { cell in
      cell.pieces.reduce(0) { $0 + DisplayWidth.wrap($1.text, to: cell.width).count }
    }
    return max(1, heights.max() ?? 1)
  }

  private func drawHeads(_ plan: Plan, _ pen: inout Pen, in area: Rect) {
    if model.current == facts.chain {
      pen.put(pen.glyphs[.selected], at: area.origin, role: .cursor)
      pen.frame.cursor = area.origin
    }
    for (index, lane) in facts.lanes.enumerated() {
      pen.put(
        model.name(of: lane), at: area.origin.moved(columns: plan.column(index)), role: .header,
        width: plan.lane)
    }
    if plan.middle > 0 {
      pen.put(
        Words("shared out", "分担"), at: area.origin.moved(columns: plan.column(0) + plan.lane + 1),
        role: .header, width: plan.middle - 1)
    }
    pen.frame.rule(from: area.origin.moved(rows: 1), columns: area.columns, glyphs: pen.glyphs)
  }

  private func draw(_ row: Row, _ plan: Plan, _ pen: inout Pen, at top: Int, in area: Rect) {
    let name = Point(column: area.column + 1, row: top)
    if area.contains(name) { pen.put(row.name, at: name, role: .textMuted, width: plan.name - 2) }
    for cell in cells(row, plan, area) {
      draw(cell.pieces, &pen, at: Point(column: area.column + cell.column, row: top), cell.width, area)
    }
  }

  private func draw(_ pieces: [Piece], _ pen: inout Pen, at point: Point, _ width: Int, _ area: Rect) {
    var place = point
    for piece in pieces {
      let isCursor = piece.step != nil && piece.step == model.current
      for (offset, line) in DisplayWidth.wrap(piece.text, to: width).enumerated() {
        defer { place = place.moved(rows: 1) }
        guard area.contains(place) else { continue }
        if isCursor {
          pen.frame.paint(
            Rect(column: place.column, row: place.row, columns: width, rows: 1), ground: .selection)
        }
        if isCursor, offset == 0 {
          pen.put(pen.glyphs[.selected], at: place.moved(columns: -1), role: .cursor)
          pen.frame.cursor = place
        }
        pen.put(String(line), at: place, role: piece.role, width: width)
      }
    }
  }

  // MARK: What stands in it

  private var rows: [Row] {
    let lanes = facts.lanes.indices
    func cells(_ texts: (Int) -> [String]) -> [[Piece]] { lanes.map { texts($0).map { Piece(text: $0) } } }
    let object = assessment[facts.chain, RiskChain.objectAssessed]
    return [
      Row(name: Risk.objective.field.words, cells: cells(facts.objectives), between: pairs),
      Row(
        name: Words("Object assessed", "対象"),
        cells: [[object.map { Piece(text: $0) } ?? missing(RiskChain.objectAssessed.field)]]),
      Row(name: Risk.event.field.words, cells: lanes.map(events), between: handovers),
      Row(name: Risk.sources.field.words, cells: cells(facts.sources)),
      Row(name: Risk.consequence.field.words, cells: cells(facts.consequences)),
    ]
  }

  private func missing(_ field: FieldDescription) -> Piece {
    Piece(
      text: model.glyphs[.cross] + " "
        + model.say(Words("not written yet: \(key: "edit")", "未記入（\(key: "edit") で記入）")),
      role: .gateWarning)
  }

  private func events(_ lane: Int) -> [Piece] {
    facts.events(lane).map { index, text in
      let step = facts.steps[index]
      let tag = ChainWords.risk(of: step, model).text
      return Piece(text: model.glyphs.circled(index + 1) + " " + text + "  " + tag, step: step)
    }
  }

  private var isWide: Bool { model.size.columns >= 100 }

  /// ①⟶② and who was told.
  private var handovers: [Piece] {
    facts.steps.indices.flatMap { index -> [Piece] in
      guard facts.handover(after: index) != nil else { return [] }
      let way =
        model.glyphs.circled(index + 1) + model.glyphs[.arrowRight] + model.glyphs.circled(index + 2) + " "
      let all = ChainWords.told(of: facts.steps[index], facts, model)
      // In a narrow middle the story beside it has the rest.
      let told = isWide ? all : [all.last { $0.role == .gateBlocker } ?? all[0]]
      return [
        Piece(
          text: way + told.map(\.text).joined(separator: model.say(ChainWords.between)),
          role: told.contains { $0.role == .gateBlocker } ? .gateBlocker : .textMuted)
      ]
    }
  }

  /// The pair of objectives and what each side contributes.
  private var pairs: [Piece] {
    guard facts.lanes.count == 2 else { return [] }
    return facts.pairs(0, 1).flatMap { pair -> [Piece] in
      let ends = [ObjectivePair.customerObjective, ObjectivePair.providerObjective].compactMap {
        assessment[pair, $0]
      }
      let head = ends.map(assessment.label(of:)).joined(separator: " \(model.glyphs[.arrowBoth]) ")
      let shares = [("CSC ", ObjectivePair.customerShare), ("CSP ", ObjectivePair.providerShare)].compactMap {
        side, share in
        assessment[pair, share].map { Piece(text: side + $0, role: .textMuted) }
      }
      return [Piece(text: head, role: .link)] + (isWide ? shares : [])
    }
  }
}
