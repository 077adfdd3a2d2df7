import Canvas
import Domain

/// A party's context (組織の状況): scope, issues, interested parties, its organisation as a chart with CISO and roles,
/// certification, and conformity to the clauses of ISO/IEC 27001.
struct ContextScreen: Screen {
  let id = ScreenID.context

  /// The parts of the screen in order.
  enum Part: Int, CaseIterable {
    case scope, issues, interested, chart, certification, clauses

    /// What `n` makes in it; nil where its lines are a party's own fields.
    var kind: RecordKind? {
      switch self {
      case .scope: .scopeStatement
      case .issues: .issue
      case .interested: .interestedParty
      case .chart: .organizationalUnit
      case .certification: nil
      case .clauses: .clauseConformity
      }
    }

    var words: Words {
      switch self {
      case .scope: Words("Scope of the management system", "適用範囲")
      case .issues: Words("External and internal issues", "外部及び内部の課題")
      case .interested: Words("Interested parties", "利害関係者")
      case .chart: Words("Organisation chart", "組織図")
      case .certification: Words("Certification", "認証")
      case .clauses: Words("Conformity to ISO/IEC 27001 clauses", "ISO/IEC 27001 箇条への適合")
      }
    }

    /// The clause that asks for it; nil where none does by itself.
    var clause: String? {
      switch self {
      case .scope: "4.3"
      case .issues: "4.1"
      case .interested: "4.2"
      case .chart: "5.3"
      case .certification: nil
      case .clauses: "4–10"
      }
    }
  }

  /// What a line's tag says: the part it is in, and in the chart its fold mark.
  struct Tag {
    let part: Part
    let mark: Tree.Mark
    private static let step = 10

    init?(_ tag: Int) {
      guard let part = Part(rawValue: tag / Self.step), let mark = Tree.Mark(rawValue: tag % Self.step) else {
        return nil
      }
      (self.part, self.mark) = (part, mark)
    }

    init(_ part: Part, _ mark: Tree.Mark = .leaf) { (self.part, self.mark) = (part, mark) }

    var value: Int { part.rawValue * Self.step + mark.rawValue }
  }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Context", "組織の状況"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

  // MARK: Lines

