import Canvas
import Domain

/// One line of the evaluation screen: figures, state and next step of a record.
struct EvaluationLine {
  private(set) var title: String
  private(set) var figure = ""
  private(set) var glyph = Glyph.bullet
  private(set) var state = Words("", "")
  private(set) var role = Role.text
  /// What is to be done next; nil when nothing is.
  private(set) var next: Words?
  /// Past its time or below its mark, not only open.
  private(set) var isUrgent = false

  private let assessment: Assessment
  private let today: Day
  private let language: Language
  private let short: (RecordID) -> String
  private let arrow: String
  private let months: ServiceLevelMonths

  init(_ record: RecordID, _ section: EvaluationSection, _ model: Model) {
    assessment = model.assessment
    today = model.context.today
    language = model.language
    short = model.shortName(of:)
    arrow = model.glyphs[.arrowRight]
    months = ServiceLevelMonths(model)
    title = model.assessment.title(of: record) ?? ""
    switch section {
    case .serviceLevels: readServiceLevel(record)
    case .objectives: readObjective(record)
    case .audits: readAudit(record)
    case .findings: readFinding(record)
    case .correctiveActions: readAction(record)
    case .disclosures: readDisclosure(record)
    case .managementReviews: readReview(record)
    }
  }

  // MARK: Measured

  private mutating func readServiceLevel(_ clause: RecordID) {
    title = assessment[clause, Commitment.metric] ?? title
    figure = measured(nil, assessment.serviceTarget(clause), assessment[clause, Commitment.comparison])
    let periods = months.periods(of: clause)
    show(periods.last { $0.value != nil }?.status ?? .unmeasured)
    let unread = periods.filter { $0.isElapsed(today) && $0.value == nil }
    let missed = months.unrecorded(clause)
    if let period = unread.first {
      let date = period.until.short(seenFrom: today)
      urge(Words("\(key: "reading"): to \(date)", "\(key: "reading") 測定 \(date)迄"))
    } else if !missed.isEmpty {
      urge(
        Words(
          "\(key: "raise-finding"): \(missed.count) missed", "\(key: "raise-finding") 所見 未達\(missed.count)"))
    } else if periods.allSatisfy({ $0.value == nil }) {
      urge(Words("\(key: "reading"): no reading", "\(key: "reading") 測定値なし"))
    }
  }

  private mutating func readObjective(_ objective: RecordID) {
    let achievement = assessment.achievement(of: objective, today: today)
    figure = measured(achievement.value, achievement.target, assessment[objective, Objective.comparison])
    show(achievement.status)
    let excused =
      assessment.has(objective, Objective.noReadingReason)
      || assessment.has(objective, Objective.notMeasurableReason)
    if achievement.value == nil, !excused {
      urge(Words("\(key: "reading"): reading", "\(key: "reading") 測定値を記録"))
    } else if achievement.status == .unmeasured, !excused {
      urge(Words("\(key: "edit"): comparison, target", "\(key: "edit") 比較・目標値を設定"))
    } else if achievement.status == .missed,
      assessment.sources(of: objective, via: Finding.record).isEmpty
    {
      next = Words("\(key: "raise-finding"): raise a finding", "\(key: "raise-finding") 所見を起票")
    }
  }

  private func measured(_ value: Double?, _ target: Target?, _ comparison: Comparison?) -> String {
    let bound = target.flatMap { target in
      comparison.map { $0.short(target.number?.short ?? target.text, unit: nil, language) } ?? target.text
    }
    return [value?.short, bound].compactMap(\.self).joined(separator: " / ")
  }

  private mutating func show(_ status: AchievementStatus) {
    (state, glyph, role) = (status.words, status.glyph, status.role)
  }

  // MARK: Audited

  private mutating func readAudit(_ audit: RecordID) {
    let auditee = assessment[audit, Audit.auditee]
    let auditor = assessment.party(of: audit)
    let isOther = auditee != nil && auditee != auditor
    figure = isOther ? [auditor, auditee].compactMap { $0.map(short) }.joined(separator: " \(arrow) ") : ""
    if !isOther { figure = auditor.map(short) ?? "" }
    if let from = assessment[audit, Audit.from] { figure += " " + from.short(seenFrom: today) }
    state = assessment[audit, Audit.kind]?.short ?? Words("kind?", "種類?")
    guard let from = assessment[audit, Audit.from] else {
      urge(Words("\(key: "edit"): when?", "\(key: "edit") 日程?"))
      return
    }
    let findings = assessment.sources(of: audit, via: Finding.audit).count
    if from > today {
      next = Words("on \(from.short(seenFrom: today))", "\(from.short(seenFrom: today)) に実施")
    } else if findings == 0 {
      next = Words("no finding yet", "所見の記録なし")
    } else {
      glyph = .check
    }
  }

  private mutating func readFinding(_ finding: RecordID) {
    figure = assessment[finding, Finding.at] ?? ""
    if let about = assessment[finding, Finding.record] { figure = assessment.label(of: about) }
    let grade = assessment[finding, Finding.grade]
    state = grade?.short ?? Words("grade?", "区分?")
    (glyph, role) = grade?.look ?? (.severityWarning, .gateWarning)
    let actions = assessment.sources(of: finding, via: CorrectiveAction.finding)
    if grade == nil {
      urge(Words("\(key: "edit"): grade it", "\(key: "edit") 区分を決める"))
    } else if assessment.has(finding, Finding.closedOn) {
      (glyph, role) = (.check, .textMuted)
    } else if grade?.isNonconformity == true {
      guard let action = actions.last else {
        urge(Words("\(key: "new"): corrective action", "\(key: "new") 是正処置を起こす"))
        return
      }
      let isDone = assessment[action, CorrectiveAction.effectiveness] == .effective
      next =
        isDone
        ? Words("\(key: "review-done"): close it", "\(key: "review-done") 完了にする")
        : Words(arrow + " " + assessment.label(of: action), arrow + " " + assessment.label(of: action))
    } else if grade != .conformity {
      next = Words("\(key: "review-done"): close it", "\(key: "review-done") 完了にする")
    }
  }

