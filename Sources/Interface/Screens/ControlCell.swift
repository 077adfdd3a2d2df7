import Canvas
import Domain

/// What one party says of one control, as a line shows it.
struct ControlCell {
  let statement: RecordID?
  let party: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }

  /// How far the control has come, and whether it is decided at all.
  enum State: Hashable {
    case undecided
    case excluded
    case unstated
    case notStarted, planned, inProgress, implemented, verified

    init(_ applicability: Applicability?, _ status: ControlStatus?, isVerified: Bool) {
      switch (applicability, status) {
      case (nil, _): self = .undecided
      case (.excluded, _): self = .excluded
      case (.applicable, nil): self = .unstated
      case (.applicable, .notStarted): self = .notStarted
      case (.applicable, .planned): self = .planned
      case (.applicable, .inProgress): self = .inProgress
      case (.applicable, .implemented): self = isVerified ? .verified : .implemented
      }
    }

    init(of statement: RecordID, _ assessment: Assessment) {
      self.init(
        assessment[statement, ControlStatement.applicability], assessment[statement, ControlStatement.status],
        isVerified: assessment.has(statement, ControlStatement.verifiedOn))
    }
  }

  var state: State { statement.map { State(of: $0, assessment) } ?? .undecided }

  /// What is still to be said or done, the first of it; nil when nothing is.
  var missing: Words? {
    guard let statement else { return nil }
    switch state {
    case .undecided: return need
    case .excluded:
      return assessment.has(statement, ControlStatement.exclusionReason) ? need : Self.reason
    case .unstated, .notStarted, .planned, .inProgress, .implemented, .verified:
      let reasons = assessment[statement, ControlStatement.inclusionReasons]
      if reasons?.isEmpty ?? true { return Self.reason }
      if !assessment.has(statement, ControlStatement.responsibility) { return Self.whose }
      if assessment.isLeft(statement), !assessment.has(statement, ControlStatement.counterpart) {
        return Self.toWhom
      }
      if !assessment.has(statement, ControlStatement.owner) { return Self.owner }
      if state == .unstated { return Self.status }
      let needsEvidence = assessment[statement, ControlStatement.responsibility] != .other
      return state == .implemented && needsEvidence && evidence.isEmpty ? Self.proof : nil
    }
  }

  /// The risks that name a control which is not applied; nil when none does.
  private var need: Words? {
    let risks = statement.map { assessment[$0, ControlStatement.risks] } ?? []
    guard !risks.isEmpty else { return nil }
    let labels = risks.map(assessment.label(of:)).joined(separator: " ")
    return Words("needed by \(labels)", "\(labels) に必要")
  }

  private static let reason = Words("reason?", "理由?")
  private static let whose = Words("run by?", "責任?")
  private static let toWhom = Words("with whom?", "相手?")
  private static let owner = Words("owner?", "責任者?")
  private static let status = Words("status?", "状況?")
  private static let proof = Words("evidence?", "証拠?")

  var evidence: [RecordID] {
    statement.map { assessment.sources(of: $0, via: Evidence.control) } ?? []
  }

  // MARK: Drawing

  static let stateColumns = 15

  /// Mark and word of the state.
  func drawState(_ pen: inout Pen, in rect: Rect) {
    let (glyph, words, role) = state.look
    pen.put(pen.glyphs[glyph] + " " + model.say(words), at: rect.origin, role: role, width: rect.columns - 1)
  }

  /// Who runs it: own, or the arrow to whom.
  func drawResponsibility(_ pen: inout Pen, in rect: Rect) {
    guard let statement, state != .undecided, state != .excluded,
      let kind = assessment[statement, ControlStatement.responsibility]
    else { return }
    let other = assessment[statement, ControlStatement.counterpart].map(model.shortName(of:)) ?? "?"
    let text =
      switch kind {
      case .own: model.say(Words("own", "自組織"))
      case .other: pen.glyphs[.arrowRight] + " " + other
      case .shared: model.say(Words("with ", "共有 ")) + other
      }
    pen.put(text, at: rect.origin, role: kind == .own ? .textMuted : .text, width: rect.columns - 1)
  }

  /// The next step if there is one, else the due date, else the evidence.
  func drawNext(_ pen: inout Pen, in rect: Rect) {
    let (text, role) = next(pen.glyphs)
    pen.put(text, at: rect.origin, role: role, width: rect.columns)
  }

  private func next(_ glyphs: Glyphs) -> (String, Role) {
    if let missing { return (model.say(missing), .gateWarning) }
    if let broken = brokenEvidence {
      let look = EvidenceLook(broken, model)
      return (glyphs[look.glyph] + " " + (look.briefly.map { model.say($0) } ?? ""), look.role)
    }
    guard let statement else { return ("", .text) }
    switch state {
    case .undecided: return ("", .text)
    case .excluded: return (assessment[statement, ControlStatement.exclusionReason] ?? "", .textMuted)
    case .implemented, .verified: return (evidenceText, .link)
    case .unstated, .notStarted, .planned, .inProgress:
      guard let due = assessment[statement, ControlStatement.due] else {
        return (model.say(Words("due?", "期限?")), .textMuted)
      }
      let isPast = due < model.context.today
      return (
        (isPast ? glyphs[.severityWarning] + " " : "") + due.short(seenFrom: model.context.today),
        isPast ? .gateWarning : .text
      )
    }
  }

  /// The first piece of evidence whose file is not what it was.
  var brokenEvidence: RecordID? {
    evidence.first { assessment.state(ofEvidence: $0, model.context.files).isBroken }
  }

  private var evidenceText: String { evidence.map(assessment.label(of:)).joined(separator: " ") }
}

extension ControlCell.State {
  var look: (Glyph, Words, Role) {
    switch self {
    case .undecided: (.absent, Words("undecided", "未決"), .controlNone)
    case .excluded: (.controlExcluded, Words("excluded", "除外"), .controlExcluded)
    case .unstated: (.controlNone, Words("applicable", "適用"), .controlNone)
    case .notStarted: (.controlNone, ControlStatus.notStarted.words, .controlNone)
    case .planned: (.controlPlanned, ControlStatus.planned.words, .controlPlanned)
    case .inProgress: (.controlInProgress, ControlStatus.inProgress.words, .controlInProgress)
    case .implemented: (.controlImplemented, ControlStatus.implemented.words, .controlImplemented)
    case .verified: (.controlVerified, Words("verified", "有効性確認済"), .controlVerified)
    }
  }

  var isImplemented: Bool { self == .implemented || self == .verified }
}
