import Canvas
import Domain

/// One objective of the cascade.
struct ObjectiveLine {
  let facts: ObjectiveFacts
  let model: Model

  private var assessment: Assessment { model.assessment }
  private var objective: RecordID { facts.objective }

  init(_ objective: RecordID, _ model: Model) {
    self.model = model
    facts = ObjectiveFacts(objective, model)
  }

  func draw(_ row: Row, _ pen: inout Pen, in line: Rect) {
    let columns = ObjectiveColumns(line, model.language)
    let achievement = facts.achievement
    drawStatement(row, &pen, in: columns.statement)
    if columns.unit.columns > 0 { drawUnit(&pen, in: columns.unit) }
    drawValues(&pen, columns)
    if let share = Self.way(achievement) {
      pen.put(
        pen.glyphs.bar(share, width: columns.bar.columns), at: columns.bar.origin,
        role: achievement.status.role)
    }
    let readings = ObjectiveFacts.readings(of: objective, model)
    pen.put(
      pen.glyphs.sparkline(Array(readings.suffix(columns.trend.columns))), at: columns.trend.origin,
      role: .textMuted, width: columns.trend.columns)
    let status = achievement.status
    pen.put(
      pen.glyphs[status.glyph] + " " + model.say(achievement.shortWords), at: columns.status.origin,
      role: status.role, width: columns.status.columns)
  }

  // MARK: What it says

  /// The statement, and at the end of its column what is amiss, or else its share of the one above.
  private func drawStatement(_ row: Row, _ pen: inout Pen, in area: Rect) {
    let tail = tail(pen.glyphs, hasRoom: area.columns >= Self.columnsForBoth)
    let width = tail.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
    let (rest, end) = area.splitRight(width == 0 ? 0 : width + 1)
    let place = rest.splitLeft(Tree.drawHead(row, model, &pen, in: rest)).rest
    let isTop = assessment[objective, Objective.level] == .organization
    pen.put(
      assessment.title(of: objective) ?? pen.glyphs[.absent], at: place.origin,
      role: isTop ? .textStrong : .text, width: place.columns)
    pen.put(tail, at: end.origin.moved(columns: 1), width: width)
  }

  private static let columnsForBoth = 40

  private func tail(_ glyphs: Glyphs, hasRoom: Bool) -> [(String, Role)] {
    if model.isBeingMoved(objective) { return [(model.say(MoveLayer.word), .modified)] }
    var runs: [(String, Role)] = []
    // The status column says already that nothing was measured.
    let flaws = facts.flaws.filter { $0 != .unmeasured }
    if let first = flaws.first {
      let more = flaws.count > 1 ? " +\(flaws.count - 1)" : ""
      runs.append((glyphs[.severityWarning] + " " + model.say(first.words) + more, .gateWarning))
      guard hasRoom else { return runs }
      runs.append((" ", .text))
    }
    if let share = facts.share?.value ?? facts.share?.target {
      let text = ObjectiveFacts.percent(share)
      runs.append((String(repeating: " ", count: max(0, 4 - text.count)) + text, .textMuted))
    }
    return runs
  }

  /// The unit that has it, else the level.
  private func drawUnit(_ pen: inout Pen, in place: Rect) {
    let unit = assessment[objective, Objective.unit].flatMap { assessment.title(of: $0) }
    let level = assessment[objective, Objective.level].map { model.say($0.words) }
    pen.put(unit ?? level ?? "", at: place.origin, role: .textMuted, width: place.columns - 1)
  }

  // MARK: Values

  private func drawValues(_ pen: inout Pen, _ columns: ObjectiveColumns) {
    let place = columns.values
    if assessment.has(objective, Objective.notMeasurableReason), !assessment.has(objective, Objective.measure)
    {
      pen.put(Words("not measurable", "測定しない"), at: place.origin, role: .textMuted, width: place.columns)
      return
    }
    guard let goal = ObjectiveFacts.goal(objective, facts.achievement, model) else {
      pen.put(
        pen.glyphs[.cross] + model.say(Words(" no target", " 目標値なし")), at: place.origin, role: .gateBlocker,
        width: place.columns)
      return
    }
    let direction = assessment[objective, Objective.direction].map { pen.glyphs[$0.glyph] } ?? " "
    pen.put(direction, at: place.origin, role: .textMuted)
    if columns.base.columns > 0 {
      let base = facts.achievement.base?.short ?? pen.glyphs[.absent]
      pen.putRight(base, at: columns.base.origin, width: columns.base.columns - 3, role: .textMuted)
      drawArrow(&pen, endOf: columns.base)
    }
    let now = facts.achievement.value?.short ?? pen.glyphs[.absent]
    pen.putRight(now, at: columns.now.origin, width: columns.now.columns - 3, role: .textStrong)
    drawArrow(&pen, endOf: columns.now)
    let relative = ObjectiveFacts.relative(objective, model).map { " (" + $0.text + ")" } ?? ""
    let fits = DisplayWidth.width(of: goal + relative) <= columns.goal.columns
    pen.put(
      [(goal, .text), (fits ? relative : "", .textMuted)], at: columns.goal.origin,
      width: columns.goal.columns)
  }

  private func drawArrow(_ pen: inout Pen, endOf column: Rect) {
    pen.put(pen.glyphs[.arrowRight], at: column.origin.moved(columns: column.columns - 2), role: .textMuted)
  }

  /// How much of the way from the baseline to the target is behind us, from 0 to 1; nil when that cannot be said.
  private static func way(_ achievement: Achievement) -> Double? {
    guard let now = achievement.value, let target = achievement.target?.number else { return nil }
    guard let base = achievement.base, target != base else { return now == target ? 1 : nil }
    return min(1, max(0, (now - base) / (target - base)))
  }
}

extension Direction {
  /// Which way the measure should go.
  var glyph: Glyph {
    switch self {
    case .decrease: .trendDown
    case .increase: .trendUp
    case .maintain: .trendFlat
    }
  }
}

/// Where the columns of the cascade stand; those there is no room for are empty.
struct ObjectiveColumns {
  let statement, unit, values, base, now, goal, bar, trend, status: Rect

  private static let columnsForBase = 70
  /// Where words are long; Japanese ones leave room at once.
  private static let columnsForTrend = 78
  private static let columnsForUnit = 104

  init(_ line: Rect, _ language: Language) {
    let isWide = line.columns >= Self.columnsForUnit
    let hasBase = line.columns >= Self.columnsForBase
    let (a, status) = line.splitRight(language == .japanese ? 9 : 12)
    let hasTrend = line.columns >= (language == .japanese ? Self.columnsForBase : Self.columnsForTrend)
    let (b, trend) = a.splitRight(hasTrend ? (isWide ? 13 : 7) : 0)
    let (c, bar) = b.splitRight(isWide ? 11 : 6)
    let (d, values) = c.splitRight(isWide ? 37 : hasBase ? 27 : 19)
    let (statement, unit) = d.splitRight(isWide ? 18 : 0)
    self.statement = statement.splitRight(1).rest
    (self.unit, self.status) = (unit, status)
    self.bar = bar.splitRight(1).rest
    self.trend = trend.splitRight(1).rest
    self.values = values
    let numbers = values.splitLeft(2).rest
    let (base, afterBase) = numbers.splitLeft(hasBase ? 8 : 0)
    let (now, goal) = afterBase.splitLeft(8)
    (self.base, self.now) = (base, now)
    self.goal = goal.splitRight(1).rest
  }
}