  private mutating func readAction(_ action: RecordID) {
    let finding = assessment[action, CorrectiveAction.finding]
    figure = finding.map { arrow + " " + assessment.label(of: $0) } ?? ""
    if let owner = assessment[action, CorrectiveAction.owner].flatMap({ assessment.title(of: $0) }) {
      figure += "  " + owner
    }
    let isDone = assessment.has(action, CorrectiveAction.doneOn)
    (state, glyph, role) =
      isDone
      ? (Words("done", "実施済"), .controlImplemented, .controlImplemented)
      : (Words("open", "実施中"), .controlInProgress, .controlInProgress)
    switch assessment[action, CorrectiveAction.effectiveness] {
    case .effective: (state, glyph, role) = (Words("effective", "有効"), .check, .controlVerified)
    case .ineffective:
      (state, glyph, role) = (Words("not effective", "有効でない"), .cross, .controlFailed)
      urge(Words("\(key: "new"): act again", "\(key: "new") 再度の是正処置"))
    case nil: nextOf(action, isDone)
    }
  }

  private mutating func nextOf(_ action: RecordID, _ isDone: Bool) {
    guard !isDone else {
      next = Words("\(key: "review-done"): effectiveness", "\(key: "review-done") 有効性を確認")
      return
    }
    guard assessment.has(action, CorrectiveAction.owner) else {
      return urge(Words("\(key: "edit"): owner?", "\(key: "edit") 責任者?"))
    }
    guard let due = assessment[action, CorrectiveAction.due] else {
      return urge(Words("\(key: "edit"): due?", "\(key: "edit") 期限?"))
    }
    let date = due.short(seenFrom: today)
    if due < today {
      urge(Words("overdue \(date)", "期限超過 \(date)"))
    } else {
      next = Words("due \(date)", "期限 \(date)")
    }
  }

  // MARK: Disclosed and reviewed

  private mutating func readDisclosure(_ disclosure: RecordID) {
    let ends = [assessment.party(of: disclosure), assessment[disclosure, Disclosure.to]]
    figure = ends.map { $0.map(short) ?? "?" }.joined(separator: " \(arrow) ")
    readFreshness(disclosure)
    let receiver = assessment[disclosure, Disclosure.to].map(short) ?? ""
    switch assessment[disclosure, Disclosure.sufficient] {
    case true?:
      if next == nil, assessment.reliance(on: disclosure).isEmpty {
        next = Words("\(key: "supports"): what relies on it?", "\(key: "supports") 裏付ける対象?")
      }
    case false?: urge(Words("ask for more", "追加の情報を求める"))
    case nil:
      if next == nil {
        next = Words("\(key: "review-done"): \(receiver) reviews it", "\(key: "review-done") \(receiver) が確認")
      }
    }
  }

  /// Valid, about to lapse, or lapsed.
  private mutating func readFreshness(_ disclosure: RecordID) {
    let freshness = assessment.standing(ofDisclosure: disclosure, today: today).freshness
    (glyph, role) = freshness.look
    state = freshness.words(seenFrom: today)
    if case .expired = freshness { urge(Words("ask for a new one", "新しい情報を求める")) }
  }

  private mutating func readReview(_ review: RecordID) {
    figure = [
      assessment.party(of: review).map(short),
      assessment[review, ManagementReview.date].map { $0.short(seenFrom: today) },
    ].compactMap(\.self).joined(separator: "  ")
    let present = assessment[review, ManagementReview.present]
    state = Words("\(present.count) present", "出席 \(present.count)名")
    glyph = .check
    let head = assessment.party(of: review).flatMap { assessment[$0, Party.topManagement] }
    if present.isEmpty {
      urge(Words("\(key: "edit"): who was present?", "\(key: "edit") 出席者?"))
    } else if let head, !present.contains(head) {
      urge(Words("\(key: "edit"): top mgmt there?", "\(key: "edit") トップの出席?"))
    } else if !assessment.has(review, ManagementReview.decisions),
      assessment.sources(of: review, via: Decision.record).isEmpty
    {
      next = Words("\(key: "next-view"): what was decided?", "\(key: "next-view") 決定事項?")
    }
    if next != nil { glyph = .severityWarning }
  }

  private mutating func urge(_ words: Words) {
    next = words
    isUrgent = true
  }
}

extension FindingGrade {
  var look: (Glyph, Role) {
    switch self {
    case .conformity: (.check, .messageSuccess)
    case .observation, .opportunityForImprovement: (.bullet, .text)
    case .minorNonconformity: (.severityWarning, .gateWarning)
    case .majorNonconformity: (.severityBlocker, .gateBlocker)
    }
  }

  /// Short enough for a column.
  var short: Words {
    switch self {
    case .opportunityForImprovement: Words("improvement", words.ja)
    case .minorNonconformity: Words("minor NC", words.ja)
    case .majorNonconformity: Words("major NC", words.ja)
    case .conformity, .observation: words
    }
  }
}

extension AuditKind {
  /// Without the word audit, which the section says.
  var short: Words {
    switch self {
    case .internal: Words("internal", words.ja)
    case .secondParty: Words("second-party", words.ja)
    case .certification: Words("certification", words.ja)
    }
  }
}
