import Canvas
import Domain

/// One document of the hierarchy: where it hangs, what it is, whether it is in force.
struct PolicyLine {
  let document: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }

  func draw(_ row: Row, _ pen: inout Pen, in line: Rect) {
    let columns = PolicyColumns(line, model.language)
    let flaws = assessment.flaws(ofDocument: document, today: model.context.today)
    drawTitle(row, flaws, &pen, in: columns.title)
    if let tier = assessment[document, PolicyDocument.tier] {
      pen.put(tier.shortWords, at: columns.tier.origin, role: .textMuted, width: columns.tier.columns - 1)
    }
    pen.put(
      version ?? pen.glyphs[.absent], at: columns.version.origin, role: .textMuted,
      width: columns.version.columns - 1)
    drawState(flaws, &pen, columns)
    if columns.approved.columns > 0, let day = assessment[document, PolicyDocument.approvedOn] {
      let text = model.say(Words("approved ", "承認 ")) + day.short(seenFrom: model.context.today)
      pen.put(text, at: columns.approved.origin, role: .textMuted, width: columns.approved.columns - 1)
    }
    drawReview(flaws, &pen, in: columns.review)
  }

  // MARK: Title

  private func drawTitle(_ row: Row, _ flaws: [DocumentFlaw], _ pen: inout Pen, in area: Rect) {
    let place = area.splitLeft(Tree.drawHead(row, model, &pen, in: area)).rest
    let title = assessment.title(of: document) ?? pen.glyphs[.absent]
    let tail = tail(flaws, pen.glyphs)
    // What is wrong with its place or owner is said even if the title must be cut for it.
    let kept =
      tail.first.map { $0.1 == .gateBlocker || $0.1 == .modified ? DisplayWidth.width(of: $0.0) : 0 } ?? 0
    let taken = pen.put(
      title, at: place.origin, role: titleRole, width: max(4, place.columns - 1 - kept))
    drawTail(tail, &pen, at: place.origin.moved(columns: taken), width: place.columns - 1 - taken)
  }

  private var titleRole: Role {
    if assessment[document, PolicyDocument.status] == .retired { return .textMuted }
    return assessment[document, PolicyDocument.tier] == .basicPolicy ? .textStrong : .text
  }

  /// Being moved, what is wrong with it, the version drafted, and the commitments it answers.
  private func tail(_ flaws: [DocumentFlaw], _ glyphs: Glyphs) -> [(String, Role)] {
    var runs: [(String, Role)] = []
    if model.isBeingMoved(document) { runs.append(("  " + model.say(MoveLayer.word), .modified)) }
    if let flaw = flaws.first(where: { $0 == .orphan || $0 == .misplaced || $0 == .unowned }) {
      runs.append(("  " + glyphs[.cross] + " " + model.say(flaw.words), .gateBlocker))
    }
    if let draft = draftedVersion { runs.append(("  " + glyphs[.arrowRight] + " " + draft, .modified)) }
    let answers = assessment[document, PolicyDocument.answers].map(assessment.label(of:))
    if !answers.isEmpty { runs.append(("  " + answers.joined(separator: " "), .link)) }
    return runs
  }

  private func drawTail(_ runs: [(String, Role)], _ pen: inout Pen, at point: Point, width: Int) {
    for index in runs.indices.reversed() {
      let columns = runs[...index].reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
      guard columns <= width || index == 0 && runs[0].1 != .link else { continue }
      pen.put(Array(runs[...index]), at: point, width: max(0, width))
      return
    }
  }

  // MARK: State

  /// What is in force: of a document whose revision is drafted, the version approved.
  private var version: String? {
    assessment[document, PolicyDocument.approvedVersion] ?? assessment[document, PolicyDocument.version]
  }

  /// The version being drafted beside the one in force; nil when there is none.
  private var draftedVersion: String? {
    guard assessment.isRevised(document: document) else { return nil }
    let drafted = assessment[document, PolicyDocument.version]
    return drafted == version ? nil : drafted
  }

  private func drawState(_ flaws: [DocumentFlaw], _ pen: inout Pen, _ columns: PolicyColumns) {
    var (glyph, words, role) = state(flaws)
    // Without a column of its own the overdue review comes before what is done.
    if columns.review.columns == 0, flaws.contains(.overdue), glyph == .check {
      (glyph, words, role) = (.severityWarning, Words("overdue", "見直し超過"), .gateWarning)
    }
    pen.put(
      pen.glyphs[glyph] + " " + model.say(words), at: columns.state.origin, role: role,
      width: columns.state.columns - 1)
  }

  private func state(_ flaws: [DocumentFlaw]) -> (Glyph, Words, Role) {
    switch assessment[document, PolicyDocument.status] {
    case .approved:
      assessment.isRevised(document: document)
        ? (.modified, Words("revising", "改訂中"), .modified)
        : (.check, DocumentStatus.approved.words, .messageSuccess)
    case .draft:
      flaws.contains(.unapproved)
        ? (.cross, Words("draft", "草案"), .gateBlocker) : (.bullet, DocumentStatus.draft.words, .textMuted)
    case .retired: (.controlExcluded, DocumentStatus.retired.words, .controlExcluded)
    case nil: (.cross, Words("no status", "状態なし"), .gateBlocker)
    }
  }

  private func drawReview(_ flaws: [DocumentFlaw], _ pen: inout Pen, in place: Rect) {
    guard place.columns > 0, let day = assessment[document, PolicyDocument.reviewDue],
      assessment[document, PolicyDocument.status] != .retired
    else { return }
    let isOverdue = flaws.contains(.overdue)
    let word = model.say(isOverdue ? Words("late ", "超過 ") : Words("review ", "見直し "))
    let mark = isOverdue ? pen.glyphs[.severityWarning] + " " : "  "
    pen.put(
      mark + word + day.short(seenFrom: model.context.today), at: place.origin,
      role: isOverdue ? .gateWarning : .textMuted, width: place.columns)
  }

  /// What is wrong and what the approval bound, for the detail pane.
  var standing: [DetailLine] {
    var lines = assessment.flaws(ofDocument: document, today: model.context.today).map { flaw in
      let isBad = flaw != .overdue
      let mark = model.glyphs[isBad ? .cross : .severityWarning] + " "
      return DetailLine("", mark + model.say(flaw.words), isBad ? .gateBlocker : .gateWarning)
    }
    if assessment.isRevised(document: document) {
      let inForce = version ?? model.glyphs[.absent]
      let text = Words(
        "Version \(inForce) is in force as approved; the record was changed since. \(key: "approve") approves the revision.",
        "\(inForce) 版が承認時の内容で有効。承認後に記録が変更された（改訂草案）。\(key: "approve") で改訂を承認。")
      lines.append(DetailLine("", model.glyphs[.modified] + " " + model.say(text), .modified))
    }
    return lines
  }
}

/// Where the columns of a document's line stand; those there is no room for are empty.
struct PolicyColumns {
  let title, tier, version, state, approved, review: Rect

  private static let columnsForReview = 68
  private static let columnsForApproval = 104
  private static let columnsForTier = 50

  init(_ line: Rect, _ language: Language) {
    let isEnglish = language == .english
    let (a, review) = line.splitRight(line.columns >= Self.columnsForReview ? 16 : 0)
    let (b, approved) = a.splitRight(line.columns >= Self.columnsForApproval ? (isEnglish ? 17 : 13) : 0)
    let (c, state) = b.splitRight(13)
    let (d, version) = c.splitRight(5)
    let (title, tier) = d.splitRight(line.columns >= Self.columnsForTier ? (isEnglish ? 10 : 5) : 0)
    (self.title, self.tier, self.version, self.state) = (title, tier, version, state)
    (self.approved, self.review) = (approved, review)
  }
}
