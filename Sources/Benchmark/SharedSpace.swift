import Domain

/// A cyberspace of any size: organisations with their share of the work, an agreement of all, and its rules answered
/// by most.
struct SharedSpace {
  let parties: Int
  let rules: Int

  private static let kinds: [CommitmentKind] = [.law, .regulation, .internationalStandard, .guideline]

  /// - Parameters:
  ///   - assessment: Empty before.
  ///   - perform: Carries out an act on it.
  /// - Throws: What `perform` throws.
  func build(
    _ assessment: inout Assessment, _ perform: (inout Assessment, [Command]) throws -> Void
  ) throws {
    try perform(&assessment, organisations())
    var agreement = Draft(.agreement, party: nil, pending: 1)
    agreement.set(Agreement.title, "Rules of shared use")
    agreement.set(Agreement.kind, .rulesOfSharedUse)
    agreement.set(Agreement.parties, assessment.ids(.party))
    let laws = (0..<rules).map { Command.create(rule($0, of: agreement.id, assessment)) }
    try perform(&assessment, [.create(agreement)] + shares(assessment) + laws)
  }

  private func organisations() -> [Command] {
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "Benchmark")
    head.set(AssessmentRecord.scope, .cyberspace)
    head.set(AssessmentRecord.cycle, 1)
    return [.create(head)]
      + (1...parties).map { number in
        var party = Draft(.party, party: nil, pending: number)
        party.set(Party.name, "Organisation \(number)")
        party.set(Party.partyKey, "org-\(number)")
        party.set(Party.role, .cyberspaceUser)
        return .create(party)
      }
  }

  private func shares(_ assessment: Assessment) -> [Command] {
    assessment.ids(.party).enumerated().flatMap { place, party in
      Phase.allCases.map { phase in
        var share = Draft(.phaseShare, party: party, pending: 10 + place * 6 + phase.rawValue)
        share.set(PhaseShare.phase, phase.rawValue)
        share.set(PhaseShare.does, "Agrees to the rules of use")
        return .create(share)
      }
    }
  }

  private func rule(_ number: Int, of agreement: RecordID, _ assessment: Assessment) -> Draft {
    var rule = Draft(.commitment, party: nil, pending: 5000 + number)
    rule.set(Commitment.text, "Rule \(number) 使用ルール")
    rule.set(Commitment.kind, Self.kinds[number % Self.kinds.count])
    rule.set(Commitment.issuer, "Issuer \(number % 9)")
    rule.set(Commitment.agreement, agreement)
    let answers: [Answer?] = [.accepted, .acceptedWithReservation, .accepted, .notApplicable, nil]
    for (place, party) in assessment.ids(.party).enumerated() {
      guard let answer = answers[(place + number) % answers.count] else { continue }
      rule.values[Slot(Commitment.answer.key, party: party)] = .choice(answer.rawValue)
    }
    return rule
  }
}
