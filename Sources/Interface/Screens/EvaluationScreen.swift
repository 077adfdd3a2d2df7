import Canvas
import Domain

/// Evaluation (監視・測定・分析・評価): what was measured, audited, found, put right, disclosed and reviewed.
struct EvaluationScreen: Screen {
  let id = ScreenID.evaluation

  func title(_ model: Model) -> String {
    let cycle = model.assessment.cycle
    let name = model.say(Words("Evaluation   cycle \(cycle)", "評価   第\(cycle)期"))
    return model.state.variant == 0
      ? name
      : name
        + model.say(Words(" and those before (\(key: "earlier-cycles"))", " とそれ以前（\(key: "earlier-cycles")）"))
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    EvaluationSection.allCases.flatMap { section in
      [Row(nil, tag: section.rawValue)]
        + records(section, model, state).map { Row($0, depth: 1, tag: section.rawValue) }
    }
  }

  /// Earlier cycles are left out unless they are asked for, but for what is still open.
  private func records(
    _ section: EvaluationSection, _ model: Model, _ state: ScreenState
  ) -> [RecordID] {
    let all = section.records(model.assessment, model.party)
    guard state.variant == 0 else { return all }
    let cycle = model.assessment.cycle
    return all.filter {
      (model.assessment.cycle(of: $0) ?? cycle) >= cycle || model.assessment.isUnsettled($0)
        || section == .disclosures && isInDate($0, model)
    }
  }

  /// What was given in an earlier cycle is relied on as long as it is valid.
  private func isInDate(_ disclosure: RecordID, _ model: Model) -> Bool {
    model.assessment.standing(ofDisclosure: disclosure, today: model.context.today).freshness.isInDate
  }

