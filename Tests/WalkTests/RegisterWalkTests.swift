import Foundation
import ProgramDriver
import Testing

/// The register at a real terminal: a rating run, and what is found again the next time.
@Suite(.serialized)
struct RegisterWalkTests {
  @Test("thirty risks are rated with sixty digits and no other key", arguments: ["en", "ja"])
  func ratingRun(_ language: String) throws {
    let desk = try found()
    let lines = (1...30).map { "risk number \($0)" }.joined(separator: "\n")
    try lines.write(toFile: desk.path("risks"), atomically: true, encoding: .utf8)
    let added = try desk.run("kyokumen add room.kyokumen risk - < risks")
    #expect(added.status == 0, "\(added.diagnostics)")
    let walker = try Walker(desk, "room.kyokumen --lang \(language) --as Sato")
    try walker.press("x")
    try walker.sees("risk number 1 ")
    try walker.press("r")
    try walker.sees(language == "ja" ? "残り 30件" : "30 left")
    let digits = (0..<30).map { "\($0 % 5 + 1)\($0 / 5 % 5 + 1)" }.joined()
    #expect(digits.count == 60)
    try walker.type(digits)
    try walker.sees(language == "ja" ? "30件を評価しました" : "30 rated; no risk shown is unrated")
    try walker.press("q", "q")
    #expect(try walker.end().status == 0)
    #expect(try ratings(desk).joined() == digits)
    #expect(try desk.run("kyokumen verify room.kyokumen").status == 0)
  }

  @Test("filter, order, columns and party are found again as they were left, also after a lost connection")
  func layoutIsRemembered() throws {
    let desk = try found()
    let added = try desk.run(
      "kyokumen add room.kyokumen risk -- 'low one l1 c1' && kyokumen add room.kyokumen risk -- 'high one l5 c5'"
    )
    #expect(added.status == 0, "\(added.diagnostics)")
    let walker = try Walker(desk, "room.kyokumen --lang en --as Sato")
    try walker.press("x")
    try walker.sees("high one")
    try walker.press("s", "f")
    try walker.type("level>=high")
    try walker.seesNo("low one")
    try walker.press("Enter", "C", "Down", "Down", "Space", "Enter")
    try walker.sees("no owner's column") { $0.contains("(1 of 2)") && !$0.contains("Owner") }
    // What changed is kept once the program is idle, so that even a lost connection loses nothing.
    _ = try walker.falls(silentFor: .milliseconds(800))
    try walker.signal(SIGKILL)
    _ = try walker.sees("[left]")
    let again = try Walker(desk, "room.kyokumen --lang en --as Sato")
    try again.press("x")
    let screen = try again.sees("(1 of 2)")
    #expect(screen.contains("f level>=high") && screen.contains("s Event"))
    #expect(screen.contains("high one") && !screen.contains("low one") && !screen.contains("Owner"))
    try again.press("q", "q")
    #expect(try again.end().status == 0)
  }

  private func found() throws -> ScratchDesk {
    let desk = try ScratchDesk()
    let made = try desk.run(
      "kyokumen new room.kyokumen --scope single --title Room --party standalone:Sample --lang en")
    #expect(made.status == 0, "\(made.diagnostics)")
    return desk
  }

  private func ratings(_ desk: ScratchDesk) throws -> [String] {
    let output = try desk.run("kyokumen export room.kyokumen --format json --no-journal --output -").output
    let whole = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let records = try #require(whole["records"] as? [String: Any])
    let risks = try #require(records["risk"] as? [[String: Any]])
    return risks.map { risk in
      let fields = risk["fields"] as? [String: Any] ?? risk
      return "\(fields["likelihood"] ?? "-")\(fields["consequenceStep"] ?? "-")"
    }
  }
}
