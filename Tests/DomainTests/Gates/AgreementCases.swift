import Domain

extension GateCase {
  static let agreement: [GateCase] = [
    GateCase("A1", .singleOrganization, .blocker, .csp) { room in
      try room.set(room.csp, Party.topManagement, nil)
      return (room.csc, room.csp)
    },
    GateCase("A2", .cloud, .blocker, .csp) { room in
      let agreement = try room.agreement()
      let good = try room.clause(.serviceScope, in: agreement)
      try room.answer(good, .accepted, room.csc, room.csp)
      let bad = try room.clause(.serviceScope, in: agreement)
      try room.answer(bad, .accepted, room.csc)
      return (good, bad)
    },
    GateCase("A2", .cloud, .blocker, .joint) { room in
      let agreement = try room.agreement()
      let good = try room.clause(.serviceScope, in: agreement)
      try room.answer(good, .accepted, room.csc, room.csp)
      let bad = try room.clause(.serviceScope, in: agreement)
      try room.answer(bad, .disputed, room.csc)
      try room.answer(bad, .accepted, room.csp)
      return (good, bad)
    },
    GateCase("A2", .cyberspace, .blocker, .csc) { room in
      let good = try room.clause(.guideline)
      try room.answer(good, .accepted, room.csc, room.csp)
      let bad = try room.clause(.guideline)
      try room.answer(bad, .disputed, room.csc)
      try room.answer(bad, .accepted, room.csp)
      return (good, bad)
    },
    GateCase("A2", .cloud, .warning, .csc) { room in
      let agreement = try room.agreement()
      let good = try room.clause(.serviceScope, in: agreement)
      try room.answer(good, .accepted, room.csc, room.csp)
      let bad = try room.clause(.serviceScope, in: agreement)
      try room.answer(bad, .acceptedWithReservation, room.csc)
      try room.answer(bad, .accepted, room.csp)
      return (good, bad)
    },
    GateCase("A3", .cloud, .blocker, .joint) { room in
      func level(_ target: String, _ room: inout Room) throws -> RecordID {
        try room.clause(.serviceLevel) {
          $0.set(Commitment.metric, "availability")
          $0.set(Commitment.comparison, .atLeast)
          $0.set(Commitment.target, target)
          $0.set(Commitment.unit, "%")
          $0.set(Commitment.period, .month)
          $0.set(Commitment.method, "probe")
        }
      }
      return (try level("99.9%", &room), try level("good", &room))
    },
    GateCase("A4", .cloud, .blocker, .joint) { room in
      let good = try room.clause(.responsibility)
      try room.set(good, Commitment.responsibility, .accountable, for: room.csp)
      let bad = try room.clause(.responsibility)
      try room.set(bad, Commitment.responsibility, .accountable, for: room.csp)
      try room.set(bad, Commitment.responsibility, .accountable, for: room.csc)
      return (good, bad)
    },
    GateCase("A5", .cloud, .blocker, .csp) { room in
      let good = try room.agreement("with disclosure")
      let (csc, csp) = (room.csc, room.csp)
      _ = try room.clause(.disclosure, in: good) {
        $0.set(Commitment.discloser, csp)
        $0.set(Commitment.receiver, csc)
      }
      let bad = try room.agreement("the other way round")
      _ = try room.clause(.disclosure, in: bad) {
        $0.set(Commitment.discloser, csc)
        $0.set(Commitment.receiver, csp)
      }
      return (good, bad)
    },
    GateCase("A6", .singleOrganization, .blocker, .csp, contexts),
    GateCase("A6", .cyberspace, .warning, .csp, contexts),
    GateCase("A7", .cloud, .warning, .joint) { room in
      let good = try room.agreement("every topic")
      for topic in CommitmentTopic.allCases {
        _ = try room.clause(.serviceScope, in: good) { $0.set(Commitment.topic, topic) }
      }
      return (good, try room.agreement("no topic"))
    },
    GateCase("A8", .cloud, .warning, .csp) { room in
      for (party, other) in [(room.csc, "b"), (room.csp, "a")] {
        room.assessment.apply(
          .phase(
            PhaseStep(
              party: party, phase: .policy, event: .submit, from: .inProgress, to: .inReview, by: "a")))
        room.assessment.apply(
          .phase(
            PhaseStep(party: party, phase: .policy, event: .agree, from: .inReview, to: .agreed, by: other)))
      }
      return (room.csc, room.csp)
    },
    GateCase("A9", .cloud, .warning, .csp) { room in
      for phase in Phase.allCases {
        try room.add(.phaseShare, room.csc) {
          $0.set(PhaseShare.phase, phase.rawValue)
          $0.set(PhaseShare.does, "its part")
        }
      }
      return (room.csc, room.csp)
    },
  ]

  @Sendable private static func contexts(_ room: inout Room) throws -> (good: RecordID, bad: RecordID) {
    try room.add(.scopeStatement, room.csc) { $0.set(ScopeStatement.text, "all") }
    try room.add(.issue, room.csc) { $0.set(Issue.text, "issue") }
    try room.add(.interestedParty, room.csc) {
      $0.set(InterestedParty.name, "customers")
      $0.set(InterestedParty.needs, "availability")
    }
    try room.set(room.csc, Party.climateDecision, .notRelevant)
    try room.add(.scopeStatement, room.csp) { $0.set(ScopeStatement.text, "all") }
    return (room.csc, room.csp)
  }
}
