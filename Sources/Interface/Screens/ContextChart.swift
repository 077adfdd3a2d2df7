import Canvas
import Domain

/// A party's organisation as a tree: the party with its top management and CISO, units, and the people in them with
/// their roles (ISO/IEC 27001:2022, 5.3).
struct ContextChart {
  private let assessment: Assessment
  private let parties: [RecordID]

  init(_ assessment: Assessment, _ parties: [RecordID]) {
    self.assessment = assessment
    self.parties = parties
  }

  /// Each party, its units as they hang from each other, and under each its people before its parts.
  func rows(folded: Set<RecordID>) -> [Row] {
    let ids = parties.flatMap { party in
      [party] + assessment.ids(.person, of: party) + assessment.ids(.organizationalUnit, of: party)
    }
    return Tree.rows(ids, folded: folded, depth: 1, parent: parent).map { row in
      let mark = Tree.Mark(rawValue: row.tag) ?? .leaf
      return Row(row.record, depth: row.depth, tag: ContextScreen.Tag(.chart, mark).value)
    }
  }

  private func parent(_ record: RecordID) -> RecordID? {
    let above: RecordID? =
      switch assessment.kind(of: record) {
      case .person: assessment[record, Person.unit]
      case .organizationalUnit: assessment[record, OrganizationalUnit.parent]
      default: nil
      }
    return above.flatMap { assessment.exists($0) ? $0 : nil } ?? assessment.party(of: record)
  }

  /// A person to be beside another one.
  static func person(besides person: RecordID, _ assessment: Assessment) -> Birth {
    var defaults: [Slot: Value] = [:]
    if let unit = assessment[person, Person.unit] { defaults[Slot(Person.unit.key)] = .reference(unit) }
    return Birth(.person, party: assessment.party(of: person), defaults: defaults)
  }

  // MARK: Drawing

  static func summary(_ lines: [Row], _ model: Model) -> [(String, Role)] {
    let kinds = lines.compactMap { $0.record.flatMap(model.assessment.kind(of:)) }
    let units = kinds.count { $0 == .organizationalUnit }
    let people = kinds.count { $0 == .person }
    return [
      (model.say(Words("   \(units) units, \(people) people", "   部門 \(units)  人 \(people)")), .titleCount)
    ]
  }

  static func draw(_ row: Row, _ mark: Tree.Mark, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let record = row.record else { return }
    let indent = min(row.depth * 2, line.columns / 3)
    let place = line.splitLeft(indent).rest
    let isPerson = model.assessment.kind(of: record) == .person
    if !isPerson { pen.put(pen.glyphs[mark.glyph], at: place.origin, role: .treeGuide) }
    let text = place.splitLeft(2).rest
    pen.put(runs(of: record, model), at: text.origin, width: text.columns)
  }

  private static func runs(of record: RecordID, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let name = assessment.title(of: record) ?? model.glyphs[.absent]
    switch assessment.kind(of: record) {
    case .party: return [(model.name(of: record), .textStrong)] + heads(of: record, model)
    case .organizationalUnit:
      let isInScope = assessment[record, OrganizationalUnit.inScope] ?? false
      let words = isInScope ? Words("", "") : Words("   outside the scope", "   適用範囲外")
      return [
        (assessment.label(of: record) + " ", .textMuted), (name, .text), (model.say(words), .gateWarning),
      ]
    default:
      let titles = titles(of: record, model)
      let others = assessment[record, Person.roles].filter { role in !titles.contains { $0.0 == role } }
      let roles = titles + others.map { ($0, Role.textMuted) }
      let separator = model.say(Words(", ", "・"))
      let listed = roles.enumerated().map { index, role in
        (index == 0 ? "   " + role.0 : separator + role.0, role.1)
      }
      return [(assessment.label(of: record) + " ", .textMuted), (name, .text)] + listed
    }
  }

  /// What the party calls the person: top management, CISO, delegate of phases.
  private static func titles(of person: RecordID, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    guard let party = assessment.party(of: person) else { return [] }
    var titles: [(String, Role)] = []
    if assessment[party, Party.topManagement] == person {
      titles.append((model.say(Party.topManagement.field.words), .textStrong))
    }
    if assessment[party, Party.ciso] == person { titles.append(("CISO", .textStrong)) }
    for delegation in assessment.sources(of: person, via: Delegation.to) {
      let phases = assessment[delegation, Delegation.phases].joined(separator: " ")
      titles.append((model.say(Words("delegate for phases \(phases)", "局面 \(phases) の受任者")), .text))
    }
    return titles
  }

  private static func heads(of party: RecordID, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    func named(_ attribute: Attribute<RecordID>) -> [(String, Role)] {
      let name = assessment[party, attribute].flatMap { assessment.title(of: $0) }
      return [
        ("   " + model.say(attribute.field.words) + " ", .textMuted),
        (name ?? model.say(Words("not named", "未指定")), name == nil ? .gateWarning : .text),
      ]
    }
    return named(Party.topManagement) + named(Party.ciso)
  }
}
