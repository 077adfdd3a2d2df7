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
    let readings = readings
    drawValues(now: readings.last, &pen, in: columns.values)
    if let share = way(to: readings.last) {
      pen.put(pen.glyphs.bar(share, width: columns.bar.columns), at: columns.bar.origin, role: .text)
    }
    pen.put(
      pen.glyphs.sparkline(Array(readings.suffix(columns.trend.columns))), at: columns.trend.origin,
      role: .textMuted, width: columns.trend.columns)
  }

  /// Values measured, oldest first.
  private var readings: [Double] {
    assessment.sources(of: objective, via: Reading.objective)
      .map { (assessment[$0, Reading.date] ?? Day(number: 0), $0) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
      .compactMap { assessment[$0.1, Reading.value] }
  }

  private func drawValues(now: Double?, _ pen: inout Pen, in place: Rect) {
    if assessment.has(objective, Objective.notMeasurableReason), !assessment.has(objective, Objective.measure)
    {
      pen.put(Words("not measurable", "測定しない"), at: place.origin, role: .textMuted, width: place.columns)
      return
    }
    guard let target = assessment[objective, Objective.target] else {
      pen.put(
        pen.glyphs[.cross] + model.say(Words(" no target", " 目標値なし")), at: place.origin, role: .gateBlocker,
        width: place.columns)
      return
    }
    let comparison = assessment[objective, Objective.comparison] ?? .atMost
    let arrow = (" " + pen.glyphs[.arrowRight] + " ", Role.textMuted)
    let unit = target.hasSuffix("%") ? nil : assessment[objective, Objective.measureUnit]
    let goal = comparison.short(target, unit: unit == "%" ? "%" : nil, model.language)
    let base = assessment[objective, Objective.baseline]?.short ?? pen.glyphs[.absent]
    pen.put(
      [
        (base, .textMuted), arrow, (now?.short ?? pen.glyphs[.absent], .textStrong), arrow, (goal, .text),
      ], at: place.origin, width: place.columns)
  }

  /// How much of the way from the baseline to the target is behind us, from 0 to 1; nil when that cannot be said.
  private func way(to now: Double?) -> Double? {
    guard let now, let target = assessment[objective, Objective.target].flatMap(Double.init) else {
      return nil
    }
    let base = assessment[objective, Objective.baseline] ?? now
    guard target != base else { return now == target ? 1 : nil }
    return min(1, max(0, (now - base) / (target - base)))
  }
}
