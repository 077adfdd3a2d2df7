import Canvas
import Domain

/// The risk register (リスク登録簿): a grid, one line per risk, a cell per column.
struct RegisterScreen: Screen {
  let id = ScreenID.register
  let filteredKind: RecordKind? = .risk

  func title(_ model: Model) -> String {
    var title = model.say(Words("Risk register", "リスク登録簿"))
    title += model.filterNote(model.state.rows.count)
    if let sort = model.state.sort, let aspect = Aspect.named(sort.column, of: .risk) {
      title +=
        "   " + model.keymap.mention(of: "sort") + " " + model.say(aspect.words)
        + model.glyphs[sort.isDescending ? .sortDescending : .sortAscending]
    }
    return title
  }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let ids = model.shownRisks
    guard let sort = state.sort, let aspect = Aspect.named(sort.column, of: .risk) else {
      return ids.map { Row($0) }
    }
    return GridOrder(aspect: aspect, isDescending: sort.isDescending, model: model).sorted(ids).map {
      Row($0)
    }
  }

  /// An edit never moves a line under the hands of the person who made it.
  var keepsOrder: Bool { true }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    switch change {
    case .created(_, let kind, _, _): kind == .risk
    case .removed(let id): model.assessment.kind(of: id) == .risk
    case .set, .phase: false
    }
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    switch motion {
    case .left: state.column = max(0, min(state.column, model.gridColumns.count - 1) - 1)
    case .right: state.column = min(model.gridColumns.count - 1, state.column + 1)
    case .up, .down, .pageUp, .pageDown, .first, .last: state.walk(motion, page: page)
    }
  }

  // MARK: Drawing

  /// Where the columns stand, found once for a frame.
  static func plan(_ model: Model, _ pen: inout Pen, width: Int) -> GridPlan {
    if let known = pen.gridPlan, known.width == width, known.cursor == model.state.column { return known }
    let plan = GridPlan(model.gridColumns, .risk, width: width, cursor: model.state.column, model)
    pen.gridPlan = plan
    return plan
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let line = area.splitLeft(2).rest.splitRight(1).rest
    let plan = Self.plan(model, &pen, width: line.columns)
    let sort = model.state.sort
    for place in plan.places {
      let rect = place.rect(in: line)
      let isSorted = place.aspect.name == sort?.column
      let isUnderCursor = place.index == model.state.column && place.index > 0
      var text = model.say(place.aspect.head(.risk))
      if isSorted { text += pen.glyphs[sort?.isDescending == true ? .sortDescending : .sortAscending] }
      pen.put(
        text, at: rect.origin, role: isSorted ? .headerSort : isUnderCursor ? .textStrong : .header,
        width: rect.columns + (isSorted && rect.columns < 3 ? 1 : 0))
    }
    if plan.hasMoreLeft { pen.put(pen.glyphs[.arrowLeft], at: area.origin, role: .textMuted) }
    if plan.hasMoreRight {
      pen.put(pen.glyphs[.arrowRight], at: area.origin.moved(columns: area.columns - 1), role: .textMuted)
    }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let risk = row.record else { return }
    for place in Self.plan(model, &pen, width: line.columns).places {
      GridCell(aspect: place.aspect, record: risk).draw(model, &pen, in: place.rect(in: line))
    }
  }

  /// The cell under the cursor stands between marks, so that it is found in any colours or none.
  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard model.state.column > 0, model.pane == .main,
      let rect = Self.plan(model, &pen, width: line.columns).place(model.state.column)?.rect(in: line)
    else { return }
    pen.frame.tint(rect, role: .cursor)
    pen.frame.paint(rect, ground: .cursor)
    pen.put(pen.glyphs[.selected], at: rect.origin.moved(columns: -1), role: .cursor)
    pen.put(pen.glyphs[.selectedEnd], at: rect.origin.moved(columns: rect.columns), role: .cursor)
    pen.frame.cursor = rect.origin
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard model.state.column > 0, model.pane == .main, model.current != nil else { return nil }
    return CellEditing.open(&model)
  }

  func birth(_ model: Model) -> Birth? { Birth(.risk, party: model.party) }

  func emptyText(_ model: Model) -> Words {
    if let filter = model.filterText, model.unfilteredCount > 0 {
      return Words(
        "None of \(model.unfilteredCount) risks fits “\(filter)”. \(key: "filter") changes the filter; \(key: "filter"), Ctrl-U and Enter show all.",
        "\(model.unfilteredCount)件のうち「\(filter)」に合うリスクはありません。\(key: "filter") で条件を変更、\(key: "filter")・Ctrl-U・Enter で全件を表示。"
      )
    }
    return Words(
      "No risk yet. \(key: "new") starts the entry line: type what could happen, as people say it.",
      "リスクはまだありません。\(key: "new") で入力行が開きます。起こり得ることを話すとおりに入力してください。")
  }
}
