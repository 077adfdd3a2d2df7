import Domain

/// A risk: its ratings before and after treatment, what is done about it, who accepted it, and where it leads.
extension OSCALDraft {
  mutating func risk(_ risk: RecordID, links: [OSCALValue]) -> OSCALValue {
    let uuid = mention(risk)
    let title = source.title(risk)
    let objective = source.reference(risk, Risk.objective)
    let owner = source.reference(risk, Risk.owner)
    let links = objective.map { [link(to: $0, "objective")] + links } ?? links
    return .object([
      "uuid": .text(uuid),
      "title": .text(title),
      "description": .text(described(risk) ?? title),
      "statement": .text(stated(risk) ?? title),
      "props": properties(of: risk, line: Risk.event.key),
      "links": .list(links),
      "status": status(risk),
      "origins": origin(owner).map { .array([$0]) },
      "characterizations": .list(RatingKind.allCases.compactMap { characterization(risk, $0) }),
      "mitigating-factors": .list(
        assessment.sources(of: risk, via: ControlStatement.risks).map { mitigation(risk, $0) }),
      "deadline": deadline(risk),
      "remediations": .list(remediations(risk)),
      "risk-log": OSCALValue.list(log(risk)).map { .object(["entries": $0]) },
    ])
  }

  /// The event, or of a risk from elsewhere what was read as its cause.
  private func described(_ risk: RecordID) -> String? {
    let known = source.originals.foreign(source.uuid(risk))?["description"]?.text
    return known == nil ? text(risk, Risk.event) : text(risk, Risk.cause) ?? known
  }

  /// From event to consequence, or of a risk from elsewhere what was read as its consequence.
  private func stated(_ risk: RecordID) -> String? {
    if let known = source.originals.foreign(source.uuid(risk))?["statement"]?.text {
      return text(risk, Risk.consequence) ?? known
    }
    let parts = [Risk.event, Risk.consequence].compactMap { text(risk, $0) }
    return parts.isEmpty ? nil : parts.joined(separator: " → ")
  }

  /// How far its treatment has come; where nobody here approved or accepted anything, what came with it stands.
  private func status(_ risk: RecordID) -> OSCALValue {
    let known = source.originals.foreign(source.uuid(risk))?["status"]
    switch assessment.state(of: risk, today: source.today) {
    case .unrated, .undecided, .unplanned, .unaccepted, .tolerable: return known ?? .text(source.status(risk))
    case .planned, .accepted, .lapsed: return .text(source.status(risk))
    }
  }

  /// The day on which its plan is due, with the hour that it came with.
  private func deadline(_ risk: RecordID) -> OSCALValue? {
    let own = source.moment(assessment[risk, Risk.planDue])
    let known = source.originals.foreign(source.uuid(risk))?["deadline"]
    return own?.text?.prefix(10) == known?.text?.prefix(10) ? known : own
  }

  // MARK: Ratings

  private mutating func characterization(_ risk: RecordID, _ kind: RatingKind) -> OSCALValue? {
    let steps = [
      ("likelihood", assessment[risk, kind.likelihood]), ("impact", assessment[risk, kind.consequence]),
      ("risk", assessment.level(risk, kind)),
    ]
    let criteria =
      source.reference(risk, kind.criteria) ?? assessment.criteriaInForce(for: assessment.party(of: risk))
    // The scale is called by the uuid of the criteria, which stand in the back matter.
    let system = criteria.map { "urn:uuid:" + mention($0) } ?? OSCALName.namespace
    let state = kind == .residual ? "adjusted" : "initial"
    let facets = steps.compactMap { name, value in
      value.map { value in
        OSCALValue.object([
          "name": .text(name), "system": .text(system), "value": .text(String(value)),
          "props": .array([.object(["name": .text("state"), "value": .text(state)])]),
        ])
      }
    }
    guard let facets = OSCALValue.list(facets), let origin = origin(source.reference(risk, Risk.owner)) else {
      return nil
    }
    return .object([
      "props": Self.property("rating", kind.rawValue).map { .array([$0]) }, "origin": origin,
      "facets": facets,
    ])
  }

  // MARK: Treatment

