import Canvas
import Domain

/// What a party has to do next, on the overview: the first thing that stops its earliest phase not agreed, or the
/// step that phase waits for.
struct NextThing {
  let glyph: Glyph
  let words: Words
  let role: Role
  /// Where Enter leads: to what is at fault, else to the phase's screen.
  let finding: GateFinding?
  let phase: Phase?

  var record: RecordID? { finding?.record }

  init(for party: RecordID, _ model: Model) {
    let assessment = model.assessment
    guard let phase = Phase.allCases.first(where: { assessment.phases[party, $0] != .agreed }) else {
      self.init(.check, Words("all six phases are agreed", "六つの局面全てに合意済"), .phaseAgreed, nil, nil)
      return
    }
    let state = assessment.phases[party, phase]
    if state != .notStarted,
      let first = model.findings(party, phase).first(where: { $0.severity == .blocker })
    {
      let label = first.record.map { assessment.label(of: $0) + " " } ?? ""
      self.init(
        Severity.blocker.glyph,
        Words("\(first.rule) \(label)\(first.words.en)", "\(first.rule) \(label)\(first.words.ja)"),
        Severity.blocker.role, first, phase)
      return
    }
    self.init(state.glyph, Self.step(of: party, phase, state, assessment), state.role, nil, phase)
  }

  private init(_ glyph: Glyph, _ words: Words, _ role: Role, _ finding: GateFinding?, _ phase: Phase?) {
    self.glyph = glyph
    self.words = words
    self.role = role
    self.finding = finding
    self.phase = phase
  }

  private static func step(
    of party: RecordID, _ phase: Phase, _ state: PhaseState, _ assessment: Assessment
  ) -> Words {
    let number = "\(phase.rawValue) "
    let name = Words(number + phase.shortWords.en, number + phase.shortWords.ja)
    let head = assessment[party, Party.topManagement].flatMap { assessment.title(of: $0) }
    if state == .inReview || state == .stale, let others = others(party, phase, assessment) {
      return Words(
        "\(name.en): waits for phase \(phase.rawValue - 1) of \(others)",
        "\(name.ja): \(others)の局面\(phase.rawValue - 1)の合意待ち")
    }
    switch state {
    case .notStarted:
      return Words("\(name.en): may begin (\(key: "advance"))", "\(name.ja): 着手できる（\(key: "advance")）")
    case .inProgress:
      return Words("\(name.en): may be submitted (\(key: "advance"))", "\(name.ja): 提出できる（\(key: "advance")）")
    case .inReview:
      return Words(
        "\(name.en): waits for agreement" + (head.map { " by " + $0 } ?? "") + " (\(key: "advance"))",
        "\(name.ja): 合意待ち" + (head.map { "（" + $0 + "）" } ?? "") + "（\(key: "advance")）")
    case .stale:
      return Words(
        "\(name.en): to be confirmed anew (\(key: "advance"))", "\(name.ja): 再確認が必要（\(key: "advance")）")
    case .agreed: return Words("\(name.en): agreed", "\(name.ja): 合意済")
    }
  }
}

extension NextThing {
  /// Whose agreement to the phase before is missing, in short; nil where it is not.
  private static func others(_ party: RecordID, _ phase: Phase, _ assessment: Assessment) -> String? {
    guard let before = phase.previous else { return nil }
    let behind = assessment.circleBehind(of: party, before)
    guard let first = behind.first else { return nil }
    let key = assessment[first, Party.partyKey]?.uppercased() ?? assessment.label(of: first)
    return key + (behind.count > 1 ? " +\(behind.count - 1)" : "")
  }
}

/// The lines of the overview that say what each party has to do next; the tag is the place, counted down from -1.
struct OverviewNext {
  let model: Model

  private static let most = 3

  /// Whose next thing has a line: all parties' as long as they are few, else that of the party shown.
  static func parties(_ model: Model) -> [RecordID] {
    let participants = model.partyStanding.participants
    guard participants.count > most else { return participants }
    return model.party.map { participants.contains($0) ? [$0] : [] } ?? Array(participants.prefix(most))
  }

  static func rows(_ model: Model) -> [Row] { parties(model).indices.map { Row(nil, tag: -1 - $0) } }

  /// The party of a line; nil for lines of another sort.
  static func party(_ row: Row, _ model: Model) -> RecordID? {
    let parties = parties(model)
    return row.record == nil && parties.indices.contains(-1 - row.tag) ? parties[-1 - row.tag] : nil
  }

  var rows: Int { Self.parties(model).count }

  func draw(_ pen: inout Pen, in area: Rect) {
    let head = model.say(Words("Next", "次")) + "  "
    let indent = DisplayWidth.width(of: head)
    let parties = Self.parties(model)
    let names = parties.map { DisplayWidth.width(of: model.shortName(of: $0)) }
    let width = min(16, names.max() ?? 0)
    for (offset, party) in parties.enumerated() where offset < area.rows {
      let line = area.line(offset)
      let isCursor = model.state.current == Row(nil, tag: -1 - offset)
      if isCursor {
        pen.frame.paint(line, ground: model.pane == .main ? .selection : .selectionInactive)
        pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
        pen.frame.cursor = line.origin
      }
      let next = NextThing(for: party, model)
      let inside = line.splitLeft(2).rest
      if offset == 0 { pen.put(head, at: inside.origin, role: .header) }
      pen.put(
        [
          (DisplayWidth.pad(model.shortName(of: party), to: width) + "  ", .textStrong),
          (pen.glyphs[next.glyph] + " ", next.role), (model.say(next.words), .text),
        ], at: inside.origin.moved(columns: indent), width: inside.columns - indent)
    }
  }

  /// To where the fault is mended, else to the phase that waits, for that party.
  static func enter(_ row: Row, _ model: inout Model) -> Bool {
    guard let party = party(row, model) else { return false }
    let next = NextThing(for: party, model)
    model.showParty(party)
    if let finding = next.finding {
      RecordActions.goTo(finding, &model)
    } else if let phase = next.phase, let screen = ScreenID.views(of: phase).first(where: Screens.isBuilt) {
      model.go(to: screen)
    }
    return true
  }

  static func detail(_ row: Row, _ model: Model) -> [DetailLine]? {
    guard let party = party(row, model) else { return nil }
    let next = NextThing(for: party, model)
    return [
      DetailLine("", model.name(of: party), .textStrong), DetailLine("", model.say(next.words), .text),
    ] + (next.record.map { [DetailLine("", "")] + Detail.lines(of: $0, model) } ?? [])
  }
}
