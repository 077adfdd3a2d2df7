import Domain

/// A party's assessment plan and results: its audits as tasks, and what they and monitoring brought to light.
struct OSCALAssessment {
  let party: RecordID
  let source: OSCALSource
  let chains: OSCALChains

  private var assessment: Assessment { source.assessment }
  private var name: String { source.title(party) }

  private var hasMeasured: Bool {
    !assessment.ids(.reading, of: party).isEmpty || !assessment.ids(.disclosure, of: party).isEmpty
  }

  /// Findings that no audit of this party raised.
  private var loose: [RecordID] {
    let audits = Set(source.audits(party))
    return source.findings(party).filter { finding in
      !(source.reference(finding, Finding.audit).map(audits.contains) ?? false)
    }
  }

  /// All controls of the statement of applicability.
  private static let everyControl = OSCALValue.object([
    "control-selections": .array([.object(["include-all": .object([:])])])
  ])

  // MARK: Plan

  var plan: OSCALValue {
    var draft = OSCALDraft(source, party: party)
    let tasks = source.audits(party).map { task($0, &draft) }
    return draft.document(
      "assessment-plan", named: "assessment-plan/" + source.uuid(party),
      title: Words("Audit programme: \(name)", "監査プログラム: \(name)"),
      body: [
        "import-ssp": .object(["href": .text(source.file(.plan, of: party))]),
        "reviewed-controls": Self.everyControl, "tasks": .list(tasks),
      ])
  }

  private func task(_ audit: RecordID, _ draft: inout OSCALDraft) -> OSCALValue {
    let from = source.moment(assessment[audit, Audit.from])
    let until = source.moment(assessment[audit, Audit.until])
    let timing = from.map { from -> OSCALValue in
      guard let until else { return .object(["on-date": .object(["date": from])]) }
      return .object(["within-date-range": .object(["start": from, "end": until])])
    }
    return .object([
      "uuid": .text(draft.mention(audit)), "type": .text("action"), "title": .text(source.title(audit)),
      "description": draft.text(audit, Audit.sample).map { .text($0) },
      "props": draft.properties(of: audit, line: Audit.title.key, texts: [Audit.sample.key]),
      "timing": timing,
      "responsible-roles": draft.responsible(.auditor, source.reference(audit, Audit.auditor)),
    ])
  }

  // MARK: Results

  var results: OSCALValue {
    var draft = OSCALDraft(source, party: party)
    let audits = source.audits(party)
    let found = Dictionary(grouping: source.findings(party)) { source.reference($0, Finding.audit) }
    var made = audits.map { result(of: $0, found[$0] ?? [], &draft) }
    if !loose.isEmpty || hasMeasured || audits.isEmpty { made.append(monitoring(&draft)) }
    for review in assessment.ids(.managementReview, of: party) { _ = draft.mention(review) }
    return draft.document(
      "assessment-results", named: "assessment-results/" + source.uuid(party),
      title: Words("Results of audits and monitoring: \(name)", "監査及び監視の結果: \(name)"),
      body: [
        "import-ap": .object(["href": .text(source.file(.assessmentPlan, of: party))]),
        "results": .array(made),
      ])
  }

  private func result(of audit: RecordID, _ findings: [RecordID], _ draft: inout OSCALDraft) -> OSCALValue {
    let title = source.title(audit)
    return result(
      source.uuid(audit, "result"), title,
      text: draft.text(audit, Audit.scope) ?? title,
      from: assessment[audit, Audit.from], until: assessment[audit, Audit.until], findings: findings,
      measured: [], &draft)
  }

  private func monitoring(_ draft: inout OSCALDraft) -> OSCALValue {
    let readings = assessment.ids(.reading, of: party).map { draft.observation(ofReading: $0) }
    let disclosures = assessment.ids(.disclosure, of: party).map { draft.observation(ofDisclosure: $0) }
    let title = OSCALSource.both(Words("Monitoring and measurement", "監視及び測定"))
    return result(
      source.uuid(party, "monitoring"), title, text: title,
      from: assessment.head.flatMap { assessment[$0, AssessmentRecord.periodFrom] }, until: nil,
      findings: loose, measured: readings + disclosures, &draft)
  }

  private func result(
    _ uuid: String, _ title: String, text: String, from: Day?, until: Day?, findings: [RecordID],
    measured: [OSCALValue], _ draft: inout OSCALDraft
  ) -> OSCALValue {
    let own = Set(source.risks(party))
    let related = findings.compactMap { source.reference($0, Finding.record) }.filter(own.contains)
    let risks = related.distinct()
    let seen = Set(risks)
    return .object([
      "uuid": .text(uuid), "title": .text(title), "description": .text(text),
      "start": source.momentOrLast(from), "end": source.moment(until),
      "reviewed-controls": Self.everyControl,
      "observations": .list(draft.observations(of: findings) + measured),
      "risks": .list(risks.map { draft.risk($0, links: chains.links(of: $0, &draft)) }),
      "findings": .list(findings.map { draft.finding($0, risks: seen) }),
    ])
  }
}
