import Domain
import Testing

@Suite("Gate findings")
struct GateFindingsTests {
  private func waived(_ room: Room, _ rule: String, _ record: RecordID) -> [Severity] {
    room.findings(rule).filter { $0.record == record }.map(\.severity)
  }

  @Test("a purpose on a document of another tier is named where a policy of that purpose is asked for")
  func purposeOfAnotherTier() throws {
    var room = try Room()
    _ = try room.agreement()
    _ = try room.policy(.basicPolicy)
    #expect(room.findings("P4").first { $0.party == room.csc }?.words.ja.contains("は対策基準") == false)
    let rules = try room.policy(.standard) { $0.set(PolicyDocument.purposes, ChoiceSet([.cloudUse])) }
    let found = try #require(room.findings("P4").first { $0.party == room.csc })
    #expect(found.words.ja.contains("（P-2 は対策基準）") && found.words.en.contains("(P-2: standard)"))
    try room.set(rules, PolicyDocument.tier, .topicPolicy)
    #expect(!room.findings("P4").contains { $0.party == room.csc })
  }

  @Test("a waiver lets its one finding pass until its day, and no longer")
  mutating func waiver() throws {
    var room = try Room()
    let (one, other) = (try room.objective(.department), try room.objective(.department))
    let waiver = try room.add(.waiver, room.csc) {
      $0.set(Waiver.rule, "O3")
      $0.set(Waiver.reason, "the department is being dissolved")
      $0.set(Waiver.approvedBy, "top of Sample Trading")
      $0.set(Waiver.record, one)
      $0.set(Waiver.until, Room.today)
    }
    #expect(waived(room, "O3", one) == [.waived])
    #expect(waived(room, "O3", other) == [.blocker])
    room.context.today = Room.today.adding(1)
    #expect(waived(room, "O3", one) == [.blocker])
    room.context.today = Room.today
    try room.remove(waiver)
    #expect(waived(room, "O3", one) == [.blocker])
  }

  @Test("four rules are never waived")
  func neverWaived() throws {
    var room = try Room()
    try room.set(room.csc, Party.topManagement, nil)
    let parties = [room.csc, room.csp]
    for rule in ["A1", "P1", "M3", "M6", "A6"] {
      for party in parties {
        try room.add(.waiver, nil) {
          $0.set(Waiver.rule, rule)
          $0.set(Waiver.record, party)
          $0.set(Waiver.until, Room.today)
          $0.set(Waiver.reason, "later")
          $0.set(Waiver.approvedBy, "top of Example Data Centre")
        }
      }
    }
    #expect(waived(room, "A1", room.csc) == [.blocker])
    for rule in ["P1", "M3", "M6"] { #expect(waived(room, rule, room.csp) == [.blocker]) }
    #expect(waived(room, "A6", room.csp) == [.waived])
    #expect(waived(room, "A6", room.csc) == [.blocker], "another party's head waives nothing of it")
  }

  @Test("a waiver without record lets every finding of its rule at its party pass")
  func waiverOfAll() throws {
    var room = try Room()
    for party in [room.csc, room.csp] { _ = try room.objective(.department, of: party) }
    _ = try room.objective(.department)
    let waiver = Draft.waiver(
      of: "O3", nil, party: room.csc, reason: "being drawn up", until: Room.today, by: "Top of sampletrading")
    _ = try room.assessment.perform([.create(waiver)], in: room.context)
    let found = room.findings("O3")
    #expect(found.filter { $0.party == room.csc }.map(\.severity) == [.waived, .waived])
    #expect(found.filter { $0.party == room.csp }.map(\.severity) == [.blocker])
  }

  @Test("what top management did not give, or nobody gave a reason for, waives nothing")
  func waiverOfAnybody() throws {
    var room = try Room()
    let one = try room.objective(.department)
    let waiver = try room.add(.waiver, room.csc) {
      $0.set(Waiver.rule, "O3")
      $0.set(Waiver.record, one)
      $0.set(Waiver.until, Room.today)
      $0.set(Waiver.reason, "later")
    }
    #expect(waived(room, "O3", one) == [.blocker])
    try room.set(waiver, Waiver.approvedBy, "top of Example Data Centre")
    #expect(waived(room, "O3", one) == [.blocker])
    try room.set(waiver, Waiver.approvedBy, "top of Sample Trading")
    #expect(waived(room, "O3", one) == [.waived])
    try room.set(waiver, Waiver.reason, nil)
    #expect(waived(room, "O3", one) == [.blocker])
  }

  @Test("a person's new name takes a waiver back that was given under another, also in the index")
  func waiverByName() throws {
    var room = try Room()
    let one = try room.objective(.department)
    try room.add(.waiver, room.csc) {
      $0.set(Waiver.rule, "O3")
      $0.set(Waiver.record, one)
      $0.set(Waiver.until, Room.today)
      $0.set(Waiver.reason, "later")
      $0.set(Waiver.approvedBy, "top of Sample Trading")
    }
    var index = GateIndex(room.assessment, room.context)
    #expect(index.tally(party: room.csc, phase: .objectives).waived == 1)
    let changes = try room.assessment.perform(
      [.set(room.boss, Slot(Person.name.key), .text("Somebody"))], in: room.context)
    index.update(after: changes, in: room.assessment, room.context)
    #expect(index.tally(party: room.csc, phase: .objectives).waived == 0)
  }

  @Test("a change of who is customer looks at service levels again")
  func rewired() throws {
    var room = try Room()
    let agreement = try room.agreement()
    let level = try room.clause(.serviceLevel, in: agreement)
    try room.answer(level, .accepted, room.csc)
    let service = try #require(room.assessment.ids(.service).first)
    var index = GateIndex(room.assessment, room.context)
    func act(_ command: Command) throws {
      let changes = try room.assessment.perform([command], in: room.context)
      index.update(after: changes, in: room.assessment, room.context)
      #expect(
        index.findings(phases: [.evaluation], in: room.assessment, room.context)
          == room.assessment.allGateFindings(phases: [.evaluation], room.context))
    }
    try act(.remove(service))
  }

