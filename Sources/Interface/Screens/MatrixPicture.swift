import Canvas
import Domain

/// The drawn matrix: cells with level, density mark, band, count and labels; the acceptance line and movements
/// between them.
struct MatrixPicture {
  let ground: MatrixGround
  let model: Model

  var method: CriteriaMethod { ground.method }
  var view: MatrixView { MatrixView.shown(model.state) }
  var boxes: MatrixBoxes { MatrixBoxes(method, view) }
  /// The cell under the cursor.
  var cursor: Int? { model.state.current?.tag }
  var steps: Int { method.likelihood.count }
  var columns: Int { method.consequence.count }

  func box(_ index: Int) -> [RecordID] { model.state.groups.at(index) ?? [] }

  func draw(_ pen: inout Pen, in area: Rect) {
    let plan = MatrixPlan(ground, model, in: area)
    guard plan.fits else {
      pen.put(UI.tooSmall, at: area.origin, role: .messageWarning, width: area.columns)
      return
    }
    pen.put(
      Words("Likelihood", "起こりやすさ"), at: area.origin.moved(columns: 1), role: .header, width: area.columns)
    for l in 0..<steps {
      drawLabel(l, plan, &pen)
      for c in 0..<columns { drawCell(l, c, plan, &pen) }
    }
    drawAcceptanceLine(plan, &pen)
    if model.carried == nil { MatrixMovement(picture: self, plan: plan).draw(&pen) }
    drawScale(plan, &pen)
    MatrixLegend(picture: self).draw(&pen, below: plan)
  }

  private func drawLabel(_ l: Int, _ plan: MatrixPlan, _ pen: inout Pen) {
    let text = "\(l + 1) " + model.say(method.likelihood[l].label)
    pen.put(
      text, at: Point(column: plan.area.column + 1, row: plan.rect(l, 0).row), role: .textMuted,
      width: plan.labels - 2)
  }

  // MARK: Cells

  private func drawCell(_ l: Int, _ c: Int, _ plan: MatrixPlan, _ pen: inout Pen) {
    let cell = l * columns + c
    let role = ground.role(cell)
    let rect = plan.rect(l, c)
    pen.frame.fill(rect, role: role, ground: role)
    let isCursor = cell == cursor
    let isEnd = !isCursor && cursor.map { isMoved(from: $0, to: cell) } ?? false
    if isCursor {
      pen.put(pen.glyphs[.selected], at: rect.origin, role: role)
      pen.put(pen.glyphs[.selectedEnd], at: rect.origin.moved(columns: rect.columns - 1), role: role)
      pen.frame.cursor = rect.origin
      drawCursorFrame(rect, &pen)
    } else if isEnd {
      pen.put(pen.glyphs[.arrowRight], at: rect.origin, role: role)
    }
    drawHead(cell, role, &pen, in: rect.inset(columns: 1, rows: 0).line(0))
    drawLabels(cell, role, &pen, in: rect.splitTop(1).rest)
  }

  /// Level, mark and band as far as there is room; the count always.
  private func drawHead(_ cell: Int, _ role: Role, _ pen: inout Pen, in line: Rect) {
    let level = ground.level(cell)
    let mark = pen.glyphs.riskMark(role)
    let count = count(cell)
    let band = model.say(method.band(level).label)
    let heads = ["\(level) \(mark) \(band)", "\(level) \(mark)", "\(level)\(mark)", "\(level)"]
    let room = line.columns - DisplayWidth.width(of: count) - (count.isEmpty ? 0 : 1)
    let head = heads.first { DisplayWidth.width(of: $0) <= room } ?? heads[2]
    pen.put(head, at: line.origin, role: role, width: line.columns)
    pen.putRight(count, at: line.origin, width: line.columns, role: role)
  }

  /// Who stands here, and in parentheses who arrives here from elsewhere; empty for nobody.
  private func count(_ cell: Int) -> String {
    let here = box(cell).count
    let arriving = arrivals(at: cell)
    let own = here == 0 ? "" : Self.short(here)
    return arriving == 0 ? own : own + "(" + Self.short(arriving) + ")"
  }

  /// Thousands as `12k`, so that a count is never cut.
  private static func short(_ count: Int) -> String { count < 1000 ? "\(count)" : "\(count / 1000)k" }

  private func arrivals(at cell: Int) -> Int {
    guard boxes.isMoving else { return 0 }
    return (0..<boxes.cells).reduce(0) {
      $1 == cell ? $0 : $0 + box(boxes.moving(from: $1, to: cell)).count
    }
  }

