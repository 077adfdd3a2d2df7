import Foundation
import ProgramDriver
import Testing

/// The tutorial at a real terminal: whoever does what it says comes to its end.
struct TutorialWalkTests {
  @Test(
    "the tutorial is done from its first step to its last, and leaves nothing behind",
    arguments: [("en", 80, 24), ("ja", 120, 40)])
  func tutorial(_ language: String, _ columns: Int, _ rows: Int) throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "tutorial --lang \(language)", columns: columns, rows: rows)
    try WalkScript("tutorial-\(language).walk").walk(walker)
    let ending = try walker.end()
    #expect(ending.status == 0)
    #expect(ending.isTerminalRestored)
    let kept = try desk.run("find .local -name '*.kyokumen*' | wc -l").output
    #expect(kept.filter(\.isNumber) == "0")
  }
}
