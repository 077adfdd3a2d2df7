import Canvas
import Domain

/// The move to the 2022 edition before it is made: where each decision lands, which come together, what is new.
struct EditionLayer: Layer {
  let moves: [EditionMove]
  private let lines: [EditionLine]
  private let refusal: String?
  private var cursor = ListCursor()
  private var onlyMerges = false
  private(set) var isDone = false
  private let commands: [Command]
  /// Residual risks whose acceptance the move ends.
  private let risks: [RecordID]

  static let keys = EditionKeys(older: "iso-27002-2013", newer: "iso-27001-2022-annex-a")

  /// - Parameters:
  ///   - moves: Of the parties shown; not empty.
  ///   - model: Where everything stands.
  init(_ moves: [EditionMove], _ model: Model) {
    self.moves = moves
    commands = EditionMove.commands(moves, in: model.assessment)
    refusal = model.assessment.foresee(commands, in: model.context).refusal.map {
      model.say(Sentence.words($0, model.assessment))
    }
    risks = moves.flatMap { $0.acceptancesToRenew(in: model.assessment) }
    lines = moves.flatMap { EditionLine.lines(of: $0, model) }
  }

  /// The parties shown that still state by the older edition.
  static func moves(_ model: Model) -> [EditionMove] {
    ControlsScreen.parties(model).compactMap {
      EditionMove(of: $0, keys, model.assessment, model.context.catalogues, model.language)
    }
  }

  var hints: [(String, Words)] {
    [
      ("Enter", Words("move", "移行する")), ("m", Words("only what merges / all", "統合のみ・全て")),
      ("↑ ↓ PgUp PgDn", Words("look through", "送り")), ("Esc", Words("leave it as it is", "移行しない")),
    ]
  }

  private var shown: [EditionLine] { onlyMerges ? lines.filter(\.isOfMerge) : lines }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .character("m"):
      onlyMerges.toggle()
      cursor = ListCursor()
    case .enter: ask(&model)
    default: cursor.receive(key, count: shown.count)
    }
    return .stays
  }

  private mutating func ask(_ model: inout Model) {
    let now = EditionLayer(Self.moves(model), model)
    guard now.commands == commands else {
      self = now
      model.notice = Notice(
        model.say(
          Words(
            "Others changed something meanwhile: look at the move again.",
            "この間に他の端末で変更がありました。移行内容を確かめ直してください。")), .warning)
      return
    }
    if let refusal {
      model.notice = Notice(refusal, .error)
      return
    }
    let names = moves.map { model.shortName(of: $0.party) }.joined(separator: ", ")
    let question = Words(
      "Move the statement of applicability of \(names) to the 2022 edition? \(key: "undo") takes it back in one step.",
      "\(names) の適用宣言書を 2022 年版へ移行しますか？ \(key: "undo") で一度に元へ戻せます。")
    model.layers.append(
      ConfirmLayer(
        question, onYes: .effects([.perform(commands, .step)]), asOf: model.assessment.revision))
  }

  mutating func saved(_ changes: [Change], _ model: Model) { isDone = !changes.isEmpty }

  mutating func goOn(_ model: inout Model) {
    guard isDone else { return }
    let moved = moves.reduce(0) { $0 + $1.moved }
    let landed = moves.reduce(0) { $0 + $1.landings.count }
    let words = Words(
      "\(moved) statements landed on \(landed) controls of the 2022 edition. \(key: "undo") takes it back.",
      "\(moved) 件の適用宣言を 2022 年版の管理策 \(landed) 件へ移しました。\(key: "undo") で元に戻せます。")
    model.notice = Notice(model.say(words), .success)
  }

  // MARK: Drawing

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.window(body, title: model.say(Words("Move to the 2022 edition", "2022 年版への移行")))
    let heads = summary(model)
    for (offset, head) in heads.enumerated() {
      pen.put(head, at: inside.line(offset).origin, width: inside.columns)
    }
    let list = inside.splitTop(heads.count + 1).rest
    pen.frame.cursor = list.origin
    let shown = shown
    pen.drawList(shown.count, cursor, in: list, isMarked: true) { pen, index, line in
      shown[index].draw(&pen, in: line)
    }
  }

  private func summary(_ model: Model) -> [[(String, Role)]] {
    var heads = moves.map { head(of: $0, model) }
    if !risks.isEmpty {
      let labels = risks.map(model.assessment.label(of:)).joined(separator: " ")
      let words = Words(
        "residual risks to accept again, their controls being others: ", "管理策が変わるため受容し直す残留リスク: ")
      heads.append([(model.glyphs[.severityWarning] + " " + model.say(words) + labels, .gateWarning)])
    }
    if let refusal { heads.append([(model.glyphs[.severityBlocker] + " " + refusal, .messageError)]) }
    return heads
  }

  /// `CSC  106 → 79   55 alone, 24 merged from 51   14 to decide`
  private func head(of move: EditionMove, _ model: Model) -> [(String, Role)] {
    let merges = move.landings.filter(\.isMerge).count
    let arrow = model.glyphs[.arrowRight]
    let facts = Words(
      "\(move.landings.count - merges) as they are, \(merges) merged, \(move.undecided.count) to decide anew",
      "そのまま \(move.landings.count - merges)、統合 \(merges)、新たに決める \(move.undecided.count)")
    let staying =
      move.staying.isEmpty
      ? Words("nothing left behind", "残るもの 0")
      : Words("\(move.staying.count) stay", "残るもの \(move.staying.count)")
    return [
      (model.shortName(of: move.party) + "  ", .textStrong),
      ("\(move.moved) \(arrow) \(move.landings.count)   ", .text), (model.say(facts) + "   ", .text),
      (model.say(staying), move.staying.isEmpty ? .textMuted : .gateWarning),
    ]
  }
}
