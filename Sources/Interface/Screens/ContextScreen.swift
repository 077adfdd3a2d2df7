import Canvas
import Domain

/// A party's context (組織の状況): scope, issues, interested parties, conformity to the clauses, units, people.
struct ContextScreen: Screen {
  let id = ScreenID.context

  /// The parts of the screen in order.
  enum Part: Int, CaseIterable {
    case scope, issues, interested, clauses, units, people

    var kind: RecordKind {
      switch self {
      case .scope: .scopeStatement
      case .issues: .issue
      case .interested: .interestedParty
      case .clauses: .clauseConformity
      case .units: .organizationalUnit
      case .people: .person
      }
    }

    var words: Words {
      switch self {
      case .scope: Words("Scope of the management system", "適用範囲")
      case .issues: Words("External and internal issues", "外部及び内部の課題")
      case .interested: Words("Interested parties", "利害関係者")
      case .clauses: Words("Conformity to ISO/IEC 27001 clauses", "ISO/IEC 27001 箇条への適合")
      case .units: Words("Organisation", "組織と部門")
      case .people: Words("People", "人")
      }
    }

    /// The clause that asks for it; nil where none does by itself.
    var clause: String? {
      switch self {
      case .scope: "4.3"
      case .issues: "4.1"
      case .interested: "4.2"
      case .clauses: "4–10"
      case .units, .people: nil
      }
    }
  }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Context", "組織の状況"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

  // MARK: Lines

  /// Each part's heading and records; the heading's depth is 0, its tag the part.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    return Part.allCases.flatMap { part -> [Row] in
      let ids = model.party.map { assessment.ids(part.kind, of: $0) } ?? assessment.ids(part.kind)
      let heading = Row(nil, tag: part.rawValue)
      guard part == .units else { return [heading] + ids.map { Row($0, depth: 1, tag: part.rawValue) } }
      let tree = Tree.rows(ids, folded: [], depth: 1) { assessment[$0, OrganizationalUnit.parent] }
      return [heading] + tree.map { Row($0.record, depth: $0.depth, tag: part.rawValue) }
    }
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let part = Part(rawValue: row.tag) else { return }
    guard let record = row.record else { return drawHeading(part, model, &pen, in: line) }
    let place = line.splitLeft(min(row.depth * 2, line.columns / 3)).rest
    let assessment = model.assessment
    let label = DisplayWidth.pad(assessment.label(of: record), to: 6) + " "
    var used = pen.put(label, at: place.origin, role: .textMuted)
    if model.party == nil, let party = assessment.party(of: record) {
      used += pen.put(
        DisplayWidth.pad(model.shortName(of: party), to: 6) + " ", at: place.origin.moved(columns: used),
        role: .textMuted)
    }
    pen.put(runs(of: record, part, model), at: place.origin.moved(columns: used), width: place.columns - used)
  }

  private func drawHeading(_ part: Part, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let state = model.state
    let count = state.rows.count { $0.tag == part.rawValue && $0.record != nil }
    var runs: [(String, Role)] = [(model.say(part.words), .textStrong)]
    if let clause = part.clause { runs.append(("  " + clause, .textMuted)) }
    runs.append(
      count == 0
        ? (model.say(Words("   none yet: n adds the first", "   未記入: n で追加")), .gateWarning)
        : ("   \(count)", .titleCount))
    pen.put(runs, at: line.origin, width: line.columns)
  }

  private func runs(of record: RecordID, _ part: Part, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let title = assessment.title(of: record) ?? model.glyphs[.absent]
    switch part {
    case .scope:
      return [(title, .text), ("   " + (assessment[record, ScopeStatement.services] ?? ""), .textMuted)]
    case .issues:
      let kind = assessment[record, Issue.kind].map { model.say($0.words) } ?? model.glyphs[.absent]
      return [(DisplayWidth.pad(kind, to: 8) + "  ", .textMuted), (title, .text)]
    case .interested:
      let needs = assessment[record, InterestedParty.needs]
      return [
        (DisplayWidth.pad(title, to: 22) + "  ", .text),
        (needs ?? model.say(Words("needs not written", "ニーズ未記入")), needs == nil ? .gateWarning : .textMuted),
      ]
    case .clauses: return clauseRuns(of: record, title, model)
    case .units:
      let isInScope = assessment[record, OrganizationalUnit.inScope] ?? false
      let words = isInScope ? Words("in scope", "適用範囲内") : Words("outside the scope", "適用範囲外")
      return [(title + "   ", .text), (model.say(words), .textMuted)]
    case .people:
      let unit = assessment[record, Person.unit].flatMap { assessment.title(of: $0) } ?? ""
      let roles = assessment[record, Person.roles].joined(separator: "・")
      return [
        (DisplayWidth.pad(title, to: 16) + "  ", .text), (DisplayWidth.pad(unit, to: 24) + "  ", .textMuted),
        (roles, .text),
      ]
    }
  }

  private func clauseRuns(of record: RecordID, _ title: String, _ model: Model) -> [(String, Role)] {
    let (glyph, role): (Glyph, Role) =
      switch model.assessment[record, ClauseConformity.state] {
      case .conform: (.check, .messageSuccess)
      case .partly: (.controlInProgress, .gateWarning)
      case .nonconform: (.cross, .gateBlocker)
      case .notAssessed, nil: (.absent, .textMuted)
      }
    let state = model.assessment[record, ClauseConformity.state] ?? .notAssessed
    let word = DisplayWidth.pad(model.glyphs[glyph] + " " + model.say(state.words), to: 18)
    // What was found counts more than what the clause is called, where both do not fit.
    let note = model.assessment[record, ClauseConformity.note].map { $0 + "   " } ?? ""
    let name = model.context.catalogues.clauses[title].map { model.say($0.title) } ?? ""
    return [
      (DisplayWidth.pad(title, to: 6), .textStrong), (word, role), ("  " + note, .text), (name, .textMuted),
    ]
  }

  // MARK: Making

  /// A record of the part the cursor is in; a unit hangs under the unit at the cursor.
  func birth(_ model: Model) -> Birth? {
    guard let row = model.state.current, let part = Part(rawValue: row.tag) else { return nil }
    let party = row.record.flatMap(model.assessment.party(of:)) ?? model.party
    var defaults: [Slot: Value] = [:]
    if part == .units {
      defaults[Slot(OrganizationalUnit.inScope.key)] = .flag(true)
      if let above = row.record { defaults[Slot(OrganizationalUnit.parent.key)] = .reference(above) }
    }
    if part == .people, let unit = row.record.flatMap({ model.assessment[$0, Person.unit] }) {
      defaults[Slot(Person.unit.key)] = .reference(unit)
    }
    return Birth(part.kind, party: party, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words("No party takes part yet.", "参加する組織がまだありません。")
  }
}
