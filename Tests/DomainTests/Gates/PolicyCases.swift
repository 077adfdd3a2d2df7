import Domain

extension GateCase {
  static let policy: [GateCase] = [
    GateCase("P1", .singleOrganization, .blocker, .csp) { room in
      let (boss, chief) = (room.boss, room.chief)
      let other = try room.add(.person, room.csp) { $0.set(Person.name, "other") }
      let good = try room.policy(.basicPolicy) { $0.set(PolicyDocument.approver, boss) }
      let bad = try room.policy(.basicPolicy, of: room.csp) { $0.set(PolicyDocument.approver, other) }
      _ = try room.policy(.basicPolicy, .retired, of: room.csp) { $0.set(PolicyDocument.approver, chief) }
      return (good, bad)
    },
    GateCase("P1", .singleOrganization, .blocker, .csp) { room in
      _ = try room.policy(.basicPolicy, .draft, of: room.csp)
      let boss = room.boss
      let good = try room.policy(.basicPolicy) { $0.set(PolicyDocument.approver, boss) }
      return (good, room.csp)
    },
    GateCase("P2", .singleOrganization) { room in
      let top = try room.policy(.basicPolicy)
      let good = try room.policy(.standard) { $0.set(PolicyDocument.parent, top) }
      let bad = try room.policy(.topicPolicy) { $0.set(PolicyDocument.parent, good) }
      return (good, bad)
    },
    GateCase("P3", .singleOrganization, .warning) { room in
      let good = try room.policy(.standard) { $0.set(PolicyDocument.reviewDue, Room.today) }
      let bad = try room.policy(.standard) { $0.set(PolicyDocument.reviewDue, Room.today.adding(-1)) }
      return (good, bad)
    },
    GateCase("P4", .cloud, .blocker, .csp) { room in
      _ = try room.agreement()
      for party in [room.csc, room.csp] {
        _ = try room.policy(.basicPolicy, of: party) {
          $0.set(PolicyDocument.purposes, ChoiceSet([.general, .cloudUse]))
        }
      }
      return (room.csc, room.csp)
    },
    GateCase("P5", .cloud, .warning, .csc) { room in
      let good = try room.clause(.law)
      let bad = try room.clause(.law)
      for clause in [good, bad] { try room.answer(clause, .accepted, room.csc) }
      _ = try room.policy(.standard) { $0.set(PolicyDocument.answers, [good]) }
      _ = try room.policy(.standard, .retired) { $0.set(PolicyDocument.answers, [bad]) }
      return (good, bad)
    },
    GateCase("P6", .singleOrganization) { room in
      let boss = room.boss
      let good = try room.policy(.standard) { $0.set(PolicyDocument.owner, boss) }
      let bad = try room.policy(.standard, .draft) { $0.set(PolicyDocument.owner, boss) }
      return (good, bad)
    },
    GateCase("P6", .singleOrganization) { room in
      let boss = room.boss
      let good = try room.policy(.procedure) { $0.set(PolicyDocument.owner, boss) }
      let bad = try room.policy(.procedure, .draft) { $0.set(PolicyDocument.owner, boss) }
      return (good, bad)
    },
  ]
}