  func isMoved(from start: Int, to end: Int) -> Bool {
    boxes.isMoving && start != end && !box(boxes.moving(from: start, to: end)).isEmpty
  }

  /// The cursor's cell is framed in the gaps around it, so that it is found in any colours or none.
  private func drawCursorFrame(_ rect: Rect, _ pen: inout Pen) {
    for row in rect.row...rect.lastRow {
      for column in [rect.column - 1, rect.lastColumn + 1] {
        pen.put(pen.glyphs[.borderVertical], at: Point(column: column, row: row), role: .cursor)
      }
    }
  }

  // MARK: Labels

  private func drawLabels(_ cell: Int, _ role: Role, _ pen: inout Pen, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (labels, total) = labels(cell, most: rect.rows * max(1, rect.columns / 4), pen.glyphs)
    guard let widest = labels.map(DisplayWidth.width(of:)).max() else { return }
    let each = widest + 1
    let perLine = max(1, rect.columns / each)
    let room = perLine * rect.rows
    var shown = Array(labels.prefix(room))
    if total > shown.count { shown[shown.count - 1] = "+\(total - shown.count + 1)" }
    for (index, label) in shown.enumerated() {
      let place = rect.origin.moved(columns: 1 + index % perLine * each, rows: index / perLine)
      pen.put(label, at: place, role: role, width: min(each, rect.lastColumn - place.column + 1))
    }
  }

  /// What is carried first, then who stands here, then who arrives.
  private func labels(_ cell: Int, most: Int, _ glyphs: Glyphs) -> (shown: [String], total: Int) {
    var shown: [String] = []
    let carried = model.carried
    if let carried, cell == cursor {
      shown.append(glyphs[.arrowRight] + model.assessment.label(of: carried.risk))
    }
    let here = box(cell)
    shown += here.prefix(most).lazy.filter { $0 != carried?.risk }.map { label($0, glyphs) }
    var total = here.count { $0 != carried?.risk } + (carried != nil && cell == cursor ? 1 : 0)
    guard boxes.isMoving else { return (shown, total) }
    for start in 0..<boxes.cells where start != cell {
      let arriving = box(boxes.moving(from: start, to: cell))
      total += arriving.count
      shown += arriving.prefix(max(0, most - shown.count)).map { "(\(label($0, glyphs)))" }
    }
    return (shown, total)
  }

  private func label(_ risk: RecordID, _ glyphs: Glyphs) -> String {
    let criteria = model.assessment[risk, view.kind.criteria]
    let isOlder = criteria != nil && criteria != ground.criteria
    return (isOlder ? glyphs[.phaseStale] : "") + model.assessment.label(of: risk)
  }

  // MARK: Lines

  /// Between a cell below the acceptance line and one on or above it.
  private func drawAcceptanceLine(_ plan: MatrixPlan, _ pen: inout Pen) {
    func isOver(_ l: Int, _ c: Int) -> Bool { method.cells[l][c] >= method.acceptanceLine }
    for l in 0..<steps {
      for c in 0..<columns {
        let rect = plan.rect(l, c)
        if c + 1 < columns, isOver(l, c) != isOver(l, c + 1) {
          for row in rect.row...rect.lastRow {
            let place = Point(column: rect.lastColumn + 1, row: row)
            if pen.frame[place].role != .cursor {
              pen.put(pen.glyphs[.borderVertical], at: place, role: .riskLine)
            }
          }
        }
        if l + 1 < steps, plan.gap > 0, isOver(l, c) != isOver(l + 1, c) {
          pen.frame.rule(
            from: Point(column: rect.column - 1, row: rect.row - 1), columns: rect.columns + 2,
            role: .riskLine, glyphs: pen.glyphs)
        }
      }
    }
  }

  private func drawScale(_ plan: MatrixPlan, _ pen: inout Pen) {
    for c in 0..<columns {
      let label = model.say(method.consequence[c].label)
      let place = Point(column: plan.rect(0, c).column + 1, row: plan.scaleRow)
      if plan.scaleRows > 1 {
        pen.put("\(c + 1)", at: place, role: .textMuted)
        pen.put(label, at: place.moved(rows: 1), role: .textMuted, width: plan.cellColumns)
      } else {
        pen.put("\(c + 1) " + label, at: place, role: .textMuted, width: plan.cellColumns - 1)
      }
    }
    let (long, short) = (Words("Consequence", "結果の大きさ"), Words("Conseq.", "結果"))
    let head = DisplayWidth.width(of: model.say(long)) <= plan.labels - 2 ? long : short
    pen.put(
      head, at: Point(column: plan.area.column + 1, row: plan.scaleRow), role: .header, width: plan.labels - 2
    )
  }
}
