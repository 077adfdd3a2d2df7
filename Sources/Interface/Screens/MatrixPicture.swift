import Canvas
import Domain

/// The drawn matrix: cells with level, density mark, count and labels; the acceptance line between them.
struct MatrixPicture {
  let method: CriteriaMethod
  let groups: [[RecordID]]
  /// The cell under the cursor.
  let cursor: Int?
  let model: Model

  private var steps: Int { method.likelihood.count }
  private var columns: Int { method.consequence.count }

  /// Where things stand, from the room there is.
  private struct Plan {
    let labels: Int
    let cellColumns: Int
    let cellRows: Int
    let origin: Point
  }

  private func plan(_ area: Rect) -> Plan {
    let widest = method.likelihood.map { DisplayWidth.width(of: model.say($0.label)) }.max() ?? 0
    let labels = min(widest + 4, area.columns / 4)
    let cellColumns = max(5, min(20, (area.columns - labels - 2) / columns - 1))
    // Head line, cells with a gap line each, scale line, two lines of legend.
    let cellRows = max(1, min(6, (area.rows - 5) / steps - 1))
    return Plan(
      labels: labels, cellColumns: cellColumns, cellRows: cellRows,
      origin: area.origin.moved(columns: labels, rows: 1))
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    let plan = plan(area)
    pen.put(
      Words("Likelihood", "起こりやすさ"), at: area.origin.moved(columns: 1), role: .header, width: area.columns)
    for l in 0..<steps {
      drawLabel(l, plan, &pen, in: area)
      for c in 0..<columns { drawCell(l, c, plan, &pen) }
    }
    drawAcceptanceLine(plan, &pen)
    drawScale(plan, &pen, in: area)
    drawLegend(plan, &pen, in: area)
  }

  private func rect(_ l: Int, _ c: Int, _ plan: Plan) -> Rect {
    Rect(
      column: plan.origin.column + c * (plan.cellColumns + 1),
      row: plan.origin.row + (steps - 1 - l) * (plan.cellRows + 1), columns: plan.cellColumns,
      rows: plan.cellRows)
  }

  private func drawLabel(_ l: Int, _ plan: Plan, _ pen: inout Pen, in area: Rect) {
    let row = rect(l, 0, plan).row + (plan.cellRows - 1) / 2
    let text = "\(l + 1) " + model.say(method.likelihood[l].label)
    pen.put(text, at: Point(column: area.column + 1, row: row), role: .textMuted, width: plan.labels - 2)
  }

  private func drawCell(_ l: Int, _ c: Int, _ plan: Plan, _ pen: inout Pen) {
    let level = method.cells[l][c]
    let role = Role.riskLevel(method.bandIndex(level), of: method.bands.count)
    let rect = rect(l, c, plan)
    let cell = l * columns + c
    let risks = groups[cell]
    pen.frame.fill(rect, role: role, ground: role)
    let isCursor = cell == cursor
    let edge = isCursor ? pen.glyphs[.selected] : " "
    let head = edge + "\(level) " + pen.glyphs.riskMark(role)
    pen.put(head, at: rect.origin, role: role, width: rect.columns)
    if !risks.isEmpty {
      pen.putRight("\(risks.count) ", at: rect.origin, width: rect.columns - (isCursor ? 1 : 0), role: role)
    }
    if isCursor {
      pen.put(pen.glyphs[.selectedEnd], at: rect.origin.moved(columns: rect.columns - 1), role: role)
      pen.frame.cursor = rect.origin
      drawCursorFrame(rect, &pen)
    }
    drawLabels(of: risks, role, &pen, in: rect.splitTop(1).rest)
  }

  /// The cursor's cell is framed in the gaps around it, so that it is found in any colours or none.
  private func drawCursorFrame(_ rect: Rect, _ pen: inout Pen) {
    for row in rect.row...rect.lastRow {
      for column in [rect.column - 1, rect.lastColumn + 1] {
        pen.put(pen.glyphs[.borderVertical], at: Point(column: column, row: row), role: .cursor)
      }
    }
  }

