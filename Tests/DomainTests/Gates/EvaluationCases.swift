import Domain

extension GateCase {
  static let evaluation: [GateCase] = [
    GateCase("M1", .cloud) { room in
      func measured(_ target: String, _ room: inout Room) throws -> RecordID {
        let objective = try room.objective(.organization) {
          $0.set(Objective.comparison, .atMost)
          $0.set(Objective.target, target)
        }
        try room.add(.reading, room.csc) {
          $0.set(Reading.objective, objective)
          $0.set(Reading.value, 1)
          $0.set(Reading.cycle, 1)
        }
        return objective
      }
      // Half of an unknown value is no target.
      return (try measured("5", &room), try measured("50%", &room))
    },
    GateCase("M1", .cloud) { room in
      let good = try room.objective(.organization) { $0.set(Objective.noReadingReason, "due next year") }
      return (good, try room.objective(.organization))
    },
    GateCase("M2", .cloud, .warning) { room in
      let good = try room.control("1.1") {
        $0.set(ControlStatement.status, .implemented)
        $0.set(ControlStatement.verificationDue, Room.today.adding(30))
      }
      return (good, try room.control("1.2") { $0.set(ControlStatement.status, .implemented) })
    },
    GateCase("M2", .cloud, .warning) { room in
      try room.set(room.head, AssessmentRecord.cycle, 2)
      func implemented(_ number: String, verified: Day) throws -> RecordID {
        try room.control(number) {
          $0.set(ControlStatement.status, .implemented)
          $0.set(ControlStatement.verifiedOn, verified)
        }
      }
      return (
        try implemented("1.1", verified: Room.today),
        try implemented("1.2", verified: Room.today.adding(-101))
      )
    },
    GateCase("M3", .cloud, .blocker, .csp, audits),
    GateCase("M3", .cyberspace, .warning, .csp, audits),
    GateCase("M6", .cloud) { room in
      // In the second cycle a review that names none counts where its day lies.
      try room.set(room.head, AssessmentRecord.cycle, 2)
      let (csc, csp) = (room.csc, room.csp)
      for (party, day) in [(csp, Room.today), (csc, Room.today.adding(-101))] {
        let boss = party == csc ? room.boss : room.chief
        try room.add(.managementReview, party) {
          $0.set(ManagementReview.date, day)
          $0.set(ManagementReview.present, [boss])
        }
      }
      return (csp, csc)
    },
    GateCase("M4", .cloud, .blocker, .csp) { room in
      let (csp, boss) = (room.csp, room.boss)
      func major(_ effectiveness: Effectiveness, _ room: inout Room) throws -> RecordID {
        let finding = try room.add(.finding, room.csc) {
          $0.set(Finding.grade, .majorNonconformity)
          $0.set(Finding.addressedTo, csp)
          $0.set(Finding.closedOn, Room.today)
        }
        try room.add(.correctiveAction, csp) {
          $0.set(CorrectiveAction.finding, finding)
          $0.set(CorrectiveAction.owner, boss)
          $0.set(CorrectiveAction.due, Room.today)
          $0.set(CorrectiveAction.effectiveness, effectiveness)
        }
        return finding
      }
      return (try major(.effective, &room), try major(.ineffective, &room))
    },
    GateCase("M4", .cloud) { room in
      let boss = room.boss
      func open(_ grade: FindingGrade, _ room: inout Room) throws -> RecordID {
        let finding = try room.add(.finding, room.csc) { $0.set(Finding.grade, grade) }
        try room.add(.correctiveAction, room.csc) {
          $0.set(CorrectiveAction.finding, finding)
          $0.set(CorrectiveAction.owner, boss)
          $0.set(CorrectiveAction.due, Room.today)
        }
        return finding
      }
      return (try open(.minorNonconformity, &room), try open(.majorNonconformity, &room))
    },
    GateCase("M5", .cloud) { room in
      let (csc, csp) = (room.csc, room.csp)
      func duty(_ valid: Day, _ room: inout Room) throws -> RecordID {
        let clause = try room.clause(.disclosure) {
          $0.set(Commitment.discloser, csp)
          $0.set(Commitment.receiver, csc)
        }
        try room.answer(clause, .accepted, csp)
        try room.add(.disclosure, csp) {
          $0.set(Disclosure.to, csc)
          $0.set(Disclosure.commitments, [clause])
          $0.set(Disclosure.validUntil, valid)
          $0.set(Disclosure.sufficient, true)
        }
        return clause
      }
      return (try duty(Room.today, &room), try duty(Room.today.adding(-1), &room))
    },
    GateCase("M5", .cloud) { room in
      let (csc, csp) = (room.csc, room.csp)
      func shared(_ number: String, _ sufficient: Bool, _ room: inout Room) throws -> RecordID {
        let control = try room.control(number) {
          $0.set(ControlStatement.responsibility, .shared)
          $0.set(ControlStatement.counterpart, csp)
        }
        try room.add(.disclosure, csp) {
          $0.set(Disclosure.to, csc)
          $0.set(Disclosure.controls, [control])
          $0.set(Disclosure.validUntil, Room.today)
          $0.set(Disclosure.sufficient, sufficient)
        }
        return control
      }
      return (try shared("1.1", true, &room), try shared("1.2", false, &room))
    },
    GateCase("M6", .cloud, .blocker, .csp, reviews),
    GateCase("M6", .cyberspace, .warning, .csp, reviews),
    GateCase("M7", .cloud, .blocker, .csp) { room in
      for (party, clauses) in [(room.csc, ["4.1", "4.2"]), (room.csp, ["4.1"])] {
        for clause in clauses {
          try room.add(.clauseConformity, party) {
            $0.set(ClauseConformity.clause, clause)
            $0.set(ClauseConformity.state, .conform)
          }
        }
      }
      return (room.csc, room.csp)
    },
    GateCase("M8", .cloud, .blocker, .joint) { room in
      // Of the hundred days so far, one quarter has elapsed.
      (
        try serviceLevel(reading: 99.95, daysAgo: 50, &room),
        try serviceLevel(reading: 99.95, daysAgo: 5, &room)
      )
    },
    GateCase("M8", .cloud, .blocker, .joint) { room in
      let good = try serviceLevel(reading: 99, daysAgo: 50, &room)
      try room.add(.finding, room.csc) {
        $0.set(Finding.record, good)
        $0.set(Finding.foundOn, Room.today.adding(-10))
      }
      return (good, try serviceLevel(reading: 99, daysAgo: 50, &room))
    },
    GateCase("M8", .cloud, .warning, .joint) { room in
      let good = try serviceLevel(reading: 99.9, daysAgo: 50, &room)
      let bad = try serviceLevel(reading: 99.9, daysAgo: 50, &room)
      for (clause, value) in [(good, 99.9), (bad, 99.8)] {
        try room.add(.reading, room.csp) {
          $0.set(Reading.serviceLevel, clause)
          $0.set(Reading.date, Room.today)
          $0.set(Reading.value, value)
        }
      }
      return (good, bad)
    },
    GateCase("M9", .cloud, .warning) { room in
      let boss = room.boss
      let auditor = try room.add(.person, room.csc) { $0.set(Person.name, "auditor") }
      let good = try room.add(.audit, room.csc) { $0.set(Audit.auditor, auditor) }
      return (good, try room.add(.audit, room.csc) { $0.set(Audit.auditor, boss) })
    },
  ]

