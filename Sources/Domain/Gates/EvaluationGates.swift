/// What phase 6 asks before it is agreed.
enum EvaluationGates {
  static let all: [GateRule] = [m1, m2, m3, m4, m5, m6, m7, m8, m9]

  // MARK: M1, M2

  private static let m1 = GateRule.records(
    "M1", [.evaluation], of: [.objective], near: [.reading],
    Words(
      "every objective has readings that tell its achievement, or a reason why none is due",
      "各目的に達成度を示す測定値、又は測定の期限が来ていない理由がある")
  ) { objective, gate in
    let assessment = gate.assessment
    guard assessment.lacks(objective, Objective.noReadingReason),
      assessment.lacks(objective, Objective.notMeasurableReason)
    else { return [] }
    let achievement = assessment.achievement(of: objective, today: gate.today, cycle: gate.cycle)
    guard achievement.status == .unmeasured else { return [] }
    return [
      achievement.readings == 0
        ? GateFault(
          "no reading in this cycle: measure it, or say why none is due", "今期の測定値がない。測定するか、期限が来ていない理由を記入する")
        : GateFault(
          "its readings tell no achievement: set comparison, target and, for a relative one, baseline",
          "測定値から達成度が求まらない。比較、目標値及び（前期比の場合は）基準値を設定する")
    ]
  }

  private static let m2 = GateRule.records(
    "M2", [.evaluation], warnsIn: .everywhere, of: [.controlStatement],
    Words("every implemented control is verified or has a verification date", "実施した各管理策が有効性確認済であるか、確認の期限をもつ")
  ) { control, gate in
    let assessment = gate.assessment
    guard assessment.applies(control), assessment[control, ControlStatement.status] == .implemented else {
      return []
    }
    let verified = assessment[control, ControlStatement.verifiedOn]
    let due = assessment[control, ControlStatement.verificationDue]
    guard verified != nil || due != nil else {
      return [
        GateFault(
          "neither verified nor due for verification: set a date", "有効性が未確認で、確認の期限もない。期限を設定する")
      ]
    }
    // What an earlier cycle verified holds for that cycle.
    let begun = gate.cycle > 1 ? assessment.head.flatMap { assessment[$0, AssessmentRecord.periodFrom] } : nil
    guard let begun, [verified, due].compactMap(\.self).allSatisfy({ $0 < begun }) else { return [] }
    return [
      GateFault(
        "verified in an earlier cycle only: verify it again or set a date",
        "有効性の確認が前期以前のままである。改めて確認するか、期限を設定する")
    ]
  }

  // MARK: M3

  private static let m3 = GateRule.whole(
    "M3", [.evaluation], warnsIn: [.cyberspace], waivable: false, reads: [.audit, .party],
    Words("an internal audit took place in this cycle", "今期の内部監査が実施されている")
  ) { gate in
    let assessment = gate.assessment
    let audits = assessment.ids(.audit).filter { audit in
      assessment[audit, Audit.kind] == .internal && assessment.cycle(of: audit) == gate.cycle
        && assessment[audit, Audit.from].map { $0 <= gate.today } ?? false
    }
    let audited = Set(audits.compactMap { assessment.link($0, Audit.auditee) ?? assessment.party(of: $0) })
    return gate.participants.filter { !audited.contains($0) }.map {
      GateFault(
        "no internal audit in this cycle: carry one out and record it", "今期の内部監査がない。実施して記録する",
        charge: .party($0), record: $0)
    }
  }

  // MARK: M4

  private static let m4 = GateRule.records(
    "M4", [.evaluation], of: [.finding], near: [.correctiveAction, .audit], chargesOthers: true,
    Words(
      "every nonconformity has a corrective action; no major one is open; closed means effectiveness reviewed",
      "各不適合に是正処置があり、重大な不適合が残っておらず、完了したものは有効性が確認されている")
  ) { finding, gate in
    let assessment = gate.assessment
    guard let grade = assessment[finding, Finding.grade], grade.isNonconformity else { return [] }
    let actions = assessment.sources(of: finding, via: CorrectiveAction.finding)
    let charge = (assessment.auditee(of: finding)).map(GateCharge.party) ?? .owner
    var words: [Words] = []
    if actions.isEmpty {
      words.append(
        Words("no corrective action: decide one, with owner and due date", "是正処置がない。責任者と期限を付けて決める"))
    } else if !actions.allSatisfy({
      assessment.has($0, CorrectiveAction.owner) && assessment.has($0, CorrectiveAction.due)
    }) {
      words.append(Words("its corrective action lacks owner or due date: fill it in", "是正処置に責任者又は期限がない。記入する"))
    }
    if assessment.lacks(finding, Finding.closedOn) {
      if grade == .majorNonconformity {
        words.append(Words("a major nonconformity is open: correct and close it", "重大な不適合が未完了である。是正して完了する"))
      }
    } else if !areReviewed(actions, assessment) {
      words.append(
        Words(
          "closed without a review that found the action effective: review it", "有効性の確認がないまま完了している。有効性を確認する"))
    }
    return words.map { GateFault($0, charge: charge) }
  }

