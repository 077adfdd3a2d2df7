import Foundation
import Glibc
import ProgramDriver
import Testing

/// The fault list: each ends in a sentence and nothing lost. A full disk, a file that may only be read, is removed or
/// replaced, and another program's lock stand in `TroubleTests`; sudden ends in `KillTests`.
@Suite("The fault list", .serialized)
struct FaultTests {
  private let desk: ScratchDesk

  init() throws {
    desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo single --save fault.kyokumen --lang en").status == 0)
  }

  private func walker(
    columns: Int = 120, rows: Int = 40, _ extra: [String: String] = [:], seeing text: String = "Overview"
  ) throws -> Walker {
    let walker = try Walker(
      desk, "fault.kyokumen --lang en --as Ann", columns: columns, rows: rows, extra)
    try walker.sees(text)
    return walker
  }

  private func openLine(_ walker: Walker) throws {
    try walker.press("4")
    try walker.sees("Risk register")
    try walker.press("G", "n")
    try walker.sees("Enter save")
  }

  private func expectSound(storing event: String) throws {
    let log = try desk.run("kyokumen log fault.kyokumen --lang en")
    #expect(log.output.contains(event), "\(event) is not in the journal")
    let verdict = try desk.run("kyokumen verify fault.kyokumen")
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test("a slow disk holds nothing up that was typed meanwhile")
  func slowDisk() throws {
    let library = desk.programs.appending(path: "libSlowDisk.so").path
    let walker = try walker(["LD_PRELOAD": library])
    try openLine(walker)
    for number in 1...4 {
      try walker.type("slow number \(number)")
      try walker.press("Enter")
    }
    try walker.sees("all four stored") { $0.contains("slow number 4") && !$0.contains("Risk ❯ slow") }
    for number in 1...4 { try expectSound(storing: "slow number \(number)") }
  }

  @Test("a clock that goes backwards: what comes later stands later, undo finds it")
  func clockBackwards() throws {
    let early = ["KYOKUMEN_NOW": "1999-12-31T23:59:59Z"]
    let walker = try walker(early)
    try openLine(walker)
    try walker.type("before its time")
    try walker.press("Enter")
    try walker.sees("stored") { $0.contains("before its time") && !$0.contains("Risk ❯ before") }
    try walker.press("Escape")
    try walker.seesNo("Risk ❯")
    try expectSound(storing: "before its time")
    #expect(try desk.run("kyokumen add fault.kyokumen risk 'and after' --as Ann").status == 0)
    try walker.sees("and after")
    try walker.press("u")
    try walker.seesNo("and after")
    try walker.press("u")
    try walker.seesNo("before its time")
    #expect(try desk.run("kyokumen verify fault.kyokumen").status == 0)
    let last = try desk.run("kyokumen log fault.kyokumen --json | tail -1").output
    #expect(last.contains("1999-12-31"))
  }

  @Test("a hang-up keeps what was typed")
  func hangup() throws {
    let first = try walker()
    try openLine(first)
    try first.type("cut off in mid-")
    try first.sees("cut off in mid-")
    try first.signal(SIGHUP)
    #expect(try first.end().isTerminalRestored)
    try walker(seeing: "cut off in mid-").sees("did not save is back")
  }

  @Test("a hang-up keeps what was typed in answer to a question")
  func hangupWhileAsked() throws {
    let first = try walker()
    try first.press("4")
    try first.sees("Risk register")
    try first.press("c")
    try first.type("a comment cut off in mid-")
    try first.sees("a comment cut off in mid-")
    try first.signal(SIGHUP)
    #expect(try first.end().isTerminalRestored)
    let second = try walker(seeing: "a comment cut off in mid-")
    try second.sees("did not save is back")
    try second.press("Enter")
    try second.sees("saved") { !$0.contains("did not save is back") }
    try expectSound(storing: "a comment cut off in mid-")
  }

  @Test("a terminal that is gone ends the program, and what was typed is there again")
  func terminalGone() throws {
    let first = try walker()
    try openLine(first)
    try first.type("window closed while")
    try first.sees("window closed while")
    let process = try first.process
    first.leaveTheRoom()
    #expect(try desk.run("timeout 60 tail --pid=\(process) -f /dev/null").status == 0, "it lives on")
    try walker(seeing: "window closed while").sees("did not save is back")
    #expect(try desk.run("kyokumen verify fault.kyokumen").status == 0)
  }

  @Test("typed text that cannot be kept is told once, and kept as soon as there is a place for it")
  func noPlaceForDrafts() throws {
    let drafts = ".local/state/kyokumen/drafts"
    #expect(try desk.run("mkdir -p .local/state/kyokumen && touch \(drafts)").status == 0)
    let first = try walker(columns: 200)
    try openLine(first)
    try first.type("nowhere")
    try first.sees("Unsaved text cannot be kept for the next time (Not a directory")
    try first.type(" yet")
    try first.sees("told once") { $0.contains("nowhere yet") && !$0.contains("cannot be kept") }
    _ = try first.falls(silentFor: .milliseconds(700))
    #expect(try !first.sees("nowhere yet").contains("cannot be kept"))
    #expect(try desk.run("rm \(drafts)").status == 0)
    try first.type(" but now")
    try first.sees("nowhere yet but now")
    try first.signal(SIGHUP)
    #expect(try first.end().isTerminalRestored)
    try walker(seeing: "nowhere yet but now").sees("did not save is back")
  }

  @Test("line by line it says that what was typed is lost, not that it is kept")
  func noPlaceForSpokenDrafts() throws {
    let place = ["XDG_STATE_HOME": "/dev/null"]
    let order = "printf 'phase 4\\nedit 1\\n1 Half a thou' | kyokumen fault.kyokumen --plain --lang en"
    let outcome = try desk.run(order, place)
    #expect(outcome.output.contains("What was typed and not saved is lost."), "\(outcome.output)")
    #expect(!outcome.output.contains("is kept for the next time"))
    let kept = try desk.run(order)
    #expect(kept.output.contains("What was typed and not saved is kept for the next time."), "\(kept.output)")
  }

  @Test("three columns and three rows: keys still work, and with room all is shown")
  func tiny() throws {
    let walker = try Walker(desk, "fault.kyokumen --lang en --as Ann", columns: 3, rows: 3)
    try walker.sees("anything") { $0.contains { !$0.isWhitespace } }
    try walker.press("4", "n")
    try walker.type("typed in the dark")
    try walker.press("Enter")
    _ = try walker.falls()
    try walker.resize(columns: 120, rows: 40)
    try walker.sees("typed in the dark")
    try expectSound(storing: "typed in the dark")
  }

  @Test("five hundred columns and two hundred rows are filled")
  func huge() throws {
    let walker = try walker(columns: 500, rows: 200)
    try walker.press("4")
    let screen = try walker.sees("Risk register")
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count >= 199 && (lines.map(\.count).max() ?? 0) == 500)
    let drawn = try walker.falls(silentFor: .seconds(2))
    try walker.press("C-l")
    #expect(try walker.falls(silentFor: .seconds(2)) == drawn)
  }

