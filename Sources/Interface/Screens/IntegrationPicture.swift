import Canvas
import Domain

/// One party's matrix: letters, degree per element, degree overall, and what could be merged next.
struct IntegrationPicture {
  let grid: IntegrationGrid
  let model: Model
  /// The cell under the cursor; line 0 is the heads.
  let cursor: (line: Int, column: Int)?

  static let height = SystemElement.allCases.count + 7

  private var nameColumns: Int { model.language == .japanese ? 18 : 22 }
  /// Cells that the degree takes: as it is drawn where there is room, and at least.
  private static let (degreeColumns, leastDegree) = (26, 20)

  /// The systems that are seen: as many as fit, the one under the cursor among them.
  private func window(_ line: Rect) -> ColumnWindow {
    let room = line.columns - nameColumns
    let width = max(6, min(12, (room - Self.degreeColumns) / max(1, grid.systems.count)))
    let cells = Rect(
      column: line.column + nameColumns, row: line.row, columns: max(width, room - Self.leastDegree), rows: 1)
    var state = ScreenState()
    state.column = cursor?.column ?? 0
    return ColumnWindow(cells, total: grid.systems.count, width: width, state)
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    drawHeads(&pen, in: area.line(0))
    let end = degreePlace(area.line(1)).column - area.column + Self.degreeColumns
    pen.frame.rule(from: area.line(1).origin, columns: min(area.columns, end), glyphs: pen.glyphs)
    for (index, element) in SystemElement.allCases.enumerated() {
      draw(element, line: index + 1, &pen, in: area.line(index + 2))
    }
    drawSum(&pen, in: area.line(SystemElement.allCases.count + 2))
    drawNext(&pen, in: area.line(SystemElement.allCases.count + 4))
    drawDocuments(&pen, in: area.line(SystemElement.allCases.count + 5))
  }

  private func drawHeads(_ pen: inout Pen, in line: Rect) {
    let name = model.party == nil ? model.name(of: grid.party) : model.say(Words("Element", "要素"))
    pen.put(
      name, at: line.origin, role: model.party == nil ? .textStrong : .header, width: nameColumns - 1)
    let window = window(line)
    for column in window.indices {
      let system = grid.systems[column]
      let place = window.place(column, in: line)
      select(line: 0, column, &pen, place)
      pen.put(
        model.assessment.title(of: system) ?? model.assessment.label(of: system),
        at: place.origin.moved(columns: 1), role: .header, width: place.columns - 1)
    }
    let end = degreePlace(line)
    pen.putRight(
      model.say(Words("distinct", "実装の数")), at: end.origin, width: Self.countColumns, role: .header)
    pen.put(
      Words("Degree", "統合度"), at: end.origin.moved(columns: Self.countColumns + 2), role: .header,
      width: end.columns - Self.countColumns - 2)
  }

  private static let countColumns = 8

  private func degreePlace(_ line: Rect) -> Rect {
    let window = window(line)
    let first = window.place(window.first, in: line)
    let start = first.column - line.column + (first.columns + 1) * window.count
    return line.splitLeft(start).rest
  }

  private func draw(_ element: SystemElement, line: Int, _ pen: inout Pen, in area: Rect) {
    pen.put(element.words, at: area.origin, width: nameColumns - 1)
    let window = window(area)
    for column in window.indices {
      let system = grid.systems[column]
      let place = window.place(column, in: area)
      let letter = grid.letter(element, system)
      let documents = grid.cell(element, system).map { labels(of: $0) } ?? []
      pen.put(
        [
          (letter ?? pen.glyphs[.absent], letter == nil ? .gateWarning : .textStrong),
          (documents.isEmpty ? "" : " " + documents.joined(separator: " "), .textMuted),
        ], at: place.origin.moved(columns: 1), width: place.columns - 1)
      select(line: line, column, &pen, place)
    }
    drawDegree(grid.degree(element), distinct: grid.distinct(element), &pen, in: degreePlace(area))
  }

  /// The documents behind a cell, by their labels.
  private func labels(of cell: RecordID) -> [String] {
    model.assessment[cell, IntegrationCell.documents].map(model.assessment.label(of:))
  }

