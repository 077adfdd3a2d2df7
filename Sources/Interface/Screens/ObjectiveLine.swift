import Canvas
import Domain

/// One objective of the cascade.
struct ObjectiveLine {
  let objective: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }

  func draw(_ row: Row, _ pen: inout Pen, in line: Rect) {
    let columns = ObjectiveColumns(line)
    let used = Tree.drawHead(row, model, &pen, in: columns.statement)
    let place = columns.statement.splitLeft(used).rest
    let isTop = assessment[objective, Objective.level] == .organization
    pen.put(
      assessment.title(of: objective) ?? pen.glyphs[.absent], at: place.origin,
      role: isTop ? .textStrong : .text, width: place.columns)
    let achievement = assessment.achievement(of: objective, today: model.context.today)
    drawValues(achievement, &pen, in: columns.values)
    if let share = Self.way(achievement) {
      pen.put(
        pen.glyphs.bar(share, width: columns.bar.columns), at: columns.bar.origin,
        role: achievement.status.role)
    }
    pen.put(
      pen.glyphs.sparkline(Array(readings.suffix(columns.trend.columns))), at: columns.trend.origin,
      role: .textMuted, width: columns.trend.columns)
    let status = achievement.status
    pen.put(
      pen.glyphs[status.glyph] + " " + model.say(status.shortWords), at: columns.status.origin,
      role: status.role,
      width: columns.status.columns)
  }

  /// Value, trend and verdict in one line of the detail pane.
  var standing: DetailLine {
    let achievement = assessment.achievement(of: objective, today: model.context.today)
    let status = achievement.status
    let parts = [
      achievement.value?.short, model.glyphs.sparkline(Array(readings.suffix(12))),
      model.glyphs[status.glyph] + " " + model.say(status.words),
    ].compactMap(\.self).filter { !$0.isEmpty }
    return DetailLine(model.say(Words("Now", "現在")), parts.joined(separator: "  "), status.role)
  }

  /// Values measured, oldest first.
  private var readings: [Double] {
    assessment.sources(of: objective, via: Reading.objective)
      .map { (assessment[$0, Reading.date] ?? Day(number: 0), $0) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
      .compactMap { assessment[$0.1, Reading.value] }
  }

  private func drawValues(_ achievement: Achievement, _ pen: inout Pen, in place: Rect) {
    if assessment.has(objective, Objective.notMeasurableReason), !assessment.has(objective, Objective.measure)
    {
      pen.put(Words("not measurable", "測定しない"), at: place.origin, role: .textMuted, width: place.columns)
      return
    }
    guard let goal = goal(achievement) else {
      pen.put(
        pen.glyphs[.cross] + model.say(Words(" no target", " 目標値なし")), at: place.origin, role: .gateBlocker,
        width: place.columns)
      return
    }
    let arrow = (" " + pen.glyphs[.arrowRight] + " ", Role.textMuted)
    pen.put(
      [
        (achievement.base?.short ?? pen.glyphs[.absent], .textMuted), arrow,
        (achievement.value?.short ?? pen.glyphs[.absent], .textStrong), arrow, (goal, .text),
      ], at: place.origin, width: place.columns)
  }

  /// The number to reach; as typed while it cannot be resolved, nil when there is none.
  private func goal(_ achievement: Achievement) -> String? {
    let comparison = assessment[objective, Objective.comparison] ?? .atMost
    let text = achievement.target?.number?.short ?? assessment[objective, Objective.target]
    return text.map { comparison.short($0, unit: nil, model.language) }
  }

  /// How much of the way from the baseline to the target is behind us, from 0 to 1; nil when that cannot be said.
  private static func way(_ achievement: Achievement) -> Double? {
    guard let now = achievement.value, let target = achievement.target?.number else { return nil }
    guard let base = achievement.base, target != base else { return now == target ? 1 : nil }
    return min(1, max(0, (now - base) / (target - base)))
  }
}
