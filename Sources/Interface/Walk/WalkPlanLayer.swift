import Canvas
import Domain

/// How the next walk is to go: way, sample, seed, number. Arrows choose, digits are typed; behind it the places follow.
struct WalkPlanLayer: Layer {
  private enum Line: CaseIterable {
    case way, rule, seed, size, since
  }

  private var plan: WalkPlan
  private var cursor = 0
  private var seed: TextField
  private var size: TextField
  private var since: TextField
  private var problem: Words?

  init(_ plan: WalkPlan) {
    self.plan = plan
    seed = TextField(String(plan.seed))
    size = TextField(String(plan.size))
    since = TextField(plan.since?.text ?? "")
  }

  let hints: [(String, Words)] = [
    ("↑ ↓", Words("move", "移動")), ("← →", Words("choose", "選択")), ("Enter", Words("use", "決定")),
    ("Esc", Words("cancel", "取消")),
  ]

  private var lines: [Line] {
    switch (plan.way, plan.rule) {
    case (.trace, _): [.way]
    case (_, .seed): [.way, .rule, .seed, .size]
    case (_, .judgement): [.way, .rule]
    case (_, .changed): [.way, .rule, .since]
    }
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    switch input {
    case .key(.escape), .key(.control("c")): return .closes
    case .key(.enter): return use(&model)
    case .key(.down), .key(.tab): cursor = min(cursor + 1, lines.count - 1)
    case .key(.up), .key(.backTab): cursor = max(0, cursor - 1)
    case .key(let key): type(key, model)
    case .paste(let text): for character in text { type(.character(character), model) }
    }
    return .stays
  }

  private mutating func type(_ key: Key, _ model: Model) {
    let step = key == .right || key == .character(" ") ? 1 : key == .left ? -1 : 0
    switch lines[min(cursor, lines.count - 1)] {
    case .way: plan.way = Self.turned(plan.way, step)
    case .rule:
      plan.rule = Self.turned(plan.rule, step)
      if plan.rule == .changed, since.isEmpty { since = TextField(lastAudit(model)?.text ?? "") }
    case .seed: _ = seed.receive(key.halfWidth)
    case .size: _ = size.receive(key.halfWidth)
    case .since: _ = since.receive(key.halfWidth)
    }
  }

  private static func turned<Content: Choice>(_ choice: Content, _ step: Int) -> Content {
    let all = Array(Content.allCases)
    let now = all.firstIndex(of: choice) ?? 0
    return all[(now + step + all.count) % all.count]
  }

  /// The last day of the latest audit or walk that ended.
  private func lastAudit(_ model: Model) -> Day? {
    let assessment = model.assessment
    let audits = assessment.ids(.audit).filter {
      plan.auditee == nil || assessment[$0, Audit.auditee] == plan.auditee
    }.compactMap { assessment[$0, Audit.until] ?? assessment[$0, Audit.from] }
    let walks = assessment.ids(.walk).filter {
      plan.auditee == nil || assessment[$0, Walk.auditee] == plan.auditee
    }.compactMap { assessment[$0, Walk.endedOn] }
    return (audits + walks).filter { $0 <= model.context.today }.max()
  }

  private mutating func use(_ model: inout Model) -> LayerResult {
    if lines.contains(.seed) {
      guard let number = Int(seed.text.trimmed), number >= 0 else {
        problem = Words("The seed is a whole number.", "シードは整数で入力してください。")
        return .stays
      }
      guard let count = Int(size.text.trimmed), count > 0 else {
        problem = Words("Records per stop: a whole number from 1 on.", "一か所の件数は1以上の整数で入力してください。")
        return .stays
      }
      plan.seed = number
      plan.size = count
    }
    guard lines.contains(.since) else {
      model.walk.plan = plan
      model.prepare()
      let first = model.states[.walk].flatMap { WalkScreen().firstLine($0, model) }
      model.states[.walk]?.cursor = first ?? 0
      return .closes
    }
    guard let day = Day(text: since.text.trimmed) else {
      problem = Words("A day, such as 2026-04-01.", "2026-04-01 のように日付で入力してください。")
      return .stays
    }
    plan.since = day
    model.walk.plan = plan
    return .closes([.readChanged(since: day)])
  }

  // MARK: Drawing

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 66), rows: min(body.rows, 9))
    let inside = pen.window(body.centered(size), title: model.say(WalkWords.name))
    for (index, line) in lines.enumerated() {
      let isCursor = index == min(cursor, lines.count - 1)
      let row = inside.line(index)
      if isCursor { pen.frame.paint(row, ground: .selection) }
      pen.put(words(line), at: row.origin, role: .formLabel, width: 24)
      let place = row.origin.moved(columns: 24)
      let width = row.columns - 24
      switch line {
      case .way: choice(plan.way.words, isCursor, &pen, at: place, width)
      case .rule: choice(plan.rule.words, isCursor, &pen, at: place, width)
      case .seed: seed.draw(&pen, at: place, width: width, hasFocus: isCursor)
      case .size: self.size.draw(&pen, at: place, width: width, hasFocus: isCursor)
      case .since: since.draw(&pen, at: place, width: width, hasFocus: isCursor)
      }
    }
    let foot = inside.splitBottom(2).bottom
    if let problem {
      pen.put(problem, at: foot.line(1).origin, role: .formError, width: foot.columns)
    } else {
      for (offset, text) in DisplayWidth.wrap(model.say(hint), to: foot.columns).prefix(2).enumerated() {
        pen.put(String(text), at: foot.line(offset).origin, role: .textMuted, width: foot.columns)
      }
    }
  }

  private func choice(_ words: Words, _ isCursor: Bool, _ pen: inout Pen, at place: Point, _ width: Int) {
    if isCursor { pen.frame.cursor = place }
    pen.put(
      [
        (isCursor ? pen.glyphs[.arrowLeft] + " " : "  ", .footerKey), (pen.say(words), .formValue),
        (isCursor ? " " + pen.glyphs[.arrowRight] : "", .footerKey),
      ], at: place, width: width)
  }

  private func words(_ line: Line) -> Words {
    switch line {
    case .way: Walk.way.field.words
    case .rule: Walk.rule.field.words
    case .seed: Walk.seed.field.words
    case .size: Walk.size.field.words
    case .since: Walk.since.field.words
    }
  }

  private var hint: Words {
    guard plan.way != .trace else {
      return Words(
        "From the commitment to the evidence, along the record \(key: "walk") was pressed on.",
        "\(key: "walk") を押した記録を通る、合意事項から証拠までの線をたどります。")
    }
    switch plan.rule {
    case .seed:
      return Words(
        "The same seed draws the same records again; it is recorded.", "同じシードからは同じ記録が抽出されます。シードは記録に残ります。")
    case .judgement:
      return Words(
        "Nothing is drawn; \(key: "walk-pick") picks records, each marked so.",
        "無作為抽出はせず、\(key: "walk-pick") で記録を選びます。判断に基づくサンプリングとして記録されます。")
    case .changed:
      return Words("Only what the journal says was changed since that day.", "その日以降に変更された記録だけを見ます。")
    }
  }
}
