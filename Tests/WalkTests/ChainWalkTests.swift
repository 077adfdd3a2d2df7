import Foundation
import ProgramDriver
import Testing

/// The talk's example of linked risk assessments, entered from nothing; the steps are in `Walks`.
@Suite(.serialized)
struct ChainWalkTests {
  private struct Finding: Decodable {
    let rule: String
    let record: String?
  }

  /// A language, a size, who acts and the parties.
  struct Room: Sendable {
    let language: String
    let columns: Int
    let rows: Int
    let customer: String
    let provider: String
  }

  static let rooms = [
    Room(language: "ja", columns: 120, rows: 40, customer: "サンプル商事", provider: "例示データセンター"),
    Room(language: "en", columns: 80, rows: 24, customer: "Sample Trading", provider: "Example Data Centre"),
  ]

  @Test(
    "the CSC/CSP chain of the talk is entered from nothing by keys, and nothing of it is missing",
    arguments: rooms)
  func chainFromNothing(_ room: Room) throws {
    let desk = try ScratchDesk()
    let made = try desk.run(
      "kyokumen new talk.kyokumen --scope cloud --title Talk --party 'csc:\(room.customer)' "
        + "--party 'csp:\(room.provider)' --lang \(room.language)")
    #expect(made.status == 0, "\(made.diagnostics)")
    let walker = try Walker(
      desk, "talk.kyokumen --lang \(room.language) --as Sato", columns: room.columns, rows: room.rows)
    try WalkScript("chain-\(room.language).walk").walk(walker)
    try walker.press("q", "q")
    #expect(try walker.end().isTerminalRestored)
    // R6: every step rests on its party's risk and says who was told; R7: whoever is affected has a step of its own.
    let check = try desk.run("kyokumen check talk.kyokumen --phase 4 --json")
    let findings = try JSONDecoder().decode([Finding].self, from: Data(check.output.utf8))
    #expect(!findings.isEmpty, "nothing was rated, so the gate has something to say")
    #expect(!findings.contains { $0.rule == "R6" || $0.rule == "R7" }, "\(check.output)")
    try compareRecords(desk)
    #expect(try desk.run("kyokumen verify talk.kyokumen").status == 0)
  }

  /// Four steps in order, customer and provider in turn, each tied to a risk of its party.
  private func compareRecords(_ desk: ScratchDesk) throws {
    struct Record: Decodable {
      struct Fields: Decodable {
        let order: Int?
        let risk: String?
        let told: String?
        let objectAssessed: String?
      }
      let party: String?
      let fields: Fields
    }
    struct Owned: Decodable {
      let id: String
      let party: String?
    }
    struct Export: Decodable {
      struct Records: Decodable {
        let chainStep: [Record]
        let risk: [Owned]
        let riskChain: [Record]
      }
      let records: Records
    }
    let output = try desk.run("kyokumen export talk.kyokumen --format json --no-journal --output -").output
    let records = try JSONDecoder().decode(Export.self, from: Data(output.utf8)).records
    let steps = records.chainStep.sorted { ($0.fields.order ?? 0) < ($1.fields.order ?? 0) }
    #expect(steps.map(\.fields.order) == [1, 2, 3, 4])
    let parties = steps.compactMap(\.party)
    try #require(parties.count == 4)
    #expect(parties[0] == parties[2] && parties[1] == parties[3] && parties[0] != parties[1])
    for step in steps {
      #expect(records.risk.first { $0.id == step.fields.risk }?.party == step.party)
    }
    #expect(steps.prefix(3).allSatisfy { $0.fields.told?.isEmpty == false })
    #expect(records.riskChain.first?.fields.objectAssessed?.isEmpty == false)
  }
}
