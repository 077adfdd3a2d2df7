import Canvas
import Domain

/// The digits of all paper cards in one line, in the order of the people shown; masked unless asked for.
struct CardsLayer: Layer {
  private let round: RecordID
  private let order: [RecordID]
  private var field = TextField()
  private var isShown = false
  private var problem: String?

  init(_ facts: RoundFacts, order: [RecordID]) {
    round = facts.round
    self.order = order
  }

  let hints: [(String, Words)] = [
    ("Enter", Words("cast all", "全員分を提出")), ("Tab", Words("show / hide digits", "数字の表示")),
    ("-", Words("no card", "カードなし")), ("Esc", Words("close", "閉じる")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")):
      if field.text.trimmed.isEmpty { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, onYes: .discard))
    case .key(.enter): return cast(model)
    case .key(.tab): isShown.toggle()
    case .key(let key): _ = field.receive(key)
    case .paste(let text): field.paste(text)
    }
    return .stays
  }

  private func line(_ facts: RoundFacts) -> CardLine {
    CardLine(field.text, expecting: order.count, facts)
  }

  private mutating func cast(_ model: Model) -> LayerResult {
    guard let facts = RoundFacts(round, model.assessment) else { return .closes }
    let line = line(facts)
    guard line.problem == nil else { return .stays }
    let missing = order.dropFirst(line.cards.count).map(model.assessment.name(ofParticipant:))
    guard missing.isEmpty else {
      problem = "\(field.text.count + 1): " + model.say(EstimateWords.tooFew(missing))
      return .stays
    }
    let ballots = zip(order, line.cards).compactMap { participant, card -> Ballot? in
      guard case .pair(let likelihood, let consequence) = card else { return nil }
      return Ballot(
        round: round, participant: participant, likelihood: likelihood, consequence: consequence)
    }
    guard !ballots.isEmpty else {
      problem = model.say(EstimateWords.nothingToCast)
      return .stays
    }
    return .stays([.cast(ballots)])
  }

  private(set) var isDone = false

  mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  mutating func refused(_ notice: Notice) { problem = notice.text }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    guard let facts = RoundFacts(round, model.assessment) else { return }
    let line = line(facts)
    let columns = min(body.columns - 4, 76)
    let across = max(1, (columns - 4) / 24)
    let down = (order.count + across - 1) / across
    let size = Size(columns: columns, rows: min(body.rows, down + 6))
    let inside = pen.window(body.centered(size), title: model.say(EstimateWords.cardsTitle))
    let prompt = pen.glyphs[.promptInput] + " "
    let used = pen.put(prompt, at: inside.origin, role: .title)
    shownField(pen.glyphs).draw(
      &pen, at: inside.origin.moved(columns: used), width: inside.columns - used, placeholder: "34 35 25 …")
    let sentence = problem ?? line.problem.map { "\($0.column): " + model.say($0.words) }
    pen.put(
      sentence ?? model.say(EstimateWords.unseen), at: inside.line(1).origin,
      role: sentence == nil ? .textMuted : .messageError, width: inside.columns)
    let list = inside.splitTop(3).rest
    let width = list.columns / across
    for (index, participant) in order.enumerated() where index % down < list.rows {
      let place = list.line(index % down).origin.moved(columns: index / down * width)
      draw(participant, index, line, model, &pen, at: place, width: width - 1)
    }
  }

  /// The line as typed, or each digit as a mark, so that the cursor and the blanks stay where they are.
  private func shownField(_ glyphs: Glyphs) -> TextField {
    guard !isShown else { return field }
    var masked = field
    masked.replaceCharacters { $0.wholeNumberValue == nil ? $0 : Character(glyphs[.mark]) }
    return masked
  }

  private func draw(
    _ participant: RecordID, _ index: Int, _ line: CardLine, _ model: Model, _ pen: inout Pen,
    at place: Point, width: Int
  ) {
    let name = model.assessment.name(ofParticipant: participant)
    let mark: (String, String, Role)
    switch line.cards.indices.contains(index) ? line.cards[index] : nil {
    case .pair(let likelihood, let consequence):
      let pair = isShown ? "\(likelihood) × \(consequence)" : pen.glyphs[.mark] + pen.glyphs[.mark]
      mark = (pen.glyphs[.check], pair, .messageSuccess)
    case .some(.none): mark = (pen.glyphs[.absent], "", .textMuted)
    case nil:
      let isWrong = index == line.cards.count && line.problem != nil
      mark = (
        isWrong ? pen.glyphs[.cross] : pen.glyphs[.phaseNotStarted], "", isWrong ? .messageError : .textMuted
      )
    }
    let shown = DisplayWidth.clip(name, to: max(2, width - 9), ellipsis: pen.glyphs[.truncation])
    pen.put([(mark.0 + " ", mark.2), (shown + " ", .text), (mark.1, mark.2)], at: place, width: width)
  }
}
