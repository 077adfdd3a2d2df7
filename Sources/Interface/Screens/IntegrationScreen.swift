import Canvas
import Domain

/// The integration matrix (複数MSSの統合適用): which implementation each management system uses for each element.
/// Cells with the same letter share one.
struct IntegrationScreen: Screen {
  let id = ScreenID.integration

  /// Tags: party's position × 1000 + line × 100 + column; line 0 holds the management systems themselves.
  private static let perParty = 1000
  private static let perLine = 100

  func title(_ model: Model) -> String {
    let name = model.say(Words("Integration of management systems", "マネジメントシステムの統合適用"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

  // MARK: Lines

  /// Every cell a cursor can stand on, line after line; the record is nil where nothing is written.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let parties = model.party.map { [$0] } ?? model.assessment.ids(.party)
    return parties.enumerated().flatMap { place, party -> [Row] in
      let grid = IntegrationGrid(party: party, model.assessment)
      guard !grid.systems.isEmpty else { return [] }
      let base = place * Self.perParty
      let heads = grid.systems.enumerated().map { Row($1, tag: base + $0) }
      let cells = SystemElement.allCases.enumerated().flatMap { line, element in
        grid.systems.enumerated().map { column, system in
          Row(grid.cell(element, system), tag: base + (line + 1) * Self.perLine + column)
        }
      }
      return heads + cells
    }
  }

  /// Up and down keep the column, left and right keep the line.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard let tag = state.current?.tag else { return }
    let column = tag % Self.perLine
    let isOnLine: (Row) -> Bool = { $0.tag / Self.perLine == tag / Self.perLine }
    switch motion {
    case .left, .right:
      let next = state.cursor + (motion == .left ? -1 : 1)
      if state.rows.indices.contains(next), isOnLine(state.rows[next]) { state.cursor = next }
    case .up:
      state.cursor = state.rows[..<state.cursor].lastIndex { $0.tag % Self.perLine == column } ?? state.cursor
    case .down:
      let below = state.rows[(state.cursor + 1)...]
      state.cursor = below.firstIndex { $0.tag % Self.perLine == column } ?? state.cursor
    case .pageUp, .pageDown, .first, .last: state.walk(motion, page: page)
    }
  }

  /// Enter on an empty cell makes it; a written one is edited.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, row.record == nil else { return nil }
    guard !model.context.readOnly else {
      model.notice = Notice(model.say(UI.readOnly), .warning)
      return []
    }
    guard let birth = cellBirth(model, row.tag) else { return nil }
    model.layers.append(FormLayer(birth, model))
    return []
  }

  private func cellBirth(_ model: Model, _ tag: Int) -> Birth? {
    let parties = model.party.map { [$0] } ?? model.assessment.ids(.party)
    let line = tag % Self.perParty / Self.perLine
    guard parties.indices.contains(tag / Self.perParty), line > 0 else { return nil }
    let party = parties[tag / Self.perParty]
    let systems = IntegrationGrid(party: party, model.assessment).systems
    let column = tag % Self.perLine
    guard systems.indices.contains(column) else { return nil }
    return Birth(
      .integrationCell, party: party,
      defaults: [
        Slot(IntegrationCell.element.key): .choice(SystemElement.allCases[line - 1].rawValue),
        Slot(IntegrationCell.system.key): .reference(systems[column]),
      ])
  }

  func birth(_ model: Model) -> Birth? {
    let party = model.party ?? model.current.flatMap(model.assessment.party(of:))
    return Birth(.managementSystem, party: party)
  }

  // MARK: Drawing

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let state = model.state
    guard !state.rows.isEmpty else { return drawList(model, &pen, in: area) }
    let parties = model.party.map { [$0] } ?? model.assessment.ids(.party)
    let tag = state.current?.tag ?? 0
    // The party of the cursor comes first where not all of them fit.
    let height = IntegrationPicture.height
    let fit = max(1, area.rows / height)
    let top = max(0, min(tag / Self.perParty - fit + 1, parties.count - fit))
    var row = 1
    for (place, party) in parties.enumerated().dropFirst(top) where row + height - 1 <= area.rows {
      let grid = IntegrationGrid(party: party, model.assessment)
      let isHere = place == tag / Self.perParty
      let cursor = isHere ? (line: tag % Self.perParty / Self.perLine, column: tag % Self.perLine) : nil
      let rect = Rect(
        column: area.column + 2, row: area.row + row, columns: area.columns - 3, rows: height)
      IntegrationPicture(grid: grid, model: model, cursor: cursor).draw(&pen, in: rect)
      row += height
    }
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No management system yet. List what the organisation runs (ISMS, QMS, EMS …), then give each element a "
        + "letter: equal letters share one implementation. n adds a management system.",
      "マネジメントシステムがまだありません。組織が運用するもの（ISMS・QMS・EMS など）を並べ、要素ごとに実装を文字で示します。"
        + "同じ文字は一つの実装を共有します。n で追加します。")
  }
}
