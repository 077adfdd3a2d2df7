import Domain

extension GateCase {
  static let risks: [GateCase] = [
    GateCase("R1", .cloud, .blocker, .csp) { room in
      _ = try room.criteria()
      return (try room.risk(2, 2), try room.risk(2, 2, of: room.csp))
    },
    GateCase("R2", .cloud) { room in
      let good = try room.objective(.organization)
      let below = try room.objective(.department) { $0.set(Objective.parent, good) }
      _ = try room.risk(1, 1) { $0.set(Risk.objective, below) }
      return (good, try room.objective(.organization))
    },
    GateCase("R2", .cloud) { room in
      let good = try room.objective(.organization) { $0.set(Objective.noRiskReason, "none found") }
      return (good, try room.objective(.organization))
    },
    GateCase("R3", .cloud) { room in
      let (objective, boss) = (try room.objective(.organization), room.boss)
      let good = try room.risk(2, 2) {
        $0.set(Risk.objective, objective)
        $0.set(Risk.sources, ["vendor lock-in"])
        $0.set(Risk.consequence, "business stops")
        $0.set(Risk.loss, [["A", "3"]])
        $0.set(Risk.owner, boss)
      }
      return (good, try room.risk(2, 2))
    },
    GateCase("R4", .cloud) { room in
      _ = try room.criteria()
      return (try room.risk(3, 3), try room.risk(2, 5))
    },
    GateCase("R5", .cloud) { room in
      _ = try room.criteria()
      let boss = room.boss
      let owner = try room.add(.person, room.csc) { $0.set(Person.name, "owner") }
      func retained(_ acceptor: RecordID, _ room: inout Room) throws -> RecordID {
        try room.risk(5, 5) {
          $0.set(Risk.treatment, ChoiceSet([.retain]))
          $0.set(Risk.owner, owner)
          $0.set(Risk.acceptedBy, acceptor)
        }
      }
      return (try retained(boss, &room), try retained(owner, &room))
    },
    GateCase("R6", .cloud) { room in
      let (csc, csp) = (room.csc, room.csp)
      let mine = try room.risk(1, 1)
      let theirs = try room.risk(1, 1, of: csp)
      let chain = try room.add(.riskChain, nil) { $0.set(RiskChain.title, "chain") }
      func step(_ order: Int, _ told: Bool, _ room: inout Room, _ party: RecordID) throws -> RecordID {
        try room.add(.chainStep, party) {
          $0.set(ChainStep.chain, chain)
          $0.set(ChainStep.order, order)
          $0.set(ChainStep.risk, party == csc ? mine : theirs)
          guard told else { return }
          $0.set(ChainStep.told, "service desk")
          $0.set(ChainStep.toldOn, "at once")
          $0.set(ChainStep.toldHow, "telephone")
        }
      }
      let good = try step(1, true, &room, csc)
      _ = try step(2, true, &room, csp)
      let bad = try step(3, false, &room, csc)
      _ = try step(4, true, &room, csp)
      return (good, bad)
    },
    GateCase("R6", .cyberspace) { room in
      let mine = try room.risk(1, 1)
      let theirs = try room.risk(1, 1, of: room.csp)
      let good = try room.add(.chainStep, room.csc) { $0.set(ChainStep.risk, mine) }
      return (good, try room.add(.chainStep, room.csc) { $0.set(ChainStep.risk, theirs) })
    },
    GateCase("R7", .cloud, .warning) { room in
      let csp = room.csp
      let good = try room.risk(1, 1) { $0.set(Risk.affectedParties, [csp]) }
      let known = try room.risk(1, 1, of: csp)
      let chain = try room.add(.riskChain, nil) { $0.set(RiskChain.title, "chain") }
      for (party, risk) in [(room.csc, good), (csp, known)] {
        try room.add(.chainStep, party) {
          $0.set(ChainStep.chain, chain)
          $0.set(ChainStep.risk, risk)
        }
      }
      return (good, try room.risk(1, 1) { $0.set(Risk.affectedParties, [csp]) })
    },
    GateCase("R7", .cyberspace, .warning) { room in
      let csp = room.csp
      let good = try room.risk(1, 1) { $0.set(Risk.affectedParties, [csp]) }
      try room.set(good, Risk.acknowledged, true, for: csp)
      let bad = try room.risk(1, 1) { $0.set(Risk.affectedParties, [csp]) }
      try room.set(bad, Risk.acknowledged, false, for: csp)
      return (good, bad)
    },
    GateCase("R8", .cyberspace) { room in
      let good = try room.risk(1, 1) { $0.set(Risk.affected, ChoiceSet([.society])) }
      return (good, try room.risk(1, 1) { $0.set(Risk.affected, ChoiceSet([.namedParty])) })
    },
    GateCase("R9", .cloud) { room in
      let (csc, boss) = (room.csc, room.boss)
      func planned(_ approver: RecordID, _ room: inout Room) throws -> RecordID {
        try room.risk(1, 1) {
          $0.set(Risk.treatment, ChoiceSet([.share]))
          $0.set(Risk.owner, boss)
          $0.set(Risk.actingParty, csc)
          $0.set(Risk.planActions, "insure")
          $0.set(Risk.planResources, "premium")
          $0.set(Risk.planDue, Room.today)
          $0.set(Risk.planApprovedBy, approver)
        }
      }
      return (try planned(boss, &room), try planned(room.chief, &room))
    },
    GateCase("R10", .cloud, .warning) { room in
      _ = try room.criteria()
      let good = try room.risk(2, 2) { $0.set(Risk.justification, "twice in five years") }
      return (good, try room.risk(2, 2))
    },
    GateCase("R10", .cloud, .warning) { room in
      func rated(_ why: String?, _ room: inout Room) throws -> RecordID {
        try room.risk(2, 2) {
          $0.set(Risk.justification, "twice in five years")
          $0.set(Risk.residualLikelihood, 1)
          $0.set(Risk.residualConsequenceStep, 2)
          if let why { $0.set(Risk.residualJustification, why) }
        }
      }
      return (try rated("restores are tested", &room), try rated(nil, &room))
    },
  ]
}
