package import Canvas
import Domain

extension ReadingLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.foot(footRows, of: model.layout.main.inset()).inset(columns: 2, rows: 0)
    pen.put(asked(model), at: inside.origin, width: inside.columns)
    let used = pen.put(
      [(model.say(Words("Reading ", "測定値 ")), .title), (pen.glyphs[.promptInput] + " ", .title)],
      at: inside.line(1).origin, width: inside.columns)
    field.draw(
      &pen, at: inside.line(1).origin.moved(columns: used), width: inside.columns - used,
      placeholder: model.say(Words("7   or with its date: 7 11/20", "7　日付を添えるなら 7 11/20")))
    let line = inside.line(2)
    if let problem {
      pen.put(problem, at: line.origin, role: .messageError, width: line.columns)
    } else {
      pen.put(outlook(model, pen.glyphs), at: line.origin, width: line.columns)
    }
  }

  /// `O-6  incidents (cases, sum over the period)`
  private func asked(_ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let isObjective = assessment.kind(of: subject) == .objective
    let facts =
      isObjective
      ? [
        unit(model), model.say((assessment[subject, Objective.aggregation] ?? .last).words),
        assessment[subject, Objective.frequency].map { model.say($0.words) },
      ]
      : [unit(model), assessment[subject, Commitment.period].map { model.say($0.every) }]
    let name =
      isObjective ? assessment[subject, Objective.measure] : assessment[subject, Commitment.metric]
    return [
      (assessment.label(of: subject) + "  ", .textMuted),
      (name ?? assessment.title(of: subject) ?? "", .textStrong),
      ("  " + facts.compactMap(\.self).joined(separator: " \(model.glyphs[.separator]) "), .textMuted),
    ]
  }

  /// What the typed value would bring it to: `2026-11-20   8 ⟶ 5 ⟶ max 4   ✗ missed`
  private func outlook(_ model: Model, _ glyphs: Glyphs) -> [(String, Role)] {
    switch typed(model) {
    case .problem(let words): return [(model.say(words), .textMuted)]
    case .nothing: return [(model.say(proposal(model)), .textMuted)]
    case .reading(let value, let day):
      return model.assessment.kind(of: subject) == .objective
        ? outlook(ofObjective: value, day, model, glyphs) : outlook(ofLevel: value, day, model, glyphs)
    }
  }

  /// Which day and period a value without a date counts for.
  private func proposal(_ model: Model) -> Words {
    let today = model.context.today
    if model.assessment.kind(of: subject) == .commitment, let period = period(of: day ?? today, model) {
      let span = [period.from, period.until].map { $0.short(seenFrom: today) }
      return Words(
        "For the period \(span[0]) to \(span[1]). A column of dates and values can be pasted.",
        "対象期間 \(span[0])〜\(span[1])。日付と値の列の貼付けも可。")
    }
    return Words(
      "Of today unless a date follows the value; a column of dates and values can be pasted.",
      "日付を添えなければ本日の値。日付と値の列の貼付けも可。")
  }

  private func outlook(
    ofObjective value: Double, _ day: Day, _ model: Model, _ glyphs: Glyphs
  ) -> [(String, Role)] {
    let after = model.assessment.achievement(
      of: subject, today: model.context.today, adding: value, on: day)
    let arrow = " " + glyphs[.arrowRight] + " "
    let way = [
      after.base?.short ?? glyphs[.absent], after.value?.short ?? glyphs[.absent],
      ObjectiveFacts.goal(subject, after, model) ?? glyphs[.absent],
    ].joined(separator: arrow)
    let relative = ObjectiveFacts.relative(subject, model).map { " (\($0.text))" } ?? ""
    return [
      (day.text + "   ", .textMuted), (way + relative + "   ", .text),
      (glyphs[after.status.glyph] + " " + model.say(after.words), after.status.role),
    ]
  }

  private func outlook(
    ofLevel value: Double, _ day: Day, _ model: Model, _ glyphs: Glyphs
  ) -> [(String, Role)] {
    let (today, assessment) = (model.context.today, model.assessment)
    guard let period = period(of: day, model) else {
      let words = Words(
        "\(day.text) lies in no period of this cycle.", "\(day.text) は今期のどの対象期間にも入りません。")
      return [(model.say(words), .messageWarning)]
    }
    let status = assessment.status(of: value, in: period, subject, today: today)
    let comparison = assessment[subject, Commitment.comparison] ?? .atLeast
    let target = period.target?.number?.short ?? assessment[subject, Commitment.target] ?? glyphs[.absent]
    let span = [period.from, period.until].map { $0.short(seenFrom: today) }.joined(separator: "–")
    return [
      (span + "   ", .textMuted),
      (value.short + " / " + comparison.short(target, unit: nil, model.language) + "   ", .text),
      (glyphs[status.glyph] + " " + model.say(status.words), status.role),
    ]
  }
}