  private func drawLabels(of risks: [RecordID], _ role: Role, _ pen: inout Pen, in rect: Rect) {
    guard !rect.isEmpty, !risks.isEmpty else { return }
    let perLine = max(1, (rect.columns - 1) / 5)
    let room = perLine * rect.rows
    var labels = risks.prefix(room).map(model.assessment.label(of:))
    if risks.count > room { labels[room - 1] = "+\(risks.count - room + 1)" }
    for (index, label) in labels.enumerated() {
      let place = rect.origin.moved(columns: 1 + index % perLine * 5, rows: index / perLine)
      pen.put(label, at: place, role: role, width: min(5, rect.lastColumn - place.column + 1))
    }
  }

  /// Between a cell below the acceptance line and one on or above it.
  private func drawAcceptanceLine(_ plan: Plan, _ pen: inout Pen) {
    func isOver(_ l: Int, _ c: Int) -> Bool { method.cells[l][c] >= method.acceptanceLine }
    for l in 0..<steps {
      for c in 0..<columns {
        let rect = rect(l, c, plan)
        if c + 1 < columns, isOver(l, c) != isOver(l, c + 1) {
          for row in rect.row...rect.lastRow {
            let place = Point(column: rect.lastColumn + 1, row: row)
            if pen.frame[place].role != .cursor {
              pen.put(pen.glyphs[.borderVertical], at: place, role: .riskLine)
            }
          }
        }
        if l + 1 < steps, isOver(l, c) != isOver(l + 1, c) {
          pen.frame.rule(
            from: Point(column: rect.column - 1, row: rect.row - 1), columns: rect.columns + 2,
            role: .riskLine,
            glyphs: pen.glyphs)
        }
      }
    }
  }

  private func drawScale(_ plan: Plan, _ pen: inout Pen, in area: Rect) {
    let row = rect(0, 0, plan).lastRow + 1
    for c in 0..<columns {
      let text = "\(c + 1) " + model.say(method.consequence[c].label)
      pen.put(
        text, at: Point(column: rect(0, c, plan).column + 1, row: row), role: .textMuted,
        width: plan.cellColumns - 1)
    }
    pen.putRight(
      model.say(Words("Consequence", "結果の大きさ")), at: Point(column: area.column, row: row + 1),
      width: area.columns - 1, role: .header)
  }

  /// Bands by mark, word and colour; the acceptance line; what is not in any cell.
  private func drawLegend(_ plan: Plan, _ pen: inout Pen, in area: Rect) {
    let row = rect(0, 0, plan).lastRow + 2
    let start = Point(column: area.column + 1, row: min(row, area.lastRow))
    var bands: [(String, Role)] = []
    for (index, band) in method.bands.enumerated() {
      let role = Role.riskLevel(index, of: method.bands.count)
      bands += [(" \(pen.glyphs.riskMark(role)) " + model.say(band.label) + " ", role), (" ", .text)]
    }
    let used = pen.put(bands, at: start, width: area.columns - 2)
    let facts = facts
    let needed = facts.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
    if used + 2 + needed <= area.columns - 14 {
      pen.put(facts, at: start.moved(columns: used + 2), width: area.columns - used - 4)
    } else if row + 1 <= area.lastRow {
      pen.put(facts, at: start.moved(rows: 1), width: area.columns - 2)
    }
  }

  private var facts: [(String, Role)] {
    let cells = steps * columns
    let line = method.acceptanceLine
    var runs: [(String, Role)] = [
      (model.say(Words("acceptance line: \(line) and above", "受容線 \(line) 以上")), .riskLine),
      (model.say(Words("   unrated \(groups[cells].count)", "   未評価 \(groups[cells].count)")), .riskUnrated),
    ]
    let others = groups[cells + 1].count
    if others > 0 {
      runs.append(
        (
          model.say(Words("   under other criteria, left out: \(others)", "   基準が異なり除外 \(others)")),
          .textMuted
        ))
    }
    return runs
  }
}