  @Sendable private static func audits(_ room: inout Room) throws -> (good: RecordID, bad: RecordID) {
    for (party, kind) in [(room.csc, AuditKind.internal), (room.csp, .certification)] {
      try room.add(.audit, party) {
        $0.set(Audit.kind, kind)
        $0.set(Audit.from, Room.today)
        $0.set(Audit.cycle, 1)
      }
    }
    return (room.csc, room.csp)
  }

  @Sendable private static func reviews(_ room: inout Room) throws -> (good: RecordID, bad: RecordID) {
    var held: [RecordID] = []
    for (party, people) in [(room.csc, [room.boss]), (room.csp, [room.boss])] {
      held.append(
        try room.add(.managementReview, party) {
          $0.set(ManagementReview.date, Room.today)
          $0.set(ManagementReview.present, people)
          $0.set(ManagementReview.cycle, 1)
        })
    }
    return (held[0], held[1])
  }

  private static func serviceLevel(
    reading value: Double, daysAgo: Int, _ room: inout Room
  ) throws -> RecordID {
    let clause = try room.clause(.serviceLevel) {
      $0.set(Commitment.comparison, .atLeast)
      $0.set(Commitment.target, "99.9%")
      $0.set(Commitment.period, .quarter)
    }
    try room.answer(clause, .accepted, room.csp)
    try room.add(.reading, room.csp) {
      $0.set(Reading.serviceLevel, clause)
      $0.set(Reading.date, Room.today.adding(-daysAgo))
      $0.set(Reading.value, value)
    }
    return clause
  }
}
