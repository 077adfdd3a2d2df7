import Canvas
import Domain

extension ReviewScreen {
  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let tag = Tag(row.tag) else { return }
    switch tag.part {
    case .review: drawReview(row, model, &pen, in: line)
    case .input(let input):
      if let record = row.record {
        drawItem(record, tag, model, &pen, in: line.splitLeft(5).rest)
      } else {
        drawHeading(input, model, &pen, in: line)
      }
    case .decisions, .actions:
      if let record = row.record {
        drawOutput(record, model, &pen, in: line.splitLeft(5).rest)
      } else {
        drawOutputHeading(tag.part, model, &pen, in: line)
      }
    }
  }

  static let noneHeld = Words(
    "No review was held in this cycle: \(key: "new") records it.", "今期のレビューがありません。\(key: "new") で記録します。")

  /// `MR-1  2026-11-02  4 present, top management among them  inputs recorded`
  private func drawReview(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let assessment = model.assessment
    guard let review = row.record else {
      pen.put(
        pen.glyphs[.severityBlocker] + " " + model.say(Self.noneHeld), at: line.origin, role: .gateBlocker,
        width: line.columns)
      return
    }
    let present = assessment[review, ManagementReview.present]
    let head = model.party.flatMap { assessment[$0, Party.topManagement] }
    let hasHead = head.map(present.contains) ?? false
    let top =
      hasHead
      ? (pen.glyphs[.check] + " " + model.say(Words("top management", "トップマネジメント出席")), Role.messageSuccess)
      : (
        pen.glyphs[.severityBlocker] + " "
          + model.say(Words("no top management: \(key: "edit")", "トップマネジメント欠席（\(key: "edit")）")), .gateBlocker
      )
    let isKept = assessment.has(review, ManagementReview.inputs)
    let kept =
      isKept
      ? (pen.glyphs[.check] + " " + model.say(Words("inputs recorded", "インプット記録済")), Role.messageSuccess)
      : (
        pen.glyphs[.severityWarning] + " "
          + model.say(Words("inputs: \(key: "keep-inputs")", "インプット: \(key: "keep-inputs")")), .gateWarning
      )
    let date = assessment[review, ManagementReview.date]?.text ?? pen.glyphs[.absent]
    let count = model.say(Words("\(present.count) present", "出席 \(present.count)名"))
    pen.put(
      [
        (assessment.label(of: review) + "  ", .textMuted), (date + "  ", .textStrong),
        (count + "  ", .text), (top.0 + "  ", top.1), kept,
      ], at: line.origin, width: line.columns)
  }

  private func drawHeading(_ input: ReviewInput, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let items = model.state.rows.filter { $0.record != nil }.compactMap { Tag($0.tag) }
      .filter { $0.part == .input(input) }
    let open = items.count { $0.tone == .open || $0.tone == .overdue }
    let item = DisplayWidth.pad(input.item + ")", to: 5)
    let count: [(String, Role)] =
      items.isEmpty
      ? [("  " + model.say(Words("nothing recorded", "記録なし")), .textMuted)]
      : [("  \(items.count)", .titleCount)]
    let rest: [(String, Role)] =
      open == 0 ? [] : [("   " + model.say(Words("\(open) to discuss", "要検討 \(open)")), .gateWarning)]
    pen.put(
      [(item, .textMuted), (model.say(input.words), .textStrong)] + count + rest, at: line.origin,
      width: line.columns)
  }

  private func drawItem(
    _ record: RecordID, _ tag: Tag, _ model: Model, _ pen: inout Pen, in line: Rect
  ) {
    let notes = model.state.notes
    let words = notes.indices.contains(tag.note) ? model.say(notes[tag.note]) : ""
    let (names, state) = line.splitRight(min(line.columns / 2, line.columns >= 90 ? 40 : 30))
    let label = model.assessment.label(of: record)
    pen.put(
      [
        (DisplayWidth.pad(label, to: 6) + " ", .textMuted),
        (model.assessment.title(of: record) ?? "", .text),
      ], at: names.origin, width: names.columns - 2)
    let (glyph, role): (String, Role) =
      switch tag.tone {
      case .good: (pen.glyphs[.check] + " ", .messageSuccess)
      case .neutral: ("  ", .textMuted)
      case .open: (pen.glyphs[.severityWarning] + " ", .gateWarning)
      case .overdue: (pen.glyphs[.severityBlocker] + " ", .gateBlocker)
      }
    pen.put(words.isEmpty ? "" : glyph + words, at: state.origin, role: role, width: state.columns)
  }

  private func drawOutputHeading(_ part: Part, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let words =
      part == .decisions
      ? Words("Decisions", "決定事項") : Words("Actions: who does what until when", "処置（担当と期限）")
    let records = model.state.rows.filter { $0.record != nil && Tag($0.tag)?.part == part }
    let empty = Words("\(key: "new") records one", "\(key: "new") で記録します")
    let count: (String, Role) =
      records.isEmpty ? ("   " + model.say(empty), .textMuted) : ("  \(records.count)", .titleCount)
    pen.put(
      [("9.3.3 ", .textMuted), (model.say(words), .textStrong), count], at: line.origin, width: line.columns)
  }

  private func drawOutput(_ record: RecordID, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let assessment = model.assessment
    let (names, state) = line.splitRight(30)
    pen.put(
      [
        (DisplayWidth.pad(assessment.label(of: record), to: 6) + " ", .textMuted),
        (assessment.title(of: record) ?? "", .text),
      ], at: names.origin, width: names.columns - 1)
    guard assessment.kind(of: record) == .actionItem else { return }
    let owner = assessment[record, ActionItem.owner].flatMap { assessment.title(of: $0) } ?? ""
    let today = model.context.today
    let isDone = assessment.has(record, ActionItem.doneOn)
    let due = assessment[record, ActionItem.due]?.short(seenFrom: today) ?? ""
    let isLate = !isDone && (assessment[record, ActionItem.due].map { $0 < today } ?? false)
    let mark = pen.glyphs[isDone ? .check : isLate ? .severityBlocker : .controlNone]
    let word = isDone ? Words("done", "完了") : isLate ? Words("overdue", "期限超過") : Words("open", "未完了")
    pen.put(
      [
        (mark + " " + model.say(word), isDone ? .messageSuccess : isLate ? .gateBlocker : .text),
        ("  " + [owner, due].filter { !$0.isEmpty }.joined(separator: " "), .textMuted),
      ], at: state.origin, width: state.columns)
  }

  func detail(_ model: Model) -> [DetailLine] {
    if let record = model.current { return Detail.lines(of: record, model) }
    guard case .input(let input)? = Self.part(model) else { return [] }
    return [
      DetailLine("", model.say(input.words), .textStrong),
      DetailLine("", "ISO/IEC 27001:2022 9.3.2 " + input.item + ")", .textMuted), DetailLine(),
      DetailLine("", model.say(input.source), .text),
    ]
  }
}

extension ReviewInput {
  /// Where the program takes it from.
  var source: Words {
    switch self {
    case .earlierActions:
      Words("Action items that reviews of this organisation decided on.", "この組織のレビューで決めた処置。")
    case .issues: Words("The issues of the context (4.1).", "組織の状況で挙げた課題（4.1）。")
    case .interestedParties:
      Words("The interested parties of the context (4.2).", "組織の状況で挙げた利害関係者（4.2）。")
    case .nonconformities:
      Words("Nonconformities of this cycle and open ones.", "今期の不適合及び未完了の不適合。")
    case .measurements: Words("Service levels, period by period.", "サービス水準の期間ごとの測定結果。")
    case .audits: Words("Audits of this cycle in which it was audited.", "今期に受けた監査。")
    case .objectives: Words("Computed from the readings.", "測定値から算出した達成状況。")
    case .feedback:
      Words("Complaints, and receivers' reviews of audit information.", "苦情、及び提供した監査情報に対する受領者の確認。")
    case .risks:
      Words("Risks on or above the line or not settled.", "受容線以上、又は対応が決まっていないリスク。")
    case .improvements: Words("Findings graded as opportunities.", "改善の機会とした所見。")
    }
  }
}
