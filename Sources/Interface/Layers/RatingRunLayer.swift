package import Canvas
package import Domain

/// Rating one risk after another: a digit for likelihood, a digit for consequence, and the next unrated comes up.
package struct RatingRunLayer: Layer {
  /// The risk in front.
  private(set) var risk: RecordID
  /// The first digit, while the second is awaited.
  private var likelihood: Int?
  /// Why, typed with `j`, to be kept with the rating.
  private var reason = TextField()
  private var isTypingReason = false
  private var problem: String?
  /// What was rated in this run, the latest last; Backspace leads back along it.
  private var rated: [RecordID] = []
  private var skipped: Set<RecordID> = []
  private var left: Int
  package private(set) var isDone = false

  package let footRows = 8

  /// Nil when none of the risks shown is unrated.
  init?(_ model: Model) {
    guard let first = Self.next(after: model.state.cursor - 1, [], model) else { return nil }
    risk = first
    left = Self.unrated(model).count
  }

  package var hints: [(String, Words)] {
    if isTypingReason { return [("Enter", Words("keep", "決定")), ("Esc", Words("back to digits", "数字に戻る"))] }
    return [
      ("1–9", Words("likelihood, consequence", "起こりやすさ・結果")), ("Space", Words("skip", "飛ばす")),
      ("Backspace", Words("back", "戻る")), ("j", Words("why", "根拠")), ("Esc", Words("end", "終了")),
    ]
  }

  package var unsavedText: UnsavedText? {
    guard !reason.text.trimmed.isEmpty else { return nil }
    return UnsavedText(
      kind: RecordKind.risk.rawValue, party: nil, records: [risk.text], line: nil,
      fields: [Risk.justification.field.name: reason.text])
  }

  /// The risk, both scales with their steps, and what two digits come to.
  package func account(_ model: Model) -> PlainAccount {
    let assessment = model.assessment
    var lines = [model.line(of: risk), model.say(Words("\(left) left", "残り \(left)件"))]
    if let text = assessment[risk, Risk.consequence] {
      lines.append(model.say(Risk.consequence.field.words) + ": " + text)
    }
    for axis in [Risk.likelihood.field, Risk.consequenceStep.field] {
      lines.append(
        model.say(axis.words) + ": " + FormHint.text(for: axis, party: assessment.party(of: risk), model))
    }
    if let likelihood { lines.append(model.say(Risk.likelihood.field.words) + " \(likelihood)") }
    if let problem { lines.append(problem) }
    guard !isTypingReason else {
      return PlainAccount(
        title: model.say(Words("Why", "根拠")), way: .line(PlainField(label: "", value: reason.text)))
    }
    lines.append(
      model.say(
        Words(
          "Two digits rate it, likelihood first: 3 4. Space skips, \(formKey: "j") gives a reason, a dot ends.",
          "起こりやすさ、結果の順に2桁: 3 4。Space で飛ばす、\(formKey: "j") で根拠、ピリオドだけの行で終わり。")))
    return PlainAccount(title: model.say(Words("Rating run", "連続評価")), lines: lines, way: .keys)
  }

  // MARK: Which risk is next

  private static func isRated(_ risk: RecordID, _ model: Model) -> Bool {
    model.assessment.level(risk) != nil
  }

  private static func unrated(_ model: Model) -> [RecordID] {
    model.state.rows.compactMap(\.record).filter { !isRated($0, model) }
  }

  /// The first unrated line behind a place, round the end; nil when there is none but those skipped.
  private static func next(after place: Int, _ skipped: Set<RecordID>, _ model: Model) -> RecordID? {
    let rows = model.state.rows
    for step in rows.indices {
      guard let risk = rows[(place + 1 + step + rows.count) % rows.count].record else { continue }
      if !skipped.contains(risk), !isRated(risk, model) { return risk }
    }
    return nil
  }

  private mutating func turn(to next: RecordID?, _ model: inout Model) {
    likelihood = nil
    left = Self.unrated(model).count
    guard let next else { return end(&model) }
    risk = next
    _ = model.select(next)
  }

  /// The cursor stays on what was rated last.
  private mutating func end(_ model: inout Model) {
    isDone = true
    if let last = rated.last { _ = model.select(last) }
    let count = Set(rated).count
    let sentence =
      left == 0
      ? Words("\(count) rated; no risk shown is unrated.", "\(count)件を評価しました。表示中に未評価はありません。")
      : Words("\(count) rated, \(left) left unrated.", "\(count)件を評価しました。未評価は残り \(left)件です。")
    model.notice = Notice(model.say(sentence), left == 0 ? .success : .info)
  }

  // MARK: Keys

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    if isTypingReason { return typeReason(input, model) }
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return leave(&model)
    case .character(" "), .right: skip(&model)
    case .backspace, .left: stepBack(&model)
    case .character("j"): isTypingReason = true
    case .character(let character):
      if let digit = character.wholeNumberValue { return rate(digit, model) }
    default: break
    }
    return isDone ? .closes : .stays
  }

  private mutating func leave(_ model: inout Model) -> LayerResult {
    guard reason.text.trimmed.isEmpty else {
      model.layers.append(ConfirmLayer(UI.discardTyped, lines: [reason.text], onYes: .discard))
      return .stays
    }
    end(&model)
    return .closes
  }

  private mutating func typeReason(_ input: LayerInput, _ model: Model) -> LayerResult {
    switch input {
    case .key(.enter):
      isTypingReason = false
      return keepReason(model)
    case .key(.escape), .key(.control("c")): isTypingReason = false
    case .key(let key): _ = reason.receive(key)
    case .paste(let text): reason.paste(text)
    }
    return .stays
  }

  /// A reason for a rating that stands already is kept at once; one for a rating to come waits for its digits.
  private mutating func keepReason(_ model: Model) -> LayerResult {
    guard Self.isRated(risk, model), likelihood == nil, !reason.text.trimmed.isEmpty else { return .stays }
    return .stays([.perform([reasonCommand], .step)])
  }

  private var reasonCommand: Command {
    .set(risk, Slot(Risk.justification.key), .text(TypedText.line(reason.text)))
  }

  /// Whether a reason was typed that no rating has taken: it never becomes another risk's.
  private mutating func holdsReason(_ model: Model) -> Bool {
    guard !reason.text.trimmed.isEmpty else { return false }
    let label = model.assessment.label(of: risk)
    problem = model.say(
      Words(
        "The reason typed is for \(label): rate it, or clear it with \(formKey: "j") and Ctrl-U.",
        "入力した根拠は \(label) のものです。評価するか、\(formKey: "j") と Ctrl-U で消してください。"))
    return true
  }

  private mutating func skip(_ model: inout Model) {
    guard !holdsReason(model) else { return }
    skipped.insert(risk)
    turn(to: Self.next(after: model.state.cursor, skipped, model), &model)
  }

  /// Takes back the first digit, else goes back to the risk rated before.
  private mutating func stepBack(_ model: inout Model) {
    guard likelihood == nil else {
      likelihood = nil
      return
    }
    guard !holdsReason(model) else { return }
    guard let before = rated.popLast() else {
      problem = model.say(Words("This is the first of the run.", "この回の最初のリスクです。"))
      return
    }
    turn(to: before, &model)
  }

  private mutating func rate(_ digit: Int, _ model: Model) -> LayerResult {
    guard let method = Scales.method(for: model.assessment.party(of: risk), model.assessment) else {
      problem = model.say(MatrixScreen().emptyText(model))
      return .stays
    }
    let steps = likelihood == nil ? method.likelihood : method.consequence
    guard steps.indices.contains(digit - 1) else {
      let axis = likelihood == nil ? Risk.likelihood.field.words : Risk.consequenceStep.field.words
      problem = model.say(
        Words("\(axis.en) has steps 1 to \(steps.count).", "\(axis.ja)は 1〜\(steps.count) です。"))
      return .stays
    }
    guard let first = likelihood else {
      likelihood = digit
      return .stays
    }
    var commands: [Command] = [
      .set(risk, Slot(Risk.likelihood.key), .integer(first)),
      .set(risk, Slot(Risk.consequenceStep.key), .integer(digit)),
    ]
    if !reason.text.trimmed.isEmpty { commands.append(reasonCommand) }
    return .stays([.perform(commands, .step)])
  }

  package mutating func saved(_ changes: [Change], _ model: Model) {
    reason = TextField()
    if rated.last != risk { rated.append(risk) }
  }

  package mutating func goOn(_ model: inout Model) {
    turn(to: Self.next(after: model.state.cursor, skipped, model), &model)
  }

  package mutating func refused(_ notice: Notice) {
    problem = notice.text
    likelihood = nil
  }
}

