import Canvas
import Domain

/// How the mapping of steps is shown: both scales side by side, below them what it does to the risks.
struct MappingPicture {
  let step: MappingStep
  let problem: String?

  func draw(_ model: Model, _ pen: inout Pen, in area: Rect) {
    pen.put(step.question, at: area.origin, role: .textStrong, width: area.columns)
    let count = max(step.old.likelihood.count, step.old.consequence.count)
    let (scales, rest) = area.splitTop(1).rest.splitTop(count + 1)
    let (left, right) = scales.splitLeft(scales.columns / 2)
    draw(.likelihood, model, &pen, in: left)
    draw(.consequence, model, &pen, in: right)
    drawSums(model, &pen, in: rest.line(1))
    drawChanges(model, &pen, in: rest.splitTop(2).rest)
    if let problem { pen.put(problem, at: rest.line(0).origin, role: .formError, width: rest.columns) }
  }

  private func draw(_ axis: ScaleAxis, _ model: Model, _ pen: inout Pen, in area: Rect) {
    let (old, new) = step.steps(axis)
    pen.put(axis.words, at: area.origin, role: step.axis == axis ? .title : .header, width: area.columns - 1)
    let half = max(8, (area.columns - 10) / 2)
    for (index, before) in old.enumerated() {
      let line = area.line(index + 1).splitRight(1).rest
      if !step.isFixed, step.axis == axis, step.step == index + 1 {
        pen.frame.paint(line, ground: .selection)
        pen.frame.cursor = line.origin
      }
      pen.put("\(index + 1) " + model.say(before.label), at: line.origin, width: half - 1)
      let target = step.mapping[axis][index + 1]
      let text =
        target.map { "\($0) " + model.say(new.at($0 - 1)?.label ?? Words("", "")) }
        ?? model.say(Words("- nothing", "- 対応なし"))
      let place = line.origin.moved(columns: half)
      pen.put(
        [
          (pen.glyphs[.arrowRight] + " ", .textMuted),
          (text, target == nil ? .messageWarning : .text),
        ], at: place, width: half)
      if !step.isFixed, step.isProposed(axis, index + 1) {
        pen.putRight(
          model.say(Words("proposed", "提案")), at: line.origin, width: line.columns, role: .textMuted)
      }
    }
  }

  private func drawSums(_ model: Model, _ pen: inout Pen, in line: Rect) {
    let untold = step.changes.count { $0.after == nil }
    let crossing = step.changes.count(where: \.crossesLine)
    let changed = step.changes.count - untold
    pen.put(
      [
        (model.say(Words("level changes \(changed)", "レベルが変わる評価 \(changed)")), .textStrong),
        (
          model.say(Words("   crossing the acceptance line \(crossing)", "   受容線をまたぐ \(crossing)")),
          crossing > 0 ? .riskLine : .textMuted
        ),
        (
          model.say(Words("   to be rated again \(untold)", "   読み替えられず再評価 \(untold)")),
          untold > 0 ? .messageWarning : .textMuted
        ),
      ], at: line.origin, width: line.columns)
  }

  private func drawChanges(_ model: Model, _ pen: inout Pen, in area: Rect) {
    for (offset, change) in step.changes.dropFirst(step.top).prefix(area.rows).enumerated() {
      let line = area.line(offset)
      if offset == area.rows - 1, step.top + area.rows < step.changes.count {
        let more = step.changes.count - step.top - offset
        pen.put("+\(more)", at: line.origin, role: .textMuted)
        return
      }
      draw(change, model, &pen, in: line)
    }
  }

  private func draw(_ change: LevelChange, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let (text, levels) = line.splitRight(min(58, line.columns / 2 + 6))
    pen.put(
      [
        (DisplayWidth.pad(model.assessment.label(of: change.risk), to: 6), .textMuted),
        (model.assessment.title(of: change.risk) ?? "", .text),
      ], at: text.origin, width: text.columns - 1)
    var runs: [(String, Role)] = [
      (model.say(change.kind.words) + " ", .textMuted), look(change.before, step.old, model, pen.glyphs),
      (" \(pen.glyphs[.arrowRight]) ", .text),
    ]
    if let after = change.after {
      runs.append(look(after, step.new, model, pen.glyphs))
    } else {
      runs.append((model.say(Words("rate again", "再評価")), .messageWarning))
    }
    if change.crossesLine { runs.append((model.say(Words("  crosses the line", "  受容線をまたぐ")), .riskLine)) }
    pen.put(runs, at: levels.origin, width: levels.columns)
  }

  private func look(
    _ standing: RiskStanding, _ method: CriteriaMethod, _ model: Model, _ glyphs: Glyphs
  ) -> (String, Role) {
    let role = Role.riskLevel(method.bandIndex(standing.level), of: method.bands.count)
    return (" \(standing.level) \(glyphs.riskMark(role)) \(model.say(standing.band.label)) ", role)
  }
}