  private static func areReviewed(_ actions: [RecordID], _ assessment: Assessment) -> Bool {
    let results = actions.map { assessment[$0, CorrectiveAction.effectiveness] }
    return results.contains(.effective) && !results.contains(nil)
  }

  // MARK: M5

  private static let m5 = GateRule.records(
    "M5", [.evaluation], in: .between, of: [.commitment, .controlStatement], near: [.disclosure],
    far: [.agreement, .service], chargesOthers: true,
    Words(
      "disclosure duties and controls of others are supported by a disclosure in date, reviewed as sufficient",
      "監査情報の提供義務と、他組織に委ねた又は共有する管理策が、期限内で十分と確認された監査情報で裏付けられている")
  ) { id, gate in
    gate.assessment.kind(of: id) == .commitment ? unsupportedDuty(id, gate) : unsupportedControl(id, gate)
  }

  private static func unsupportedDuty(_ clause: RecordID, _ gate: GateContext) -> [GateFault] {
    let assessment = gate.assessment
    guard gate.kind(clause) == .disclosure, gate.isInForce(clause),
      let discloser = assessment.link(clause, Commitment.discloser), gate.accepts(discloser, clause)
    else { return [] }
    let given = assessment.sources(of: clause, via: Disclosure.commitments)
    let receivers =
      assessment.link(clause, Commitment.receiver).map { [$0] }
      ?? assessment.parties(boundBy: clause).filter { $0 != discloser }
    return receivers.compactMap { unsupported(by: given, from: discloser, to: $0, gate) }
  }

  private static func unsupportedControl(_ control: RecordID, _ gate: GateContext) -> [GateFault] {
    let assessment = gate.assessment
    guard assessment.applies(control), assessment.involvesOther(control),
      let counterpart = assessment.link(control, ControlStatement.counterpart),
      let receiver = assessment.party(of: control)
    else { return [] }
    let given = assessment.sources(of: control, via: Disclosure.controls)
    return unsupported(by: given, from: counterpart, to: receiver, gate).map { [$0] } ?? []
  }

  private static func unsupported(
    by disclosures: [RecordID], from giver: RecordID, to receiver: RecordID, _ gate: GateContext
  ) -> GateFault? {
    let assessment = gate.assessment
    let mine = disclosures.filter { disclosure in
      assessment.party(of: disclosure) == giver
        && assessment.link(disclosure, Disclosure.to).map { $0 == receiver } ?? true
    }
    let standings = mine.map { assessment.standing(ofDisclosure: $0, today: gate.today) }
    guard !standings.contains(where: \.carries) else { return nil }
    let name = assessment.names([giver])
    let words: Words
    if mine.isEmpty {
      words = Words(
        "no audit information from \(name.en) supports it: ask for some", "\(name.ja)からの監査情報による裏付けがない。提供を求める")
    } else if !standings.contains(where: \.freshness.isInDate) {
      words = Words(
        "the audit information from \(name.en) is out of date: ask for newer",
        "\(name.ja)からの監査情報の有効期限が切れている。更新を求める")
    } else {
      words = Words(
        "the audit information from \(name.en) is not reviewed as sufficient: review it",
        "\(name.ja)からの監査情報が十分と確認されていない。内容を確認する")
    }
    return GateFault(words, charge: .party(receiver))
  }

  // MARK: M6, M7

  private static let m6 = GateRule.parties(
    "M6", [.evaluation], warnsIn: [.cyberspace], waivable: false, reads: [.party, .managementReview],
    Words(
      "a management review with top management present is recorded in this cycle",
      "今期、トップマネジメントが出席したマネジメントレビューの記録がある")
  ) { party, gate in
    let assessment = gate.assessment
    let held = assessment.ids(.managementReview, of: party).filter {
      assessment.cycle(of: $0) == gate.cycle
        && assessment[$0, ManagementReview.date].map { $0 <= gate.today } ?? false
    }
    let top = assessment.link(party, Party.topManagement)
    guard let last = held.last else {
      return [
        GateFault(
          "no management review in this cycle: hold one and record it", "今期のマネジメントレビューがない。実施して記録する",
          record: party)
      ]
    }
    guard !held.contains(where: { top.map(assessment[$0, ManagementReview.present].contains) ?? false })
    else {
      return []
    }
    return [
      GateFault(
        "top management was not present: repeat it with top management", "トップマネジメントが出席していない。出席を得て実施する",
        record: last)
    ]
  }

