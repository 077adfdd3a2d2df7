import Domain

/// Who takes part and how far they are, found once per change, so that a frame never asks every organisation.
struct PartyStanding: Sendable {
  /// The revision it was found at.
  let revision: Int
  let participants: [RecordID]
  private var agreed: [Phase: Int] = [:]
  private var shares: [PhaseTable.Key: RecordID] = [:]

  init(_ assessment: Assessment) {
    revision = assessment.revision
    participants = assessment.participants
    for phase in Phase.allCases {
      agreed[phase] = participants.count { assessment.phases[$0, phase] == .agreed }
    }
    for share in assessment.ids(.phaseShare).reversed() {
      guard let party = assessment.party(of: share),
        let phase = assessment[share, PhaseShare.phase].flatMap(Phase.init(rawValue:))
      else { continue }
      shares[PhaseTable.Key(party, phase)] = share
    }
  }

  /// What a party does in a phase; nil when nothing is written.
  func share(of party: RecordID, _ phase: Phase) -> RecordID? { shares[PhaseTable.Key(party, phase)] }

  /// How many have agreed a phase.
  func agreed(_ phase: Phase) -> Int { agreed[phase] ?? 0 }
}

extension Model {
  /// How the parties stand now: what was found once, or found anew where facts came in since.
  var partyStanding: PartyStanding {
    if let standing, standing.revision == assessment.revision { return standing }
    return PartyStanding(assessment)
  }

  /// Finds it for the frames to come.
  mutating func prepareStanding() {
    guard standing?.revision != assessment.revision else { return }
    standing = PartyStanding(assessment)
  }
}
