import Domain

/// What came to light: each finding with the observation it rests on, and what was measured and disclosed.
extension OSCALDraft {
  /// A finding; `risks` are those that stand in the same document.
  mutating func finding(_ finding: RecordID, risks: Set<RecordID>) -> OSCALValue {
    let about = source.reference(finding, Finding.record)
    let statement = about.flatMap {
      assessment.kind(of: $0) == .controlStatement && source.isPlaced($0) ? $0 : nil
    }
    let text = assessment[finding, Finding.text]
    let title = source.title(finding)
    let uuid = mention(finding)
    let isWorded = source.originals.isWorded(uuid, text)
    return .object([
      "uuid": .text(uuid), "title": isWorded ? nil : .text(title),
      "description": isWorded ? nil : .text(OSCALName.line(text) == nil ? title : text ?? title),
      "props": properties(of: finding, texts: [Finding.text.key]),
      "origins": origin(auditor(of: finding)).map { .array([$0]) },
      "target": target(finding, statement: statement),
      "implementation-statement-uuid": statement.map { .text(source.uuid($0)) },
      "related-observations": .array([
        .object(["observation-uuid": .text(source.observation(of: finding))])
      ]),
      "related-risks": about.flatMap { risks.contains($0) ? $0 : nil }.map {
        .array([.object(["risk-uuid": .text(source.uuid($0))])])
      },
    ])
  }

  private func auditor(of finding: RecordID) -> RecordID? {
    source.reference(finding, Finding.audit).flatMap { source.reference($0, Audit.auditor) }
  }

  /// What the finding is held against: the statement of a control or clause, else the management system.
  private func target(_ finding: RecordID, statement: RecordID?) -> OSCALValue {
    let id = statement.map(source.statementID) ?? source.target(of: finding, party)
    let grade = assessment[finding, Finding.grade]
    let isOpen = (grade?.isNonconformity ?? false) && !assessment.has(finding, Finding.closedOn)
    let known = source.originals.foreign(source.uuid(finding))?["target"]
    return .object([
      "type": known?["type"] ?? .text(id == nil ? "objective-id" : "statement-id"),
      "target-id": known?["target-id"] ?? .text(id ?? "isms"),
      "status": .object(["state": .text(isOpen ? "not-satisfied" : "satisfied")]),
    ])
  }

  /// What findings rest on, each once.
  mutating func observations(of findings: [RecordID]) -> [OSCALValue] {
    var seen: Set<String> = []
    return findings.filter { seen.insert(source.observation(of: $0)).inserted }.map { observation(of: $0) }
  }

  private mutating func observation(of finding: RecordID) -> OSCALValue {
    let uuid = source.observation(of: finding)
    // What was observed elsewhere is not ours to word.
    if source.originals.observation(of: source.uuid(finding)) != nil,
      let original = source.originals[uuid]
    {
      return .object(original)
    }
    let audit = source.reference(finding, Finding.audit)
    let day = assessment[finding, Finding.foundOn] ?? audit.flatMap { assessment[$0, Audit.from] }
    let about = source.reference(finding, Finding.record)
    let subject = about.flatMap { assessment.kind(of: $0) == .asset ? $0 : nil }
    return .object([
      "uuid": .text(uuid), "title": .text(source.title(finding)),
      "description": .text(text(finding, Finding.evidence) ?? source.title(finding)),
      "methods": .array([.text(Self.method(assessment[finding, Finding.source]))]),
      "types": .array([.text("finding")]),
      "subjects": subject.map {
        .array([
          .object([
            "subject-uuid": .text(mention($0)),
            "type": .text(source.isPlaced($0) ? "inventory-item" : "resource"),
          ])
        ])
      },
      "collected": source.momentOrLast(day),
    ])
  }

  private static func method(_ source: FindingSource?) -> String {
    switch source {
    case .audit, .disclosureReview: "EXAMINE"
    case .measurement: "TEST"
    case .incident, .complaint, nil: "UNKNOWN"
    }
  }

  // MARK: Measured and disclosed

  /// A measured value.
  mutating func observation(ofReading reading: RecordID) -> OSCALValue {
    let about =
      source.reference(reading, Reading.objective) ?? source.reference(reading, Reading.serviceLevel)
    return .object([
      "uuid": .text(mention(reading)), "title": .text(about.map(source.title) ?? source.title(reading)),
      "description": .text(text(reading, Reading.note) ?? source.title(reading)),
      "props": properties(of: reading, texts: []), "links": about.map { .array([link(to: $0, "measures")]) },
      "methods": .array([.text("TEST")]), "types": .array([.text("metric")]),
      "collected": source.momentOrLast(assessment[reading, Reading.date]),
    ])
  }

  /// Audit information given to another party, and its review.
  mutating func observation(ofDisclosure disclosure: RecordID) -> OSCALValue {
    let day = assessment[disclosure, Disclosure.reviewedOn] ?? assessment[disclosure, Disclosure.issuedOn]
    return .object([
      "uuid": .text(mention(disclosure)), "title": .text(source.title(disclosure)),
      "description": .text(text(disclosure, Disclosure.reviewNote) ?? source.title(disclosure)),
      "props": properties(of: disclosure, line: Disclosure.title.key),
      "methods": .array([.text("EXAMINE")]), "types": .array([.text("disclosure")]),
      "collected": source.momentOrLast(day),
      "expires": source.moment(assessment[disclosure, Disclosure.validUntil]),
    ])
  }
}

extension OSCALSource {
  /// The uuid of what a finding rests on.
  func observation(of finding: RecordID) -> String {
    originals.observation(of: uuid(finding)) ?? uuid(finding, "observation")
  }

  /// The statement id of the clause or control that a finding names; nil where it names none that is known.
  func target(of finding: RecordID, _ party: RecordID?) -> String? {
    guard let text = OSCALName.line(assessment[finding, Finding.at]) else { return nil }
    let bare = text.hasPrefix("A.") ? String(text.dropFirst(2)) : text
    if text == bare, shelf.clauses[text] != nil {
      return OSCALCatalog.statementID(text, in: OSCALCatalog.clauses)
    }
    // A finding points only to what is exported with it.
    let key = party.map { catalogues(of: [$0]) }?.first { shelf[$0]?.control(bare) != nil }
    return key.map { OSCALCatalog.statementID(bare, in: $0) }
  }
}