// MARK: Drawing

extension RatingRunLayer {
  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let inside = pen.foot(footRows, of: model.layout.main.inset()).inset(columns: 1, rows: 0)
    drawRisk(model, &pen, in: inside)
    guard let method = Scales.method(for: model.assessment.party(of: risk), model.assessment) else { return }
    let axes = (Risk.likelihood.field.words, Words("Consequence", "結果の大きさ"))
    let widths = Self.widths(method, model, room: inside.columns - 18)
    let (upper, lower) = (inside.line(3), inside.line(4))
    drawScale(
      axes.0, method.likelihood, likelihood, isAwaited: likelihood == nil, widths, model, &pen, in: upper)
    drawScale(axes.1, method.consequence, nil, isAwaited: likelihood != nil, widths, model, &pen, in: lower)
    drawFoot(model, method, &pen, in: inside)
  }

  private func drawRisk(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let assessment = model.assessment
    let count = model.say(Words("\(left) left", "残り \(left)件"))
    let room = area.columns - DisplayWidth.width(of: count) - 2
    pen.put(
      [
        (assessment.label(of: risk) + "  ", .textMuted),
        (assessment[risk, Risk.event] ?? pen.glyphs[.absent], .textStrong),
      ], at: area.origin, width: room)
    pen.putRight(count, at: area.origin, width: area.columns, role: .titleCount)
    let sources = assessment[risk, Risk.sources].joined(separator: FieldText.separator(model.language))
    let lines = [
      (Words("Source", "リスク源"), sources),
      (Words("Consequence", "結果"), (assessment[risk, Risk.consequence] ?? "").replacing("\n", with: " ")),
    ]
    for (offset, (word, text)) in lines.enumerated() {
      pen.put(
        [(model.say(word) + "  ", .textMuted), (text.isEmpty ? pen.glyphs[.absent] : text, .text)],
        at: area.line(1 + offset).origin, width: area.columns)
    }
  }

  /// Cells for each step's name, so that the steps of both scales stand below each other where there is room.
  private static func widths(_ method: CriteriaMethod, _ model: Model, room: Int) -> [Int] {
    let count = max(method.likelihood.count, method.consequence.count)
    let widths = (0..<count).map { index in
      [method.likelihood, method.consequence].filter { index < $0.count }
        .map { DisplayWidth.width(of: model.say($0[index].label)) }.max() ?? 0
    }
    return widths.reduce(0) { $0 + $1 + 5 } <= room ? widths : widths.map { _ in 0 }
  }

  private func drawScale(
    _ words: Words, _ steps: [ScaleStep], _ chosen: Int?, isAwaited: Bool, _ widths: [Int], _ model: Model,
    _ pen: inout Pen, in line: Rect
  ) {
    let mark = isAwaited ? pen.glyphs[.promptInput] + " " : "  "
    let name = (model.say(words), isAwaited ? Role.textStrong : .textMuted)
    pen.put([(mark, .cursor), name], at: line.origin, width: 15)
    var runs: [(String, Role)] = []
    for (index, step) in steps.enumerated() {
      let isChosen = index + 1 == chosen
      let text = model.say(step.label)
      let pad = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.width(of: text)))
      let close = isChosen ? pen.glyphs[.selectedEnd] : " "
      runs.append(
        ((isChosen ? pen.glyphs[.selected] : " ") + "\(index + 1) ", isChosen ? .cursor : .footerKey))
      runs.append((text + close, isChosen ? .cursor : isAwaited ? .text : .textMuted))
      runs.append((pad + " ", .text))
    }
    pen.put(runs, at: line.origin.moved(columns: 16), width: line.columns - 16)
    if isAwaited { pen.frame.cursor = line.origin }
  }

  private func drawFoot(_ model: Model, _ method: CriteriaMethod, _ pen: inout Pen, in area: Rect) {
    if let problem {
      pen.put(problem, at: area.line(5).origin, role: .messageError, width: area.columns)
    } else if likelihood == nil, let standing = model.assessment.standing(of: risk) {
      let text = model.say(Words("rated ", "評価済 ")) + "\(standing.level) " + model.say(standing.band.label)
      pen.put(text, at: area.line(5).origin, role: .textMuted, width: area.columns)
    }
    let known = model.assessment[risk, Risk.justification] ?? ""
    guard isTypingReason || !reason.isEmpty || !known.isEmpty else { return }
    let used = pen.put(model.say(Words("Why  ", "根拠  ")), at: area.line(6).origin, role: .textMuted)
    let place = area.line(6).origin.moved(columns: used)
    if isTypingReason || !reason.isEmpty {
      reason.draw(&pen, at: place, width: area.columns - used, role: .modified, hasFocus: isTypingReason)
    } else {
      pen.put(known.replacing("\n", with: " "), at: place, role: .textMuted, width: area.columns - used)
    }
  }
}
