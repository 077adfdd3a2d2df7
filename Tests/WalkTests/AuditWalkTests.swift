import Foundation
import ProgramDriver
import Testing

/// An auditor's walk through the real program and its file.
@Suite(.serialized)
struct AuditWalkTests {
  private static let keys: [String] =
    (0x21...0x7E).compactMap { UnicodeScalar($0).map { String(Character($0)) } }.filter { $0 != ";" }
    + [
      "Space", "Enter", "Enter", "Escape", "Up", "Down", "Left", "Right", "Tab", "BTab", "C-s", "C-r",
      "BSpace",
    ]

  @Test(
    "200 random keys of an auditor write nothing but findings and the walk: the journal says so",
    arguments: [1, 2, 3] as [UInt64])
  func randomKeys(_ seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save case.kyokumen --lang en").status == 0)
    let before = try Self.journal(desk)
    let walker = try Walker(
      desk, "walk case.kyokumen --lang en --as Auditor --notes notes.md", columns: 100, rows: 30,
      ["EDITOR": "true"], isTireless: true)
    try walker.sees("Auditor's walk")
    try walker.press("n")
    try walker.sees("under way")
    try walker.press("F")
    try walker.sees("Finding")
    try walker.type("restore never tested grade:minor")
    try walker.press("Enter")
    try walker.sees("F-8")
    try walker.press("Escape")
    for _ in 0..<10 {
      try walker.press((0..<20).map { _ in Self.keys[Int.random(in: 0..<Self.keys.count, using: &chance)] })
      _ = try walker.falls()
    }
    walker.leaveTheRoom()
    let after = try Self.journal(desk)
    #expect(Array(after.prefix(before.count)) == before, "seed \(seed)")
    let added = after.dropFirst(before.count)
    #expect(added.contains { $0.contains("\"F-") }, "seed \(seed)")
    for entry in added {
      let isAudit = ["\"record\":\"F-", "\"record\":\"WK-", "\"record\":\"WS-"].contains(
        where: entry.contains)
      let isMarker = ["\"kind\":\"undone\"", "\"kind\":\"redone\""].contains(where: entry.contains)
      #expect(isAudit || isMarker, "seed \(seed): \(entry)")
    }
    #expect(try desk.run("kyokumen verify case.kyokumen").status == 0, "seed \(seed)")
  }

  private static func journal(_ desk: ScratchDesk) throws -> [Substring] {
    try desk.run("kyokumen log case.kyokumen --json").output.split(separator: "\n")
  }

  @Test("from the first clause to the report, with notes of the auditor's own")
  func wholeWalk() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save case.kyokumen --lang en").status == 0)
    let walker = try Walker(
      desk, "walk case.kyokumen --lang en --as Auditor --notes notes.md", columns: 120, rows: 40)
    try walker.sees("Auditor's walk")
    try walker.sees("AUDIT")
    try walker.press("n")
    try walker.sees("under way")
    try walker.press("a")
    try walker.type("Who decides?")
    try walker.press("Enter")
    try walker.sees("Answered")
    try walker.type("Top management")
    try walker.press("Enter")
    try walker.sees("shown")
    try walker.press("c")
    try walker.sees("own file")
    try walker.type("come back in May")
    try walker.press("Enter")
    try walker.sees("nowhere else")
    try walker.press("F")
    try walker.type("No decision recorded grade:observation")
    try walker.press("Enter")
    try walker.sees("F-8")
    try walker.press("Escape")
    try walker.seesNo("grade:minor at:")
    try walker.press("X")
    try walker.sees("Audit conclusion")
    try walker.type("Conforms, with one observation.")
    try walker.press("Enter")
    try walker.sees("Audit report")
    try walker.sees("Conforms, with one observation.")
    try walker.press("Escape")
    walker.leaveTheRoom()
    let notes = try String(contentsOfFile: desk.path("notes.md"), encoding: .utf8)
    #expect(notes.contains("come back in May"))
    #expect(try !desk.run("kyokumen log case.kyokumen").output.contains("come back in May"))
    let report = try desk.run("kyokumen report case.kyokumen audit --output - --lang en")
    #expect(report.status == 0)
    for text in ["Who decides?", "Top management", "No decision recorded", "20261124"] {
      #expect(report.output.contains(text), "\(text)")
    }
    let page = try desk.run("kyokumen report case.kyokumen audit --output a.html --lang ja && cat a.html")
    #expect(page.output.contains("監査報告書"))
  }
}
