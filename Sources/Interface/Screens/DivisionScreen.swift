import Canvas
import Domain

/// The division of work (分担) as one table: in each phase what every party does, takes and gives.
struct DivisionScreen: Screen {
  let id = ScreenID.division

  /// A line's tag: the phase, and for a party's line its place among all parties from 1.
  struct Tag {
    let phase: Phase
    /// Nil on a phase's heading.
    let party: Int?
    private static let step = 10

    init?(_ tag: Int) {
      guard let phase = Phase(rawValue: tag % Self.step) else { return nil }
      self.phase = phase
      party = tag >= Self.step ? tag / Self.step - 1 : nil
    }

    static func value(_ phase: Phase, party: Int? = nil) -> Int {
      phase.rawValue + (party.map { ($0 + 1) * step } ?? 0)
    }
  }

  func title(_ model: Model) -> String {
    model.say(Words("Division of work", "分担表")) + (model.party.map { "   " + model.name(of: $0) } ?? "")
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    let parties = assessment.ids(.party)
    let standing = model.partyStanding
    return Phase.allCases.flatMap { phase in
      [Row(nil, tag: Tag.value(phase))]
        + parties.enumerated().filter {
          assessment.participates($1) && (model.party == nil || model.party == $1)
        }.map { index, party in
          Row(standing.share(of: party, phase), depth: 1, tag: Tag.value(phase, party: index))
        }
    }
  }

  static func party(_ row: Row, _ model: Model) -> RecordID? {
    guard let place = Tag(row.tag)?.party else { return nil }
    let parties = model.assessment.ids(.party)
    return parties.indices.contains(place) ? parties[place] : nil
  }

  // MARK: Drawing

  /// Party, what it does, takes and gives: what it does gets most of the room.
  private func places(_ line: Rect, _ model: Model) -> [Rect] {
    let (name, rest) = line.splitLeft(min(18, line.columns / 6))
    let does = rest.columns * 46 / 100
    let takes = (rest.columns - does) / 2
    let (first, others) = rest.splitLeft(does)
    let (second, third) = others.splitLeft(takes)
    return [name, first, second, third]
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let places = places(area.splitLeft(4).rest.splitRight(1).rest, model)
    let heads = [Words("Party", "組織"), Words("Does", "分担"), Words("Takes", "受け取る"), Words("Gives", "渡す")]
    for (head, place) in zip(heads, places) {
      pen.put(model.say(head), at: place.origin, role: .header, width: place.columns - 1)
    }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let tag = Tag(row.tag) else { return }
    guard let party = Self.party(row, model) else {
      let words = tag.phase.words(in: model.assessment.scope)
      pen.put(
        "\(tag.phase.rawValue) " + model.say(words), at: line.origin, role: .textStrong, width: line.columns)
      return
    }
    let places = places(line.splitLeft(2).rest, model)
    pen.put(model.shortName(of: party), at: places[0].origin, role: .textStrong, width: places[0].columns - 1)
    guard let share = row.record else {
      pen.put(
        Words("not written: \(key: "write-division") writes it", "未記入: \(key: "write-division") で書く"),
        at: places[1].origin, role: .gateWarning)
      return
    }
    let texts: [(Attribute<String>, Role)] = [
      (PhaseShare.does, .text), (PhaseShare.takes, .textMuted), (PhaseShare.gives, .textMuted),
    ]
    for ((attribute, role), place) in zip(texts, places.dropFirst()) {
      pen.put(
        model.assessment[share, attribute] ?? pen.glyphs[.absent], at: place.origin, role: role,
        width: place.columns - 2)
    }
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let row = model.state.current else { return [] }
    guard let party = Self.party(row, model), let tag = Tag(row.tag) else { return [] }
    let head = [
      DetailLine("", model.name(of: party), .textStrong),
      DetailLine(
        "", "\(tag.phase.rawValue) " + model.say(tag.phase.words(in: model.assessment.scope)), .textMuted),
    ]
    guard let share = row.record else { return head }
    return head
      + [PhaseShare.does, PhaseShare.takes, PhaseShare.gives].flatMap { attribute -> [DetailLine] in
        [
          DetailLine("", model.say(attribute.field.words), .header),
          DetailLine("", model.assessment[share, attribute] ?? model.glyphs[.absent]),
        ]
      }
  }

  // MARK: Acting

  func opens(_ row: Row, _ model: Model) -> Bool { true }

  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, let tag = Tag(row.tag) else { return [] }
    guard let party = Self.party(row, model) else {
      model.go(to: ScreenID.views(of: tag.phase)[0])
      return []
    }
    return DocumentActions.writeShare(of: party, tag.phase, &model)
  }

  func birth(_ model: Model) -> Birth? {
    guard let row = model.state.current, row.record == nil, let tag = Tag(row.tag),
      let party = Self.party(row, model)
    else { return nil }
    return Birth(
      .phaseShare, party: party, defaults: [Slot(PhaseShare.phase.key): .integer(tag.phase.rawValue)])
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    Self.party(row, model).map {
      model.name(of: $0) + " " + (row.record.flatMap(model.assessment.title) ?? "")
    }
  }

  func emptyText(_ model: Model) -> Words {
    Words("No party takes part yet.", "参加する組織がまだありません。")
  }
}
