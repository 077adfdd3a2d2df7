import Canvas
import Domain

/// Blocks of three columns: the customer's objective, who contributes what, the provider's objective.
struct PairsPicture {
  let model: Model

  private static let blockRows = 6
  private var assessment: Assessment { model.assessment }

  func draw(_ pen: inout Pen, in area: Rect) {
    let state = model.state
    let (head, list) = area.splitTop(2)
    drawHeads(&pen, in: head)
    let shown = max(1, list.rows / Self.blockRows)
    let top = max(0, min(state.cursor - shown + 1, state.rows.count - shown))
    for (offset, row) in state.rows.dropFirst(top).enumerated() {
      let start = offset * Self.blockRows
      guard start + 2 < list.rows else { return }
      let block = Rect(
        column: list.column, row: list.row + start, columns: list.columns,
        rows: min(Self.blockRows, list.rows - start))
      draw(row, isCursor: top + offset == state.cursor, &pen, in: block)
    }
  }

  private func columns(_ area: Rect) -> [Rect] {
    let inside = area.splitLeft(2).rest.splitRight(1).rest
    let third = inside.columns / 3
    return (0..<3).map {
      Rect(column: inside.column + $0 * third, row: inside.row, columns: third - 2, rows: inside.rows)
    }
  }

  private func drawHeads(_ pen: inout Pen, in area: Rect) {
    let words = [
      Words("Customer (CSC)", "カスタマ（CSC）"), Words("Who contributes what", "分担"),
      Words("Provider (CSP)", "プロバイダ（CSP）"),
    ]
    for (place, word) in zip(columns(area), words) { pen.put(word, at: place.origin, role: .header) }
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row + 1), columns: area.columns + 2, glyphs: pen.glyphs)
  }

  private func draw(_ row: Row, isCursor: Bool, _ pen: inout Pen, in area: Rect) {
    guard let record = row.record else { return }
    let block = area.splitTop(min(area.rows, Self.blockRows - 1)).top
    let ground: Role = model.pane == .main ? .selection : .selectionInactive
    if isCursor {
      pen.frame.paint(block, ground: ground)
      pen.put(pen.glyphs[.selected], at: block.origin, role: .cursor)
      pen.frame.cursor = block.origin
    }
    if model.marks.contains(record) {
      pen.put(pen.glyphs[.mark], at: block.origin.moved(columns: 1), role: .mark)
    }
    if PairsScreen.isLonely(row) {
      drawLonely(record, &pen, columns(block))
    } else {
      drawPair(record, &pen, columns(block))
    }
    if isCursor { pen.frame.paint(block, ground: ground) }
  }

  private func drawPair(_ pair: RecordID, _ pen: inout Pen, _ columns: [Rect]) {
    let (customer, provider) = (
      assessment[pair, ObjectivePair.customerObjective], assessment[pair, ObjectivePair.providerObjective]
    )
    drawObjective(customer, &pen, in: columns[0])
    drawObjective(provider, &pen, in: columns[2])
    let middle = columns[1]
    let upper = middle.splitTop((middle.rows + 1) / 2)
    drawShare(
      name(customer, "CSC"), assessment[pair, ObjectivePair.customerShare], &pen, in: upper.top)
    drawShare(
      name(provider, "CSP"), assessment[pair, ObjectivePair.providerShare], &pen, in: upper.rest)
  }

  /// The party that has the objective, in short.
  private func name(_ objective: RecordID?, _ otherwise: String) -> String {
    objective.flatMap { assessment.party(of: $0) }.map(model.shortName(of:)) ?? otherwise
  }

  private func drawLonely(_ objective: RecordID, _ pen: inout Pen, _ columns: [Rect]) {
    drawObjective(objective, &pen, in: columns[0])
    let clauses = assessment[objective, Objective.dependsOn].map(assessment.label(of:)).joined(separator: " ")
    let why = Words(
      "\(pen.glyphs[.severityWarning]) no pair: it rests on \(clauses)",
      "\(pen.glyphs[.severityWarning]) 対なし: \(clauses) に依存する")
    drawWrapped(model.say(why), .gateWarning, &pen, in: columns[1].splitTop(2).top)
    pen.put(
      [("Enter ", .footerKey), (model.say(Words("choose a partner", "プロバイダの目的を選ぶ")), .text)],
      at: columns[1].line(2).origin, width: columns[1].columns)
    pen.put(pen.glyphs[.absent], at: columns[2].origin, role: .textMuted)
  }

  /// Label and statement, and in the last line how it stands.
  private func drawObjective(_ objective: RecordID?, _ pen: inout Pen, in area: Rect) {
    guard let objective else {
      pen.put(
        pen.glyphs[.cross] + model.say(Words(" no objective", " 目的が未設定")), at: area.origin,
        role: .gateBlocker, width: area.columns)
      return
    }
    let (statement, last) = area.splitBottom(1)
    let label = assessment.label(of: objective) + " "
    let used = pen.put(label, at: statement.origin, role: .textMuted)
    drawWrapped(assessment.title(of: objective) ?? "", .text, &pen, in: statement.splitLeft(used).rest)
    drawStanding(objective, &pen, in: last.splitLeft(used).rest)
  }

  /// `4 ⟶ max 4  ⚑ at risk`
  private func drawStanding(_ objective: RecordID, _ pen: inout Pen, in line: Rect) {
    let achievement = assessment.achievement(of: objective, today: model.context.today)
    let way = [
      achievement.value?.short ?? pen.glyphs[.absent],
      ObjectiveFacts.goal(objective, achievement, model) ?? pen.glyphs[.absent],
    ].joined(separator: " " + pen.glyphs[.arrowRight] + " ")
    let status = achievement.status
    pen.put(
      [
        (pen.glyphs[status.glyph] + " " + model.say(status.shortWords) + "  ", status.role),
        (way, .textMuted),
      ], at: line.origin, width: line.columns)
  }

  private func drawShare(_ who: String, _ text: String?, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let width = min(10, max(4, DisplayWidth.width(of: who)))
    pen.put(who, at: area.origin, role: .textStrong, width: width)
    let place = area.splitLeft(width + 1).rest
    guard let text else {
      pen.put(
        pen.glyphs[.absent] + " " + model.say(Words("not written", "未記入")), at: place.origin,
        role: .gateWarning, width: place.columns)
      return
    }
    drawWrapped(text, .text, &pen, in: place)
  }

  /// As many lines as there are; the last one says that there is more.
  private func drawWrapped(_ text: String, _ role: Role, _ pen: inout Pen, in area: Rect) {
    let lines = DisplayWidth.wrap(text, to: max(4, area.columns)).map(String.init)
    for (offset, line) in lines.prefix(area.rows).enumerated() {
      let isCut = offset == area.rows - 1 && lines.count > area.rows
      pen.put(
        isCut ? lines[offset...].joined(separator: line.last?.isASCII == true ? " " : "") : line,
        at: area.line(offset).origin, role: role, width: area.columns)
    }
  }
}
