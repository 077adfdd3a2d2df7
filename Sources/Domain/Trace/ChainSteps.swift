extension Assessment {
  /// A chain's steps in the order of the story.
  package func steps(of chain: RecordID) -> [RecordID] {
    sources(of: chain, via: ChainStep.chain).sorted {
      (self[$0, ChainStep.order] ?? Int.max, $0.raw) < (self[$1, ChainStep.order] ?? Int.max, $1.raw)
    }
  }

  /// The step after this one in its chain; nil at the end.
  package func nextStep(after step: RecordID) -> RecordID? {
    guard let chain = link(step, ChainStep.chain) else { return nil }
    let steps = steps(of: chain)
    guard let position = steps.firstIndex(of: step), position + 1 < steps.count else { return nil }
    return steps[position + 1]
  }

  /// The party that must be told of a step: the next step's, where the story goes on at another than this one's.
  package func listener(of step: RecordID) -> RecordID? {
    guard let next = nextStep(after: step), let party = party(of: next), party != self.party(of: step) else {
      return nil
    }
    return party
  }

  /// What is not said of who was told of a step, when and how; empty when all is, and where nobody must be told.
  package func missingNotice(of step: RecordID) -> [FieldDescription] {
    guard listener(of: step) != nil else { return [] }
    return [ChainStep.told.field, ChainStep.toldOn.field, ChainStep.toldHow.field].filter {
      isEmpty(step, $0.key)
    }
  }
}
