/// Which commitments and which clauses of ISO/IEC 27001 the documents of one party answer.
package struct DocumentCoverage: Sendable {
  package let party: RecordID
  /// Accepted commitments that ask for a document.
  package let wanted: [RecordID]
  /// Those that no document which is not retired answers.
  package let unanswered: [RecordID]
  /// Numbers of the clauses without parts that some document names, or names the whole of.
  package let clauses: [String]
  /// How many such clauses there are.
  package let allClauses: Int
}

extension Assessment {
  /// The coverage of every participant, in their order.
  package func documentCoverage(_ context: Context) -> [DocumentCoverage] {
    let gate = GateContext(self, context)
    var wanted: [RecordID: [RecordID]] = [:]
    var unanswered = wanted
    for clause in ids(.commitment) where gate.asksForDocument(clause) {
      let answering = partiesAnswering(clause)
      for party in parties(boundBy: clause) where gate.participates(party) && gate.accepts(party, clause) {
        wanted[party, default: []].append(clause)
        if !answering.contains(party) { unanswered[party, default: []].append(clause) }
      }
    }
    let leaves = context.catalogues.clauses.leaves.map(\.number)
    return gate.participants.map { party in
      let named = Set(documentsInUse(of: party).flatMap { self[$0, PolicyDocument.clauses] })
      return DocumentCoverage(
        party: party, wanted: wanted[party] ?? [], unanswered: unanswered[party] ?? [],
        clauses: leaves.filter { leaf in named.contains { leaf == $0 || leaf.hasPrefix($0 + ".") } },
        allClauses: leaves.count)
    }
  }

  private func documentsInUse(of party: RecordID) -> [RecordID] {
    ids(.policyDocument, of: party).filter { self[$0, PolicyDocument.status] != .retired }
  }

  /// Parties with a document, not retired, that answers a commitment.
  package func partiesAnswering(_ clause: RecordID) -> Set<RecordID> {
    Set(
      sources(of: clause, via: PolicyDocument.answers).filter {
        self[$0, PolicyDocument.status] != .retired
      }.compactMap(party(of:)))
  }
}

extension GateContext {
  /// Whether a commitment in force is of a kind that documents must answer (rule P5).
  func asksForDocument(_ clause: RecordID) -> Bool {
    switch kind(clause) {
    case .responsibility, .law, .regulation, .internationalStandard, .guideline, .interestedPartyRequirement:
      isInForce(clause)
    case nil, .serviceScope, .serviceLevel, .disclosure: false
    }
  }
}
