import Foundation
import ProgramDriver
import Testing

/// Every scope of the talk from `kyokumen new` to phase 3 agreed by all parties, by keys alone; the steps are in
/// `Walks`.
@Suite(.serialized)
struct FirstPhasesTests {
  /// A scope, who takes part, where and in which language somebody sits, and how many share the agreement.
  struct Room: Sendable, CustomTestStringConvertible {
    let walk: String
    let scope: String
    let language: String
    let columns: Int
    let rows: Int
    let parties: [String]

    var testDescription: String { walk }
  }

  static let rooms = [
    Room(
      walk: "single-en", scope: "single", language: "en", columns: 80, rows: 24,
      parties: ["standalone:Example Press"]),
    Room(
      walk: "supply-ja", scope: "cloud", language: "ja", columns: 120, rows: 40,
      parties: ["csc:サンプル商事", "csp:例示データセンター", "csp:第二例示センター"]),
    Room(
      walk: "cyberspace-ja", scope: "cyberspace", language: "ja", columns: 120, rows: 40,
      parties: ["user:サンプル商事", "user:見本製作所", "user:例示大学", "operator:例示ネットワーク", "operator:見本クラウド"]),
  ]

  private struct Table: Decodable {
    struct Line: Decodable {
      let phase: Int
      let joint: String
      let parties: [String: String]
    }
    let phases: [Line]
  }

  @Test("by keys alone all parties agree phases 1 to 3", arguments: rooms)
  func threePhases(_ room: Room) throws {
    let desk = try ScratchDesk()
    let parties = room.parties.map { "--party '\($0)'" }.joined(separator: " ")
    let made = try desk.run(
      "kyokumen new walk.kyokumen --scope \(room.scope) --title Walk \(parties) --lang \(room.language)")
    #expect(made.status == 0, "\(made.diagnostics)")
    let walker = try Walker(
      desk, "walk.kyokumen --lang \(room.language) --as Sato", columns: room.columns, rows: room.rows)
    try WalkScript("\(room.walk).walk").walk(walker)
    try walker.press("0", "q")
    #expect(try walker.end().isTerminalRestored)
    let output = try desk.run("kyokumen phase walk.kyokumen --json").output
    let phases = try JSONDecoder().decode(Table.self, from: Data(output.utf8)).phases
    #expect(phases.prefix(3).allSatisfy { $0.joint == "agreed" }, "\(output)")
    #expect(phases.prefix(3).allSatisfy { $0.parties.count == room.parties.count })
    for phase in 1...3 {
      let check = try desk.run("kyokumen check walk.kyokumen --phase \(phase)")
      #expect(check.status == 0, "\(check.output)")
    }
    #expect(try desk.run("kyokumen verify walk.kyokumen").status == 0)
  }
}
