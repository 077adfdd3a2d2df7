import Canvas
import Domain

/// The columns of the statement of applicability, for one party or for two beside each other.
struct ControlTable {
  let model: Model
  let shown: [RecordID]
  private let number, title: Rect
  private let cells: [Rect]

  private static let numberColumns = 11

  init(model: Model, shown: [RecordID], line: Rect) {
    self.model = model
    self.shown = shown
    let (number, rest) = line.splitLeft(Self.numberColumns)
    let share = shown.count > 1 ? 37 : Self.singleColumns(line.columns)
    let (title, right) = rest.splitRight(share * max(1, shown.count))
    self.number = number.splitRight(1).rest
    self.title = title.splitRight(1).rest
    cells = shown.indices.map {
      Rect(column: right.column + $0 * share, row: right.row, columns: share, rows: 1)
    }
  }

  private static func singleColumns(_ columns: Int) -> Int {
    switch columns {
    case ..<90: 36
    default: 68
    }
  }

  /// The parts of one party's cell, from its width alone.
  private struct Parts {
    let state, reasons, responsibility, owner, next: Rect

    init(_ cell: Rect) {
      let (state, a) = cell.splitLeft(ControlCell.stateColumns)
      let (reasons, b) = a.splitLeft(cell.columns >= 60 ? 19 : 0)
      let (responsibility, c) = b.splitLeft(10)
      let (owner, next) = c.splitLeft(cell.columns >= 60 ? 13 : 0)
      (self.state, self.reasons, self.responsibility, self.owner, self.next) = (
        state, reasons, responsibility, owner, next
      )
    }
  }

  private var isSingle: Bool { shown.count < 2 }

  private func inner(_ index: Int) -> Rect { isSingle ? cells[index] : cells[index].splitLeft(2).rest }

  // MARK: Head

  func drawHead(_ pen: inout Pen) {
    pen.put(Words("Number", "番号"), at: number.origin, role: .header, width: number.columns)
    pen.put(Words("Control", "管理策"), at: title.origin, role: .header, width: title.columns)
    for (index, party) in shown.enumerated() {
      let cell = inner(index)
      if isSingle {
        drawNames(Parts(cell), &pen)
      } else {
        let isFront = party == ControlsScreen.front(model, model.state)
        pen.put(
          model.name(of: party), at: cell.origin, role: isFront ? .title : .header, width: cell.columns - 1)
      }
    }
  }

  private func drawNames(_ parts: Parts, _ pen: inout Pen) {
    let heads: [(Rect, Words)] = [
      (parts.state, Words("Status", "状況")), (parts.reasons, Words("Because of", "適用の理由")),
      (parts.responsibility, Words("Run by", "責任")), (parts.owner, Words("Owner", "責任者")),
      (parts.next, Words("Next", "次の一手")),
    ]
    for (rect, words) in heads where rect.columns > 1 {
      pen.put(words, at: rect.origin, role: .header, width: rect.columns)
    }
  }

  // MARK: Headings

  /// The heading's name, and per party how much of it is in place.
  func drawHeading(_ row: Row, _ pen: inout Pen) {
    let line = ControlTag(row.tag).line
    let members = members(of: line)
    let name = Rect(
      column: number.column, row: number.row, columns: title.lastColumn - number.column, rows: 1)
    pen.put(heading(line), at: name.origin, role: .textStrong, width: name.columns)
    for (index, party) in shown.enumerated() {
      drawProgress(ControlProgress(members, of: party, model), &pen, in: inner(index))
    }
  }

  private func members(of line: Int) -> ArraySlice<Row> {
    let rows = model.state.rows
    guard line > 0 else { return rows[...] }
    let end = rows[(line + 1)...].firstIndex { ControlTag($0.tag).isHeading } ?? rows.count
    return rows[(line + 1)..<end]
  }

  private func heading(_ line: Int) -> String {
    guard line > 0 else { return model.say(Words("All controls", "全体")) }
    let rows = model.state.rows
    guard rows.indices.contains(line + 1), let place = ControlTag(rows[line + 1].tag).catalogue,
      let group = ControlsScreen.control(of: rows[line + 1], model)?.group
    else { return model.say(Words("Outside the catalogues chosen", "選択したカタログの外")) }
    let catalogue = model.context.catalogues.catalogues[place]
    let title = catalogue.groups.first { $0.key == group }.map { model.say($0.title) } ?? group
    return Int(group) == nil ? title : group + " " + title
  }

  private func drawProgress(_ progress: ControlProgress, _ pen: inout Pen, in cell: Rect) {
    guard progress.lines > 0 else {
      pen.put(Words("not for this party", "対象外"), at: cell.origin, role: .textMuted, width: cell.columns)
      return
    }
    let share = progress.inForce == 0 ? 0 : Double(progress.implemented) / Double(progress.inForce)
    let bar = pen.glyphs.bar(share, width: 10)
    let undecided =
      progress.undecided > 0
      ? model.say(Words("\(progress.undecided) undecided", "未決 \(progress.undecided)")) : ""
    pen.put(
      [
        (bar + " ", progress.isDone ? .controlVerified : .controlImplemented),
        ("\(progress.implemented)/\(progress.inForce)", .text), ("   " + undecided, .gateWarning),
      ], at: cell.origin, width: cell.columns)
  }