  @Test("a storm of sizes while typing ends in the right picture, every letter there")
  func resizeStorm() throws {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    let text = letters.joined()
    let walker = try walker()
    try openLine(walker)
    try walker.type(text)
    try walker.sees(text)
    let calm = try walker.falls(silentFor: .seconds(2))
    try walker.press("C-u")
    try walker.seesNo(text)
    for (turn, letter) in letters.enumerated() {
      try walker.resize(columns: 1 + turn * 37 % 200, rows: 1 + turn * 11 % 60)
      try walker.type(letter)
    }
    try walker.resize(columns: 120, rows: 40)
    try walker.sees("the picture from before the storm") { $0 == calm }
    try walker.press("Enter")
    try walker.sees("stored") { $0.contains(text) && !$0.contains("Risk ❯ " + text) }
    try expectSound(storing: text)
  }

  @Test("bytes that are no text vanish, and the text around them is stored")
  func invalidText() throws {
    let walker = try walker()
    try openLine(walker)
    try walker.send(
      Array("around".utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF8, 0xE3, 0x81] + Array(" it all".utf8))
    try walker.sees("around it all")
    try walker.press("Enter")
    try walker.sees("stored") { $0.contains("around it all") && !$0.contains("Risk ❯ around") }
    try expectSound(storing: "around it all")
  }

