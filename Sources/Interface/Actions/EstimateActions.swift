import Canvas
import Domain

/// Estimating together: opening a blind round, the ways to cast, the reveal, the decision.
enum EstimateActions {
  static let all: [Action] = [
    Action("estimate", "estimate together, blind", "伏せて一緒に見積もる", keys: [.character("v")]) { begin(&$0) },
    Action(
      "estimate-turns", "type in turn, unseen", "順番に入力（非表示）", keys: [.character("a")], screens: [.estimate],
      capability: .change, footer: 10, unless: notOpen
    ) { takeTurns(&$0) },
    Action(
      "estimate-cards", "cards, one line of digits", "カードを一行で入力", keys: [.character("c")],
      screens: [.estimate], capability: .change, footer: 15, unless: notOpen
    ) { takeCards(&$0) },
    Action(
      "estimate-reveal", "reveal", "開示", keys: [.character("R")], screens: [.estimate], capability: .change,
      footer: 20, unless: notOpen
    ) { reveal(&$0) },
    Action(
      "estimate-decide", "decide", "決定を記録", keys: [.character("d")], screens: [.estimate],
      capability: .change, footer: 25, unless: notDecidable
    ) { decide(&$0) },
    Action(
      "estimate-again", "new round on this risk", "同じリスクの次の回", keys: [.character("n")],
      screens: [.estimate], capability: .change, footer: 30, unless: notAgain
    ) { model in
      EstimateScreen.facts(model).map { open(on: $0.risk, &model) } ?? []
    },
    Action(
      "estimate-participant", "add a participant", "参加者を追加", keys: [.character("+")],
      screens: [.estimate], capability: .change, footer: 35
    ) { model in
      model.layers.append(EntryLayer(Birth(.participant, party: model.party), model))
      return []
    },
    Action(
      "estimate-previous", "the round before", "前の回", keys: [.character("[")], screens: [.estimate]
    ) { turn(&$0, -1) },
    Action("estimate-next", "the round after", "次の回へ", keys: [.character("]")], screens: [.estimate]) {
      turn(&$0, 1)
    },
  ]

  // MARK: When

  @Sendable private static func notOpen(_ model: Model) -> Words? {
    guard let facts = EstimateScreen.facts(model) else { return EstimateWords.noRound }
    if facts.result != nil { return EstimateWords.isRevealed }
    return facts.participants.isEmpty ? EstimateWords.noParticipants : nil
  }

  @Sendable private static func notDecidable(_ model: Model) -> Words? {
    guard let facts = EstimateScreen.facts(model) else { return EstimateWords.noRound }
    if facts.result == nil { return EstimateWords.revealFirst }
    return model.assessment[facts.round, EstimateRound.decision] == nil ? nil : EstimateWords.isDecided
  }

  @Sendable private static func notAgain(_ model: Model) -> Words? {
    guard let facts = EstimateScreen.facts(model) else { return EstimateWords.noRound }
    return model.assessment.rounds(on: facts.risk).allSatisfy(model.assessment.isRevealed)
      ? nil : EstimateWords.stillOpen
  }

  // MARK: Opening

  /// The risks the cursor stands on: one on most screens, in the matrix those of the cell.
  private static func risksAtHand(_ model: Model) -> [RecordID] {
    let state = model.state
    if model.screen == .matrix, let cell = state.current?.tag {
      return state.groups.indices.contains(cell) ? state.groups[cell] : []
    }
    guard let current = model.current else { return [] }
    switch model.assessment.kind(of: current) {
    case .risk: return [current]
    case .chainStep: return model.assessment[current, ChainStep.risk].map { [$0] } ?? []
    case .estimateRound: return model.assessment[current, EstimateRound.risk].map { [$0] } ?? []
    case nil, .some: return []
    }
  }

  private static func begin(_ model: inout Model) -> [Effect] {
    let risks = risksAtHand(model)
    if risks.count > 1 {
      let title = model.say(Words("Estimate which risk?", "どのリスクを見積もりますか"))
      model.layers.append(PickLayer(title: title, records: risks, purpose: .estimate))
      return []
    }
    if let risk = risks.first { return begin(on: risk, &model) }
    guard EstimateScreen.round(model) != nil, model.screen != .estimate else {
      if model.screen != .estimate { model.notice = Notice(model.say(EstimateWords.noRiskHere), .info) }
      return []
    }
    model.go(to: .estimate)
    return []
  }

