import ProgramDriver
import Testing

/// Much text at once and little room to show it.
@Suite(.serialized)
struct PasteTests {
  /// 100 kB of words in lines; the last word tells whether all of it came.
  private static let text =
    (0..<9100).map { "word \($0 + 10000)" + ($0 % 10 == 9 ? "\n" : " ") }.joined() + "the end"

  private func walker(_ desk: ScratchDesk, columns: Int = 120, rows: Int = 40) throws -> Walker {
    #expect(try desk.run("kyokumen demo --save pasted.kyokumen --lang en").status == 0)
    let walker = try Walker(desk, "pasted.kyokumen --lang en --as Ann", columns: columns, rows: rows)
    try walker.sees("Overview")
    try walker.press("4")
    try walker.sees("Risk register")
    return walker
  }

  private func soon(_ what: String, _ work: () throws -> Void) rethrows {
    let taken = try ContinuousClock().measure(work)
    print("paste: \(what): \(taken)")
    // An unoptimised build on a busy machine says nothing about speed.
    if Self.isOptimized { #expect(taken < .seconds(1), "\(what) took \(taken)") }
  }

  /// Unoptimized Swift is some ten times slower; the bound of a second is for what people run.
  private static var isOptimized: Bool {
    var isDebug = false
    assert(
      {
        isDebug = true
        return true
      }())
    return !isDebug
  }

  @Test("100 kB pasted into a form field are all stored")
  func form() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk)
    try walker.press("e")
    try walker.sees("Ctrl-S save")
    try walker.press("C-u")
    try pasteAndSave(walker, desk, into: "a form", key: "C-s", gone: "Ctrl-S save")
  }

  @Test(
    "100 kB of lines pasted into the entry line come as a table to look at, and nothing of it runs as keys")
  func entryLine() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk)
    let before = try desk.run("kyokumen log pasted.kyokumen | wc -l").output
    try walker.press("n")
    try walker.sees("Enter save")
    try soon("into the entry line") {
      try walker.paste(Self.text)
      try walker.sees("911 understood")
    }
    try soon("to its end") {
      try walker.press("G")
      try walker.sees("the end")
    }
    try walker.press("Escape")
    try walker.sees("Discard the rows")
    try walker.press("y")
    try walker.seesNo("911 understood")
    #expect(try desk.run("kyokumen log pasted.kyokumen | wc -l").output == before, "nothing was stored")
  }

  /// Pastes into the field that is open, types on, saves, and finds all of it in the journal.
  private func pasteAndSave(
    _ walker: Walker, _ desk: ScratchDesk, into place: String, key: String, gone: String
  ) throws {
    try soon("into " + place) {
      try walker.paste(Self.text)
      try walker.sees("the end")
    }
    try soon("a key after it") {
      try walker.press("!")
      try walker.sees("the end!")
    }
    try soon("saving it") {
      try walker.press(key)
      try walker.seesNo(gone)
    }
    let log = try desk.run("kyokumen log pasted.kyokumen --json | grep 'the end!' | wc -c")
    #expect((Int(log.output.filter(\.isNumber)) ?? 0) > 100_000)
  }

  @Test("100 kB pasted into the palette find nothing, and it closes")
  func palette() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk)
    try walker.press(":")
    try walker.sees("Commands ─")
    try soon("into the palette") {
      try walker.paste(Self.text)
      try walker.sees("the end")
    }
    try soon("closing it") {
      try walker.press("Escape")
      try walker.seesNo("Commands ─")
    }
  }

  @Test("a storm of sizes down to 3×3 loses nothing of an open form")
  func resizes() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk)
    try walker.press("e")
    try walker.sees("Ctrl-S save")
    try walker.press("C-u")
    try walker.type("typed before the storm")
    for step in 0..<30 { try walker.resize(columns: 3 + step * 37 % 150, rows: 3 + step * 13 % 50) }
    try walker.resize(columns: 3, rows: 3)
    try walker.type(" and in it")
    try walker.resize(columns: 100, rows: 30)
    try walker.sees("typed before the storm and in it")
    try walker.press("C-s")
    try walker.seesNo("Ctrl-S save")
    #expect(try desk.run("kyokumen log pasted.kyokumen | grep 'storm and in it'").status == 0)
    try walker.press("q", "q")
    #expect(try walker.end().status == 0)
  }
}
