import Domain
import Testing

@Suite("Trees of documents and objectives")
struct HierarchyTests {
  @Test("a record hangs only from its own kind and party, never below itself, never from a lower tier")
  func obstacles() throws {
    var room = try Room()
    let top = try room.policy(.basicPolicy)
    let topic = try room.policy(.topicPolicy) { $0.set(PolicyDocument.parent, top) }
    let standard = try room.policy(.standard) { $0.set(PolicyDocument.parent, topic) }
    let other = try room.policy(.basicPolicy, of: room.csp)
    let objective = try room.objective(.organization)
    let cases: [(RecordID, RecordID, PlacementObstacle?)] = [
      (standard, top, nil), (standard, topic, nil), (topic, topic, .itself), (topic, standard, .belowItself),
      (topic, other, .otherParty), (top, other, .otherParty), (topic, objective, .otherKind),
      (try room.policy(.topicPolicy), standard, .lowerTier), (try room.policy(.basicPolicy), top, .isTop),
    ]
    for (record, parent, obstacle) in cases {
      #expect(room.assessment.obstacle(toMoving: record, under: parent) == obstacle)
    }
    #expect(Set(room.assessment.subtree(of: top)) == [topic, standard])
  }

  @Test(
    "a circle that a file brought ends every look upwards: a record may hang below it, and rule P2 names it")
  func circle() throws {
    var room = try Room()
    let (one, two) = (try room.policy(.standard), try room.policy(.standard))
    let slot = Slot(PolicyDocument.parent.key)
    for (below, above) in [(one, two), (two, one)] {
      room.assessment.apply(.set(below, slot, before: nil, after: .reference(above)))
    }
    let third = try room.policy(.standard) { $0.set(PolicyDocument.parent, one) }
    #expect(room.assessment[third, PolicyDocument.parent] == one)
    #expect(throws: Refusal.cycle(one, PolicyDocument.parent.field)) {
      try room.set(one, PolicyDocument.parent, third)
    }
    #expect(room.assessment.obstacle(toMoving: one, under: third) == .belowItself)
    #expect(Set(room.findings("P2").compactMap(\.record)) == [one, two])
  }

  @Test(
    "every link from a kind to itself alone may not go round, but for criteria that are read in joint ones")
  func hierarchies() {
    for kind in RecordKind.allCases {
      let own = kind.description.fields.filter {
        $0.type == .reference([kind]) && $0 != RiskCriteria.mapsTo.field
      }
      #expect(own == [kind.description.hierarchy].compactMap(\.self), "\(kind)")
    }
  }

  @Test("a document's flaws are what rules P2, P3 and P6 find")
  func flaws() throws {
    var room = try Room()
    let (boss, today) = (room.boss, Room.today)
    let top = try room.policy(.basicPolicy) { $0.set(PolicyDocument.owner, boss) }
    let good = try room.policy(.standard) {
      $0.set(PolicyDocument.owner, boss)
      $0.set(PolicyDocument.parent, top)
      $0.set(PolicyDocument.reviewDue, today)
    }
    let orphan = try room.policy(.standard) { $0.set(PolicyDocument.owner, boss) }
    let late = try room.policy(.topicPolicy) {
      $0.set(PolicyDocument.parent, top)
      $0.set(PolicyDocument.reviewDue, today.adding(-1))
    }
    let draft = try room.policy(.topicPolicy, .draft) {
      $0.set(PolicyDocument.owner, boss)
      $0.set(PolicyDocument.parent, good)
    }
    let retired = try room.policy(.topicPolicy, .retired)
    let expected: [(RecordID, [DocumentFlaw])] = [
      (top, []), (good, []), (orphan, [.orphan]), (late, [.unowned, .overdue]),
      (draft, [.misplaced, .unapproved]), (retired, []),
    ]
    for (document, flaws) in expected {
      #expect(room.assessment.flaws(ofDocument: document, today: today) == flaws)
    }
    let found = Set(["P2", "P3", "P6"].flatMap { room.findings($0) }.compactMap(\.record))
    #expect(found == [orphan, late, draft])
  }

  @Test(
    "coverage counts accepted commitments and clauses named as a whole; a retired document answers nothing")
  func coverage() throws {
    var room = try Room()
    let (law, other) = (try room.clause(.law), try room.clause(.regulation))
    for clause in [law, other] { try room.answer(clause, .accepted, room.csc) }
    let document = try room.policy(.standard) {
      $0.set(PolicyDocument.answers, [law])
      $0.set(PolicyDocument.clauses, ["4"])
    }
    let before = try #require(room.assessment.documentCoverage(room.context).first)
    #expect(before.party == room.csc)
    #expect(before.wanted == [law, other])
    #expect(before.unanswered == [other])
    #expect(before.clauses == ["4.1", "4.2"])
    try room.set(document, PolicyDocument.status, .retired)
    let after = try #require(room.assessment.documentCoverage(room.context).first)
    #expect(after.unanswered == [law, other])
    #expect(after.clauses.isEmpty)
  }

  @Test("children add up only where they count the same over the period")
  func rollUp() throws {
    var room = try Room()
    func counted(_ room: inout Room, _ parent: RecordID?, _ unit: String, _ value: Double) throws -> RecordID
    {
      let objective = try room.objective(parent == nil ? .organization : .department) {
        if let parent { $0.set(Objective.parent, parent) }
        $0.set(Objective.measureUnit, unit)
        $0.set(Objective.aggregation, .sum)
        $0.set(Objective.comparison, .atMost)
        $0.set(Objective.baseline, 2 * value)
        $0.set(Objective.target, "50%")
      }
      try room.add(.reading, room.csc) {
        $0.set(Reading.objective, objective)
        $0.set(Reading.value, value)
        $0.set(Reading.date, Room.today)
      }
      return objective
    }
    let top = try counted(&room, nil, "cases", 12)
    let (one, two) = (try counted(&room, top, "cases", 3), try counted(&room, top, "cases", 6))
    let today = Room.today
    #expect(room.assessment.rollUp(of: top, today: today)?.sum == 9)
    #expect(room.assessment.share(of: one, today: today)?.value == 0.25)
    #expect(room.assessment.share(of: two, today: today)?.target == 0.5)
    #expect(room.assessment.rollUp(of: one, today: today) == nil)
    let hours = try counted(&room, top, "hours", 1)
    #expect(room.assessment.rollUp(of: top, today: today)?.sum == nil)
    #expect(room.assessment.share(of: hours, today: today) == nil)
  }
}