  // MARK: Controls

  func drawControl(_ row: Row, _ pen: inout Pen) {
    let control = ControlsScreen.control(of: row, model)
    let stated = row.record.flatMap { model.assessment[$0, ControlStatement.control] }
    pen.put(control?.number ?? stated ?? "", at: number.origin, role: .textMuted, width: number.columns)
    pen.put(control.map { model.say($0.title) } ?? "", at: title.origin, width: title.columns)
    for (index, party) in shown.enumerated() {
      draw(party, row, control, &pen, in: inner(index))
      drawCursor(index, party, row, &pen)
    }
  }

  private func draw(
    _ party: RecordID, _ row: Row, _ control: CatalogueControl?, _ pen: inout Pen, in rect: Rect
  ) {
    guard ControlsScreen.isFor(party, row, control, model) else {
      pen.put(Words("not for this party", "対象外"), at: rect.origin, role: .textMuted, width: rect.columns)
      return
    }
    let statement = ControlsScreen.statement(on: row, of: party, model)
    let cell = ControlCell(statement: statement, party: party, model: model)
    let parts = Parts(rect)
    cell.drawState(&pen, in: parts.state)
    if let leaver = leaver(to: party, row), cell.state == .undecided || cell.state == .excluded {
      pen.put(
        pen.glyphs[.arrowLeft] + " "
          + model.say(Words("gap: \(leaver) relies on it", "隙間: \(leaver) が任せている")),
        at: parts.responsibility.origin, role: .gateBlocker,
        width: rect.lastColumn - parts.responsibility.column + 1)
      return
    }
    if cell.state == .excluded, cell.missing == nil {
      let whole = rect.splitLeft(ControlCell.stateColumns).rest
      cell.drawNext(&pen, in: whole)
      return
    }
    cell.drawResponsibility(&pen, in: parts.responsibility)
    cell.drawNext(&pen, in: parts.next)
    drawOwner(statement, parts.owner, &pen)
    drawReasons(statement, parts.reasons, &pen)
  }

  private func drawOwner(_ statement: RecordID?, _ rect: Rect, _ pen: inout Pen) {
    let owner = statement.flatMap { model.assessment[$0, ControlStatement.owner] }
    guard let owner, rect.columns > 1 else { return }
    pen.put(model.assessment.title(of: owner) ?? "", at: rect.origin, width: rect.columns - 1)
  }

  private func drawReasons(_ statement: RecordID?, _ rect: Rect, _ pen: inout Pen) {
    guard let statement, rect.columns > 1 else { return }
    let reasons = model.assessment[statement, ControlStatement.inclusionReasons]?.members ?? []
    let text = reasons.map { model.say($0.words) }.joined(separator: model.say(Words(", ", "・")))
    pen.put(text, at: rect.origin, role: .textMuted, width: rect.columns - 1)
  }

  /// The party that leaves this control to `party`; nil when none does.
  private func leaver(to party: RecordID, _ row: Row) -> String? {
    let line = ControlTag(row.tag).line
    guard model.state.groups.indices.contains(line) else { return nil }
    let leaving = model.state.groups[line].first {
      model.assessment.isLeft($0) && model.assessment[$0, ControlStatement.counterpart] == party
    }
    return leaving.flatMap { model.assessment.party(of: $0) }.map(model.shortName(of:))
  }

  /// Whose cell it is, and whether it is open.
  private func drawCursor(_ index: Int, _ party: RecordID, _ row: Row, _ pen: inout Pen) {
    guard model.state.current == row, party == ControlsScreen.front(model, model.state) else { return }
    let cell = cells[index]
    if !isSingle { pen.put(pen.glyphs[.selected], at: cell.origin, role: .cursor) }
    guard model.state.inCell else { return }
    if isSingle { pen.put(pen.glyphs[.selected], at: cell.origin.moved(columns: -1), role: .cursor) }
    pen.put(pen.glyphs[.selectedEnd], at: cell.origin.moved(columns: cell.columns - 1), role: .cursor)
  }
}

/// How much of a heading's controls one party has in place.
struct ControlProgress {
  private(set) var lines = 0
  private(set) var undecided = 0
  private(set) var implemented = 0
  private var excluded = 0

  init(_ members: ArraySlice<Row>, of party: RecordID, _ model: Model) {
    let duty = ControlDuty(of: party, model.assessment, today: model.context.today)
    let catalogues = model.context.catalogues.catalogues
    for row in members where !ControlTag(row.tag).isHeading {
      if let place = ControlTag(row.tag).catalogue, let control = ControlsScreen.control(of: row, model),
        !duty.holds(control, of: catalogues[place].key)
      {
        continue
      }
      let statement = ControlsScreen.statement(on: row, of: party, model)
      // Outside every catalogue only who stated something has a line.
      if ControlTag(row.tag).catalogue == nil, statement == nil { continue }
      let state = ControlCell(statement: statement, party: party, model: model).state
      lines += 1
      if state == .undecided { undecided += 1 }
      if state == .excluded { excluded += 1 }
      if state.isImplemented { implemented += 1 }
    }
  }

  /// Controls that are to be in place: all but the excluded.
  var inForce: Int { lines - excluded }

  var isDone: Bool { implemented == inForce }
}