  /// Each part's heading and records; a heading's depth is 0.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    Part.allCases.flatMap { part -> [Row] in
      let tag = Tag(part).value
      let lines: [Row]
      switch part {
      case .chart:
        lines = ContextChart(model.assessment, parties(model)).rows(folded: state.folded)
      case .certification: lines = parties(model).map { Row($0, depth: 1, tag: tag) }
      case .scope, .issues, .interested, .clauses:
        lines = records(part, model).map { Row($0, depth: 1, tag: tag) }
      }
      return [Row(nil, tag: tag)] + lines
    }
  }

  /// Puts the cursor on the heading of a part.
  static func goTo(_ part: Part, _ model: inout Model) {
    model.prepare()
    model.state.cursor = model.state.rows.firstIndex { Tag($0.tag)?.part == part } ?? 0
  }

  /// Puts the cursor on a person of a party, whom a key makes top management; where there is none, on the party's line
  /// of the chart, under which people are added.
  static func goToPeople(of party: RecordID, _ model: inout Model) {
    goTo(.chart, &model)
    let people = model.assessment.ids(.person, of: party)
    let chart = model.state.rows.indices.filter { Tag(model.state.rows[$0].tag)?.part == .chart }
    let place =
      chart.first { model.state.rows[$0].record.map(people.contains) == true }
      ?? chart.first { model.state.rows[$0].record == party }
    if let place { model.state.cursor = place }
  }

  /// The first part that rule A6 misses something in.
  static func missingPart(of party: RecordID, _ assessment: Assessment) -> Part {
    let scopes = assessment.ids(.scopeStatement, of: party)
    guard scopes.contains(where: { assessment.has($0, ScopeStatement.text) }) else { return .scope }
    guard !assessment.ids(.issue, of: party).isEmpty else { return .issues }
    let interested = assessment.ids(.interestedParty, of: party)
    let areKnown = interested.contains { assessment.has($0, InterestedParty.needs) }
    // The decision on climate change is made among the issues.
    return areKnown ? .issues : .interested
  }

  private func parties(_ model: Model) -> [RecordID] {
    model.party.map { [$0] } ?? model.assessment.ids(.party)
  }

  private func records(_ part: Part, _ model: Model) -> [RecordID] {
    guard let kind = part.kind else { return [] }
    return model.party.map { model.assessment.ids(kind, of: $0) } ?? model.assessment.ids(kind)
  }

  /// Left and right fold and unfold the chart.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard motion == .left || motion == .right, let row = state.current, let record = row.record,
      let tag = Tag(row.tag), tag.part == .chart
    else {
      state.walk(motion, page: page)
      // Digits are values on clauses only.
      state.inCell = state.inCell && state.current.flatMap { Tag($0.tag)?.part } == .clauses
      return
    }
    switch (motion, tag.mark) {
    case (.left, .open): state.folded.insert(record)
    case (.right, .folded): state.folded.remove(record)
    case (.right, .open): state.walk(.down, page: page)
    case (.left, _):
      state.cursor = state.rows[..<state.cursor].lastIndex { $0.depth < row.depth } ?? state.cursor
    default: break
    }
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let tag = Tag(row.tag) else { return }
    guard let record = row.record else { return drawHeading(tag.part, model, &pen, in: line) }
    if tag.part == .chart { return ContextChart.draw(row, tag.mark, model, &pen, in: line) }
    let place = line.splitLeft(min(row.depth * 2, line.columns / 3)).rest
    let assessment = model.assessment
    var used = 0
    if tag.part != .certification {
      used += pen.put(
        DisplayWidth.pad(assessment.label(of: record), to: 6) + " ", at: place.origin, role: .textMuted)
    }
    if model.party == nil {
      let party = assessment.party(of: record) ?? record
      used += pen.put(
        DisplayWidth.pad(model.shortName(of: party), to: 6) + " ", at: place.origin.moved(columns: used),
        role: .textMuted)
    }
    let runs = ContextLine(model: model).runs(of: record, tag.part)
    pen.put(runs, at: place.origin.moved(columns: used), width: place.columns - used)
  }

  private static let wideLine = 110

  private func drawHeading(_ part: Part, _ model: Model, _ pen: inout Pen, in line: Rect) {
    var runs: [(String, Role)] = [(model.say(part.words), .textStrong)]
    if let clause = part.clause { runs.append(("  " + clause, .textMuted)) }
    let lines = model.state.rows.filter { Tag($0.tag)?.part == part && $0.record != nil }
    switch part {
    case .certification: break
    case .chart: runs += ContextChart.summary(lines, model)
    case .clauses where !lines.isEmpty:
      runs += ContextLine(model: model).conformity(
        lines.compactMap(\.record), inWords: line.columns >= Self.wideLine || model.language == .japanese)
    case .clauses:
      runs.append(
        (
          model.say(
            Words("   \(key: "lay-out-clauses") lays the clauses out", "   \(key: "lay-out-clauses") で箇条を並べる")
          ), .gateWarning
        ))
    case .issues:
      runs += count(lines.count, model) + ContextLine(model: model).climate(parties(model))
    case .scope, .interested: runs += count(lines.count, model)
    }
    pen.put(runs, at: line.origin, width: line.columns)
  }

  private func count(_ lines: Int, _ model: Model) -> [(String, Role)] {
    [
      lines == 0
        ? (
          model.say(Words("   none yet: \(key: "new") adds the first", "   未記入: \(key: "new") で追加")),
          .gateWarning
        )
        : ("   \(lines)", .titleCount)
    ]
  }

  // MARK: Acting

  /// On a clause its cell opens, on certification the party's form at that place; all else is edited as a whole.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, let tag = Tag(row.tag), let record = row.record,
      !model.context.readOnly
    else { return nil }
    switch tag.part {
    case .clauses:
      model.state.inCell = true
      return []
    case .certification:
      model.layers.append(FormLayer(editing: [record], at: Party.certificationStandard.key, model))
      return []
    case .chart where model.assessment.kind(of: record) == .party:
      model.layers.append(FormLayer(editing: [record], at: Party.topManagement.key, model))
      return []
    case .scope, .issues, .interested, .chart: return nil
    }
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current else { return [] }
    guard let row = model.state.current, Tag(row.tag)?.part == .certification else {
      return Detail.lines(of: record, model)
    }
    return [DetailLine("", model.say(Part.certification.words), .textStrong)]
      + Detail.fieldLines(of: record, model) { ContextLine.certificate.contains($0) }
  }

  /// A line under the cursor's; on a person another one of the same unit.
  func birth(_ model: Model) -> Birth? {
    guard let row = model.state.current, let part = Tag(row.tag)?.part, let kind = part.kind else {
      return nil
    }
    let assessment = model.assessment
    let record = row.record
    let owner = record.map { assessment.kind(of: $0) == .party ? $0 : assessment.party(of: $0) ?? $0 }
    let party = owner ?? model.party
    guard part == .chart, let record else {
      return Birth(kind, party: party, defaults: unitDefaults(part, nil))
    }
    if assessment.kind(of: record) == .person { return ContextChart.person(besides: record, assessment) }
    let unit = assessment.kind(of: record) == .organizationalUnit ? record : nil
    return Birth(kind, party: party, defaults: unitDefaults(part, unit))
  }

  private func unitDefaults(_ part: Part, _ above: RecordID?) -> [Slot: Value] {
    guard part == .chart else { return [:] }
    var defaults: [Slot: Value] = [Slot(OrganizationalUnit.inScope.key): .flag(true)]
    if let above { defaults[Slot(OrganizationalUnit.parent.key)] = .reference(above) }
    return defaults
  }

  func nothingMade(_ model: Model) -> Words {
    Words(
      "Nothing is made on this line: Enter on a party's line writes its certificate.",
      "この行では作成できません。組織の行で Enter を押すと認証を記入できます。")
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    row.record == nil ? Tag(row.tag).map { model.say($0.part.words) } : nil
  }

  func emptyText(_ model: Model) -> Words {
    Words("No party takes part yet.", "参加する組織がまだありません。")
  }
}