  /// Per section what asks for something to be done.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    EvaluationSection.allCases.map { section in
      records(section, model, state).filter {
        EvaluationLine($0, section, model).next != nil
      }
    }
  }

  /// Readings and evidence are shown on the line of what they measure.
  func standIn(for record: RecordID, _ model: Model) -> RecordID {
    guard model.assessment.kind(of: record) == .reading else { return record }
    return model.assessment[record, Reading.objective] ?? model.assessment[record, Reading.serviceLevel]
      ?? record
  }

  /// The months of service levels are walked sideways; all else is walked by lines.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    let isOnLevel = state.current.map { $0.tag == EvaluationSection.serviceLevels.rawValue } ?? false
    guard isOnLevel, motion == .left || motion == .right else { return state.walk(motion, page: page) }
    let levels = state.rows.compactMap { row in
      row.tag == EvaluationSection.serviceLevels.rawValue ? row.record : nil
    }
    let oldest = ServiceLevelMonths(model).oldest(levels)
    state.column = max(0, min(oldest, state.column + (motion == .left ? 1 : -1)))
  }

  static func section(_ model: Model) -> EvaluationSection? {
    model.state.current.flatMap { EvaluationSection(rawValue: $0.tag) }
  }

  func opens(_ row: Row, _ model: Model) -> Bool {
    row.record != nil || birth(model).map { $0.kind != .reading } == true && !model.context.readOnly
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard model.current == nil, let birth = birth(model), !model.context.readOnly else { return nil }
    guard birth.kind != .reading else { return [] }
    model.layers.append(EntryLayer(birth, model))
    return []
  }

  // MARK: New records

  /// What follows from the section and the line the cursor is on.
  func birth(_ model: Model) -> Birth? {
    guard let section = Self.section(model) else { return nil }
    let record = model.current
    let today = Value.day(model.context.today)
    let cycle = Value.integer(model.assessment.cycle)
    switch section {
    case .serviceLevels, .objectives:
      guard let record else { return nil }
      var birth = ReadingLayer.birth(of: record, model)
      birth = birth.with([Slot(Reading.date.key): Self.dayToRead(record, model).map(Value.day) ?? today])
      return birth
    case .audits: return auditBirth(model)
    case .findings:
      if let record, needsAction(record, model) { return actionBirth(record, model) }
      return birth(
        .finding, model, record,
        [
          Slot(Finding.foundOn.key): today, Slot(Finding.source.key): .choice(FindingSource.audit.rawValue),
          Slot(Finding.cycle.key): cycle,
        ])
    case .correctiveActions:
      return record.flatMap { model.assessment[$0, CorrectiveAction.finding] }
        .map { actionBirth($0, model) } ?? birth(.correctiveAction, model, nil, [:])
    case .disclosures: return disclosureBirth(model)
    case .managementReviews: return ReviewScreen.newReview(of: model.party, model)
    }
  }

  /// Readings are taken on the lines below their heading.
  func nothingMade(_ model: Model) -> Words {
    guard let section = Self.section(model), count(of: section, model) > 0 else {
      return Self.section(model)?.empty ?? UI.nothingIsMadeHere
    }
    return Words(
      "Nothing is made on this line: \(key: "new") on a line below records a reading.",
      "この行では作成できません。下の行で \(key: "new") を押すと測定値を記録できます。")
  }

  /// The last day of the period of a service level that a reading is asked for; nil for today.
  static func dayToRead(_ record: RecordID, _ model: Model) -> Day? {
    guard model.assessment.kind(of: record) == .commitment else { return nil }
    let period = ServiceLevelMonths(model).periodToRead(record, back: model.state.column)
    return period.flatMap { $0.isElapsed(model.context.today) ? $0.until : nil }
  }

  private func auditBirth(_ model: Model) -> Birth {
    var defaults: [Slot: Value] = [
      Slot(Audit.cycle.key): .integer(model.assessment.cycle),
      Slot(Audit.from.key): .day(model.context.today),
      Slot(Audit.kind.key): .choice(AuditKind.internal.rawValue),
    ]
    if let party = model.party { defaults[Slot(Audit.auditee.key)] = .reference(party) }
    return birth(.audit, model, nil, defaults)
  }

  private func disclosureBirth(_ model: Model) -> Birth {
    var defaults: [Slot: Value] = [
      Slot(Disclosure.issuedOn.key): .day(model.context.today),
      Slot(Disclosure.cycle.key): .integer(model.assessment.cycle),
    ]
    if let to = model.assessment.ids(.party).first(where: { $0 != model.party }) {
      defaults[Slot(Disclosure.to.key)] = .reference(to)
    }
    return birth(.disclosure, model, nil, defaults)
  }

  private func needsAction(_ finding: RecordID, _ model: Model) -> Bool {
    model.assessment[finding, Finding.grade]?.isNonconformity == true
      && !model.assessment.has(finding, Finding.closedOn)
      && model.assessment.sources(of: finding, via: CorrectiveAction.finding).isEmpty
  }

  private func actionBirth(_ finding: RecordID, _ model: Model) -> Birth {
    let acting = model.assessment[finding, Finding.addressedTo] ?? model.assessment.party(of: finding)
    return Birth(
      .correctiveAction, party: model.party ?? acting,
      defaults: [Slot(CorrectiveAction.finding.key): .reference(finding)])
  }

  private func birth(
    _ kind: RecordKind, _ model: Model, _ record: RecordID?, _ defaults: [Slot: Value]
  ) -> Birth {
    let owner = record.flatMap(model.assessment.party(of:))
    return Birth(kind, party: model.party ?? owner, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words("Nothing to evaluate yet.", "評価するものがまだありません。")
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let section = EvaluationSection(rawValue: row.tag) else { return }
    let inside = line.splitLeft(1).rest
    guard let record = row.record else {
      let months = section == .serviceLevels && count(of: section, model) > 0
      let plan = months ? ServiceLevelPlan(inside, column: model.state.column) : nil
      if let plan { ServiceLevelPicture(model).drawMonths(plan, &pen) }
      let room = plan?.cells.first.map { $0.column - line.column } ?? line.columns
      return drawHeading(section, model, &pen, in: line.splitLeft(room).left)
    }
    if section == .serviceLevels {
      ServiceLevelPicture(model).draw(record, ServiceLevelPlan(inside, column: model.state.column), &pen)
    } else {
      drawRecord(record, section, model, &pen, in: inside)
    }
  }

  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard row.record != nil, row.tag == EvaluationSection.serviceLevels.rawValue else { return }
    let plan = ServiceLevelPlan(line.splitLeft(1).rest, column: model.state.column)
    ServiceLevelPicture(model).drawCursor(plan, &pen)
  }

  private func drawHeading(_ section: EvaluationSection, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let count = count(of: section, model)
    let open =
      model.state.groups.indices.contains(section.rawValue) ? model.state.groups[section.rawValue].count : 0
    let title = model.say(section.title)
    guard count > 0 else {
      pen.put(
        [(title + "   ", .textStrong), (model.say(section.empty), .textMuted)], at: line.origin,
        width: line.columns)
      return
    }
    let todo =
      open == 0
      ? (pen.glyphs[.check] + " " + model.say(Words("nothing to do", "要対応なし")), Role.messageSuccess)
      : (model.say(Words("\(open) to do", "要対応 \(open)")), Role.gateWarning)
    let sideways: [(String, Role)] =
      section == .serviceLevels
      ? [("  " + pen.glyphs[.arrowBoth] + model.say(Words(" month", " 月")), .textMuted)] : []
    pen.put(
      [(title, .textStrong), ("  \(count)   ", .titleCount), todo] + sideways, at: line.origin,
      width: line.columns)
  }

  func count(of section: EvaluationSection, _ model: Model) -> Int {
    let rows = model.state.rows
    guard let head = rows.firstIndex(where: { $0.record == nil && $0.tag == section.rawValue }) else {
      return 0
    }
    let next = rows.firstIndex { $0.record == nil && $0.tag == section.rawValue + 1 } ?? rows.count
    return next - head - 1
  }

  private func drawRecord(
    _ record: RecordID, _ section: EvaluationSection, _ model: Model, _ pen: inout Pen, in line: Rect
  ) {
    let shown = EvaluationLine(record, section, model)
    let isWide = line.columns >= 90
    let (a, next) = line.splitRight(isWide ? 26 : line.columns >= 70 ? 19 : 17)
    let (b, state) = a.splitRight(isWide || section == .disclosures ? 18 : 16)
    // The title is what tells one line from another: figures go first where there is no room for both.
    let spare = b.columns - 6 - 20
    let wanted = isWide ? 22 : section.figureColumns
    let (c, figure) = b.splitRight(spare >= wanted ? wanted : spare >= 8 ? spare : 0)
    let (label, title) = c.splitLeft(6)
    pen.put(
      model.assessment.label(of: record), at: label.origin, role: .textMuted, width: label.columns - 1)
    pen.put(shown.title, at: title.origin, width: title.columns - 1)
    pen.put(shown.figure, at: figure.origin, role: .textMuted, width: figure.columns - 1)
    pen.put(
      pen.glyphs[shown.glyph] + " " + model.say(shown.state), at: state.origin, role: shown.role,
      width: state.columns - 1)
    if let words = shown.next {
      pen.put(
        words, at: next.origin, role: shown.isUrgent ? .gateWarning : .textMuted, width: next.columns)
    }
  }
}
