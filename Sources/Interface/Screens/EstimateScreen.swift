import Canvas
import Domain

/// A blind round (見積り): the risk, its scales, who has cast; after the reveal how the estimates lie.
struct EstimateScreen: Screen {
  let id = ScreenID.estimate
  let hasPanes = false
  let followsFocus = true

  /// The round in front: the focused one, or the one on the focused risk, else the latest still open, else the
  /// latest.
  static func round(_ model: Model) -> RecordID? {
    let assessment = model.assessment
    if let focus = model.focus, assessment.exists(focus) {
      switch assessment.kind(of: focus) {
      case .estimateRound: return focus
      case .estimate: if let round = assessment[focus, Estimate.round] { return round }
      case .risk: if let round = assessment.rounds(on: focus).last { return round }
      default: break
      }
    }
    let rounds = assessment.ids(.estimateRound)
    return rounds.last { !assessment.isRevealed($0) } ?? rounds.last
  }

  static func facts(_ model: Model) -> RoundFacts? {
    round(model).flatMap { RoundFacts($0, model.assessment) }
  }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Blind estimate", "見積り（伏せて提出）"))
    guard let facts = Self.facts(model) else { return name }
    let state = facts.result == nil ? EstimateWords.open : EstimateWords.revealed
    let labels = [facts.round, facts.risk].map(model.assessment.label(of:))
    return "\(name)   \(labels[0])   \(labels[1])   \(model.say(state))"
  }

  /// The round itself, then everybody in the room.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    guard let facts = Self.facts(model) else { return [] }
    return [Row(facts.round)] + facts.participants.map { Row($0) }
  }

  func focus(for record: RecordID, _ model: Model) -> RecordID? {
    switch model.assessment.kind(of: record) {
    case .estimateRound: record
    case .estimate: model.assessment[record, Estimate.round]
    default: nil
    }
  }

  func standIn(for record: RecordID, _ model: Model) -> RecordID {
    model.assessment.kind(of: record) == .estimate
      ? model.assessment[record, Estimate.participant] ?? record : record
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    let count = state.rows.count - 1
    let height = ParticipantFlow.height(count, columns: model.layout.inside.columns - 2)
    switch motion {
    case .left where state.cursor > height: state.cursor -= height
    case .right where state.cursor > 0 && state.cursor + height <= count: state.cursor += height
    default: state.walk(motion, page: page)
    }
  }

  func birth(_ model: Model) -> Birth? { Birth(.participant, party: model.party) }

  func opens(_ row: Row, _ model: Model) -> Bool { Self.facts(model) != nil }

  /// On the round and on whoever has not cast: the next one types unseen. Afterwards: the decision.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let facts = Self.facts(model) else { return [] }
    let isOnRound = model.current == facts.round
    if facts.result == nil { return EstimateActions.takeTurns(&model) }
    return isOnRound ? EstimateActions.decide(&model) : nil
  }

  func emptyText(_ model: Model) -> Words { EstimateWords.noRound }

  func isList(_ model: Model) -> Bool { false }

  var showsMarks: Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let facts = Self.facts(model) else { return drawList(model, &pen, in: area) }
    let inside = area.inset(columns: 1, rows: 0)
    let (upper, foot) = inside.splitBottom(footLines(facts, model, inside).count)
    for (offset, runs) in footLines(facts, model, inside).enumerated() {
      pen.put(runs, at: foot.line(offset).origin, width: foot.columns)
    }
    var row = drawStatus(facts, model, &pen, in: upper)
    if let result = facts.result {
      let card = RiskCard(facts: facts, assessment: model.assessment, language: model.language)
      if upper.rows >= 24 { row += card.drawRisk(&pen, in: upper.splitTop(row).rest) + 1 }
      row += RevealPicture(
        facts: facts, result: result, assessment: model.assessment, language: model.language
      ).draw(&pen, in: upper.splitTop(row).rest)
    } else {
      row += RiskCard(facts: facts, assessment: model.assessment, language: model.language)
        .draw(&pen, in: upper.splitTop(row).rest)
    }
    drawPeople(facts, model, &pen, in: upper.splitTop(row + (upper.rows >= 24 ? 1 : 0)).rest)
  }

  /// The round's own line, on which the cursor can stand; returns the lines used.
  private func drawStatus(_ facts: RoundFacts, _ model: Model, _ pen: inout Pen, in area: Rect) -> Int {
    let line = area.line(0)
    if model.state.cursor == 0 {
      pen.frame.paint(line, ground: .selection)
      pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
      pen.frame.cursor = line.origin
    }
    let (cast, all) = (facts.cast.count, facts.participants.count)
    var runs: [(String, Role)] = [(model.assessment.label(of: facts.round) + "  ", .textMuted)]
    if facts.result == nil {
      let bar = min(all, 20)
      let full = all == 0 ? 0 : cast * bar / all
      runs += [
        (model.say(EstimateWords.progress(cast, all)) + "  ", cast == all ? .messageSuccess : .textStrong),
        (String(repeating: pen.glyphs[.barFull], count: full), .messageSuccess),
        (String(repeating: pen.glyphs[.barEmpty], count: bar - full), .textMuted),
      ]
    } else if area.rows >= 24 {
      runs.append((model.say(EstimateWords.revealed), .messageSuccess))
    } else {
      let title = model.assessment[facts.risk, Risk.event] ?? ""
      runs += [(model.assessment.label(of: facts.risk) + " ", .link), (title, .textStrong)]
    }
    pen.put(runs, at: line.origin.moved(columns: 2), width: line.columns - 2)
    return area.rows >= 24 ? 2 : 1
  }

  private func drawPeople(_ facts: RoundFacts, _ model: Model, _ pen: inout Pen, in area: Rect) {
    guard !facts.participants.isEmpty else {
      let lines = DisplayWidth.wrap(model.say(EstimateWords.noParticipants), to: max(8, area.columns))
      for (offset, line) in lines.enumerated() where offset < area.rows {
        pen.put(String(line), at: area.line(offset).origin, role: .messageWarning, width: area.columns)
      }
      return
    }
    let cursor = model.state.cursor > 0 ? model.state.cursor - 1 : nil
    ParticipantFlow(
      facts: facts, assessment: model.assessment, language: model.language, cursor: cursor
    ).draw(&pen, in: area)
  }

  // MARK: Foot

  /// Earlier rounds on the risk, and what the seal is worth.
  private func footLines(_ facts: RoundFacts, _ model: Model, _ area: Rect) -> [[(String, Role)]] {
    let room = area.rows >= 24 ? 4 : 2
    let others = model.assessment.rounds(on: facts.risk).enumerated().filter { $0.element != facts.round }
    var lines = others.suffix(room).map { earlier($0.offset + 1, $0.element, model) }
    if facts.result == nil, area.rows >= 24 {
      lines.append([(model.say(EstimateWords.sealedNote), .textMuted)])
    }
    return lines
  }

  private func earlier(_ number: Int, _ round: RecordID, _ model: Model) -> [(String, Role)] {
    let label = model.assessment.label(of: round)
    let head = Words("Round \(number) (\(label))  ", "第\(number)回（\(label)）  ")
    guard let result = model.assessment.result(of: round) else {
      return [(model.say(head), .textMuted), (model.say(EstimateWords.open), .text)]
    }
    let pair = "\(result.likelihoods.text) × \(result.consequences.text)"
    return [
      (model.say(head), .textMuted), (model.say(EstimateWords.median) + " " + pair, .text),
      ("  " + model.say(EstimateWords.count(result.casts.count)), .textMuted),
    ]
  }
}
