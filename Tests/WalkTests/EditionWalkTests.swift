import Foundation
import ProgramDriver
import Testing

/// The demo's statements of applicability go from the 2013 to the 2022 edition and back, by keys.
@Suite(.serialized)
struct EditionWalkTests {
  @Test("both parties move in one step, and u restores the state byte for byte", arguments: ["en", "ja"])
  func movesAndComesBack(_ language: String) throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save move.kyokumen --lang \(language)").status == 0)
    let before = try state(desk)
    let walker = try Walker(desk, "move.kyokumen --lang \(language) --as Sato", columns: 120, rows: 40)
    try walker.press("5", "P", "M")
    try walker.sees(language == "ja" ? "残るもの 0" : "nothing left behind")
    try walker.press("Enter")
    try walker.sees("CSC, CSP")
    try walker.press("y")
    try walker.sees("27001:2022 + 27017:2015")
    let moved = try state(desk)
    #expect(moved != before)
    #expect(!moved.contains("\"catalogue\":\"iso-27002-2013\""))
    try walker.press("u")
    try walker.sees("27002:2013 + 27017:2015")
    #expect(try state(desk) == before)
    try walker.press("q", "q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try desk.run("kyokumen verify move.kyokumen").status == 0)
  }

  private func state(_ desk: ScratchDesk) throws -> String {
    try desk.run("kyokumen export move.kyokumen --format json --no-journal --output -").output
  }
}
