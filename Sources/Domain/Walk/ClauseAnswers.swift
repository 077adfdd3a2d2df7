/// Which records answer which clause of ISO/IEC 27001:2022.
extension Assessment {
  /// The records of a party, or of all where none is named, that an auditor is shown at a clause, in the order of
  /// their kinds; joint ones as far as they bind the party.
  ///
  /// - Parameters:
  ///   - clause: Its number, such as `6.1.3`.
  ///   - party: The auditee; nil for everybody.
  /// - Returns: No record twice for one kind; empty for a clause that no kind answers.
  package func records(answering clause: String, for party: RecordID?) -> [RecordID] {
    (Self.answers[clause] ?? []).flatMap { answer in
      ids(answer.kind).filter { record in
        isOf(party, record) && answer.counts(self, record)
      }
    }
  }

  private func isOf(_ party: RecordID?, _ record: RecordID) -> Bool {
    guard let party else { return true }
    if kind(of: record) == .party { return record == party }
    if let owner = self.party(of: record) {
      return owner == party || kind(of: record) == .disclosure && self[record, Disclosure.to] == party
    }
    return parties(boundBy: record).contains(party)
  }

  /// Records of a kind, as far as they count.
  private struct AnsweringKind: Sendable {
    let kind: RecordKind
    let counts: @Sendable (Assessment, RecordID) -> Bool

    init(
      _ kind: RecordKind, _ counts: @escaping @Sendable (Assessment, RecordID) -> Bool = { _, _ in true }
    ) {
      self.kind = kind
      self.counts = counts
    }

    static func documents(_ tiers: PolicyTier...) -> AnsweringKind {
      AnsweringKind(.policyDocument) { assessment, record in
        assessment[record, PolicyDocument.tier].map(tiers.contains) ?? false
      }
    }

    static func clauses(_ kinds: CommitmentKind...) -> AnsweringKind {
      AnsweringKind(.commitment) { assessment, record in
        assessment[record, Commitment.kind].map(kinds.contains) ?? false
      }
    }
  }

  private static let answers: [String: [AnsweringKind]] = planning.merging(doing) { first, _ in first }

  private static let planning: [String: [AnsweringKind]] = [
    "4.1": [AnsweringKind(.issue)],
    "4.2": [
      AnsweringKind(.interestedParty),
      .clauses(.law, .regulation, .internationalStandard, .guideline, .interestedPartyRequirement),
    ],
    "4.3": [AnsweringKind(.scopeStatement), AnsweringKind(.service), AnsweringKind(.agreement)],
    "4.4": [AnsweringKind(.managementSystem), AnsweringKind(.phaseShare)],
    "5.1": [AnsweringKind(.party), .documents(.basicPolicy), AnsweringKind(.managementReview)],
    "5.2": [.documents(.basicPolicy)],
    "5.3": [.clauses(.responsibility), AnsweringKind(.delegation), AnsweringKind(.organizationalUnit)],
    "6.1.1": [AnsweringKind(.issue), AnsweringKind(.interestedParty), AnsweringKind(.riskChain)],
    "6.1.2": [AnsweringKind(.riskCriteria), AnsweringKind(.risk)],
    "6.1.3": [
      // d) is the statement of applicability; e) and f) the plan and its approval by the risks' owners.
      AnsweringKind(.controlStatement),
      AnsweringKind(.risk) { !($0[$1, Risk.treatment]?.isEmpty ?? true) },
    ],
    "6.2": [AnsweringKind(.objective), AnsweringKind(.objectivePair)],
    "6.3": [AnsweringKind(.decision), AnsweringKind(.waiver)],
    "7.1": [AnsweringKind(.asset), AnsweringKind(.risk) { $0.has($1, Risk.planResources) }],
    "7.2": [AnsweringKind(.person)],
    "7.3": [.documents(.basicPolicy, .topicPolicy)],
    "7.4": [
      AnsweringKind(.chainStep) { $0.has($1, ChainStep.told) }, .clauses(.disclosure),
      AnsweringKind(.disclosure),
    ],
    "7.5.1": [AnsweringKind(.policyDocument)],
    "7.5.2": [AnsweringKind(.policyDocument) { $0.has($1, PolicyDocument.approvedOn) }],
    "7.5.3": [.documents(.standard, .procedure, .form), AnsweringKind(.evidence)],
  ]

  private static let doing: [String: [AnsweringKind]] = [
    "8.1": [
      .clauses(.serviceLevel), .documents(.procedure),
      AnsweringKind(.controlStatement) { $0[$1, ControlStatement.status] == .implemented },
    ],
    "8.2": [AnsweringKind(.risk) { $0.has($1, Risk.likelihood) }, AnsweringKind(.estimateRound)],
    "8.3": [
      AnsweringKind(.risk) { $0[$1, Risk.treatment]?.contains(.modify) ?? false },
      AnsweringKind(.controlStatement) { !$0[$1, ControlStatement.risks].isEmpty },
    ],
    "9.1": [AnsweringKind(.objective), .clauses(.serviceLevel), AnsweringKind(.reading)],
    "9.2.1": [AnsweringKind(.audit), AnsweringKind(.finding) { $0[$1, Finding.source] == .audit }],
    "9.2.2": [AnsweringKind(.audit), AnsweringKind(.walk) { $0.has($1, Walk.endedOn) }],
    "9.3.1": [AnsweringKind(.managementReview)],
    "9.3.2": [AnsweringKind(.managementReview)],
    "9.3.3": [AnsweringKind(.managementReview), AnsweringKind(.actionItem)],
    "10.1": [
      AnsweringKind(.finding) {
        $0[$1, Finding.grade] == .opportunityForImprovement || $0[$1, Finding.grade] == .observation
      }, AnsweringKind(.decision),
    ],
    "10.2": [
      AnsweringKind(.finding) { $0[$1, Finding.grade]?.isNonconformity ?? false },
      AnsweringKind(.correctiveAction),
    ],
  ]

  /// What a party says of its conformity to a clause; nil where it says nothing.
  package func conformity(to clause: String, of party: RecordID) -> RecordID? {
    ids(.clauseConformity, of: party).first { self[$0, ClauseConformity.clause] == clause }
  }
}
