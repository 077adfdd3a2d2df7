import Canvas
import Domain

extension ComparisonScreen {
  private static let valueColumns = 12
  private static let changeColumns = 9

  private struct Plan {
    let text: Rect
    let earlier: Rect
    let later: Rect
    let change: Rect

    init(_ line: Rect) {
      let isWide = line.columns >= 76
      let value = ComparisonScreen.valueColumns + (isWide ? 4 : 2)
      let (rest, change) = line.splitRight(ComparisonScreen.changeColumns)
      let (others, later) = rest.splitRight(value)
      (text, earlier) = others.splitRight(value)
      self.change = change
      self.later = later
    }
  }

  func headRows(_ model: Model) -> Int { model.state.rows.isEmpty ? 0 : 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let plan = Plan(area.splitLeft(2).rest.splitRight(1).rest)
    let cycles = ComparedCycles(model, model.state)
    let heads = [
      (plan.earlier, Words("cycle \(cycles.earlier)", "第\(cycles.earlier)期")),
      (plan.later, Words("cycle \(cycles.later)", "第\(cycles.later)期")), (plan.change, Words("change", "変化")),
    ]
    for (place, words) in heads {
      pen.putRight(model.say(words), at: place.origin, width: place.columns - 1, role: .header)
    }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let tag = ComparisonTag(row.tag) else { return }
    let plan = Plan(line)
    if let record = row.record {
      drawRecord(record, tag.section, model, &pen, plan)
    } else if tag.sum != nil {
      drawSum(row, model, &pen, plan)
    } else {
      pen.put(tag.section.title, at: line.origin, role: .textStrong, width: line.columns)
    }
  }

  // MARK: Sums

  private func drawSum(_ row: Row, _ model: Model, _ pen: inout Pen, _ plan: Plan) {
    guard let note = Self.note(row, model) else { return }
    let notes = model.state.notes
    pen.put(
      notes[note], at: plan.text.origin.moved(columns: 2), role: .textMuted, width: plan.text.columns - 3)
    let (earlier, later) = (Int(notes[note + 1].en) ?? 0, Int(notes[note + 2].en) ?? 0)
    let role: Role = earlier == 0 && later == 0 ? .textMuted : .text
    pen.putRight(String(earlier), at: plan.earlier.origin, width: plan.earlier.columns - 1, role: role)
    pen.putRight(String(later), at: plan.later.origin, width: plan.later.columns - 1, role: role)
    let better: Bool? = notes[note + 3].en.isEmpty ? nil : notes[note + 3].en == "+"
    drawChange(Double(later - earlier), isMoreBetter: better, &pen, plan.change)
  }

  /// Up or down by how much; in the colour of good or bad where it is either.
  private func drawChange(_ step: Double, isMoreBetter: Bool?, _ pen: inout Pen, _ place: Rect) {
    guard step != 0 else {
      return pen.putRight(
        pen.glyphs[.trendFlat], at: place.origin, width: place.columns - 1, role: .textMuted)
    }
    let isGood = isMoreBetter.map { $0 == (step > 0) }
    pen.putRight(
      pen.glyphs[step > 0 ? .trendUp : .trendDown] + " " + (step > 0 ? "+" : "") + step.short,
      at: place.origin, width: place.columns - 1,
      role: isGood.map { $0 ? .messageSuccess : .gateWarning } ?? .text)
  }

  // MARK: Records

  private func drawRecord(
    _ record: RecordID, _ section: ComparisonSection, _ model: Model, _ pen: inout Pen, _ plan: Plan
  ) {
    let cycles = ComparedCycles(model, model.state)
    guard let earlier = model.standing(inCycle: cycles.earlier),
      let later = model.standing(inCycle: cycles.later)
    else { return }
    let label = DisplayWidth.pad(model.assessment.label(of: record), to: section == .controls ? 16 : 5) + " "
    // The label of a control statement holds its number, which is its title.
    let title = section == .controls ? "" : model.assessment.title(of: record) ?? ""
    pen.put(
      [(label, .textMuted), (title, .text)], at: plan.text.origin.moved(columns: 2),
      width: plan.text.columns - 3)
    switch section {
    case .objectives:
      drawObjective(
        earlier.objectives[record], later.objectives[record], model.assessment[record, Objective.direction],
        &pen, plan)
    case .risks: drawRisk(earlier.risks[record], later.risks[record], model, &pen, plan)
    case .controls: drawControl(earlier.controls[record], later.controls[record], model, &pen, plan)
    case .findings, .events: break
    }
  }

  private func put(_ text: String, _ role: Role, _ pen: inout Pen, _ place: Rect) {
    pen.putRight(text, at: place.origin, width: place.columns - 1, role: role)
  }

  /// Both values against their targets: `✓ 4 / 5`.
  private func drawObjective(
    _ earlier: CycleStanding.ObjectiveResult?, _ later: CycleStanding.ObjectiveResult?,
    _ direction: Direction?, _ pen: inout Pen, _ plan: Plan
  ) {
    for (result, place) in [(earlier, plan.earlier), (later, plan.later)] {
      guard let result else {
        put(pen.glyphs[.absent], .textMuted, &pen, place)
        continue
      }
      let value = result.value?.short ?? pen.glyphs[.absent]
      let target = result.target.map { " / " + $0.short } ?? ""
      put(pen.glyphs[result.status.glyph] + " " + value + target, result.status.role, &pen, place)
    }
    guard let one = earlier?.value, let other = later?.value else { return }
    let better: Bool? =
      switch direction {
      case .increase?: true
      case .decrease?: false
      case .maintain?, nil: nil
      }
    drawChange(other - one, isMoreBetter: better, &pen, plan.change)
  }

  private func drawRisk(
    _ earlier: CycleStanding.RatedRisk?, _ later: CycleStanding.RatedRisk?, _ model: Model, _ pen: inout Pen,
    _ plan: Plan
  ) {
    for (risk, place) in [(earlier, plan.earlier), (later, plan.later)] {
      guard let risk else {
        put(pen.glyphs[.absent], .textMuted, &pen, place)
        continue
      }
      put(
        model.say(risk.label) + " \(risk.level)", Role.riskLevel(risk.band, of: risk.bands), &pen, place)
    }
    guard let earlier, let later else { return }
    drawChange(Double(later.level - earlier.level), isMoreBetter: false, &pen, plan.change)
  }

  private func drawControl(
    _ earlier: CycleStanding.ControlStage?, _ later: CycleStanding.ControlStage?, _ model: Model,
    _ pen: inout Pen, _ plan: Plan
  ) {
    for (stage, place) in [(earlier, plan.earlier), (later, plan.later)] {
      guard let stage else {
        put(model.say(Words("undecided", "未決")), .textMuted, &pen, place)
        continue
      }
      put(pen.glyphs[stage.look.0] + " " + model.say(stage.words), stage.look.1, &pen, place)
    }
    guard let earlier, let later, earlier != .excluded, later != .excluded, earlier != later else { return }
    put(
      pen.glyphs[later > earlier ? .trendUp : .trendDown], later > earlier ? .messageSuccess : .gateWarning,
      &pen, plan.change)
  }
}
