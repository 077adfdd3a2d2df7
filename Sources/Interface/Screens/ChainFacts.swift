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
    let inStory = Self.distinct(steps.compactMap(assessment.party(of:)))
    let lanes = inStory.isEmpty ? assessment.participants : inStory
    self.steps = steps
    self.lanes = lanes
    risks = lanes.map { lane in
      Self.distinct(
        steps.filter { assessment.party(of: $0) == lane }.compactMap { assessment[$0, ChainStep.risk] })
    }
  }

  /// The lane a step stands in; nil for a step of nobody.
  func lane(of step: RecordID) -> Int? { assessment.party(of: step).flatMap(lanes.firstIndex(of:)) }

  /// The step after this one, when it is another party's: somebody must be told.
  func handover(after index: Int) -> (step: RecordID, lane: Int)? {
    guard index + 1 < steps.count, let lane = lane(of: steps[index + 1]), lane != self.lane(of: steps[index])
    else { return nil }
    return (steps[index + 1], lane)
  }

  /// What is missing of who was told, when and how; empty when all is there.
  func missingWords(of step: RecordID) -> [Words] {
    [ChainStep.told, ChainStep.toldOn, ChainStep.toldHow].filter { assessment[step, $0] == nil }
      .map(\.field.words)
  }

  // MARK: What each party holds against it

  /// Objectives of a lane's risks, by label and words.
  func objectives(_ lane: Int) -> [String] {
    objectiveIDs(lane).map { assessment.label(of: $0) + " " + (assessment.title(of: $0) ?? "") }
  }

  func sources(_ lane: Int) -> [String] {
    Self.distinct(risks[lane].flatMap { assessment[$0, Risk.sources] })
  }

  func consequences(_ lane: Int) -> [String] {
    Self.distinct(risks[lane].compactMap { assessment[$0, Risk.consequence] })
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
    Self.distinct(risks[lane].compactMap { assessment[$0, Risk.objective] })
  }

  private static func distinct<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}
