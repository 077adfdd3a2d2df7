import Canvas
import Domain

/// This cycle beside the last (前期との比較): each objective's value then and now, and what each cycle brought.
struct ComparisonScreen: Screen {
  let id = ScreenID.comparison

  /// What is counted per cycle, in order; the tag is the place plus one.
  enum Count: Int, CaseIterable {
    case achieved, missed, readings, audits, findings, disclosures, reviews

    var words: Words {
      switch self {
      case .achieved: Words("Objectives achieved", "達成した目的")
      case .missed: Words("Objectives missed", "達成しなかった目的")
      case .readings: Words("Readings", "測定値")
      case .audits: Words("Audits", "監査")
      case .findings: Words("Findings", "所見")
      case .disclosures: Words("Audit information given", "提供された監査情報")
      case .reviews: Words("Management reviews", "マネジメントレビュー")
      }
    }

    /// The kind counted and the field that says its cycle; nil for what is computed or told by its date.
    var source: (RecordKind, FieldKey)? {
      switch self {
      case .achieved, .missed, .findings: nil
      case .readings: (.reading, Reading.cycle.key)
      case .audits: (.audit, Audit.cycle.key)
      case .disclosures: (.disclosure, Disclosure.cycle.key)
      case .reviews: (.managementReview, ManagementReview.cycle.key)
      }
    }
  }

  func title(_ model: Model) -> String {
    let now = model.assessment.cycle
    return model.say(Words("Cycle \(now - 1) and cycle \(now)", "第\(now - 1)期と第\(now)期の比較"))
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    guard assessment.cycle > 1 else { return [] }
    let objectives = model.party.map { assessment.ids(.objective, of: $0) } ?? assessment.ids(.objective)
    return objectives.map { Row($0) } + Count.allCases.map { Row(nil, tag: $0.rawValue + 1) }
  }

  /// The counts of either cycle, two boxes each, made together with the lines.
  func notes(_ model: Model, _ state: ScreenState) -> [Words] {
    let now = model.assessment.cycle
    return Count.allCases.flatMap { count in
      [now - 1, now].map { cycle in
        let text = String(Self.count(count, in: cycle, model))
        return Words(text, text)
      }
    }
  }

  private static func count(_ count: Count, in cycle: Int, _ model: Model) -> Int {
    let assessment = model.assessment
    guard let (kind, key) = count.source else {
      if count == .findings { return findings(in: cycle, model) }
      let objectives = model.party.map { assessment.ids(.objective, of: $0) } ?? assessment.ids(.objective)
      let wanted: AchievementStatus = count == .achieved ? .achieved : .missed
      return objectives.count {
        assessment.achievement(of: $0, today: model.context.today, cycle: cycle).status == wanted
      }
    }
    let ids = model.party.map { assessment.ids(kind, of: $0) } ?? assessment.ids(kind)
    return ids.count { assessment.value($0, key) == .integer(cycle) }
  }

  /// Found since the period began, or in the year before.
  private static func findings(in cycle: Int, _ model: Model) -> Int {
    let assessment = model.assessment
    guard let from = assessment.head.flatMap({ assessment[$0, AssessmentRecord.periodFrom] }) else {
      return 0
    }
    let isNow = cycle == assessment.cycle
    let ids = model.party.map { assessment.ids(.finding, of: $0) } ?? assessment.ids(.finding)
    return ids.count { finding in
      assessment[finding, Finding.foundOn].map { isNow ? $0 >= from : $0 < from && $0 >= from.adding(-365) }
        ?? isNow
    }
  }

  // MARK: Drawing

  private static let valueColumns = 12

  private func places(_ line: Rect) -> (text: Rect, values: [Rect]) {
    let width = Self.valueColumns
    let (text, block) = line.splitRight(width * 4)
    return (
      text, (0..<4).map { Rect(column: block.column + $0 * width, row: block.row, columns: width, rows: 1) }
    )
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let (text, values) = places(area.splitLeft(2).rest.splitRight(1).rest)
    let now = model.assessment.cycle
    pen.put(Words("Objective", "目的"), at: text.origin, role: .header, width: text.columns)
    let heads = [
      Words("cycle \(now - 1)", "第\(now - 1)期"), Words("cycle \(now)", "第\(now)期"), Words("change", "変化"),
      Words("target", "目標"),
    ]
    for (head, place) in zip(heads, values) {
      pen.putRight(model.say(head), at: place.origin, width: place.columns - 2, role: .header)
    }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let (text, values) = places(line)
    guard let objective = row.record else { return drawCount(row, model, &pen, text, values) }
    let assessment = model.assessment
    let today = model.context.today
    let then = assessment.achievement(of: objective, today: today, cycle: assessment.cycle - 1)
    let now = assessment.achievement(of: objective, today: today)
    let label = pen.put(
      DisplayWidth.pad(assessment.label(of: objective), to: 5) + " ", at: text.origin, role: .textMuted)
    pen.put(
      assessment.title(of: objective) ?? "", at: text.origin.moved(columns: label),
      width: text.columns - label - 1)
    let before = then.value ?? now.base
    put(before, .text, &pen, values[0])
    put(now.value, .textStrong, &pen, values[1])
    drawChange(from: before, to: now.value, objective, model, &pen, in: values[2])
    let goal = now.target?.number.map(\.short) ?? pen.glyphs[.absent]
    pen.putRight(
      pen.glyphs[now.status.glyph] + " " + goal, at: values[3].origin, width: values[3].columns - 2,
      role: now.status.role)
  }

  private func put(_ value: Double?, _ role: Role, _ pen: inout Pen, _ place: Rect) {
    pen.putRight(
      value?.short ?? pen.glyphs[.absent], at: place.origin, width: place.columns - 2,
      role: value == nil ? .textMuted : role)
  }

  /// Up or down by how much, and whether that is the way it should go.
  private func drawChange(
    from before: Double?, to now: Double?, _ objective: RecordID, _ model: Model, _ pen: inout Pen,
    in place: Rect
  ) {
    guard let before, let now else { return put(nil, .text, &pen, place) }
    let step = now - before
    let glyph: Glyph = step > 0 ? .trendUp : step < 0 ? .trendDown : .trendFlat
    let direction = model.assessment[objective, Objective.direction]
    let isBetter = (direction == .increase && step > 0) || (direction == .decrease && step < 0)
    let isWorse = (direction == .increase && step < 0) || (direction == .decrease && step > 0)
    pen.putRight(
      pen.glyphs[glyph] + " " + (step > 0 ? "+" : "") + step.short, at: place.origin,
      width: place.columns - 2,
      role: isBetter ? .messageSuccess : isWorse ? .gateWarning : .text)
  }

  private func drawCount(_ row: Row, _ model: Model, _ pen: inout Pen, _ text: Rect, _ values: [Rect]) {
    guard let count = Count(rawValue: row.tag - 1) else { return }
    pen.put(count.words, at: text.origin, role: .header, width: text.columns)
    let notes = model.state.notes
    for (offset, place) in values.prefix(2).enumerated() {
      let index = count.rawValue * 2 + offset
      guard notes.indices.contains(index) else { continue }
      pen.putRight(model.say(notes[index]), at: place.origin, width: place.columns - 2, role: .text)
    }
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    model.jump(to: record)
    return []
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    Count(rawValue: row.tag - 1).map { model.say($0.words) }
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "This is the first cycle: there is none to compare it with. ! then y closes it once all six phases are agreed.",
      "最初の期のため、比べる期がまだありません。六つの局面の合意後に ! の y で期を締めます。")
  }
}
