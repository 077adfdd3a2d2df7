import Canvas
import Domain

/// What a disclosure supports: the giver's duties and the receiver's controls, switched one by one or all together.
struct SupportLayer: Layer {
  let disclosure: RecordID
  let offered: [RecordID]
  private var chosen: Set<RecordID>
  private let before: Set<RecordID>
  private var cursor = ListCursor()

  init(_ disclosure: RecordID, _ model: Model) {
    self.disclosure = disclosure
    let assessment = model.assessment
    let named = assessment.reliance(on: disclosure)
    let usual = assessment.party(of: disclosure).map {
      assessment.supportable(by: $0, for: assessment[disclosure, Disclosure.to])
    }
    offered = (usual ?? []) + named.filter { usual?.contains($0) != true }
    before = Set(named)
    chosen = before
  }

  let hints: [(String, Words)] = [
    ("Space", Words("on or off", "入切")), ("*", Words("all", "全て")), ("Enter", Words("save", "保存")),
    ("Esc", Words("cancel", "取消")),
  ]

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .character("*"): chosen = chosen.isSuperset(of: offered) ? [] : Set(offered)
    case .character(" "):
      guard offered.indices.contains(cursor.place) else { return .stays }
      chosen.formSymmetricDifference([offered[cursor.place]])
      cursor.go(to: cursor.place + 1, count: offered.count)
    case .enter: return chosen == before ? .closes : .closes([.perform(commands(model), .action)])
    default: cursor.receive(key, count: offered.count)
    }
    return .stays
  }

  private func commands(_ model: Model) -> [Command] {
    let kept = offered.filter(chosen.contains)
    let clauses = kept.filter { model.assessment.kind(of: $0) == .commitment }
    let controls = kept.filter { model.assessment.kind(of: $0) == .controlStatement }
    return [
      .set(disclosure, Slot(Disclosure.commitments.key), .references(clauses)),
      .set(disclosure, Slot(Disclosure.controls.key), .references(controls)),
    ]
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let assessment = model.assessment
    let size = Size(columns: min(body.columns - 4, 90), rows: min(body.rows, max(1, offered.count) + 4))
    let title =
      assessment.label(of: disclosure) + "  "
      + model.say(Words("what it supports", "裏付ける合意事項と管理策"))
    let inside = pen.window(body.centered(size), title: title)
    let (head, list) = inside.splitTop(2)
    let count = Words("\(chosen.count) of \(offered.count) chosen", "\(offered.count)件中 \(chosen.count)件")
    pen.put(count, at: head.origin, role: .textMuted, width: head.columns)
    guard !offered.isEmpty else {
      let words = Words(
        "No duty to disclose and no control is left to this party.", "この組織の提供義務も、委ねられた管理策もありません。")
      pen.put(words, at: list.origin, role: .textMuted, width: list.columns)
      return
    }
    pen.drawList(offered.count, cursor, in: list) { pen, index, line in
      draw(offered[index], model, &pen, in: line)
    }
  }

  private func draw(_ record: RecordID, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let assessment = model.assessment
    let isOn = chosen.contains(record)
    let others = assessment.disclosures(supporting: record).filter {
      $0 != disclosure && assessment.standing(ofDisclosure: $0, today: model.context.today).carries
    }
    let already = others.isEmpty ? "" : "  " + others.map(assessment.label(of:)).joined(separator: " ")
    pen.put(
      [
        (pen.glyphs[isOn ? .check : .controlNone] + " ", isOn ? .messageSuccess : .textMuted),
        (assessment.label(of: record) + "  ", .textMuted),
        (model.shownName(of: record), isOn ? .textStrong : .text),
        (already, .textMuted),
      ], at: line.origin, width: line.columns)
  }
}
