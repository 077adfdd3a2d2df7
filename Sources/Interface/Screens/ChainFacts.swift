import Domain

/// What a chain tells: its steps in order, the parties they run through, and what each party holds against it.
struct ChainFacts {
  let chain: RecordID
  let steps: [RecordID]
  /// Parties in the order in which the story reaches them; all that take part while it has no steps.
  let lanes: [RecordID]
  /// Each lane's risks, in the order of its steps.
  private let risks: [[RecordID]]
  private let assessment: Assessment

  init(_ chain: RecordID, _ assessment: Assessment) {
    self.chain = chain
    self.assessment = assessment
    let steps = assessment.steps(of: chain)
    let inStory = steps.compactMap(assessment.party(of:)).distinct()
    let lanes = inStory.isEmpty ? assessment.participants : inStory
    self.steps = steps
    self.lanes = lanes
    risks = lanes.map { lane in
      steps.filter { assessment.party(of: $0) == lane }.compactMap { assessment[$0, ChainStep.risk] }
        .distinct()
    }
  }

  /// The lane a step stands in; nil for a step of nobody.
  func lane(of step: RecordID) -> Int? { assessment.party(of: step).flatMap(lanes.firstIndex(of:)) }

  /// The step after this one, when it is another party's: somebody must be told.
  func handover(after index: Int) -> (step: RecordID, lane: Int)? {
    guard let lane = assessment.listener(of: steps[index]).flatMap(lanes.firstIndex(of:)) else { return nil }
    return (steps[index + 1], lane)
  }

  // MARK: What each party holds against it

  /// Objectives of a lane's risks, by label and words.
  func objectives(_ lane: Int) -> [String] {
    objectiveIDs(lane).map { assessment.label(of: $0) + " " + (assessment.title(of: $0) ?? "") }
  }

  func sources(_ lane: Int) -> [String] {
    risks[lane].flatMap { assessment[$0, Risk.sources] }.distinct()
  }

  func consequences(_ lane: Int) -> [String] {
    risks[lane].compactMap { assessment[$0, Risk.consequence] }.distinct()
  }

  /// A lane's events with their place in the story, from 0.
  func events(_ lane: Int) -> [(index: Int, text: String)] {
    steps.indices.filter { self.lane(of: steps[$0]) == lane }
      .map { ($0, assessment[steps[$0], ChainStep.event] ?? "") }
  }

  /// Pairs of objectives that join two lanes (分担).
  func pairs(_ one: Int, _ other: Int) -> [RecordID] {
    let (mine, theirs) = (Set(objectiveIDs(one)), Set(objectiveIDs(other)))
    return assessment.ids(.objectivePair).filter { pair in
      guard let customer = assessment[pair, ObjectivePair.customerObjective],
        let provider = assessment[pair, ObjectivePair.providerObjective]
      else { return false }
      return mine.contains(customer) && theirs.contains(provider)
        || mine.contains(provider) && theirs.contains(customer)
    }
  }

  private func objectiveIDs(_ lane: Int) -> [RecordID] {
    risks[lane].compactMap { assessment[$0, Risk.objective] }.distinct()
  }
}
