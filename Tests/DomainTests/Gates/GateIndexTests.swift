import Domain
import Foundation
import Testing

@Suite("Gate index")
struct GateIndexTests {
  @Test("after any act the index tells what a full look tells", arguments: Scope.allCases)
  func indexEqualsFullLook(_ scope: Scope) throws {
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    for _ in 0..<(isLong ? 8 : 1) { try compare(scope, seed: .random(in: 0..<UInt64.max)) }
  }

  private func compare(_ scope: Scope, seed: UInt64) throws {
    print("gate index, \(scope.rawValue): seed \(seed)")
    var script = RandomScript(seed: seed, room: try Room(scope))
    var index = GateIndex(script.room.assessment, script.room.context)
    for number in 0..<400 {
      let changes = script.act()
      index.update(after: changes, in: script.room.assessment, script.room.context)
      let room = script.room
      let kept = index.findings(phases: Phase.allCases, in: room.assessment, room.context)
      let full = room.assessment.allGateFindings(phases: Phase.allCases, room.context)
      guard kept == full else {
        Issue.record(
          """
          seed \(seed), act \(number): \(changes.map { "\($0)" })
          kept too much: \(kept.filter { !full.contains($0) })
          missed: \(full.filter { !kept.contains($0) })
          """)
        return
      }
      let phase = Phase.allCases[number % 6]
      for party in room.assessment.participants {
        #expect(
          index.findings(party: party, phase: phase, in: room.assessment, room.context)
            == room.assessment.gateFindings(party: party, phase: phase, room.context), "seed \(seed)")
      }
      if number % 50 == 0 { looksAlike(room, seed) }
    }
  }

  /// One look at all gates tells of each what a look at it alone tells.
  private func looksAlike(_ room: Room, _ seed: UInt64) {
    let look = GateLook(room.assessment, room.context)
    for party in room.assessment.ids(.party) {
      for phase in Phase.allCases {
        #expect(
          look.findings(party: party, phase: phase)
            == room.assessment.gateFindings(party: party, phase: phase, room.context), "seed \(seed)")
      }
    }
  }

  @Test("an objective that serves another party's policy is looked at when that changes")
  func policyOfAnother() throws {
    var room = try Room()
    let document = try room.policy(.basicPolicy)
    _ = try room.objective(.organization, of: room.csp) { $0.set(Objective.policy, document) }
    var index = GateIndex(room.assessment, room.context)
    func isFound() -> Bool {
      index.findings(party: room.csp, phase: .objectives, in: room.assessment, room.context)
        .contains { $0.rule == "O1" }
    }
    #expect(!isFound())
    let tier = Slot(PolicyDocument.tier.key)
    let changes = try room.assessment.perform(
      [.set(document, tier, .choice(PolicyTier.procedure.rawValue))], in: room.context)
    index.update(after: changes, in: room.assessment, room.context)
    #expect(isFound())
  }

  @Test("a new day is looked at anew")
  func newDay() throws {
    var room = try Room()
    let document = try room.policy(.standard) { $0.set(PolicyDocument.reviewDue, Room.today) }
    var index = GateIndex(room.assessment, room.context)
    func isFound() -> Bool {
      index.findings(phases: [.policy], in: room.assessment, room.context).contains {
        $0.rule == "P3" && $0.record == document
      }
    }
    #expect(!isFound())
    room.context.today = Room.today.adding(1)
    index.update(after: [], in: room.assessment, room.context)
    #expect(isFound())
  }
}
