import Canvas
import Domain

/// One document of the hierarchy: where it hangs, what it is, whether it is in force.
struct PolicyLine {
  let document: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }
  private static let columnsForAll = 68

  func draw(_ row: Row, _ pen: inout Pen, in line: Rect) {
    let isWide = line.columns >= Self.columnsForAll
    let (rest, facts) = line.splitRight(isWide ? 35 : 18)
    let used = Tree.drawHead(row, model, &pen, in: rest)
    let place = rest.splitLeft(used).rest
    let title = assessment.title(of: document) ?? pen.glyphs[.absent]
    let isTop = assessment[document, PolicyDocument.tier] == .basicPolicy
    let room = place.columns - 1
    let taken = pen.put(title, at: place.origin, role: isTop ? .textStrong : .text, width: room)
    drawTail(&pen, at: place.origin.moved(columns: taken), width: room - taken)
    let (version, state) = facts.splitLeft(5)
    pen.put(
      assessment[document, PolicyDocument.version] ?? pen.glyphs[.absent], at: version.origin,
      role: .textMuted, width: 4)
    drawState(&pen, in: state, isWide: isWide)
  }

  /// What is wrong with its place, then the tier and the commitments it answers, as far as there is room.
  private func drawTail(_ pen: inout Pen, at point: Point, width: Int) {
    var runs: [(String, Role)] = []
    if isOrphan {
      runs.append(
        ("  " + pen.glyphs[.cross] + model.say(Words(" nothing above", " 上位文書なし")), .gateBlocker))
    }
    let answers = assessment[document, PolicyDocument.answers].map(assessment.label(of:))
    let tier = assessment[document, PolicyDocument.tier].map { model.say($0.words) }
    if let tier, tier != assessment.title(of: document) { runs.append(("  " + tier, .textMuted)) }
    if !answers.isEmpty { runs.append(("  " + answers.joined(separator: " "), .link)) }
    for index in runs.indices.reversed() {
      let columns = runs[...index].reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
      guard columns <= width || (index == 0 && isOrphan) else { continue }
      pen.put(Array(runs[...index]), at: point, width: max(0, width))
      return
    }
  }

  /// Below the top tier and under nothing that is there.
  private var isOrphan: Bool {
    assessment[document, PolicyDocument.tier] != .basicPolicy
      && assessment[document, PolicyDocument.parent].map(assessment.exists) != true
  }

  // MARK: State

  private func drawState(_ pen: inout Pen, in place: Rect, isWide: Bool) {
    let (glyph, words, role) = state
    let review = review
    if !isWide {
      // One sign only: what needs doing comes before what is done.
      let text =
        review.isOverdue && glyph == .check
        ? (Glyph.severityWarning, Words("review due", "見直し超過"), Role.gateWarning) : (glyph, words, role)
      pen.put(
        pen.glyphs[text.0] + " " + model.say(text.1), at: place.origin, role: text.2, width: place.columns)
      return
    }
    pen.put(pen.glyphs[glyph] + " " + model.say(words), at: place.origin, role: role, width: 13)
    let due = place.splitLeft(13).rest
    guard let day = review.day else { return }
    let mark = review.isOverdue ? pen.glyphs[.severityWarning] + " " : "  "
    let word = model.say(review.isOverdue ? Words("late ", "超過 ") : Words("review ", "見直し "))
    pen.put(
      mark + word + day.short(seenFrom: model.context.today), at: due.origin,
      role: review.isOverdue ? .gateWarning : .textMuted, width: due.columns)
  }

  private var state: (Glyph, Words, Role) {
    switch assessment[document, PolicyDocument.status] {
    case .approved:
      changedSinceApproval
        ? (.modified, Words("changed", "承認後変更"), .modified)
        : (.check, DocumentStatus.approved.words, .messageSuccess)
    case .draft: (.bullet, DocumentStatus.draft.words, .textMuted)
    case .retired: (.controlExcluded, DocumentStatus.retired.words, .controlExcluded)
    case nil: (.cross, Words("no status", "状態なし"), .gateBlocker)
    }
  }

  private var changedSinceApproval: Bool {
    guard let digest = assessment[document, PolicyDocument.approvedDigest] else { return false }
    return digest != assessment.digest(ofDocument: document)
  }

  private var review: (day: Day?, isOverdue: Bool) {
    let day = assessment[document, PolicyDocument.reviewDue]
    let isOver =
      day.map { $0 < model.context.today } ?? false
      && assessment[document, PolicyDocument.status] == .approved
    return (day, isOver)
  }
}
