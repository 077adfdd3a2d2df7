package import Canvas
package import Domain

/// One risk or the matrix alone, as large as the frame, for a room to look at. Keys that move and turn act on the
/// screen below; `p` chooses for whose eyes it is.
package struct ProjectorLayer: Layer {
  package let hints: [(String, Words)] = [
    ("↑ ↓ ← →", Words("next, previous", "前後へ")), ("r", Words("rating shown", "評価の種類")),
    ("p", Words("for whose eyes", "見せる相手")), ("Esc", Words("back", "戻る")),
  ]

  /// Actions of the screen below that its keys still run.
  private static let forwarded: Set<String> = [
    "up", "down", "left", "right", "page-up", "page-down", "first", "last", "rating-kind",
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"):
      Self.show(to: nil, &model)
      return .closes
    case .character("p"): Self.show(to: Self.nextAudience(model), &model)
    case .character("n"): run("down", &model)
    default: step(key.halfWidth, &model)
    }
    return .stays
  }

  /// Opens it for the eyes of the party with that key or name; stays away when there is none.
  static func open(for name: String, _ model: inout Model) {
    let wanted = name.lowercased()
    let parties = model.assessment.ids(.party)
    let party = parties.first {
      [model.assessment.label(of: $0), model.assessment.title(of: $0)].contains { $0?.lowercased() == wanted }
    }
    guard let party else {
      let keys = parties.map(model.assessment.label(of:)).joined(separator: ", ")
      let words = Words(
        "No party \"\(name)\" here: use \(keys).", "「\(name)」という組織はありません。\(keys) から選んでください。")
      model.notice = Notice(model.say(words), .warning)
      return
    }
    show(to: Audience(party: party, model.assessment), &model)
    model.layers.append(ProjectorLayer())
  }

  private func step(_ key: Key, _ model: inout Model) {
    if let action = model.keymap.action(for: key, in: model) { run(action.id, &model) }
  }

  private func run(_ id: String, _ model: inout Model) {
    guard Self.forwarded.contains(id), let action = ActionRegistry.action(named: id) else { return }
    _ = model.run(action)
  }

  /// Everybody's, then each party's in turn.
  private static func nextAudience(_ model: Model) -> Audience? {
    let parties = model.assessment.ids(.party)
    let next = model.audience.flatMap { parties.firstIndex(of: $0.party) }.map { $0 + 1 } ?? 0
    return next < parties.count ? Audience(party: parties[next], model.assessment) : nil
  }

  private static func show(to audience: Audience?, _ model: inout Model) {
    model.audience = audience
    model.states[.matrix]?.isStale = true
    guard let audience, model.screen == .register, let risk = model.current,
      !audience.sees(risk, model.assessment)
    else { return }
    // An empty page tells a room nothing: the first that may be seen comes up.
    if let seen = model.shownRisks.first(where: { audience.sees($0, model.assessment) }) {
      _ = model.select(seen)
    }
  }

  // MARK: Drawing

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let whole = Rect(pen.frame.size).splitBottom(1).rest
    pen.frame.fill(whole)
    drawHead(model, &pen, in: whole.line(0))
    let room = whole.splitTop(2).rest.inset(columns: 2, rows: 0)
    if model.screen == .matrix {
      Screens.screen(.matrix).drawBody(model, &pen, in: room)
    } else if let risk = model.current, model.assessment.kind(of: risk) == .risk {
      drawRisk(risk, model, &pen, in: room)
    } else {
      pen.put(Words("No risk under the cursor.", "カーソル位置にリスクがありません。"), at: room.origin, role: .textMuted)
    }
  }

  private func drawHead(_ model: Model, _ pen: inout Pen, in line: Rect) {
    let title = model.assessment.head.flatMap { model.assessment[$0, AssessmentRecord.title] } ?? ""
    var runs: [(String, Role)] = [(" " + title, .textMuted)]
    if let audience = model.audience {
      let hidden = model.shownRisks.count { !audience.sees($0, model.assessment) }
      let name = model.name(of: audience.party)
      runs.append(("   " + model.say(Words("for \(name)", "\(name) 向け")), .title))
      if hidden > 0 {
        runs.append(
          (
            "   " + model.say(Words("\(hidden) risks left out", "共有されていないリスク \(hidden) 件を除く")),
            .messageWarning
          ))
      }
    }
    pen.put(runs, at: line.origin, width: line.columns)
  }

  private func drawRisk(_ risk: RecordID, _ model: Model, _ pen: inout Pen, in room: Rect) {
    if let audience = model.audience, !audience.sees(risk, model.assessment) {
      let words = Words("This risk is not shared with them.", "このリスクは共有されていません。")
      pen.put(words, at: room.origin.moved(rows: room.rows / 2), role: .textStrong, width: room.columns)
      return
    }
    RiskPoster(risk: risk, model: model).draw(&pen, in: room)
  }
}
