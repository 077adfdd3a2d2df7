/// The inputs of one party's management review, assembled from its records.
package struct ReviewInputs: Sendable {
  private let assessment: Assessment
  private let party: RecordID
  private let today: Day

  package init(_ assessment: Assessment, party: RecordID, today: Day) {
    self.assessment = assessment
    self.party = party
    self.today = today
  }

  /// What belongs under an input; what asks for a word of the review stands first.
  package func items(_ input: ReviewInput) -> [ReviewItem] {
    let items =
      switch input {
      case .earlierActions: actions
      case .issues: plain(.issue) { assessment[$0, Issue.kind]?.words }
      case .interestedParties: plain(.interestedParty) { _ in nil }
      case .nonconformities: nonconformities
      case .measurements: serviceLevels
      case .audits: audits
      case .objectives: objectives
      case .feedback: complaints + disclosures
      case .risks: risks
      case .improvements: improvements
      }
    let rank: (ReviewTone) -> Int = { tone in
      switch tone {
      case .overdue: 0
      case .open: 1
      case .neutral: 2
      case .good: 3
      }
    }
    return items.enumerated().sorted { (rank($0.1.tone), $0.0) < (rank($1.1.tone), $1.0) }.map(\.1)
  }

  private func plain(_ kind: RecordKind, _ words: (RecordID) -> Words?) -> [ReviewItem] {
    assessment.ids(kind, of: party).map {
      ReviewItem(record: $0, state: words($0) ?? Words("", ""), tone: .neutral)
    }
  }

  // MARK: a

  /// Action items that earlier reviews of this party decided on: what this one decides is no input of its own.
  private var actions: [ReviewItem] {
    let thisOne = assessment.reviewOfThisCycle(party)
    return assessment.ids(.managementReview, of: party).filter { $0 != thisOne }
      .flatMap { assessment.sources(of: $0, via: ActionItem.record) }
      .filter { assessment.kind(of: $0) == .actionItem }
      .map { action in
        if assessment.has(action, ActionItem.doneOn) {
          return ReviewItem(record: action, state: Words("done", "完了"), tone: .good)
        }
        return due(action, assessment[action, ActionItem.due])
      }
  }

  private func due(_ record: RecordID, _ due: Day?) -> ReviewItem {
    guard let due else {
      return ReviewItem(record: record, state: Words("open, no date", "未完了・期限なし"), tone: .open)
    }
    return due < today
      ? ReviewItem(
        record: record, state: Words("overdue since \(due.text)", "期限超過 \(due.text)"), tone: .overdue)
      : ReviewItem(record: record, state: Words("due \(due.text)", "期限 \(due.text)"), tone: .open)
  }

  // MARK: d

  private func findings(_ isWanted: (RecordID) -> Bool) -> [RecordID] {
    assessment.ids(.finding).filter { finding in
      let mine = assessment.answerer(of: finding)
      let isNow =
        assessment.cycle(of: finding) == assessment.cycle || assessment.isOpenFinding(finding)
      return mine == party && isNow && isWanted(finding)
    }
  }

  private var nonconformities: [ReviewItem] {
    findings { assessment[$0, Finding.grade]?.isNonconformity == true }.map { finding in
      let grade = assessment[finding, Finding.grade]?.words ?? Words("", "")
      guard assessment.isOpenFinding(finding) else {
        return ReviewItem(
          record: finding, state: Words("\(grade.en), closed", "\(grade.ja)・完了"), tone: .good)
      }
      let action = assessment.sources(of: finding, via: CorrectiveAction.finding).last
      guard let action else {
        return ReviewItem(
          record: finding, state: Words("\(grade.en), no action", "\(grade.ja)・処置なし"), tone: .overdue)
      }
      let isLate =
        assessment[action, CorrectiveAction.due].map { $0 < today } == true
        && !assessment.has(action, CorrectiveAction.doneOn)
      let label = assessment.label(of: action)
      return ReviewItem(
        record: finding,
        state: isLate
          ? Words("\(grade.en), \(label) overdue", "\(grade.ja)・\(label) 期限超過")
          : Words("\(grade.en), \(label)", "\(grade.ja)・\(label)"), tone: isLate ? .overdue : .open)
    }
  }

  private var serviceLevels: [ReviewItem] {
    assessment.ids(.commitment).filter {
      assessment[$0, Commitment.kind] == .serviceLevel && assessment.parties(boundBy: $0).contains(party)
    }.map(serviceLevel)
  }

  /// Without a reading nothing was achieved, whether or not a period is over.
  private func serviceLevel(_ clause: RecordID) -> ReviewItem {
    let periods = assessment.servicePeriods(of: clause, today: today)
    guard let latest = periods.last(where: { $0.value != nil }) else {
      return ReviewItem(record: clause, state: Words("no reading", "測定値なし"), tone: .open)
    }
    let elapsed = periods.filter { $0.isElapsed(today) }
    guard !elapsed.isEmpty else {
      let isWell = latest.status == .achieved || latest.status == .onTrack
      return ReviewItem(record: clause, state: latest.status.words, tone: isWell ? .good : .open)
    }
    let met = elapsed.count { $0.status == .achieved }
    return ReviewItem(
      record: clause, state: Words("\(met) of \(elapsed.count) met", "\(elapsed.count)期間中 \(met) 達成"),
      tone: met < elapsed.count ? .open : .good)
  }

  private var audits: [ReviewItem] {
    assessment.ids(.audit).filter { audit in
      (assessment[audit, Audit.auditee] ?? assessment.party(of: audit)) == party
        && assessment.cycle(of: audit) == assessment.cycle
    }.map { audit in
      let found = assessment.sources(of: audit, via: Finding.audit)
      let bad = found.count { assessment[$0, Finding.grade]?.isNonconformity == true }
      let words = Words(
        "\(found.count) findings, \(bad) nonconformities", "所見 \(found.count)・うち不適合 \(bad)")
      return ReviewItem(record: audit, state: words, tone: bad > 0 ? .open : .good)
    }
  }

  private var objectives: [ReviewItem] {
    assessment.ids(.objective, of: party).map { objective in
      let achievement = assessment.achievement(of: objective, today: today)
      let tone: ReviewTone =
        switch achievement.status {
        case .achieved, .onTrack: .good
        case .atRisk, .unmeasured: .open
        case .missed: .overdue
        }
      return ReviewItem(record: objective, state: achievement.words, tone: tone)
    }
  }

  // MARK: e, f, g

  private var complaints: [ReviewItem] {
    findings { assessment[$0, Finding.source] == .complaint }.map {
      assessment.isOpenFinding($0)
        ? ReviewItem(record: $0, state: Words("open complaint", "苦情・未完了"), tone: .open)
        : ReviewItem(record: $0, state: Words("complaint, closed", "苦情・完了"), tone: .good)
    }
  }

  /// What other parties found of the audit information given to them.
  private var disclosures: [ReviewItem] {
    assessment.ids(.disclosure, of: party).map { disclosure in
      switch assessment[disclosure, Disclosure.sufficient] {
      case true?: ReviewItem(record: disclosure, state: Words("found sufficient", "受領者が十分と確認"), tone: .good)
      case false?:
        ReviewItem(record: disclosure, state: Words("found insufficient", "受領者が不十分と確認"), tone: .open)
      case nil: ReviewItem(record: disclosure, state: Words("not yet reviewed", "受領者は未確認"), tone: .neutral)
      }
    }
  }

  /// Risks on or above the line and those that nobody rated; the rest are not the review's matter.
  private var risks: [ReviewItem] {
    assessment.ids(.risk, of: party).compactMap { risk in
      let state = assessment.state(of: risk, today: today)
      let isAbove = assessment.isAboveLine(risk)
      guard isAbove || state.isOpen else { return nil }
      let level = assessment.level(risk).map { Words("level \($0), ", "レベル \($0)・") } ?? Words("", "")
      return ReviewItem(
        record: risk, state: Words(level.en + state.words.en, level.ja + state.words.ja),
        tone: state.isOpen ? .open : .neutral)
    }
  }

  private var improvements: [ReviewItem] {
    findings { assessment[$0, Finding.grade] == .opportunityForImprovement }.map {
      assessment.isOpenFinding($0)
        ? ReviewItem(record: $0, state: Words("open", "未対応"), tone: .open)
        : ReviewItem(record: $0, state: Words("taken up", "対応済"), tone: .good)
    }
  }
}

extension Assessment {
  /// A party's latest management review of the present cycle; nil when none was held.
  package func reviewOfThisCycle(_ party: RecordID) -> RecordID? {
    ids(.managementReview, of: party).filter { cycle(of: $0) == cycle }
      .max { (self[$0, ManagementReview.date]?.number ?? 0) < (self[$1, ManagementReview.date]?.number ?? 0) }
  }
}
