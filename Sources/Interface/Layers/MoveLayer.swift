import Canvas
import Domain

/// A subtree taken up from a tree: the cursor chooses what it is to hang from, Enter moves it, Esc leaves it.
struct MoveLayer: Layer {
  /// The records taken up, none of them below another.
  let records: [RecordID]

  static let word = Words("moving", "付け替え中")

  let footRows = 4

  let hints: [(String, Words)] = [
    ("Enter", Words("hang it here", "ここに付ける")), ("← ↑ ↓ →", Words("choose", "選択")),
    ("Esc", Words("leave it", "やめる")),
  ]

  /// Takes up what is chosen, or says why it stays.
  static func takeUp(_ model: inout Model) {
    let assessment = model.assessment
    let chosen = model.chosen.filter { assessment.parentSlot(of: $0) != nil }
    let below = Set(chosen.flatMap(assessment.subtree(of:)))
    let records = chosen.filter { !below.contains($0) }
    for record in records {
      guard let slot = assessment.parentSlot(of: record) else { continue }
      if let lock = assessment.lock(on: record, slot),
        let field = assessment.kind(of: record)?.description.field(slot.key)
      {
        let refusal = Refusal.locked(record, field, party: lock.party, phase: lock.phase, state: lock.state)
        model.notice = Notice(model.say(Sentence.words(refusal, assessment)), .warning)
        return
      }
    }
    model.layers.append(MoveLayer(records: records))
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .up, .character("k"): move(.up, &model)
    case .down, .character("j"): move(.down, &model)
    case .left, .character("h"): move(.left, &model)
    case .right, .character("l"): move(.right, &model)
    case .pageUp: move(.pageUp, &model)
    case .pageDown: move(.pageDown, &model)
    case .home, .character("g"): move(.first, &model)
    case .end, .character("G"): move(.last, &model)
    case .escape, .control("c"), .character("q"):
      _ = model.select(records[0])
      return .closes
    case .enter: return hang(&model)
    default: break
    }
    return .stays
  }

  private func move(_ motion: Motion, _ model: inout Model) {
    var state = model.state
    Screens.screen(model.screen).move(motion, model, &state, page: model.listHeight)
    model.state = state
  }

  private func hang(_ model: inout Model) -> LayerResult {
    guard let parent = model.current, refusal(under: parent, model) == nil else { return .stays }
    let commands = records.compactMap { record in
      model.assessment.parentSlot(of: record).map { Command.set(record, $0, .reference(parent)) }
    }
    model.state.folded.remove(parent)
    model.marks = []
    _ = model.select(records[0])
    return .closes([.perform(commands, .action)])
  }

  // MARK: What it would do

  /// Why it cannot hang from the line under the cursor, in a sentence; nil when it can.
  private func refusal(under parent: RecordID?, _ model: Model) -> Words? {
    guard let parent else { return Words("Choose a line of the tree.", "付け替え先の行を選んでください。") }
    let labels = { (id: RecordID) in model.assessment.label(of: id) }
    for record in records {
      guard let obstacle = model.assessment.obstacle(toMoving: record, under: parent) else { continue }
      return obstacle.sentence(labels(record), labels(parent), model.assessment.kind(of: record))
    }
    return nil
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.foot(footRows, of: model.layout.main.inset()).inset(columns: 2, rows: 0)
    pen.put(
      [
        (model.say(Words("Move  ", "付け替え  ")), .title), (taken(model), .textStrong),
        (below(model), .textMuted),
      ],
      at: inside.origin, width: inside.columns)
    pen.put(way(model, pen.glyphs), at: inside.line(1).origin, width: inside.columns)
    if let words = refusal(under: model.current, model) {
      pen.put(
        pen.glyphs[.cross] + " " + model.say(words), at: inside.line(2).origin, role: .messageError,
        width: inside.columns)
    } else {
      let words = Words(
        " Enter moves it; \(key: "undo") takes it back", " Enter で付け替えます（\(key: "undo") で元に戻せます）")
      pen.put(
        pen.glyphs[.check] + model.say(words), at: inside.line(2).origin, role: .messageSuccess,
        width: inside.columns)
    }
  }

  private func name(_ record: RecordID, _ model: Model) -> String {
    model.assessment.label(of: record) + " " + (model.assessment.title(of: record) ?? "")
  }

  private func taken(_ model: Model) -> String {
    let more = records.count > 1 ? " +\(records.count - 1)" : ""
    return DisplayWidth.clip(name(records[0], model), to: 48, ellipsis: model.glyphs[.truncation]) + more
  }

  /// How many records come along with those taken up.
  private func below(_ model: Model) -> String {
    let count = records.reduce(0) { $0 + model.assessment.subtree(of: $1).count }
    return count == 0 ? "" : model.say(Words("  with \(count) below", "  下位 \(count)件とともに"))
  }

  /// `P-3 … ⟶ P-4 …`: from what it hangs to what it would hang from.
  private func way(_ model: Model, _ glyphs: Glyphs) -> [(String, Role)] {
    let assessment = model.assessment
    let from = assessment.parentSlot(of: records[0]).flatMap { assessment.value(records[0], $0) }
      .flatMap(RecordID.init)
    let clip = { (text: String) in DisplayWidth.clip(text, to: 40, ellipsis: glyphs[.truncation]) }
    return [
      (from.map { clip(name($0, model)) } ?? model.say(Words("nothing above", "上位なし")), .textMuted),
      ("  " + glyphs[.arrowRight] + "  ", .textMuted),
      (model.current.map { clip(name($0, model)) } ?? glyphs[.absent], .textStrong),
    ]
  }
}

extension PlacementObstacle {
  /// Why, and what would do instead.
  func sentence(_ record: String, _ parent: String, _ kind: RecordKind?) -> Words {
    let isDocument = kind == .policyDocument
    switch self {
    case .itself:
      return Words("\(record) itself: choose what it should hang from.", "\(record) 自身です。付け替え先を選んでください。")
    case .belowItself:
      return Words(
        "\(parent) hangs from \(record): the two would stand above each other.",
        "\(parent) は \(record) の下位にあり、循環します。別の上位を選んでください。")
    case .otherParty:
      return Words(
        "\(parent) is another party's: choose one of the same party.", "\(parent) は別の組織のものです。同じ組織から選んでください。")
    case .lowerTier:
      return isDocument
        ? Words(
          "\(parent) is of a lower tier than \(record): choose one of the same or a higher tier.",
          "\(parent) は \(record) より下位の階層です。同位又は上位の文書を選んでください。")
        : Words(
          "\(parent) is of a lower level than \(record): choose one of the same or a higher level.",
          "\(parent) は \(record) より下の階層の目的です。同位又は上位の目的を選んでください。")
    case .isTop:
      return Words(
        "\(record) is the basic policy: nothing stands above it.", "\(record) は基本方針です。上位文書は置けません。")
    case .otherKind:
      return isDocument
        ? Words("Choose a document.", "文書の行を選んでください。") : Words("Choose an objective.", "目的の行を選んでください。")
    }
  }
}

extension Model {
  /// Whether a record was taken up to be hung elsewhere.
  func isBeingMoved(_ record: RecordID) -> Bool {
    layers.contains { ($0 as? MoveLayer)?.records.contains(record) ?? false }
  }
}
