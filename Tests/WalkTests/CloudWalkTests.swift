import Foundation
import ProgramDriver
import Testing

/// The talk's cloud case from an empty workspace on, by keys alone; the steps are in `Walks`.
@Suite(.serialized)
struct CloudWalkTests {
  private static let phases = 1...6

  @Test("by keys alone the talk's cloud case is typed in and both parties agree all six phases")
  func sixPhases() throws {
    let desk = try ScratchDesk()
    try found(desk, title: "サンプル商事 クラウド移行 2026", "サンプル商事", "例示データセンター", "ja")
    let walker = try Walker(desk, "move.kyokumen --lang ja --as 佐藤誠", columns: 120, rows: 40)
    try WalkScript("cloud.walk").walk(walker)
    try walker.press("q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try jointStates(desk) == Self.phases.map { _ in "agreed" })
    let check = try desk.run("kyokumen check move.kyokumen --all --lang ja")
    #expect(check.status == 0, "\(check.output)")
    #expect(!check.output.contains("必須"))
    #expect(try desk.run("kyokumen verify move.kyokumen").status == 0)
    let story = try desk.run("kyokumen show move.kyokumen chain --lang ja --size 120x40").output
    for mark in ["①", "②", "③", "④"] { #expect(story.contains(mark)) }
    #expect(story.contains("Vendor lock-in"))
    try closeCycle(desk)
  }

  /// By keys too, what follows shown first: what was decided is to be confirmed, evaluation begins anew.
  private func closeCycle(_ desk: ScratchDesk) throws {
    let walker = try Walker(desk, "move.kyokumen --lang ja --as 佐藤誠", columns: 120, rows: 40)
    try WalkScript("cycle-ja.walk").walk(walker)
    try walker.press("q", "q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try jointStates(desk) == ["stale", "stale", "stale", "stale", "stale", "notStarted"])
    #expect(try desk.run("kyokumen verify move.kyokumen").status == 0)
  }

  @Test("phase 1 is agreed by keys in English, on a small terminal")
  func firstPhaseInEnglish() throws {
    let desk = try ScratchDesk()
    try found(desk, title: "Sample Trading's move", "Sample Trading", "Example Data Centre", "en")
    let walker = try Walker(desk, "move.kyokumen --lang en --as Sato", columns: 80, rows: 24)
    try WalkScript("agreement.walk").walk(walker)
    try walker.press("q", "q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try jointStates(desk).first == "agreed")
    #expect(try desk.run("kyokumen check move.kyokumen --phase 1").status == 0)
    #expect(try desk.run("kyokumen verify move.kyokumen").status == 0)
  }

  private func found(
    _ desk: ScratchDesk, title: String, _ customer: String, _ provider: String, _ language: String
  ) throws {
    let made = try desk.run(
      "kyokumen new move.kyokumen --scope cloud --title \"\(title)\" --party \"csc:\(customer)\" "
        + "--party \"csp:\(provider)\" --catalogue iso-27002-2013 --catalogue iso-27017-2015 "
        + "--lang \(language)")
    #expect(made.status == 0, "\(made.diagnostics)")
  }

  private func jointStates(_ desk: ScratchDesk) throws -> [String] {
    struct Table: Decodable {
      struct Line: Decodable { let joint: String }
      let phases: [Line]
    }
    let output = try desk.run("kyokumen phase move.kyokumen --json").output
    return try JSONDecoder().decode(Table.self, from: Data(output.utf8)).phases.map(\.joint)
  }
}
