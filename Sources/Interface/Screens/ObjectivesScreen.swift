import Canvas
import Domain

/// The cascade of objectives (目的の展開): from baseline over now to target, and how the measure went.
struct ObjectivesScreen: Screen {
  let id = ScreenID.objectives

  func title(_ model: Model) -> String {
    let name = model.say(Words("Objectives", "目的の展開"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

  // MARK: Lines

  /// One party's tree; with all parties, a heading of each before its tree.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    if let party = model.party { return tree(of: party, model, state, depth: 0) }
    return model.assessment.participants.flatMap { party in
      [Row(party, tag: Tree.Mark.leaf.rawValue)] + tree(of: party, model, state, depth: 1)
    }
  }

  private func tree(of party: RecordID, _ model: Model, _ state: ScreenState, depth: Int) -> [Row] {
    Tree.rows(model.assessment.ids(.objective, of: party), folded: state.folded, depth: depth) {
      model.assessment[$0, Objective.parent]
    }
  }

  /// Objectives by how they stand, in the order of the statuses, then by what nobody took care of.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    let all = model.party.map { model.assessment.ids(.objective, of: $0) } ?? model.assessment.ids(.objective)
    let facts = all.map { ObjectiveFacts($0, model) }
    return AchievementStatus.allCases.map { status in
      facts.filter { $0.achievement.status == status }.map(\.objective)
    } + ObjectiveFlaw.allCases.map { flaw in facts.filter { $0.flaws.contains(flaw) }.map(\.objective) }
  }

  func flaw(of row: Row, _ model: Model) -> Words? {
    guard let record = row.record, model.assessment.kind(of: record) == .objective else { return nil }
    return ObjectiveFacts(record, model).flaws.first?.words
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walkTree(motion, page: page)
  }

  // MARK: Drawing

  private static let columnsForBothHeads = 22

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let columns = ObjectiveColumns(area.splitLeft(2).rest.splitRight(1).rest, model.language)
    pen.put(Words("Objective", "目的"), at: columns.statement.origin, role: .header)
    if columns.statement.columns >= Self.columnsForBothHeads {
      pen.putRight(
        model.say(Words("share", "割合")), at: columns.statement.origin, width: columns.statement.columns,
        role: .header)
    }
    pen.put(Words("Unit", "部門"), at: columns.unit.origin, role: .header, width: columns.unit.columns)
    let (base, now) = (columns.base, columns.now)
    pen.putRight(
      model.say(Words("base", "基準")), at: base.origin, width: base.columns - 3, role: .header)
    pen.putRight(model.say(Words("now", "現在")), at: now.origin, width: now.columns - 3, role: .header)
    pen.put(Words("target", "目標"), at: columns.goal.origin, role: .header, width: columns.goal.columns)
    pen.put(Words("way", "進捗"), at: columns.bar.origin, role: .header, width: columns.bar.columns)
    pen.put(Words("trend", "推移"), at: columns.trend.origin, role: .header, width: columns.trend.columns)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let record = row.record else { return }
    guard model.assessment.kind(of: record) == .objective else {
      pen.put(model.name(of: record), at: line.origin, role: .textStrong, width: line.columns)
      return
    }
    ObjectiveLine(record, model).draw(row, &pen, in: line)
  }

  func footRows(_ model: Model) -> Int { model.state.rows.isEmpty ? 0 : 2 }

  func footAnchor(_ model: Model) -> Int? { 0 }

  /// How many stand how, and how many nobody took care of.
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard area.rows == 2 else { return }
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let line = area.line(1).inset(columns: 2, rows: 0)
    let groups = model.state.groups
    let statuses = AchievementStatus.allCases
    guard groups.count == statuses.count + ObjectiveFlaw.allCases.count else { return }
    let flaws = zip(ObjectiveFlaw.allCases, groups.dropFirst(statuses.count)).filter { !$1.isEmpty }
      .map { model.say($0.words) + " \($1.count)" }
    let amiss = flaws.joined(separator: " \(pen.glyphs[.separator]) ")
    var runs: [(String, Role)] = [
      flaws.isEmpty
        ? (pen.glyphs[.check] + model.say(Words(" nothing amiss", " 不備なし")), .messageSuccess)
        : (pen.glyphs[.severityWarning] + " " + amiss, .gateWarning)
    ]
    runs += zip(statuses, groups).filter { !$1.isEmpty }.map { status, group in
      ("   " + pen.glyphs[status.glyph] + " " + model.say(status.shortWords) + " \(group.count)", status.role)
    }
    pen.put(runs, at: line.origin, width: line.columns)
  }

  /// Where the measure stands and how it went, before the fields.
  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current else { return [] }
    var lines = Detail.lines(of: record, model)
    guard model.assessment.kind(of: record) == .objective, lines.count > 1 else { return lines }
    lines.insert(contentsOf: ObjectiveFacts(record, model).detail(model), at: 2)
    return lines
  }

  // MARK: Making

  /// Under the objective at the cursor, one level below it, serving the same policy.
  func birth(_ model: Model) -> Birth? {
    guard let above = model.current, model.assessment.kind(of: above) == .objective else {
      let party = model.current ?? model.party
      return Birth(
        .objective, party: party,
        defaults: [Slot(Objective.level.key): .choice(ObjectiveLevel.organization.rawValue)])
    }
    let level: ObjectiveLevel =
      model.assessment[above, Objective.level] == .organization ? .department : .unit
    var defaults: [Slot: Value] = [
      Slot(Objective.parent.key): .reference(above), Slot(Objective.level.key): .choice(level.rawValue),
    ]
    if let policy = model.assessment[above, Objective.policy] {
      defaults[Slot(Objective.policy.key)] = .reference(policy)
    }
    return Birth(.objective, party: model.assessment.party(of: above), defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No objective yet. Objectives are the origin of every risk and measure: begin with what the whole "
        + "organisation wants, then break it down. \(key: "new") starts the first one.",
      "目的はまだありません。目的は全てのリスクと対策の原点です。組織全体の目的から始め、部門・担当へ展開します。"
        + "\(key: "new") で最初の目的を入力します。")
  }
}
