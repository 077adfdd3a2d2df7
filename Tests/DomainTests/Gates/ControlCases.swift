import Domain

extension GateCase {
  static let controls: [GateCase] = [
    GateCase("C1", .cloud) { room in
      let good = try room.risk(1, 1) { $0.set(Risk.treatment, ChoiceSet([.modify])) }
      let bad = try room.risk(1, 1) { $0.set(Risk.treatment, ChoiceSet([.modify])) }
      _ = try room.control("1.1") { $0.set(ControlStatement.risks, [good]) }
      _ = try room.control("1.2") {
        $0.set(ControlStatement.risks, [bad])
        $0.set(ControlStatement.applicability, .excluded)
      }
      return (good, bad)
    },
    // The provider must decide 9.9 too, which is for providers only.
    GateCase("C2", .cloud, .blocker, .csp) { room in
      for party in [room.csc, room.csp] {
        try room.set(party, Party.catalogues, ["list"])
        for number in ["1.1", "1.2", "1.3"] {
          _ = try room.control(number, of: party) {
            $0.set(ControlStatement.inclusionReasons, ChoiceSet([.goodPractice]))
          }
        }
      }
      return (room.csc, room.csp)
    },
    GateCase("C2", .cyberspace, .blocker, .csp) { room in
      try room.set(room.csp, Party.catalogues, ["list"])
      return (room.csc, room.csp)
    },
    GateCase("C2", .singleOrganization, .blocker, .csp) { room in
      try room.set(room.csc, Party.catalogues, ["list"])
      for number in ["1.1", "1.2", "1.3"] {
        _ = try room.control(number) {
          $0.set(ControlStatement.applicability, .excluded)
          $0.set(ControlStatement.exclusionReason, "no such work")
        }
      }
      return (room.csc, room.csp)
    },
    GateCase("C3", .cloud) { room in
      let boss = room.boss
      func done(_ number: String, _ room: inout Room) throws -> RecordID {
        try room.control(number) {
          $0.set(ControlStatement.owner, boss)
          $0.set(ControlStatement.status, .implemented)
        }
      }
      let good = try done("1.1", &room)
      try room.add(.evidence, room.csc) {
        $0.set(Evidence.title, "log")
        $0.set(Evidence.control, good)
      }
      return (good, try done("1.2", &room))
    },
    GateCase("C3", .cloud) { room in
      let (boss, csp) = (room.boss, room.csp)
      func left(_ number: String, _ room: inout Room) throws -> RecordID {
        try room.control(number) {
          $0.set(ControlStatement.owner, boss)
          $0.set(ControlStatement.status, .implemented)
          $0.set(ControlStatement.responsibility, .other)
          $0.set(ControlStatement.counterpart, csp)
        }
      }
      _ = try room.control("1.1", of: csp)
      return (try left("1.1", &room), try left("1.2", &room))
    },
    GateCase("C4", .cloud) { room in
      let csp = room.csp
      func shared(_ number: String, _ room: inout Room) throws -> RecordID {
        try room.control(number) {
          $0.set(ControlStatement.responsibility, .shared)
          $0.set(ControlStatement.counterpart, csp)
        }
      }
      _ = try room.control("1.1", of: csp)
      _ = try room.control("1.2", of: csp) { $0.set(ControlStatement.applicability, .excluded) }
      return (try shared("1.1", &room), try shared("1.2", &room))
    },
    // A provider that never comes.
    GateCase("C4", .cloud) { room in
      let csp = room.csp
      try room.set(csp, Party.participation, .documentary)
      func left(_ number: String, _ room: inout Room) throws -> RecordID {
        try room.control(number) {
          $0.set(ControlStatement.responsibility, .other)
          $0.set(ControlStatement.counterpart, csp)
        }
      }
      let (good, bad) = (try left("1.1", &room), try left("1.2", &room))
      try room.add(.disclosure, csp) {
        $0.set(Disclosure.controls, [good])
        $0.set(Disclosure.reviewedOn, Room.today)
      }
      return (good, bad)
    },
    GateCase("C5", .cloud) { room in
      _ = try room.criteria()
      let good = try room.risk(5, 5) {
        $0.set(Risk.treatment, ChoiceSet([.modify]))
        $0.set(Risk.residualLikelihood, 1)
        $0.set(Risk.residualConsequenceStep, 5)
      }
      return (good, try room.risk(5, 5) { $0.set(Risk.treatment, ChoiceSet([.modify])) })
    },
    GateCase("C5", .cloud) { room in
      _ = try room.criteria()
      let boss = room.boss
      func accepted(_ room: inout Room) throws -> RecordID {
        try room.risk(5, 5) {
          $0.set(Risk.treatment, ChoiceSet([.share]))
          $0.set(Risk.residualLikelihood, 3)
          $0.set(Risk.residualConsequenceStep, 5)
          $0.set(Risk.residualAcceptedBy, boss)
        }
      }
      let (good, bad) = (try accepted(&room), try accepted(&room))
      // What was accepted changes: one more control.
      _ = try room.control("1.1") { $0.set(ControlStatement.risks, [bad]) }
      return (good, bad)
    },
    GateCase("C6", .cloud) { room in
      let risk = try room.risk(1, 1)
      let good = try room.control("1.1") { $0.set(ControlStatement.risks, [risk]) }
      let bad = try room.control("1.2") {
        $0.set(ControlStatement.risks, [risk])
        $0.set(ControlStatement.applicability, .excluded)
      }
      return (good, bad)
    },
    GateCase("C7", .cloud, .warning) { room in
      let risk = try room.risk(1, 1)
      let good = try room.control("1.1") {
        $0.set(ControlStatement.risks, [risk])
        $0.set(ControlStatement.inclusionReasons, ChoiceSet([.riskTreatment]))
        $0.set(ControlStatement.due, Room.today.adding(-1))
        $0.set(ControlStatement.status, .implemented)
      }
      let bad = try room.control("1.2") {
        $0.set(ControlStatement.inclusionReasons, ChoiceSet([.riskTreatment, .law]))
      }
      return (good, bad)
    },
    GateCase("C7", .cloud, .warning) { room in
      let good = try room.control("1.1") { $0.set(ControlStatement.due, Room.today) }
      return (good, try room.control("1.2") { $0.set(ControlStatement.due, Room.today.adding(-1)) })
    },
    GateCase("C8", .cloud, .warning) { room in
      _ = try room.criteria()
      func lowered(_ room: inout Room) throws -> RecordID {
        try room.risk(5, 5) {
          $0.set(Risk.residualLikelihood, 1)
          $0.set(Risk.residualConsequenceStep, 1)
        }
      }
      let (good, bad) = (try lowered(&room), try lowered(&room))
      for (number, risk, status) in [
        ("1.1", good, ControlStatus.planned), ("1.2", bad, .notStarted),
      ] {
        _ = try room.control(number) {
          $0.set(ControlStatement.risks, [risk])
          $0.set(ControlStatement.status, status)
        }
      }
      return (good, bad)
    },
    GateCase("C9", .cloud, .warning) { room in
      room.context.files.note(["same.log": .file(digest: "aa"), "other.log": .file(digest: "cc")])
      func kept(_ place: String, _ digest: String, _ room: inout Room) throws -> RecordID {
        try room.add(.evidence, room.csc) {
          $0.set(Evidence.title, "log")
          $0.set(Evidence.place, place)
          $0.set(Evidence.digest, digest)
        }
      }
      return (try kept("same.log", "aa", &room), try kept("other.log", "bb", &room))
    },
    GateCase("C9", .singleOrganization, .warning) { room in
      room.context.files.note(["gone.log": .missing])
      let good = try room.add(.evidence, room.csc) { $0.set(Evidence.place, "kept in the safe") }
      let bad = try room.add(.evidence, room.csc) {
        $0.set(Evidence.place, "gone.log")
        $0.set(Evidence.digest, "bb")
      }
      return (good, bad)
    },
  ]
}