  private func mitigation(_ risk: RecordID, _ statement: RecordID) -> OSCALValue {
    .object([
      "uuid": .text(source.uuid(risk, "mitigation/" + source.uuid(statement))),
      "implementation-uuid": source.isPlaced(statement) ? .text(source.uuid(statement)) : nil,
      "description": .text(source.controlTitle(of: statement)),
    ])
  }

  private mutating func remediations(_ risk: RecordID) -> [OSCALValue] {
    let chosen = (assessment[risk, Risk.treatment]?.members ?? []).filter { treatment in
      !source.originals.remedies(source.uuid(risk), Self.type(treatment))
    }
    return chosen.map { treatment in
      let words = OSCALSource.both(treatment.words)
      let actor = source.reference(risk, Risk.actingParty) ?? source.reference(risk, Risk.owner)
      return .object([
        "uuid": .text(source.uuid(risk, "remediation/" + treatment.rawValue)),
        "lifecycle": .text(assessment.isPlanApproved(risk) ? "planned" : "recommendation"),
        "title": .text(words),
        "description": .text(text(risk, Risk.planActions) ?? text(risk, Risk.treatmentRationale) ?? words),
        "props": .array([.object(["name": .text("type"), "value": .text(Self.type(treatment))])]),
        "origins": origin(actor).map { .array([$0]) },
        "tasks": milestone(risk, treatment, words).map { .array([$0]) },
      ])
    }
  }

  private mutating func milestone(_ risk: RecordID, _ treatment: Treatment, _ title: String) -> OSCALValue? {
    guard let due = source.moment(assessment[risk, Risk.planDue]) else { return nil }
    return .object([
      "uuid": .text(source.uuid(risk, "milestone/" + treatment.rawValue)), "type": .text("milestone"),
      "title": .text(title), "timing": .object(["on-date": .object(["date": due])]),
      "responsible-roles": responsible(.riskOwner, source.reference(risk, Risk.owner)),
    ])
  }

  func text(_ record: RecordID, _ attribute: Attribute<String>) -> String? {
    assessment[record, attribute].flatMap { OSCALName.line($0) == nil ? nil : $0 }
  }

  /// OSCAL's word for a treatment (ISO/IEC 27005:2022 says modify and retain).
  private static func type(_ treatment: Treatment) -> String {
    switch treatment {
    case .modify: "mitigate"
    case .retain: "accept"
    case .avoid: "avoid"
    case .share: "share"
    }
  }

  // MARK: Acceptance

  private mutating func log(_ risk: RecordID) -> [OSCALValue] {
    let plan = entry(
      risk, "plan-approved", Words("Treatment plan approved", "リスク対応計画の承認"), by: Risk.planApprovedBy,
      from: Risk.planApprovedOn, until: nil, status: "remediating")
    let present = entry(
      risk, "accepted", Words("Risk accepted", "リスクの受容"), by: Risk.acceptedBy, from: Risk.acceptedOn,
      until: Risk.acceptedUntil, status: "deviation-approved")
    let residual = entry(
      risk, "residual-accepted", Words("Residual risk accepted", "残留リスクの受容"), by: Risk.residualAcceptedBy,
      from: Risk.residualAcceptedOn, until: Risk.residualAcceptedUntil, status: "deviation-approved")
    return [plan, present, residual].compactMap(\.self)
  }

  private mutating func entry(
    _ risk: RecordID, _ part: String, _ title: Words, by: Attribute<RecordID>, from: Attribute<Day>,
    until: Attribute<Day>?, status: String
  ) -> OSCALValue? {
    guard let person = source.reference(risk, by), let start = source.moment(assessment[risk, from]) else {
      return nil
    }
    return .object([
      "uuid": .text(source.uuid(risk, "log/" + part)), "title": .text(OSCALSource.both(title)),
      "start": start,
      "end": until.flatMap { source.moment(assessment[risk, $0]) },
      "logged-by": .array([.object(["party-uuid": .text(mention(person))])]),
      "status-change": .text(status),
    ])
  }
}

extension OSCALSource {
  /// OSCAL's word for how far a risk's treatment has come; what it cannot tell apart stands in the properties.
  func status(_ risk: RecordID) -> String {
    switch assessment.state(of: risk, today: today) {
    case .unrated: "investigating"
    case .undecided, .unplanned, .lapsed, .tolerable: "open"
    case .unaccepted: "deviation-requested"
    case .planned: "remediating"
    case .accepted: "deviation-approved"
    }
  }
}