  private func select(line: Int, _ column: Int, _ pen: inout Pen, _ place: Rect) {
    guard let cursor, cursor == (line, column) else { return }
    let shown = Rect(column: place.column + 1, row: place.row, columns: place.columns - 1, rows: 1)
    if model.typesLetters { return model.drawCell(shown, &pen) }
    pen.frame.paint(place, ground: .selection)
    pen.put(pen.glyphs[.selected], at: place.origin, role: .cursor)
    pen.frame.paint(place, ground: .selection)
    pen.frame.cursor = place.origin
  }

  private func drawDegree(_ degree: Double?, distinct: Int?, _ pen: inout Pen, in area: Rect) {
    guard let degree else {
      let words =
        grid.systems.count < 2 ? Words("nothing to share", "対象が一つ") : Words("not filled in", "未記入あり")
      pen.put(words, at: area.origin.moved(columns: 2), role: .textMuted, width: area.columns - 2)
      return
    }
    // Two cells on either side of it, and four for the figure.
    let bar = max(2, min(8, area.columns - Self.countColumns - 8))
    if let distinct {
      pen.putRight(String(distinct), at: area.origin, width: Self.countColumns, role: .textStrong)
    }
    pen.put(
      [(pen.glyphs.bar(degree, width: bar) + "  ", .text), (Self.text(degree), .textStrong)],
      at: area.origin.moved(columns: Self.countColumns + 2), width: area.columns - Self.countColumns - 2)
  }

  private func drawSum(_ pen: inout Pen, in line: Rect) {
    pen.put(Words("Overall", "全体"), at: line.origin, role: .header, width: nameColumns - 1)
    let place = degreePlace(line)
    drawDegree(grid.overall, distinct: nil, &pen, in: place)
    let beyond = window(line).beyond(pen.glyphs)
    let cells = Rect(
      column: line.column + nameColumns, row: line.row,
      columns: place.column - line.column - nameColumns, rows: 1)
    pen.put(beyond, at: cells.origin.moved(columns: 1), role: .textMuted, width: cells.columns - 1)
  }

  private func drawNext(_ pen: inout Pen, in line: Rect) {
    guard let merger = grid.nextMerger else { return }
    let isAll = merger.elements.count == SystemElement.allCases.count
    let elements =
      isAll
      ? model.say(Words("in every element", "全ての要素"))
      : merger.elements.map { model.say($0.words) }.joined(separator: model.say(Words(", ", "／")))
    pen.put(
      [
        (model.say(Words("Could be merged next  ", "次に統合できる  ")), .header),
        ("\(merger.from) \(pen.glyphs[.arrowRight]) \(merger.to)   ", .textStrong), (elements, .text),
        ("   " + Self.text(grid.overall ?? 0), .textMuted),
        (" \(pen.glyphs[.arrowRight]) ", .textMuted), (Self.text(merger.degree), .messageSuccess),
      ], at: line.origin, width: line.columns)
  }

  /// The documents behind the cell under the cursor, by name; what to press where there are none.
  private func drawDocuments(_ pen: inout Pen, in line: Rect) {
    guard let cursor, cursor.line > 0 else { return }
    let element = SystemElement.allCases[cursor.line - 1]
    let assessment = model.assessment
    let documents =
      grid.cell(element, grid.systems[cursor.column]).map { assessment[$0, IntegrationCell.documents] } ?? []
    let head = (model.say(Words("Documents behind it  ", "この欄の文書  ")), Role.header)
    guard !documents.isEmpty else {
      let hint = model.say(
        Words("none named: \(key: "edit-cell") adds them", "未記入（\(key: "edit-cell") で付ける）"))
      pen.put([head, (hint, .textMuted)], at: line.origin, width: line.columns)
      return
    }
    let names = documents.flatMap { document -> [(String, Role)] in
      [
        (assessment.label(of: document) + " ", .textMuted),
        ((assessment.title(of: document) ?? "") + "   ", .text),
      ]
    }
    pen.put([head] + names, at: line.origin, width: line.columns)
  }

  /// Two digits after the point.
  static func text(_ degree: Double) -> String {
    let hundredths = Int((degree * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + String(rest)
  }
}
