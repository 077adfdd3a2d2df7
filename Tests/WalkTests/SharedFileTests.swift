import Foundation
import Glibc
import ProgramDriver
import Testing

/// One file on several terminals, and what is kept when one of them falls.
@Suite(.serialized)
struct SharedFileTests {
  @Test("two terminals on one file see each other's changes and lose none")
  func twoTerminals() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save shared.kyokumen --lang en").status == 0)
    let one = try Walker(desk, "shared.kyokumen --lang en --as Ann", columns: 120, rows: 50)
    let other = try Walker(desk, "shared.kyokumen --lang en --as Bob", columns: 120, rows: 50)
    for walker in [one, other] {
      try walker.sees("Overview")
      try walker.press("4")
      try walker.sees("Risk register")
      try walker.press("G", "n")
      try walker.sees("Enter save")
    }
    for (walker, event) in [
      (one, "Ann first"), (other, "Bob first"), (one, "Ann second"), (other, "Bob second"),
    ] {
      try walker.type(event)
      try walker.sees(event)
      try walker.press("Enter")
      try walker.sees("saved in the list") {
        $0.contains(event) && !$0.contains("Risk ❯ " + event)
      }
      let watcher = walker === one ? other : one
      let start = ContinuousClock.now
      try watcher.sees(event)
      #expect(ContinuousClock.now - start < .seconds(1), "the other terminal saw \(event) late")
    }
    let log = try desk.run(
      "kyokumen log shared.kyokumen | grep -cE 'Ann first|Bob first|Ann second|Bob second'")
    #expect(log.output.trimmingCharacters(in: .whitespacesAndNewlines) == "4")
    #expect(try desk.run("kyokumen verify shared.kyokumen").status == 0)
  }

  /// In the middle of a risk that is typed.
  private static func begin(_ text: String, _ walker: Walker) throws {
    try walker.sees("Overview")
    try walker.press("4", "n")
    try walker.sees("Enter save")
    try walker.type(text)
    try walker.sees(text)
  }

  /// Ended from outside.
  private static func fall(_ walker: Walker) throws {
    try walker.signal(SIGTERM)
    #expect(try walker.end().isTerminalRestored)
  }

  @Test("text not saved is there again after a fall")
  func draftsSurvive() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save fallen.kyokumen --lang en").status == 0)
    let before = try Walker(desk, "fallen.kyokumen --lang en")
    try Self.begin("half a thought", before)
    try Self.fall(before)
    let after = try Walker(desk, "fallen.kyokumen --lang en")
    try after.sees("half a thought")
    try after.sees("did not save is back")
  }

  @Test("what one terminal has typed is neither shown on another nor lost to what is typed there")
  func draftsOfTwo() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save shared.kyokumen --lang en").status == 0)
    let one = try Walker(desk, "shared.kyokumen --lang en --as Ann")
    try Self.begin("what Ann began", one)
    // Kept once the program is idle.
    let kept = "until grep -q Ann .local/state/kyokumen/drafts/*.json; do sleep 0.1; done"
    #expect(try desk.run("timeout 60 sh -c '\(kept)'").status == 0)
    let other = try Walker(desk, "shared.kyokumen --lang en --as Bob")
    try other.sees("Overview")
    try other.seesNo("what Ann began")
    try Self.begin("what Bob began", other)
    for walker in [other, one] { try Self.fall(walker) }
    var found: Set<String> = []
    let (first, second) = (
      try Walker(desk, "shared.kyokumen --lang en"), try Walker(desk, "shared.kyokumen --lang en")
    )
    for walker in [first, second] {
      try walker.sees("did not save is back")
      let screen = try walker.screen
      found.formUnion(["what Ann began", "what Bob began"].filter(screen.contains))
    }
    #expect(found.count == 2, "each is back once: \(found)")
  }

  @Test("text typed in a demo where nothing else was done is there again after a fall")
  func demoDrafts() throws {
    let desk = try ScratchDesk()
    let before = try Walker(desk, "demo --lang en")
    try Self.begin("half a thought", before)
    try Self.fall(before)
    let demo = try desk.run("ls .local/state/kyokumen/demos/*.kyokumen").output
      .trimmingCharacters(in: .newlines)
    let after = try Walker(desk, "\(demo) --lang en")
    try after.sees("half a thought")
    try after.sees("did not save is back")
  }

  @Test("the editor's text comes back, and an editor that fails leaves its file")
  func editor() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save edited.kyokumen --lang en").status == 0)
    let editor = desk.path("editor.sh")
    try "#!/bin/sh\necho 'written elsewhere' > \"$1\"\n".write(
      toFile: editor, atomically: true, encoding: .utf8)
    #expect(try desk.run("chmod +x editor.sh").status == 0)
    let walker = try Walker(desk, "edited.kyokumen --lang en", ["KYOKUMEN_EDITOR": editor])
    try walker.sees("Overview")
    try walker.press("4")
    try walker.sees("Risk register")
    try walker.press("e", "C-e")
    try walker.sees("written elsewhere")
    walker.leaveTheRoom()
    let failing = try Walker(desk, "edited.kyokumen --lang en", ["KYOKUMEN_EDITOR": "false"])
    try failing.sees("is back")
    try failing.press("C-e")
    try failing.sees("failed (status 1)")
  }

  @Test("a changed demo is offered to be saved; the copy opens")
  func demoIsSaved() throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "demo --lang en")
    try Self.begin("a risk of my own", walker)
    try walker.press("Enter")
    try walker.sees("demo, changed")
    // Seen to have closed before the next key: Escape and a letter in one read would be Alt and the letter.
    try walker.press("Escape")
    try walker.seesNo("Risk ❯")
    try walker.press("q", "q")
    try walker.sees("Save the changed demo?")
    try walker.type("mine")
    try walker.press("Enter")
    #expect(try walker.end().status == 0)
    let log = try desk.run("kyokumen log mine.kyokumen --lang en | grep -c 'a risk of my own'")
    #expect(log.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.path(".local/state/kyokumen/demos")).isEmpty)
  }

  @Test("the start screen opens a new workspace and finds it again")
  func startScreen() throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "--lang en")
    try walker.sees("Worked cases")
    try walker.press("n")
    try walker.sees("What is assessed")
    for text in ["", "Our move", "Buyer", "Seller", "ours"] {
      if !text.isEmpty { try walker.type(text) }
      try walker.press("Enter")
    }
    try walker.sees("CSC Buyer")
    try walker.press("q")
    try walker.sees("ours.kyokumen")
    try walker.press("Home", "Enter")
    try walker.sees("CSC Buyer")
    try walker.press("q")
    try walker.sees("Recent files")
    try walker.press("q")
    let ending = try walker.end()
    #expect(ending.status == 0)
    #expect(ending.isTerminalRestored)
  }
}