  @Test("blockers stand before warnings, rules in their order, records in that of their labels")
  func order() throws {
    var room = try Room()
    let (first, second) = (try room.objective(.department), try room.objective(.department))
    let found = room.assessment.gateFindings(party: room.csc, phase: .objectives, room.context)
    let expected = [
      ("O1", room.csc), ("O2", first), ("O2", second), ("O3", first), ("O3", second), ("A9", room.csc),
      ("O7", first), ("O7", second),
    ]
    #expect(found.map(\.rule) == expected.map(\.0))
    #expect(found.map(\.record) == expected.map(\.1))
  }

  @Test("what concerns all is found for each party, and once for all of them")
  func jointFindings() throws {
    var room = try Room()
    let clause = try room.clause(.responsibility)
    for party in [room.csc, room.csp] {
      let found = room.assessment.gateFindings(party: party, phase: .agreement, room.context)
      #expect(found.contains { $0.rule == "A4" && $0.record == clause && $0.party == nil })
    }
    #expect(room.findings("A4").count == 1)
  }

  @Test("a party that takes part by documents has no gate")
  func documentaryParty() throws {
    var room = try Room()
    try room.set(room.csp, Party.participation, .documentary)
    _ = try room.objective(.department, of: room.csp)
    let found = room.assessment.allGateFindings(phases: Phase.allCases, room.context)
    #expect(!found.contains { $0.party == room.csp })
    #expect(room.assessment.gateFindings(party: room.csp, phase: .agreement, room.context).isEmpty)
  }

  @Test("a customer of a provider that never comes must itself ask for audit information")
  func documentaryProvider() throws {
    var room = try Room()
    let agreement = try room.agreement()
    try room.set(room.csp, Party.participation, .documentary)
    #expect(room.findings("A5").map(\.party) == [room.csc])
    #expect(room.findings("A5").map(\.record) == [agreement])
  }

  @Test("cyberspace needs a rule to share warnings within a time limit")
  func sharingDuty() throws {
    var room = try Room(.cyberspace)
    #expect(room.findings("A5").map(\.severity) == [.warning])
    _ = try room.clause(.guideline) {
      $0.set(Commitment.topic, .informationSharing)
      $0.set(Commitment.timeLimit, "72 h")
    }
    #expect(room.findings("A5").isEmpty)
  }

  @Test("many undecided controls of a catalogue are one line")
  func undecidedControls() throws {
    var room = try Room()
    try room.set(room.csp, Party.catalogues, ["list"])
    _ = try room.control("1.2", of: room.csp)
    let found = room.findings("C2").filter { $0.party == room.csp }
    #expect(found.count == 1)
    #expect(found.first?.words.en == "List: 3 undecided: 1.1, 1.3, 9.9; 1 without reason: 1.2")
  }

  @Test("an acceptance holds only for what was accepted, by whom the band names, until its day")
  func acceptance() throws {
    var room = try Room()
    _ = try room.criteria()
    let boss = room.boss
    let risk = try room.risk(5, 5) {
      $0.set(Risk.treatment, ChoiceSet([.retain]))
      $0.set(Risk.acceptedBy, boss)
      $0.set(Risk.acceptedUntil, Room.today)
    }
    func now(_ today: Day) -> Acceptance { room.assessment.acceptance(of: risk, .present, today: today) }
    #expect(now(Room.today) == .inForce)
    #expect(now(Room.today.adding(1)) == .expired(Room.today))
    try room.set(risk, Risk.consequenceStep, 4)
    #expect(now(Room.today) == .changed)
    try room.set(risk, Risk.acceptedBy, room.chief)
    #expect(now(Room.today) == .byAnother)
    try room.set(risk, Risk.acceptedBy, nil)
    #expect(now(Room.today) == .missing)
  }

  @Test("a reading of an objective is no risk to it, though both name it in a field of that name")
  func sameFieldName() throws {
    var room = try Room()
    let objective = try room.objective(.organization)
    try room.add(.reading, room.csc) { $0.set(Reading.objective, objective) }
    #expect(room.assessment.sources(of: objective, via: Risk.objective).isEmpty)
    #expect(room.findings("R2").map(\.record) == [objective])
  }
}
