import Canvas
import Domain

/// The auditor's walk (監査の巡回): the places on the left, what is shown at the one under the cursor on the right.
struct WalkScreen: Screen {
  let id = ScreenID.walk
  var hasPanes: Bool { false }

  func title(_ model: Model) -> String {
    let name = model.say(WalkWords.name)
    guard let plan = model.walk.plan else { return name }
    let whose = plan.auditee.map { model.shortName(of: $0) } ?? model.say(UI.allParties)
    let state =
      model.walk.walk.map { model.present.label(of: $0) } ?? model.say(Words("planned", "計画"))
    return [name, state, whose, model.say(plan.way.words), model.say(WalkWords.rule(plan))]
      .joined(separator: "  ")
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    (model.walk.itinerary?.places ?? []).enumerated().map { Row($1.record, depth: $1.depth, tag: $0) }
  }

  /// The first place where there is something to be shown.
  func firstLine(_ state: ScreenState, _ model: Model) -> Int? {
    model.walk.itinerary?.places.firstIndex { !$0.isHeading }
  }

  func emptyText(_ model: Model) -> Words {
    switch model.walk.plan?.way {
    case .trace:
      Words(
        "A walk along a trace begins at a record: put the cursor on one, on any screen, and press \(key: "walk").",
        "根拠の線に沿う巡回は記録から始まります。どの画面でも、記録の行で \(key: "walk") を押してください。")
    case .controls:
      Words(
        "This party has no statement of applicability to walk through. \(key: "plan-walk") changes the way.",
        "この組織には適用宣言書の記述がありません。\(key: "plan-walk") で進め方を変えられます。")
    case .clauses, nil: Words("There is nothing to walk through.", "巡回するものがありません。")
    }
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard let place = place(of: row, model) else { return nil }
    guard let record = place.record else { return place.stop + " " + model.say(place.title) }
    return model.assessment.label(of: record) + " " + model.shownName(of: record)
  }

  private func place(of row: Row, _ model: Model) -> WalkPlace? {
    guard let places = model.walk.itinerary?.places else { return nil }
    return places.indices.contains(row.tag) ? places[row.tag] : nil
  }

  /// The page, for terminals on which Tab shows it alone.
  func detail(_ model: Model) -> [DetailLine] {
    model.walkPlace.map { WalkPage($0, model).lines } ?? []
  }

  // MARK: Drawing

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard !model.state.rows.isEmpty else { return drawList(model, &pen, in: area) }
    let (list, page) = Self.parts(area)
    drawList(model, &pen, in: list)
    for row in 0..<area.rows {
      pen.put(
        pen.glyphs[.borderVertical], at: Point(column: list.lastColumn + 1, row: area.row + row),
        role: .border)
    }
    guard let place = model.walkPlace else { return }
    Self.lines(place, model, page).draw(from: model.pageTop, &pen, in: page, key: Words("Space", "Space"))
  }

  private static func lines(_ place: WalkPlace, _ model: Model, _ page: Rect) -> PageLines {
    PageLines(WalkPage(place, model).lines, columns: page.columns, inColumn: true)
  }

  /// List and page: what is shown needs more room than the way to it.
  static func parts(_ area: Rect) -> (list: Rect, page: Rect) {
    let (list, rest) = area.splitLeft(min(64, area.columns * 42 / 100))
    return (list, rest.splitLeft(2).rest)
  }

  /// One page of the place under the cursor on, and from the end to the beginning.
  static func turnPage(_ model: inout Model) {
    guard model.pane == .main else { return model.turnDetail(forward: true) }
    guard let place = model.walkPlace else { return }
    let page = parts(model.layout.inside).page
    model.turnPage(lines(place, model, page), forward: true, rows: page.rows)
  }

  /// All of the place under the cursor is in sight.
  @Sendable static func isOnOnePage(_ model: Model) -> Bool {
    guard model.pane == .main, let place = model.walkPlace else { return false }
    let page = parts(model.layout.inside).page
    return lines(place, model, page).turned(from: model.pageTop, forward: true, rows: page.rows)
      == model.pageTop
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let place = place(of: row, model) else { return }
    let (head, end) = line.splitRight(place.isHeading ? 0 : 8)
    let indent = min(place.depth * (line.columns < 40 ? 1 : 2), head.columns / 3)
    let start = head.origin.moved(columns: indent)
    let width = head.columns - indent
    if let record = place.record {
      let picked = place.isPicked ? model.say(Words("picked ", "判断 ")) : ""
      let link = model.walk.plan?.way == .trace ? model.say(place.title) + "  " : ""
      pen.put(
        [
          (link, .textMuted), (picked, .mark), (Self.label(of: record, model) + "  ", .link),
          (model.shownName(of: record), .text),
        ], at: start, width: width)
    } else {
      let number = model.walk.plan?.way == .clauses ? place.stop + "  " : ""
      pen.put(
        [(number, .textMuted), (model.say(place.title), place.isHeading ? .header : .textStrong)], at: start,
        width: width)
    }
    guard !place.isHeading else { return }
    let (text, role) = state(of: place, model, pen.glyphs)
    pen.putRight(text, at: end.origin, width: end.columns, role: role)
  }

  /// A control by its number alone where all lines are controls of one party.
  private static func label(of record: RecordID, _ model: Model) -> String {
    let number = model.assessment[record, ControlStatement.control]
    let isOwn = model.walk.plan?.way == .controls && model.walk.plan?.auditee != nil
    return (isOwn ? number : nil) ?? model.assessment.label(of: record)
  }

  /// Shown, still open, found; of a clause not shown yet, how many of how many were chosen.
  private func state(of place: WalkPlace, _ model: Model, _ glyphs: Glyphs) -> (String, Role) {
    let assessment = model.present
    guard let stop = model.walk.stop(at: place) else {
      guard place.record == nil, let sample = model.walk.itinerary?.sample(at: place.stop) else {
        return (glyphs[.absent], .textMuted)
      }
      let count = "\(sample.chosen.count)/\(sample.population)"
      return sample.population > 0
        ? (count, .textMuted) : (glyphs[.severityWarning] + " " + count, .gateWarning)
    }
    if let finding = assessment.sources(of: stop, via: Finding.stop).last(where: assessment.exists) {
      let isNonconformity = assessment[finding, Finding.grade]?.isNonconformity ?? false
      return (
        glyphs[isNonconformity ? .cross : .severityInfo] + " " + assessment.label(of: finding),
        isNonconformity ? .gateBlocker : .gateWarning
      )
    }
    if assessment.has(stop, WalkStop.asked), !assessment.has(stop, WalkStop.answered) {
      return (glyphs[.severityWarning] + " " + model.say(Words("open", "未回答")), .gateWarning)
    }
    return (glyphs[.check] + " " + model.say(Words("shown", "提示済")), .messageSuccess)
  }
}
