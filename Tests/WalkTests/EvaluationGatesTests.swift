import Foundation
import ProgramDriver
import Testing

/// Every rule of phase 6 is made to fire and to clear by keys at a terminal, in each scope; the steps are in `Walks`,
/// what the gate says is asked of `kyokumen check` beside the running program.
@Suite(.serialized)
struct EvaluationGatesTests {
  private struct Finding: Decodable {
    let rule: String
    let party: String?
  }

  @Test("M rules fire and clear by keys", arguments: ["single", "cloud", "cyberspace"])
  func rules(_ scope: String) throws {
    let desk = try ScratchDesk()
    let saved = try desk.run("kyokumen demo \(scope) --save case.kyokumen --lang en")
    #expect(saved.status == 0, "\(saved.diagnostics)")
    let walker = try Walker(desk, "case.kyokumen --lang en --as Sato", columns: 120, rows: 40)
    try WalkScript("gates-\(scope).walk").walk(walker) { rule, party in
      let output = try desk.run("kyokumen check case.kyokumen --all --json --party \(party)").output
      return try JSONDecoder().decode([Finding].self, from: Data(output.utf8)).count { $0.rule == rule }
    }
    try walker.press("0", "q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try desk.run("kyokumen verify case.kyokumen").status == 0)
  }
}
