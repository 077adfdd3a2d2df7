import Canvas
import Domain

/// One participant after another types two digits unseen on one keyboard; each pair is cast at once.
struct TurnLayer: Layer {
  private let round: RecordID
  private let order: [RecordID]
  private var index = 0
  private var digits = BallotDigits()
  private var problem: String?

  init(_ facts: RoundFacts, order: [RecordID]) {
    round = facts.round
    self.order = order
  }

  let hints: [(String, Words)] = [
    ("1-9", Words("two digits", "2桁")), ("Tab", Words("skip", "次の人へ")),
    ("Backspace", Words("one back", "一つ戻す")), ("Esc", Words("close", "閉じる")),
  ]

  var isDone: Bool { index >= order.count }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    problem = nil
    switch key {
    case .escape, .control("c"): return .closes
    case .tab, .down: turn(1)
    case .backTab, .up: turn(-1)
    case .backspace: if !digits.takeBack() { turn(-1) }
    default: if let digit = key.digit { return type(digit, model) }
    }
    return isDone ? .closes : .stays
  }

  private mutating func turn(_ step: Int) {
    digits = BallotDigits()
    index = max(0, index + step)
  }

  private mutating func type(_ digit: Int, _ model: Model) -> LayerResult {
    guard let facts = RoundFacts(round, model.assessment) else { return .closes }
    problem = digits.type(digit, facts).map { model.say($0) }
    guard let ballot = digits.ballot(round, order[index]) else { return .stays }
    digits = BallotDigits()
    return .stays([.cast([ballot])])
  }

  mutating func saved(_ changes: [Change], _ model: Model) { turn(1) }

  mutating func refused(_ notice: Notice) { problem = notice.text }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    guard order.indices.contains(index) else { return }
    let participant = order[index]
    let size = Size(columns: min(body.columns - 4, 64), rows: min(body.rows, 13))
    let title = model.say(Words("In turn", "順番に入力")) + "  \(index + 1) / \(order.count)"
    let inside = pen.window(body.centered(size), title: title)
    let name = model.assessment.name(ofParticipant: participant)
    let party = model.assessment.party(of: participant).map(model.name(of:)) ?? ""
    let spaced = name.map(String.init).joined(separator: " ")
    let large = DisplayWidth.width(of: spaced) <= inside.columns ? spaced : name
    pen.put(
      DisplayWidth.pad(large, to: inside.columns, alignment: .center), at: inside.line(2).origin,
      role: .title, width: inside.columns)
    pen.put(
      DisplayWidth.pad(party, to: inside.columns, alignment: .center), at: inside.line(3).origin,
      role: .textMuted, width: inside.columns)
    digits.draw(&pen, at: inside.line(6).origin.moved(columns: 2), width: inside.columns - 2)
    if let problem {
      pen.put(
        problem, at: inside.line(8).origin.moved(columns: 2), role: .messageError, width: inside.columns - 2)
    } else {
      pen.put(
        EstimateWords.unseen, at: inside.line(8).origin.moved(columns: 2), role: .textMuted,
        width: inside.columns - 2)
    }
    guard order.indices.contains(index + 1) else { return }
    let next = model.assessment.name(ofParticipant: order[index + 1])
    pen.put(
      model.say(Words("next: ", "次: ")) + next, at: inside.line(10).origin.moved(columns: 2),
      role: .textMuted, width: inside.columns - 2)
  }
}
