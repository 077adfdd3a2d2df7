import Domain

/// What was being answered, and what was typed for it.
package struct UnsavedAnswer: Codable, Hashable, Sendable {
  let question: Question
  /// Line by line, as many as the question has.
  package let texts: [String]

  /// What was asked, as far as it says where to ask it again.
  enum Question: Codable, Hashable, Sendable {
    case command
    case line(Words, PromptLayer.Purpose)
    /// What a party answers to clauses.
    case reply(to: [RecordID], by: RecordID, Answer)
    /// What the room decides after a round, the steps chosen so far.
    case decision(RecordID, steps: [Int])
    case phase(PhaseEventKind, Phase, RecordID)
    /// Asked of what was at hand, which nothing says any more.
    case ofTheMoment
  }
}

extension Model {
  /// Asks again, with what was typed; false where what it was about is gone or not known any more.
  mutating func restore(_ answer: UnsavedAnswer, walk: RecordID?) -> Bool {
    let texts = answer.texts.map { TextField($0) }
    switch answer.question {
    case .command: layers.append(PaletteLayer(typed: answer.texts.first ?? ""))
    case .line(let words, let purpose):
      guard let purpose = restored(purpose, walk) else { return false }
      layers.append(PromptLayer(words, purpose, typed: answer.texts.first ?? ""))
    case .reply(let clauses, let party, let reply):
      guard (clauses + [party]).allSatisfy(assessment.exists),
        let layer = AnswerLayer(clauses, party, reply, typed: texts, self)
      else { return false }
      layers.append(layer)
    case .decision(let round, let steps):
      guard let facts = RoundFacts(round, assessment), let result = facts.result,
        !assessment.has(round, EstimateRound.decision), let why = texts.first
      else { return false }
      layers.append(DecideLayer(facts, result, steps: steps, why: why))
    case .phase(let kind, let phase, let party):
      guard assessment.exists(party) else { return false }
      let matter = PhaseMatter(kind: kind, phase: phase, party: party)
      layers.append(MatterLayer(matter, typed: answer.texts, self))
    case .ofTheMoment: return false
    }
    return true
  }

  /// What a line is for now, once what it is about stands as it did; nil where it cannot.
  private mutating func restored(_ purpose: PromptLayer.Purpose, _ begun: RecordID?) -> PromptLayer.Purpose? {
    switch purpose {
    // What was a demo is a file of its own by now, and nobody is leaving.
    case .saveDemo, .saveCopy: return .saveCopy
    case .importFile: return purpose
    case .comment(let record), .rate(let record, _, _, _): return assessment.exists(record) ? purpose : nil
    case .writeReport(let order):
      return [order.audience, order.walk].compactMap(\.self).allSatisfy(assessment.exists) ? purpose : nil
    case .ask(let place), .answer(let place): return goOn(with: begun, at: place) ? purpose : nil
    case .endWalk: return goOn(with: begun, at: nil) ? purpose : nil
    // These are for the lines marked, the screen in front or the auditor's own file as they were.
    case .excludeControls, .controlField, .saveView, .walkNote, .openNotes: return nil
    }
  }

  /// Takes up the walk that was under way, at the place where it stopped.
  private mutating func goOn(with begun: RecordID?, at place: WalkPlace?) -> Bool {
    guard let begun, assessment.exists(begun), !assessment.has(begun, Walk.endedOn) else { return false }
    if let record = place?.record, !assessment.exists(record) { return false }
    _ = resume(begun)
    show(.walk)
    if let place { goTo(place) }
    return true
  }
}
