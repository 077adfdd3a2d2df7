import Canvas
import Domain

/// One chain as swim lanes: steps in time downwards, a lane per party, who told whom between them.
struct ChainPicture {
  let chain: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }
  private var steps: [RecordID] { ChainScreen.steps(of: chain, assessment) }

  /// Parties in the order in which the story reaches them; customers before providers where two begin alike.
  private func lanes(_ steps: [RecordID]) -> [RecordID] {
    var seen: Set<RecordID> = []
    let inStory = steps.compactMap(assessment.party(of:)).filter { seen.insert($0).inserted }
    return inStory.isEmpty ? assessment.participants : inStory
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    let steps = steps
    let lanes = lanes(steps)
    guard !lanes.isEmpty else { return }
    let tellColumns = lanes.count > 1 ? min(28, max(16, area.columns / 5)) : 0
    let laneColumns = (area.columns - 2 - tellColumns * (lanes.count - 1)) / lanes.count
    let places = lanes.indices.map { area.column + 1 + $0 * (laneColumns + tellColumns) }
    drawHeads(lanes, places, laneColumns, tellColumns, &pen, in: area)
    let table = facts(lanes)
    let room = area.splitTop(2).rest
    let wanted = max(5, room.rows - steps.count * 4)
    let (story, below) = room.splitBottom(min(wanted, tableRows(table, laneColumns) + 1, room.rows / 2))
    drawStory(steps, lanes, places, laneColumns, tellColumns, &pen, in: story)
    drawTable(table, lanes, places, laneColumns, tellColumns, &pen, in: below)
  }

  private func drawHeads(
    _ lanes: [RecordID], _ places: [Int], _ width: Int, _ tell: Int, _ pen: inout Pen, in area: Rect
  ) {
    if model.current == chain {
      pen.put(pen.glyphs[.selected], at: area.origin, role: .cursor)
      pen.frame.cursor = area.origin
    }
    for (lane, column) in zip(lanes, places) {
      pen.put(
        model.name(of: lane), at: Point(column: column + 1, row: area.row), role: .header, width: width - 1)
      if lane != lanes.last {
        pen.put(
          Words("told", "連絡"), at: Point(column: column + width + 1, row: area.row), role: .textMuted,
          width: tell - 2)
      }
    }
    pen.frame.rule(from: area.origin.moved(rows: 1), columns: area.columns, glyphs: pen.glyphs)
  }

  // MARK: The story

  private func drawStory(
    _ steps: [RecordID], _ lanes: [RecordID], _ places: [Int], _ width: Int, _ tell: Int, _ pen: inout Pen,
    in area: Rect
  ) {
    let perStep = max(2, min(5, area.rows / max(1, steps.count)))
    let cursor = steps.firstIndex { $0 == model.current } ?? 0
    let shown = max(1, area.rows / perStep)
    let top = max(0, min(cursor - shown + 1, steps.count - shown))
    for (offset, step) in steps.dropFirst(top).prefix(shown).enumerated() {
      guard let lane = assessment.party(of: step).flatMap(lanes.firstIndex(of:)) else { continue }
      let rect = Rect(
        column: places[lane], row: area.row + offset * perStep, columns: width, rows: perStep - 1)
      drawStep(step, number: top + offset + 1, &pen, in: rect)
      let index = top + offset
      guard index + 1 < steps.count,
        let next = assessment.party(of: steps[index + 1]).flatMap(lanes.firstIndex(of:)),
        next != lane
      else { continue }
      let gap = next > lane ? places[lane] + width : places[lane] - tell
      drawTold(
        step, isForward: next > lane, &pen,
        in: Rect(column: gap + 1, row: rect.row, columns: tell - 2, rows: perStep))
    }
  }

  private func drawStep(_ step: RecordID, number: Int, _ pen: inout Pen, in rect: Rect) {
    let isCursor = step == model.current
    if isCursor {
      pen.frame.paint(rect, ground: .selection)
      pen.put(pen.glyphs[.selected], at: rect.origin, role: .cursor)
      pen.frame.cursor = rect.origin
    }
    let mark = pen.glyphs.circled(number) + " "
    let used = pen.put(mark, at: rect.origin.moved(columns: 1), role: .textStrong)
    let risk = assessment[step, ChainStep.risk]
    let tag =
      risk.map(assessment.label(of:)) ?? pen.glyphs[.cross] + " " + model.say(Words("no risk", "リスク未設定"))
    let room = rect.columns - used - 2
    let lines = DisplayWidth.wrap(assessment[step, ChainStep.event] ?? "", to: max(6, room)).map(String.init)
    for (offset, line) in lines.prefix(rect.rows).enumerated() {
      pen.put(line, at: rect.origin.moved(columns: 1 + used, rows: offset), width: room)
    }
    let last = min(max(lines.count, 1), rect.rows) - 1
    let end = DisplayWidth.width(of: lines.indices.contains(last) ? lines[last] : "") + 1
    let tagColumns = DisplayWidth.width(of: tag)
    let role: Role = risk == nil ? .gateBlocker : .link
    if end + tagColumns <= room {
      pen.put(tag, at: rect.origin.moved(columns: 1 + used + end, rows: last), role: role)
    } else if last + 1 < rect.rows {
      pen.put(tag, at: rect.origin.moved(columns: 1 + used, rows: last + 1), role: role, width: room)
    }
  }

  /// Whom, how, when; beside the step, over as many lines as the step has.
  private func drawTold(_ step: RecordID, isForward: Bool, _ pen: inout Pen, in rect: Rect) {
    let told = assessment[step, ChainStep.told]
    let how = [assessment[step, ChainStep.toldHow], assessment[step, ChainStep.toldOn]].compactMap(\.self)
    let isComplete = told != nil && how.count == 2
    let text = told ?? pen.glyphs[.cross] + " " + model.say(Words("not recorded", "記録なし"))
    pen.put(pen.glyphs[isForward ? .arrowRight : .arrowLeft], at: rect.origin, role: .title)
    let inside = rect.splitLeft(2).rest
    var row = 0
    for (text, role) in [(text, isComplete ? Role.text : .gateBlocker)] + how.map({ ($0, Role.textMuted) }) {
      for line in DisplayWidth.wrap(text, to: max(6, inside.columns)) where row < inside.rows {
        pen.put(String(line), at: inside.line(row).origin, role: role, width: inside.columns)
        row += 1
      }
    }
  }

  // MARK: The table beneath, as in the talk

  private struct Fact {
    let name: Words
    let texts: [String]
  }

  private func facts(_ lanes: [RecordID]) -> [Fact] {
    let risks = lanes.map { lane in
      steps.filter { assessment.party(of: $0) == lane }.compactMap { assessment[$0, ChainStep.risk] }
        .reduce(into: [RecordID]()) { if !$0.contains($1) { $0.append($1) } }
    }
    func text(_ field: (RecordID) -> String?) -> [String] {
      risks.map { risks in
        var seen: Set<String> = []
        return risks.compactMap(field).filter { seen.insert($0).inserted }.joined(separator: "・")
      }
    }
    return [
      Fact(
        name: Risk.objective.field.words,
        texts: text { risk in
          assessment[risk, Risk.objective].map {
            assessment.label(of: $0) + " " + (assessment.title(of: $0) ?? "")
          }
        }),
      Fact(
        name: Risk.sources.field.words, texts: text { assessment[$0, Risk.sources].joined(separator: "・") }),
      Fact(name: Risk.consequence.field.words, texts: text { assessment[$0, Risk.consequence] }),
    ]
  }

  private static let nameColumns = 10

  private func lines(_ fact: Fact, _ width: Int) -> [[String]] {
    fact.texts.map { DisplayWidth.wrap($0, to: max(6, width - Self.nameColumns - 1)).map(String.init) }
  }

  private func tableRows(_ table: [Fact], _ width: Int) -> Int {
    table.map { lines($0, width).map(\.count).max() ?? 1 }.reduce(0) { $0 + max(1, $1) }
  }

  private func drawTable(
    _ table: [Fact], _ lanes: [RecordID], _ places: [Int], _ width: Int, _ tell: Int, _ pen: inout Pen,
    in area: Rect
  ) {
    pen.frame.rule(from: area.origin, columns: area.columns, glyphs: pen.glyphs)
    var row = area.row + 1
    for fact in table {
      let columns = lines(fact, width)
      for (lane, texts) in columns.enumerated() {
        pen.put(
          fact.name, at: Point(column: places[lane] + 1, row: row), role: .textMuted,
          width: Self.nameColumns - 1)
        for (offset, text) in texts.enumerated() where row + offset <= area.lastRow {
          pen.put(
            text, at: Point(column: places[lane] + 1 + Self.nameColumns, row: row + offset),
            width: width - Self.nameColumns - 1)
        }
      }
      row += max(1, columns.map(\.count).max() ?? 1)
      if row > area.lastRow { break }
    }
  }
}
