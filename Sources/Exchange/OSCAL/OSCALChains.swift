import Domain

/// The links between risks of several parties: where a chain of events comes from and leads to.
struct OSCALChains {
  let source: OSCALSource

  /// The links of a risk to its neighbours in every chain it is part of, and to the steps that tell of them.
  func links(of risk: RecordID, _ draft: inout OSCALDraft) -> [OSCALValue] {
    let assessment = source.assessment
    var made: [OSCALValue] = []
    for step in assessment.sources(of: risk, via: ChainStep.risk) {
      made.append(draft.link(to: step, "chain-step"))
      guard let chain = source.reference(step, ChainStep.chain) else { continue }
      let steps = assessment.steps(of: chain)
      guard let place = steps.firstIndex(of: step) else { continue }
      let before = place > 0 ? steps[place - 1] : nil
      let after = place + 1 < steps.count ? steps[place + 1] : nil
      for (neighbour, relation) in [(before, "caused-by"), (after, "leads-to")] {
        guard let other = neighbour.flatMap({ source.reference($0, ChainStep.risk) }), other != risk,
          let link = link(to: other, from: risk, relation)
        else { continue }
        if !made.contains(link) { made.append(link) }
      }
    }
    return made
  }

  private func link(to other: RecordID, from risk: RecordID, _ relation: String) -> OSCALValue? {
    let uuid = source.uuid(other)
    guard let party = source.assessment.party(of: other) else { return nil }
    let isSame = party == source.assessment.party(of: risk)
    let file = source.exported.contains(party) ? source.file(.actions, of: party) + "#" : "urn:uuid:"
    return .object([
      "href": .text(isSame ? "#" + uuid : file + uuid), "rel": .text(relation),
      "text": .text(source.title(other)),
    ])
  }
}