  private static let m7 = GateRule.parties(
    "M7", [.evaluation], in: [.singleOrganization, .cloud], reads: [.party, .clauseConformity],
    Words(
      "every clause 4 to 10 of ISO/IEC 27001 has a conformity statement",
      "ISO/IEC 27001 箇条4〜10 の各箇条に適合性の記述がある")
  ) { party, gate in
    let assessment = gate.assessment
    let stated = Set(
      assessment.ids(.clauseConformity, of: party).filter {
        switch assessment[$0, ClauseConformity.state] {
        case .conform, .partly, .nonconform: true
        case nil, .notAssessed: false
        }
      }.compactMap { assessment[$0, ClauseConformity.clause] })
    let silent = gate.shelf.clauses.leaves.map(\.number).filter { !isStated($0, stated) }
    guard !silent.isEmpty else { return [] }
    let list = Words.counted(silent)
    return [
      GateFault(
        "\(silent.count) clauses without conformity statement: \(list)",
        "適合性が未記入の箇条 \(silent.count)件: \(list)", record: party)
    ]
  }

  /// A statement on a clause covers the parts of it.
  private static func isStated(_ clause: String, _ stated: Set<String>) -> Bool {
    var parts = clause.split(separator: ".")
    while !parts.isEmpty {
      if stated.contains(parts.joined(separator: ".")) { return true }
      parts.removeLast()
    }
    return false
  }

  // MARK: M8

  private static let m8 = GateRule.records(
    "M8", [.evaluation], in: [.cloud], of: [.commitment], near: [.reading],
    far: [.agreement, .service, .finding],
    Words(
      "every accepted service level has a reading for each elapsed period; a missed one has a finding",
      "受諾した各サービス水準に、経過した各期間の測定値があり、未達成の期間に所見がある")
  ) { clause, gate in
    guard gate.kind(clause) == .serviceLevel, gate.isInForce(clause),
      gate.assessment.parties(boundBy: clause).contains(where: { gate.accepts($0, clause) })
    else { return [] }
    let periods = gate.assessment.servicePeriods(of: clause, today: gate.today)
    let unread = periods.filter { $0.isElapsed(gate.today) && $0.value == nil }.map(\.from.text)
    let missed = periods.filter {
      ($0.status == .missed || $0.status == .atRisk) && !gate.assessment.hasFinding($0, on: clause)
    }
    var faults: [GateFault] = []
    if !unread.isEmpty {
      let list = Words.counted(unread)
      faults.append(
        GateFault(
          "no reading for \(unread.count) elapsed period(s) from \(list): add them",
          "経過した期間の測定値がない \(unread.count)件（開始日 \(list)）。記録する", charge: .joint))
    }
    let over = missed.filter { $0.isElapsed(gate.today) }.map(\.from.text)
    if !over.isEmpty {
      let list = Words.counted(over)
      faults.append(
        GateFault(
          "missed without a finding in the period(s) from \(list): record one",
          "未達成の期間に所見がない（開始日 \(list)）。所見を記録する", charge: .joint))
    }
    if missed.contains(where: { !$0.isElapsed(gate.today) }) {
      faults.append(
        GateFault(
          "being missed in the running period: act, and record a finding", "現在の期間で目標値に達していない。処置し、所見を記録する",
          charge: .joint, severity: .warning))
    }
    return faults
  }

  // MARK: M9

  private static let m9 = GateRule.whole(
    "M9", [.evaluation], warnsIn: .everywhere,
    reads: [.audit, .party, .person, .policyDocument, .objective, .risk, .controlStatement],
    Words("the auditor does not own what is audited", "監査員が監査対象の責任者でない")
  ) { gate in
    let assessment = gate.assessment
    return assessment.ids(.audit).compactMap { audit in
      guard let auditor = assessment.link(audit, Audit.auditor),
        let auditee = assessment.link(audit, Audit.auditee) ?? assessment.party(of: audit),
        owns(auditor, in: auditee, assessment)
      else { return nil }
      let name = assessment.quoted(auditor)
      return GateFault(
        "\(name) audits what \(name) is responsible for: choose another auditor",
        "監査員の\(name)が監査対象の責任者を兼ねている。別の監査員を選ぶ",
        charge: assessment.party(of: audit).map(GateCharge.party) ?? .joint, record: audit)
    }
  }

  private static func owns(_ person: RecordID, in party: RecordID, _ assessment: Assessment) -> Bool {
    if assessment.link(party, Party.topManagement) == person { return true }
    return [PolicyDocument.owner, Objective.owner, Risk.owner, ControlStatement.owner].contains { owner in
      assessment.isTarget(person, via: owner) { assessment.party(of: $0) == party }
    }
  }
}

extension Assessment {
  /// The party a finding is for: to whom it is addressed, else whom its audit audited; nil for the party's own.
  package func auditee(of finding: RecordID) -> RecordID? {
    link(finding, Finding.addressedTo)
      ?? link(finding, Finding.audit).flatMap { link($0, Audit.auditee) }
  }

  /// The party that answers a finding: whom it is for, else the one that wrote it down.
  package func answerer(of finding: RecordID) -> RecordID? { auditee(of: finding) ?? party(of: finding) }
}
