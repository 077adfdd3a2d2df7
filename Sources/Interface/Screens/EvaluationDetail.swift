import Canvas
import Domain

extension EvaluationScreen {
  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current else {
      return Self.section(model).map { EvaluationDetail(model).lines(of: $0, count(of: $0, model)) } ?? []
    }
    return EvaluationDetail(model).lines(of: record)
  }
}

/// What the detail pane says of a line of the evaluation: what was computed first, then the record.
struct EvaluationDetail {
  let model: Model

  init(_ model: Model) { self.model = model }

  private var assessment: Assessment { model.assessment }
  private var today: Day { model.context.today }

  func lines(of record: RecordID) -> [DetailLine] {
    let rest = Detail.lines(of: record, model)
    let facts: [DetailLine]
    switch assessment.kind(of: record) {
    case .commitment: facts = periods(of: record)
    case .objective: facts = objective(record)
    case .audit: facts = audit(record)
    case .finding: facts = finding(record)
    case .correctiveAction: facts = action(record)
    case .disclosure: facts = disclosure(record)
    case nil, .some: facts = []
    }
    // Title and party stay at the head.
    let head = assessment.party(of: record) == nil ? 1 : 2
    return rest.prefix(head) + (facts.isEmpty ? [] : facts + [DetailLine()]) + rest.dropFirst(head)
  }

  private func heading(_ words: Words) -> DetailLine { DetailLine("", model.say(words), .textMuted) }

  // MARK: Measured

  private static let periodsShown = 8

  /// The latest period first: span, value against its target, the finding on a miss.
  private func periods(of clause: RecordID) -> [DetailLine] {
    let periods = ServiceLevelMonths(model).periods(of: clause)
    guard !periods.isEmpty else { return [] }
    let met = periods.count { $0.status == .achieved }
    let over = periods.count { $0.isElapsed(today) }
    let sum = DetailLine(
      model.say(Words("Periods met", "達成した期間")), "\(met) / \(over)",
      met < over ? .gateWarning : .messageSuccess)
    let lines = periods.suffix(Self.periodsShown).reversed().map { period in
      let span = [period.from, period.until].map { $0.short(seenFrom: today) }.joined(separator: "–")
      guard let value = period.value else {
        let isOver = period.isElapsed(today)
        let words =
          isOver ? Words("no reading: \(key: "reading")", "測定値なし（\(key: "reading")）") : Words("runs", "進行中")
        return DetailLine(span, model.say(words), isOver ? .gateWarning : .textMuted)
      }
      let finding =
        ServiceLevelMonths.isMissed(period)
        ? assessment.finding(on: period, of: clause).map { " " + assessment.label(of: $0) } ?? "" : ""
      let text = model.glyphs[period.status.glyph] + " " + value.short + " "
      return DetailLine(span, text + model.say(period.status.words) + finding, period.status.role)
    }
    return [DetailLine(), sum] + lines
  }

  /// How it stands, and by whom it is measured and evaluated (ISO/IEC 27001:2022, 9.1).
  private func objective(_ objective: RecordID) -> [DetailLine] {
    let readings = assessment.sources(of: objective, via: Reading.objective)
      .filter { assessment.cycle(of: $0) == assessment.cycle }.suffix(Self.periodsShown).reversed()
    let lines = readings.map { reading in
      DetailLine(
        assessment[reading, Reading.date]?.short(seenFrom: today) ?? model.glyphs[.absent],
        assessment[reading, Reading.value]?.short ?? model.glyphs[.absent])
    }
    let missing = [
      (Objective.method.field, !assessment.has(objective, Objective.method)),
      (Objective.measuredBy.field, !assessment.has(objective, Objective.measuredBy)),
      (Objective.evaluatedBy.field, !assessment.has(objective, Objective.evaluatedBy)),
    ].filter(\.1).map { field, _ in
      DetailLine(
        model.say(field.words), model.say(Words("not said: \(key: "edit")", "未記入（\(key: "edit")）")),
        .gateWarning)
    }
    let head = lines.isEmpty ? [] : [heading(Words("Readings of this cycle", "今期の測定値"))]
    return ObjectiveFacts(objective, model).detail(model) + missing + head + lines
  }

  // MARK: Audited