  /// Goes to the risk's round: the open one, or the one still to be decided on; else opens one.
  static func begin(on risk: RecordID, _ model: inout Model) -> [Effect] {
    if let last = model.assessment.rounds(on: risk).last {
      let isSettled =
        model.assessment.isRevealed(last) && model.assessment[last, EstimateRound.decision] != nil
      if !isSettled || model.context.readOnly {
        model.jump(to: last)
        return []
      }
    }
    return open(on: risk, &model)
  }

  private static func open(on risk: RecordID, _ model: inout Model) -> [Effect] {
    let assessment = model.assessment
    guard let criteria = assessment.criteriaInForce(for: assessment.party(of: risk)),
      assessment.method(criteria) != nil
    else {
      model.notice = Notice(model.say(Sentence.words(.estimate(.noCriteria), assessment)), .warning)
      return []
    }
    var draft = Draft(.estimateRound, party: nil)
    draft.set(EstimateRound.title, assessment[risk, Risk.event] ?? assessment.label(of: risk))
    draft.set(EstimateRound.risk, risk)
    draft.set(EstimateRound.criteria, criteria)
    return [.perform([.create(draft)], .estimate)]
  }

  private static func turn(_ model: inout Model, _ step: Int) -> [Effect] {
    let rounds = model.assessment.ids(.estimateRound)
    guard let round = EstimateScreen.round(model), let index = rounds.firstIndex(of: round),
      rounds.indices.contains(index + step)
    else { return [] }
    model.refocus(on: rounds[index + step])
    return []
  }

  // MARK: Casting

  /// Those who have not cast, from the one under the cursor on; when all have, or the one under the cursor has,
  /// they cast anew.
  static func takeTurns(_ model: inout Model) -> [Effect] {
    guard let facts = EstimateScreen.facts(model) else { return [] }
    if let reason = notOpen(model) {
      model.notice = Notice(model.say(reason), .warning)
      return []
    }
    let current = model.current
    if let current, facts.cast.contains(current) {
      model.layers.append(TurnLayer(facts, order: [current]))
      return []
    }
    let waiting = facts.waiting.isEmpty ? facts.participants : facts.waiting
    let start = current.flatMap { waiting.firstIndex(of: $0) } ?? 0
    model.layers.append(TurnLayer(facts, order: Array(waiting[start...] + waiting[..<start])))
    return []
  }

  private static func takeCards(_ model: inout Model) -> [Effect] {
    guard let facts = EstimateScreen.facts(model) else { return [] }
    model.layers.append(CardsLayer(facts, order: facts.waiting.isEmpty ? facts.participants : facts.waiting))
    return []
  }

  // MARK: Reveal and decision

  private static func reveal(_ model: inout Model) -> [Effect] {
    guard let facts = EstimateScreen.facts(model) else { return [] }
    guard !facts.cast.isEmpty else {
      model.notice = Notice(model.say(EstimateWords.nobodyCast), .warning)
      return []
    }
    let label = model.assessment.label(of: facts.round)
    let progress = EstimateWords.progress(facts.cast.count, facts.participants.count)
    let question = Words(
      "Reveal \(label)? \(progress.en). A reveal is never taken back.",
      "\(label) を開示しますか？ \(progress.ja)。開示は元に戻せません。")
    let names = facts.waiting.map(model.assessment.name(ofParticipant:))
    let lines = names.isEmpty ? [] : [missing(names, model)]
    model.layers.append(
      ConfirmLayer(question, lines: lines, onYes: .effects([.reveal(facts.round, leavingOut: false)])))
    return []
  }

  private static func missing(_ names: [String], _ model: Model) -> String {
    model.say(
      Words(
        "Not yet: \(names.joined(separator: ", "))", "未提出: \(names.joined(separator: "、"))"))
  }

  static func decide(_ model: inout Model) -> [Effect] {
    if let reason = notDecidable(model) {
      model.notice = Notice(model.say(reason), .info)
      return []
    }
    guard let facts = EstimateScreen.facts(model), let result = facts.result else { return [] }
    model.layers.append(DecideLayer(facts, result))
    return []
  }
}
