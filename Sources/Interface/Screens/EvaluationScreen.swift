import Canvas
import Domain

/// Evaluation (監視・測定・分析・評価): what was measured, audited, found, put right, disclosed and reviewed.
struct EvaluationScreen: Screen {
  let id = ScreenID.evaluation

  func title(_ model: Model) -> String {
    let cycle = model.assessment.cycle
    return model.say(Words("Evaluation   cycle \(cycle)", "評価   第\(cycle)期"))
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    EvaluationSection.allCases.flatMap { section in
      [Row(nil, tag: section.rawValue)]
        + section.records(model.assessment, model.party).map { Row($0, depth: 1, tag: section.rawValue) }
    }
  }

  /// Per section what asks for something to be done.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    EvaluationSection.allCases.map { section in
      section.records(model.assessment, model.party).filter {
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

  static func section(_ model: Model) -> EvaluationSection? {
    model.state.current.flatMap { EvaluationSection(rawValue: $0.tag) }
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
      let field = section == .objectives ? Reading.objective.key : Reading.serviceLevel.key
      return birth(
        .reading, model, record,
        [Slot(field): .reference(record), Slot(Reading.date.key): today, Slot(Reading.cycle.key): cycle])
    case .audits: return auditBirth(model)
    case .findings:
      if let record, needsAction(record, model) { return actionBirth(record, model) }
      return birth(
        .finding, model, record,
        [
          Slot(Finding.foundOn.key): today, Slot(Finding.source.key): .choice(FindingSource.audit.rawValue),
        ])
    case .correctiveActions:
      return record.flatMap { model.assessment[$0, CorrectiveAction.finding] }
        .map { actionBirth($0, model) } ?? birth(.correctiveAction, model, nil, [:])
    case .disclosures: return disclosureBirth(model)
    case .managementReviews:
      return birth(
        .managementReview, model, nil,
        [Slot(ManagementReview.date.key): today, Slot(ManagementReview.cycle.key): cycle])
    }
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
    if let record = row.record {
      drawRecord(record, section, model, &pen, in: line.splitLeft(1).rest)
    } else {
      drawHeading(section, model, &pen, in: line)
    }
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
      ? (pen.glyphs[.check] + " " + model.say(Words("nothing to do", "対応なし")), Role.messageSuccess)
      : (model.say(Words("\(open) to do", "要対応 \(open)")), Role.gateWarning)
    pen.put(
      [(title, .textStrong), ("  \(count)   ", .titleCount), todo], at: line.origin, width: line.columns)
  }

  private func count(of section: EvaluationSection, _ model: Model) -> Int {
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
    let (a, next) = line.splitRight(isWide ? 26 : 19)
    let (b, state) = a.splitRight(isWide || section == .disclosures ? 18 : 16)
    let (c, figure) = b.splitRight(isWide ? 22 : section.figureColumns)
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

  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current else {
      return Self.section(model).map { lines(of: $0, model) } ?? []
    }
    return Detail.lines(of: record, model)
  }

  private static let detailsShown = 12

  /// A heading's detail: what asks for something in its section, each with its next step.
  private func lines(of section: EvaluationSection, _ model: Model) -> [DetailLine] {
    guard count(of: section, model) > 0 else { return [DetailLine("", model.say(section.empty), .textMuted)] }
    let groups = model.state.groups
    let open = groups.indices.contains(section.rawValue) ? groups[section.rawValue] : []
    let heading = DetailLine("", model.say(section.title), .textStrong)
    guard !open.isEmpty else {
      return [heading, DetailLine("", model.say(Words("nothing to do", "対応なし")), .messageSuccess)]
    }
    let lines = open.prefix(Self.detailsShown).flatMap { record -> [DetailLine] in
      let shown = EvaluationLine(record, section, model)
      let next = shown.next.map {
        [DetailLine("", model.say($0), shown.isUrgent ? .gateWarning : .textMuted)]
      }
      return [DetailLine(), DetailLine(model.assessment.label(of: record), shown.title)] + (next ?? [])
    }
    let more = open.count - Self.detailsShown
    return [heading] + lines + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }
}