  @Test("no line is turned around or broken by a name or a title, whichever way it came in")
  func steeringText() throws {
    let steering = "a\u{202E}b\u{200B}c\u{85}d\u{2028}e "
    let file = "f\(steering.trimmingCharacters(in: .whitespaces)).kyokumen"
    let export = "kyokumen export fault.kyokumen --format json --no-journal --output all.json"
    #expect(try desk.run(export).status == 0)
    let document = try String(contentsOfFile: desk.path("all.json"), encoding: .utf8)
    let event = try #require(document.range(of: "\"event\":\""))
    try document.replacingCharacters(in: event, with: "\"event\":\"" + steering)
      .write(toFile: desk.path("all.json"), atomically: true, encoding: .utf8)
    for order in [
      "import '\(file)' all.json", "check '\(file)'", "log '\(file)'", "verify '\(file)'",
    ] {
      let said = try desk.run("kyokumen \(order) --lang en")
      expectPlain(said.output + said.diagnostics, order)
    }
    let spoken = try desk.run("printf 'phase 4\\n' | kyokumen '\(file)' --plain --lang en --as Ann").output
    #expect(spoken.contains("Risk register") && spoken.contains("abcd e "), "\(spoken)")
    expectPlain(spoken, "--plain")
  }

  private func expectPlain(_ said: String, _ order: String) {
    #expect(!said.isEmpty, "\(order)")
    let scalars: [Unicode.Scalar] = ["\u{202E}", "\u{200B}", "\u{85}", "\u{2028}"]
    #expect(!said.unicodeScalars.contains(where: scalars.contains), "\(order): \(said.debugDescription)")
  }

  @Test("megabytes pasted by mistake are there, or refused in words, and the keys work again")
  func pastedMegabytes() throws {
    let walker = try walker()
    walker.patience = .seconds(120)
    try openLine(walker)
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    try walker.paste(String(repeating: "word ", count: isLong ? 600_000 : 200_000) + "the end")
    try walker.sees("the paste") {
      $0.contains("the end") || $0.contains("too long") || $0.contains("word word")
    }
    _ = try walker.falls(silentFor: .milliseconds(500))
    try walker.press("C-u")
    try walker.seesNo("word word")
    try walker.type("after the flood")
    try walker.sees("after the flood")
    try walker.press("Enter")
    try walker.sees("stored") { $0.contains("after the flood") && !$0.contains("Risk ❯ after") }
    try expectSound(storing: "after the flood")
  }

  @Test("before the beginning and after the end there is no history, and it says so")
  func beyondHistory() throws {
    for point in ["1999-01-01", "0", "-5", "999999999", "cycle:9", "cycle:-1", "9999999999999999999999"] {
      let outcome = try desk.run("kyokumen report fault.kyokumen register --at=\(point) --output - --lang en")
      #expect(outcome.status != 0 && outcome.output.isEmpty, "\(point)")
      #expect(
        outcome.diagnostics.count > 20 && outcome.diagnostics.count < 600, "\(point): \(outcome.diagnostics)")
    }
    #expect(try desk.run("kyokumen report fault.kyokumen register --at=1 --output - --lang en").status == 0)
  }
}
