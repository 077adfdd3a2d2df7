import Canvas
import Domain

/// The integration matrix (複数MSSの統合適用): which implementation each management system uses for each element.
/// Cells with the same letter share one.
struct IntegrationScreen: LetterGrid {
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

  // MARK: Letters

  func opens(_ row: Row, _ model: Model) -> Bool {
    row.record != nil || Self.place(model)?.element != nil
  }

  /// A cell's letter is typed; a management system's head is edited in its form.
  func enter(_ model: inout Model) -> [Effect]? {
    guard Self.place(model)?.element != nil else { return nil }
    LetterLayer.open(self, &model)
    return []
  }

  /// What the cursor stands on.
  struct Place {
    let party: RecordID
    /// nil on the head of a management system.
    let element: SystemElement?
    let system: RecordID
    let cell: RecordID?
  }

  private static func place(_ model: Model) -> Place? {
    model.state.current.flatMap { place(at: $0, model) }
  }

  /// What a line stands for.
  static func place(at row: Row, _ model: Model) -> Place? {
    let parties = model.party.map { [$0] } ?? model.assessment.ids(.party)
    guard parties.indices.contains(row.tag / perParty) else { return nil }
    let party = parties[row.tag / perParty]
    let systems = IntegrationGrid(party: party, model.assessment).systems
    let (line, column) = (row.tag % perParty / perLine, row.tag % perLine)
    guard systems.indices.contains(column), line <= SystemElement.allCases.count else { return nil }
    return Place(
      party: party, element: line > 0 ? SystemElement.allCases[line - 1] : nil, system: systems[column],
      cell: line > 0 ? row.record : nil)
  }

  func letters(_ model: Model) -> [Letter] {
    [Letter("A…Z", Words("implementation (same letter = shared)", "実装（同じ文字＝共有）"))]
  }

  func obstacle(_ model: Model) -> String? {
    guard Self.place(model)?.element == nil else { return nil }
    return model.say(Words("Put the cursor on a cell below.", "下の欄を選んでください。"))
  }

  /// The letter stands as a capital; an emptied cell goes, unless it names documents.
  func write(_ key: Character?, _ model: Model) -> LetterAnswer {
    guard let place = Self.place(model), let element = place.element else {
      return .refuse(Words("Put the cursor on a cell below.", "下の欄を選んでください。"))
    }
    guard let key else {
      guard let cell = place.cell else { return .act([]) }
      let isBare = !model.assessment.has(cell, IntegrationCell.documents)
      return .act([isBare ? .remove(cell) : .set(cell, Slot(IntegrationCell.letter.key), nil)])
    }
    guard key.isASCII, key.isLetter else { return .foreign }
    let letter = Value.text(key.uppercased())
    if let cell = place.cell { return .act([.set(cell, Slot(IntegrationCell.letter.key), letter)]) }
    var values = Self.values(element, place.system)
    values[Slot(IntegrationCell.letter.key)] = letter
    return .act([.create(Draft(.integrationCell, party: place.party, values: values))])
  }

  private static func values(_ element: SystemElement, _ system: RecordID) -> [Slot: Value] {
    [
      Slot(IntegrationCell.element.key): .choice(element.rawValue),
      Slot(IntegrationCell.system.key): .reference(system),
    ]
  }

  /// The cell under the cursor as a record to be; nil where it is there or the cursor is on none.
  static func cellBirth(_ model: Model) -> Birth? {
    guard let place = place(model), let element = place.element, place.cell == nil else { return nil }
    return Birth(.integrationCell, party: place.party, defaults: values(element, place.system))
  }

  // MARK: Making

  func birth(_ model: Model) -> Birth? {
    let party = model.party ?? model.current.flatMap(model.assessment.party(of:))
    return Birth(.managementSystem, party: party)
  }

  // MARK: Drawing

  func isList(_ model: Model) -> Bool { false }

  var showsMarks: Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let state = model.state
    guard !state.rows.isEmpty else { return drawList(model, &pen, in: area) }
    let parties = model.party.map { [$0] } ?? model.assessment.ids(.party)
    let tag = state.current?.tag ?? 0
    // Parties without a management system have no lines.
    let places = state.rows.reduce(into: [Int]()) { places, row in
      let place = row.tag / Self.perParty
      if places.last != place { places.append(place) }
    }
    // The party of the cursor comes first where not all of them fit.
    let height = IntegrationPicture.height
    let fit = max(1, area.rows / height)
    let now = places.firstIndex(of: tag / Self.perParty) ?? 0
    let top = max(0, min(now - fit + 1, places.count - fit))
    var row = 1
    for place in places.dropFirst(top) where row + height - 1 <= area.rows {
      let isHere = place == tag / Self.perParty
      let cursor = isHere ? (line: tag % Self.perParty / Self.perLine, column: tag % Self.perLine) : nil
      let rect = Rect(
        column: area.column + 2, row: area.row + row, columns: area.columns - 3, rows: height)
      IntegrationPicture(
        grid: IntegrationGrid(party: parties[place], model.assessment), model: model, cursor: cursor
      ).draw(&pen, in: rect)
      row += height
    }
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No management system yet. List what the organisation runs (ISMS, QMS, EMS …), then give each element a "
        + "letter: equal letters share one implementation. \(key: "new") adds a management system.",
      "マネジメントシステムがまだありません。組織が運用するもの（ISMS・QMS・EMS など）を並べ、要素ごとに実装を文字で示します。"
        + "同じ文字は一つの実装を共有します。\(key: "new") で追加します。")
  }
}