  private func audit(_ audit: RecordID) -> [DetailLine] {
    let findings = assessment.sources(of: audit, via: Finding.audit)
    let counts = FindingGrade.allCases.compactMap { grade -> DetailLine? in
      let count = findings.count { assessment[$0, Finding.grade] == grade }
      return count == 0
        ? nil : DetailLine(model.say(grade.short), model.glyphs[grade.look.0] + " \(count)", grade.look.1)
    }
    return [heading(Words("Findings", "所見"))]
      + (counts.isEmpty ? [DetailLine("", model.say(Words("none recorded", "記録なし")), .textMuted)] : counts)
  }

  private func finding(_ finding: RecordID) -> [DetailLine] {
    let actions = assessment.sources(of: finding, via: CorrectiveAction.finding)
    guard let action = actions.last else { return [] }
    return steps(of: action)
  }

  private func action(_ action: RecordID) -> [DetailLine] { steps(of: action) }

  /// The way of a corrective action (ISO/IEC 27001:2022, 10.2), each step done or not.
  private func steps(of action: RecordID) -> [DetailLine] {
    let result = assessment[action, CorrectiveAction.effectiveness]
    let steps = [
      (CorrectiveAction.correction.field.words, assessment.has(action, CorrectiveAction.correction)),
      (CorrectiveAction.cause.field.words, assessment.has(action, CorrectiveAction.cause)),
      (CorrectiveAction.similar.field.words, assessment.has(action, CorrectiveAction.similar)),
      (CorrectiveAction.action.field.words, assessment.has(action, CorrectiveAction.action)),
      (CorrectiveAction.doneOn.field.words, assessment.has(action, CorrectiveAction.doneOn)),
      (CorrectiveAction.effectiveness.field.words, result == .effective),
    ]
    let head = DetailLine(
      "",
      assessment.label(of: action) + " "
        + model.say(Words("corrective action", "是正処置の進捗")), .textMuted)
    return [head]
      + steps.map { words, isDone in
        let word = isDone ? Words("done", "済") : Words("open", "未")
        let glyph = model.glyphs[isDone ? .check : .controlNone]
        return DetailLine(
          model.say(words), glyph + " " + model.say(word), isDone ? .messageSuccess : .gateWarning)
      }
  }

  // MARK: Disclosed

  private static let reliersShown = 10

  /// Its age and verdict, then what relies on it.
  private func disclosure(_ disclosure: RecordID) -> [DetailLine] {
    let standing = assessment.standing(ofDisclosure: disclosure, today: today)
    let (glyph, role) = standing.freshness.look
    let reliers = assessment.reliance(on: disclosure)
    let head = heading(Words("What relies on it: \(reliers.count)", "これに依拠するもの \(reliers.count)"))
    let none = DetailLine(
      "", model.say(Words("nothing yet: \(key: "supports")", "なし（\(key: "supports") で選ぶ）")), .gateWarning)
    let lines = reliers.prefix(Self.reliersShown).map { record in
      let isControl = assessment.kind(of: record) == .controlStatement
      return DetailLine(
        assessment.label(of: record), isControl ? "" : assessment.title(of: record) ?? "", .link)
    }
    let more = reliers.count - Self.reliersShown
    return [
      DetailLine(
        model.say(Words("Age", "有効性")),
        model.glyphs[glyph] + " "
          + model.say(standing.freshness.words(seenFrom: today)), role), head,
    ] + (lines.isEmpty ? [none] : lines)
      + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }

  // MARK: Headings

  private static let detailsShown = 12

  /// A heading's detail: what asks for something in its section, each with its next step.
  func lines(of section: EvaluationSection, _ count: Int) -> [DetailLine] {
    guard count > 0 else { return [DetailLine("", model.say(section.empty), .textMuted)] }
    let groups = model.state.groups
    let open = groups.indices.contains(section.rawValue) ? groups[section.rawValue] : []
    let heading = DetailLine("", model.say(section.title), .textStrong)
    guard !open.isEmpty else {
      return [heading, DetailLine("", model.say(Words("nothing to do", "要対応なし")), .messageSuccess)]
    }
    let lines = open.prefix(Self.detailsShown).flatMap { record -> [DetailLine] in
      let shown = EvaluationLine(record, section, model)
      let next = shown.next.map {
        [DetailLine("", model.say($0), shown.isUrgent ? .gateWarning : .textMuted)]
      }
      return [DetailLine(), DetailLine(assessment.label(of: record), shown.title)] + (next ?? [])
    }
    let more = open.count - Self.detailsShown
    return [heading] + lines + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }
}
