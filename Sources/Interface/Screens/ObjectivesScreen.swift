import Canvas
import Domain

/// The cascade of objectives (目的の展開): from baseline over now to target, and how the measure went.
struct ObjectivesScreen: Screen {
  let id = ScreenID.objectives

  func title(_ model: Model) -> String {
    let name = model.say(Words("Objectives", "目的の展開"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

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

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walkTree(motion, page: page)
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let columns = ObjectiveColumns(area.splitLeft(2).rest.splitRight(1).rest)
    pen.put(Words("Objective", "目的"), at: columns.statement.origin, role: .header)
    let arrow = " " + pen.glyphs[.arrowRight] + " "
    let words = [Words("base", "基準"), Words("now", "現在"), Words("target", "目標")].map(model.say)
    pen.put(
      words.joined(separator: arrow), at: columns.values.origin, role: .header, width: columns.values.columns)
    pen.put(Words("way", "進み"), at: columns.bar.origin, role: .header, width: columns.bar.columns)
    pen.put(Words("trend", "推移"), at: columns.trend.origin, role: .header, width: columns.trend.columns)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let record = row.record else { return }
    guard model.assessment.kind(of: record) == .objective else {
      pen.put(model.name(of: record), at: line.origin, role: .textStrong, width: line.columns)
      return
    }
    ObjectiveLine(objective: record, model: model).draw(row, &pen, in: line)
  }

  /// Where the measure stands and how it went, before the fields.
  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current else { return [] }
    var lines = Detail.lines(of: record, model)
    guard model.assessment.kind(of: record) == .objective, lines.count > 1 else { return lines }
    lines.insert(ObjectiveLine(objective: record, model: model).standing, at: 2)
    return lines
  }

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
        + "organisation wants, then break it down. n starts the first one.",
      "目的はまだありません。目的はすべてのリスクと対策の原点です。組織全体の目的から始め、部門・担当へ展開します。"
        + "n で最初の目的を入力します。")
  }
}

/// Where the columns of the cascade stand.
struct ObjectiveColumns {
  let statement, values, bar, trend, status: Rect

  init(_ line: Rect) {
    let (a, status) = line.splitRight(13)
    let (b, trend) = a.splitRight(line.columns >= 92 ? 9 : 0)
    let (c, bar) = b.splitRight(7)
    let (statement, values) = c.splitRight(25)
    self.status = status.splitLeft(1).rest
    self.trend = trend.splitRight(1).rest
    self.bar = bar.splitRight(1).rest
    self.values = values.splitRight(1).rest
    self.statement = statement.splitRight(1).rest
  }
}
