import Domain

extension GateCase {
  static let objectives: [GateCase] = [
    GateCase("O1", .singleOrganization, .blocker, .csp) { room in
      let policy = try room.policy(.basicPolicy)
      let topic = try room.policy(.topicPolicy) { $0.set(PolicyDocument.parent, policy) }
      let good = try room.objective(.organization) { $0.set(Objective.policy, topic) }
      let bad = try room.objective(.organization, of: room.csp)
      return (good, bad)
    },
    GateCase("O2", .singleOrganization) { room in
      let boss = room.boss
      func fill(_ draft: inout Draft) {
        draft.set(Objective.owner, boss)
        draft.set(Objective.measure, "incidents")
        draft.set(Objective.comparison, .atMost)
        draft.set(Objective.target, "50%")
        draft.set(Objective.due, Room.today)
      }
      let good = try room.objective(.organization) {
        fill(&$0)
        $0.set(Objective.baseline, 4)
      }
      return (good, try room.objective(.organization, fill))
    },
    GateCase("O2", .singleOrganization) { room in
      let boss = room.boss
      func aimed(_ target: Attribute<String>, _ room: inout Room) throws -> RecordID {
        try room.objective(.organization) {
          $0.set(Objective.owner, boss)
          $0.set(Objective.measure, "incidents")
          $0.set(Objective.comparison, .atMost)
          $0.set(target, "5")
          $0.set(Objective.due, Room.today)
        }
      }
      return (try aimed(Objective.target, &room), try aimed(Objective.interimTarget, &room))
    },
    GateCase("O3", .singleOrganization) { room in
      let top = try room.objective(.organization)
      let good = try room.objective(.department) { $0.set(Objective.parent, top) }
      return (good, try room.objective(.department))
    },
    GateCase("O4", .singleOrganization, .warning) { room in
      func unit(_ room: inout Room) throws -> RecordID {
        try room.add(.organizationalUnit, room.csc) {
          $0.set(OrganizationalUnit.name, "unit")
          $0.set(OrganizationalUnit.inScope, true)
        }
      }
      let good = try unit(&room)
      _ = try room.objective(.department) { $0.set(Objective.unit, good) }
      return (good, try unit(&room))
    },
    GateCase("O5", .cloud, .warning) { room in
      let clause = try room.clause(.serviceLevel)
      let provided = try room.objective(.organization, of: room.csp)
      let good = try room.objective(.organization) { $0.set(Objective.dependsOn, [clause]) }
      let bad = try room.objective(.organization) { $0.set(Objective.dependsOn, [clause]) }
      try room.add(.objectivePair, nil) {
        $0.set(ObjectivePair.customerObjective, good)
        $0.set(ObjectivePair.providerObjective, provided)
      }
      return (good, bad)
    },
    GateCase("O6", .cyberspace) { room in
      let good = try room.objective(.organization) {
        $0.set(Objective.protects, ChoiceSet([.sharedSpace]))
        $0.set(Objective.actor, "operators")
      }
      return (good, try room.objective(.organization))
    },
    GateCase("O7", .singleOrganization, .warning) { room in
      let good = try room.objective(.organization) {
        $0.set(Objective.planAction, "train")
        $0.set(Objective.planResources, "two people")
        $0.set(Objective.planEvaluation, "yearly")
      }
      return (good, try room.objective(.organization) { $0.set(Objective.planAction, "train") })
    },
    GateCase("O8", .cyberspace, .warning) { room in
      let good = try room.objective(.organization) { $0.set(Objective.jointPurposePart, "no incidents") }
      return (good, try room.objective(.organization))
    },
  ]
}
