import Canvas
import Domain

/// What the room decides after the reveal: the medians to begin with, digits that can be changed, and why. One act
/// rates the risk, records the decision and settles the round.
struct DecideLayer: Layer {
  private let round: RecordID
  private let risk: RecordID
  private let medians: String
  private var steps: [Int]
  private var why = TextField()
  private var cursor = 0
  private var problem: String?
  private(set) var isDone = false

  init(_ facts: RoundFacts, _ result: RoundResult) {
    round = facts.round
    risk = facts.risk
    medians = "\(result.likelihoods.text) × \(result.consequences.text)"
    steps = [result.likelihoods.suggestion, result.consequences.suggestion]
  }

  /// The same with steps chosen and a reason begun earlier.
  init(_ facts: RoundFacts, _ result: RoundResult, steps: [Int], why: TextField) {
    self.init(facts, result)
    if steps.count == self.steps.count { self.steps = steps }
    self.why = why
    cursor = 2
  }

  var unsavedText: UnsavedText? { UnsavedText(answering: .decision(round, steps: steps), [why.text]) }

  let hints: [(String, Words)] = [
    ("1-9", Words("step", "段階")), ("Enter", Words("next / record", "次へ・記録")),
    ("Tab", Words("next", "次へ")), ("Esc", Words("cancel", "取消")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      if why.text.trimmed.isEmpty { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [why.text], onYes: .discard))
    case .key(.control("s")): return record(model)
    case .key(.enter):
      if cursor == 2 { return record(model) }
      cursor += 1
    case .key(.tab), .key(.down): cursor = min(2, cursor + 1)
    case .key(.backTab), .key(.up): cursor = max(0, cursor - 1)
    case .key(let key):
      if cursor == 2 { _ = why.receive(key) } else { type(key, model) }
    case .paste(let text): if cursor == 2 { why.paste(text) }
    }
    return .stays
  }

  private mutating func type(_ key: Key, _ model: Model) {
    guard let digit = key.digit, let facts = RoundFacts(round, model.assessment) else { return }
    let axis = cursor == 0 ? ScaleAxis.likelihood : .consequence
    let highest = facts.steps(axis).count
    guard (1...highest).contains(digit) else {
      problem = model.say(EstimateWords.offScale(axis, highest))
      return
    }
    steps[cursor] = digit
    cursor += 1
  }

  private mutating func record(_ model: Model) -> LayerResult {
    let reason = why.text.trimmed
    guard !reason.isEmpty else {
      cursor = 2
      problem = model.say(EstimateWords.whyNeeded)
      return .stays
    }
    if let off = offScale(model) {
      cursor = off.cursor
      problem = model.say(off.words)
      return .stays
    }
    let assessment = model.assessment
    let label = assessment.label(of: round)
    var decision = Draft(.decision, party: nil)
    decision.set(
      Decision.text, "\(assessment.label(of: risk)): \(rating(model)). \(reason)")
    decision.set(Decision.record, risk)
    let justification = model.say(
      Words("\(reason) (\(label): median \(medians))", "\(reason)（\(label)、中央値 \(medians)）"))
    var commands: [Command] = [
      .set(risk, Slot(Risk.likelihood.key), .integer(steps[0])),
      .set(risk, Slot(Risk.consequenceStep.key), .integer(steps[1])),
      .set(risk, Slot(Risk.justification.key), .text(justification)),
      .create(decision), .set(round, Slot(EstimateRound.decision.key), .reference(decision.id)),
    ]
    if let criteria = assessment[round, EstimateRound.criteria] {
      commands.append(.set(risk, Slot(Risk.criteria.key), .reference(criteria)))
    }
    return .stays([.perform(commands, .estimate)])
  }

  /// The first step that the scales no longer have.
  private func offScale(_ model: Model) -> (cursor: Int, words: Words)? {
    guard let facts = RoundFacts(round, model.assessment) else { return nil }
    for (index, axis) in [ScaleAxis.likelihood, .consequence].enumerated() {
      let highest = facts.steps(axis).count
      if steps[index] > highest { return (index, EstimateWords.offScale(axis, highest)) }
    }
    return nil
  }

  /// `3 × 4 = 12 high`
  private func rating(_ model: Model) -> String {
    let pair = "\(steps[0]) × \(steps[1])"
    guard let facts = RoundFacts(round, model.assessment),
      let level = facts.method.level(likelihood: steps[0], consequence: steps[1])
    else { return pair }
    return pair + " = \(level) " + model.say(facts.method.band(level).label)
  }

  mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  mutating func refused(_ notice: Notice) { problem = notice.text }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    guard let facts = RoundFacts(round, model.assessment) else { return }
    let size = Size(columns: min(body.columns - 4, 76), rows: min(body.rows, 11))
    let title = model.say(Words("Decision", "決定")) + " " + model.assessment.label(of: risk)
    let inside = pen.window(body.centered(size), title: title)
    pen.put(
      model.say(EstimateWords.median) + " " + medians, at: inside.origin, role: .textMuted,
      width: inside.columns)
    for (index, axis) in [ScaleAxis.likelihood, .consequence].enumerated() {
      let line = inside.line(2 + index)
      if cursor == index {
        pen.frame.paint(line, ground: .selection)
        pen.frame.cursor = line.origin.moved(columns: 16)
      }
      // The scale may have been cut since the votes were given.
      let label = facts.steps(axis).at(steps[index] - 1)?.label[model.language] ?? pen.glyphs[.absent]
      let words = axis == .likelihood ? EstimateWords.likelihood : EstimateWords.consequence
      pen.put(words, at: line.origin, role: .formLabel, width: 15)
      pen.put(
        "\(steps[index]) \(label)", at: line.origin.moved(columns: 16), role: .formValue,
        width: line.columns - 16)
    }
    pen.put(
      rating(model), at: inside.line(4).origin.moved(columns: 16), role: .textStrong,
      width: inside.columns - 16)
    let line = inside.line(6)
    pen.put(Words("Why", "理由"), at: line.origin, role: .formLabel, width: 15)
    why.draw(
      &pen, at: line.origin.moved(columns: 16), width: line.columns - 16, hasFocus: cursor == 2)
    pen.put(problem ?? "", at: inside.line(8).origin, role: .messageError, width: inside.columns)
  }
}
