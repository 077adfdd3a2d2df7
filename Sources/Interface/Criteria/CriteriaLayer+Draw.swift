package import Canvas
import Domain

extension CriteriaLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.window(body, title: title(model))
    if let mapping {
      MappingPicture(step: mapping, problem: problem).draw(model, &pen, in: inside)
      return
    }
    drawParts(&pen, in: inside.line(0))
    let gridRows = max(8, min(inside.rows - 10, part.rows(tables).count + 1))
    let (grid, below) = inside.splitTop(1).rest.splitTop(gridRows)
    drawGrid(&pen, in: grid)
    let (rest, foot) = below.splitBottom(1)
    let sketch = rest.splitTop(rest.rows > 7 ? 1 : 0).rest
    MatrixSketch(tables: tables).draw(model, &pen, in: sketch)
    drawFoot(model, &pen, in: foot)
  }

  private func title(_ model: Model) -> String {
    let whose = party.map(model.name(of:)) ?? model.say(Words("joint", "共通"))
    let name =
      switch work {
      case .first: Words("New risk criteria", "新しいリスク基準")
      case .draft(let criteria):
        Words(
          "Risk criteria \(model.assessment.label(of: criteria)), draft",
          "リスク基準 \(model.assessment.label(of: criteria))（案）")
      case .next(let criteria):
        Words(
          "Next version of \(model.assessment.label(of: criteria))",
          "リスク基準 \(model.assessment.label(of: criteria)) の次の版")
      }
    return model.say(name) + "   " + whose
  }

  private func drawParts(_ pen: inout Pen, in line: Rect) {
    var used = 0
    for part in CriteriaPart.allCases {
      let isHere = part == self.part
      let text = (isHere ? pen.glyphs[.selected] : " ") + pen.say(part.words) + " "
      used += pen.put(
        text, at: line.origin.moved(columns: used), role: isHere ? .title : .textMuted,
        width: line.columns - used)
    }
  }

  // MARK: The table of the part

  private func drawGrid(_ pen: inout Pen, in area: Rect) {
    let heads = part.heads(tables)
    let rows = part.rows(tables)
    let labels = part == .cells || part == .line ? min(18, area.columns / 4) : 3
    let widths = columnWidths(heads.count, area.columns - labels)
    for (column, head) in heads.enumerated() {
      let place = area.origin.moved(columns: labels + widths.prefix(column).reduce(0, +))
      pen.put(head, at: place, role: .header, width: widths[column] - 1)
    }
    let room = area.rows - 1
    let top = max(0, min(row - room + 1, rows.count - room))
    for (offset, texts) in rows.dropFirst(top).prefix(room).enumerated() {
      let index = top + offset
      let line = area.line(1 + offset)
      pen.put(part.label(index, tables), at: line.origin, role: .textMuted, width: labels - 1)
      for column in heads.indices {
        let place = Rect(
          column: line.column + labels + widths.prefix(column).reduce(0, +), row: line.row,
          columns: widths[column] - 1, rows: 1)
        draw(texts.at(column), row: index, column: column, &pen, in: place)
      }
    }
  }

  /// Labels narrow, meanings wide; numbers as narrow as they are.
  private func columnWidths(_ count: Int, _ room: Int) -> [Int] {
    switch part {
    case .likelihood, .consequence:
      let label = max(8, room / 6)
      let meaning = (room - 2 * label) / 2
      return [label, label, meaning, meaning]
    case .bands: return [10, (room - 10) / 3, (room - 10) / 3, (room - 10) / 3]
    case .cells: return Array(repeating: max(4, min(8, room / max(1, count))), count: count)
    case .line: return [room]
    case .properties: return [8, (room - 8) / 2, (room - 8) / 2]
    case .lossScale: return [room / 2, room / 2]
    }
  }

  private func draw(_ text: String, row: Int, column: Int, _ pen: inout Pen, in place: Rect) {
    let isCursor = row == self.row && column == self.column
    if isCursor { pen.frame.paint(place, ground: .selection) }
    if isCursor, let field {
      field.draw(&pen, at: place.origin, width: place.columns, role: .modified, placeholder: text)
      return
    }
    let shown = part.isAcceptor(column) ? Acceptor(rawValue: text)?.words[pen.language] ?? text : text
    let isEmpty = shown.isEmpty
    pen.put(
      isEmpty ? pen.glyphs[.absent] : shown, at: place.origin, role: isEmpty ? .textMuted : .text,
      width: place.columns)
    if isCursor { pen.frame.cursor = place.origin }
  }

  private func drawFoot(_ model: Model, _ pen: inout Pen, in line: Rect) {
    if let problem {
      let digits = Words("whole numbers only: \(problem)", "整数だけを入力します: \(problem)")
      let text = problem.first?.isNumber == true ? model.say(digits) : problem
      pen.put(text, at: line.origin, role: .formError, width: line.columns)
    } else if let fault = tables.allFaults.first {
      pen.put(
        pen.glyphs[.severityWarning] + " " + model.say(fault.words), at: line.origin, role: .messageWarning,
        width: line.columns)
    } else {
      let text = part.isAcceptor(column) ? "" : part.rows(tables).at(row)?.at(column) ?? ""
      pen.put(text, at: line.origin, role: .textMuted, width: line.columns)
    }
  }
}

/// The matrix that tables would make, small: levels, bands and the acceptance line.
struct MatrixSketch {
  let tables: CriteriaTables

  func draw(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let method = tables.method else { return }
    let each = 5
    let width = 3 + method.consequence.count * (each + 1)
    for l in method.likelihood.indices {
      let row = area.row + method.likelihood.count - 1 - l
      guard row <= area.lastRow else { continue }
      pen.put("\(l + 1)", at: Point(column: area.column, row: row), role: .textMuted)
      for c in method.consequence.indices {
        let level = method.cells[l][c]
        let role = Role.riskLevel(method.bandIndex(level), of: method.bands.count)
        let place = Rect(column: area.column + 2 + c * (each + 1), row: row, columns: each, rows: 1)
        pen.frame.fill(place, role: role, ground: role)
        pen.putRight("\(level) \(pen.glyphs.riskMark(role))", at: place.origin, width: each, role: role)
        let isEdge =
          c > 0 && (method.cells[l][c - 1] >= method.acceptanceLine) != (level >= method.acceptanceLine)
        if isEdge {
          pen.put(
            pen.glyphs[.borderVertical], at: place.origin.moved(columns: -1), role: .riskLine)
        }
      }
    }
    drawBands(method, model, &pen, in: area.splitLeft(width + 2).rest)
  }

  private func drawBands(_ method: CriteriaMethod, _ model: Model, _ pen: inout Pen, in area: Rect) {
    for (index, band) in method.bands.enumerated().reversed() {
      let line = area.line(method.bands.count - 1 - index)
      guard !line.isEmpty else { return }
      let role = Role.riskLevel(index, of: method.bands.count)
      pen.put(
        [
          (" \(pen.glyphs.riskMark(role)) " + model.say(band.label) + " ", role),
          (model.say(Words(" from \(band.from)  ", " \(band.from) 以上  ")), .text),
          (model.say(band.acceptor.words), .textMuted),
        ], at: line.origin, width: line.columns)
    }
    let line = area.line(method.bands.count)
    pen.put(
      model.say(
        Words(
          "acceptance line: below \(method.acceptanceLine)", "受容線: \(method.acceptanceLine) 未満を受容")),
      at: line.origin, role: .riskLine, width: line.isEmpty ? 0 : line.columns)
  }
}
