import Domain

/// A workspace as a set of OSCAL documents: catalogues that all share, and per party profile, system security plan,
/// assessment plan and results, and plan of action. Equal states give equal bytes.
package struct OSCALExport {
  /// One document under the name that the others know it by.
  package struct File: Sendable {
    package let name: String
    package let document: OSCALValue
  }

  private let source: OSCALSource

  package init(_ source: OSCALSource) {
    self.source = source
  }

  /// How many documents there are.
  package var count: Int {
    let perParty = [(source.planned, 2), (source.assessed, 2), (source.acting, 1)]
    return catalogues.count + source.unused.count + perParty.reduce(0) { $0 + $1.0.count * $1.1 }
  }

  /// Makes the documents, one at a time.
  ///
  /// - Parameter each: Takes each as it is made.
  /// - Throws: What `each` throws.
  package func write(_ each: (File) throws -> Void) rethrows {
    for key in catalogues {
      try each(
        File(
          name: source.file(catalogue: key), document: OSCALCatalog(key: key, source: source).document))
    }
    for document in source.unused {
      let label = source.assessment.label(of: document.record)
      try each(File(name: "\(label)-\(OSCALName.token(document.model)).json", document: document.whole))
    }
    let sharing = OSCALSharing(source)
    for party in source.exported {
      if source.planned.contains(party) {
        try each(file(.profile, party, OSCALProfile(party: party, source: source).document))
        var plan = OSCALPlan(party, source: source, sharing: sharing)
        try each(file(.plan, party, plan.document()))
      }
      if source.assessed.contains(party) {
        let assessment = OSCALAssessment(party: party, source: source, chains: chains)
        try each(file(.assessmentPlan, party, assessment.plan))
        try each(file(.assessmentResults, party, assessment.results))
      }
      if source.acting.contains(party) {
        let actions = OSCALActions(party: party, source: source, chains: chains)
        try each(file(.actions, party, actions.document))
      }
    }
  }

  /// The catalogues that profiles import, and the clauses where findings may name them.
  private var catalogues: [String] {
    source.catalogues(of: source.exported) + (source.assessed.isEmpty ? [] : [OSCALCatalog.clauses])
  }

  private func file(_ model: OSCALModel, _ party: RecordID, _ document: OSCALValue) -> File {
    File(name: source.file(model, of: party), document: document)
  }

  private var chains: OSCALChains { OSCALChains(source: source) }
}
