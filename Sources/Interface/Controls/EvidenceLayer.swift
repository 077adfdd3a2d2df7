import Canvas
import Domain

/// The evidence of one control: where it is, and whether each file is still what it was when it was taken.
struct EvidenceLayer: Layer {
  let control: RecordID
  private var cursor = ListCursor()

  init(of control: RecordID) { self.control = control }

  var hints: [(String, Words)] {
    [
      ("n", Words("add", "追加")), ("Enter", Words("edit", "編集")),
      ("r", Words("look at the file again", "再照合")), ("T", Words("take anew", "取り直す")),
      ("d", Words("delete", "削除")), ("Esc", Words("close", "閉じる")),
    ]
  }

  private func evidence(_ model: Model) -> [RecordID] {
    model.assessment.sources(of: control, via: Evidence.control)
  }

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    let all = evidence(model)
    cursor.settle(all.count)
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .character("n"): return add(&model)
    case .character("r"): return .stays([.readEvidence(all.compactMap { place($0, model) })])
    case .character("T"): if all.indices.contains(cursor.place) { takeAnew(all[cursor.place], &model) }
    case .character("d"): if all.indices.contains(cursor.place) { delete(all[cursor.place], &model) }
    case .enter, .character("e"):
      if all.indices.contains(cursor.place), isChangeable(&model) {
        model.layers.append(FormLayer(editing: [all[cursor.place]], model))
      }
    default: cursor.receive(key, count: all.count)
    }
    return .stays
  }

  private func place(_ evidence: RecordID, _ model: Model) -> String? {
    model.assessment[evidence, Evidence.place]
  }

  private func isChangeable(_ model: inout Model) -> Bool {
    guard model.context.readOnly else { return true }
    model.notice = Notice(model.say(model.whyReadOnly), .warning)
    return false
  }

  private func add(_ model: inout Model) -> LayerResult {
    guard isChangeable(&model) else { return .stays }
    model.layers.append(EntryLayer(Self.birth(for: control, model), model))
    return .closes
  }

  /// What a new piece of evidence for a control begins with.
  static func birth(for control: RecordID, _ model: Model) -> Birth {
    Birth(
      .evidence, party: model.assessment.party(of: control),
      defaults: [
        Slot(Evidence.control.key): .reference(control), Slot(Evidence.date.key): .day(model.context.today),
      ])
  }

  private func delete(_ evidence: RecordID, _ model: inout Model) {
    guard isChangeable(&model) else { return }
    model.layers.append(
      ConfirmLayer(
        UI.deleteRecord, lines: [name(evidence, model)],
        onYes: .effects([.perform([.removeAndUnlink(evidence)], .removal)])))
  }

  /// The file as it is now becomes the evidence, once somebody said so.
  private func takeAnew(_ evidence: RecordID, _ model: inout Model) {
    guard isChangeable(&model) else { return }
    guard let place = place(evidence, model), let digest = model.context.files.digest(at: place) else {
      let words = Words(
        "No file was found at that place: \(formKey: "r") looks again, Enter mends the place.",
        "その所在にファイルが見つかりません。\(formKey: "r") で再照合、Enter で所在を改めます。")
      model.notice = Notice(model.say(words), .warning)
      return
    }
    let before = model.assessment[evidence, Evidence.digest]
    guard before != digest else {
      model.notice = Notice(model.say(Words("The file is as it was taken.", "ファイルは取得時のままです。")), .info)
      return
    }
    let commands: [Command] = [
      .set(evidence, Slot(Evidence.digest.key), .text(digest)),
      .set(evidence, Slot(Evidence.date.key), .day(model.context.today)),
    ]
    let question = Words(
      "Take the file as it is now for evidence, dated today?", "現在のファイルを本日付の証拠として取り直しますか？")
    let digests = [before.map { String($0.prefix(16)) } ?? model.glyphs[.absent], String(digest.prefix(16))]
    model.layers.append(
      ConfirmLayer(
        deciding: question,
        lines: [
          name(evidence, model), place,
          "SHA-256 " + digests.joined(separator: " " + model.glyphs[.arrowRight] + " "),
        ], commands, model))
  }

  private func name(_ evidence: RecordID, _ model: Model) -> String {
    model.assessment.label(of: evidence) + " " + (model.assessment.title(of: evidence) ?? "")
  }

  // MARK: Drawing

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let all = evidence(model)
    let rows = min(body.rows, max(2, all.count * 2) + 2)
    let size = Size(columns: min(body.columns - 4, 96), rows: rows)
    let title =
      model.say(Words("Evidence of ", "証拠: ")) + (model.assessment[control, ControlStatement.control] ?? "")
    let inside = pen.window(body.centered(size), title: title)
    pen.frame.cursor = inside.origin
    guard !all.isEmpty else {
      let words = Words(
        "None yet. \(formKey: "n") adds one; a file named with at: has its SHA-256 taken.",
        "まだありません。\(formKey: "n") で追加します。所在:ファイル名 と書くと SHA-256 を取得します。")
      pen.put(words, at: inside.origin, role: .textMuted, width: inside.columns)
      return
    }
    let shown = max(1, inside.rows / 2)
    var cursor = cursor
    cursor.settle(all.count)
    let top = cursor.top(rows: shown, count: all.count)
    for (offset, evidence) in all.dropFirst(top).prefix(shown).enumerated() {
      let block = Rect(
        column: inside.column, row: inside.row + offset * 2, columns: inside.columns, rows: 2)
      draw(evidence, isCursor: top + offset == cursor.place, model, &pen, in: block)
    }
  }

  /// Name and date, and below where it is and how its file stands.
  private func draw(_ evidence: RecordID, isCursor: Bool, _ model: Model, _ pen: inout Pen, in block: Rect) {
    if isCursor {
      pen.frame.paint(block, ground: .selection)
      pen.put(pen.glyphs[.selected], at: block.origin, role: .cursor)
      pen.frame.cursor = block.origin
    }
    let (upper, date) = block.line(0).splitLeft(2).rest.splitRight(11)
    pen.put(
      [
        (model.assessment.label(of: evidence) + "  ", .textMuted),
        (model.assessment.title(of: evidence) ?? pen.glyphs[.absent], .text),
      ], at: upper.origin, width: upper.columns - 1)
    let day = model.assessment[evidence, Evidence.date]?.text ?? ""
    pen.putRight(day, at: date.origin, width: date.columns, role: .textMuted)
    let look = EvidenceLook(evidence, model)
    let (lower, state) = block.line(1).splitLeft(4).rest.splitRight(22)
    pen.put(
      place(evidence, model) ?? pen.glyphs[.absent], at: lower.origin, role: .textMuted,
      width: lower.columns - 1)
    pen.putRight(
      pen.glyphs[look.glyph] + " " + model.say(look.words), at: state.origin, width: state.columns,
      role: look.role)
  }
}
