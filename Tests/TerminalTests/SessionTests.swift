import Canvas
import Glibc
import Testing

private let modesOn = ["\u{1B}[?1h\u{1B}=", "\u{1B}[?2004h"]
private let modesOff = ["\u{1B}[?2004l", "\u{1B}[?1l\u{1B}>"]
private let normalScreen = "\u{1B}[?1049l"
private let otherScreen = "\u{1B}[?1049h"

@Suite("A session in a real terminal", .serialized)
struct SessionTests {
  @Test("q leaves the terminal as it was")
  func quit() throws {
    let terminal = try PseudoTerminal()
    #expect(try terminal.logged() == "ready indexed256 40x6")
    let first = try terminal.frame(1)
    for mode in modesOn + [otherScreen] { #expect(first.contains(mode)) }
    #expect(!terminal.isRestored)
    terminal.send("q")
    try terminal.log(until: "closed")
    let last = try terminal.output(through: normalScreen)
    for mode in modesOff { #expect(last.contains(mode)) }
    #expect(try terminal.status() == "e 0")
    #expect(terminal.isRestored)
  }

  @Test("Keys, pastes and the pointer arrive as events")
  func events() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("\u{03}\u{1B}[1;2A\u{1B}x局\u{1B}[200~a\rb\u{1B}[201~\u{1B}[<0;3;2M")
    terminal.send(bytes: [0xFF, 0x6A])
    let expected = [
      "key Ctrl-C", "key Shift-Up", "key Alt-x", "key 局", "paste \"a\\nb\"", "mouse click 2,1", "key j",
    ]
    _ = try terminal.logged()
    #expect(try expected.map { _ in try terminal.logged() } == expected)
    terminal.send("\u{1B}")
    #expect(try terminal.logged() == "key Esc")
  }

  @Test("A storm of sizes ends at the last one and the program lives")
  func resizes() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    for step in 1...200 { terminal.resize(Size(columns: step % 50 + 1, rows: step % 7 + 1)) }
    terminal.resize(Size(columns: 123, rows: 45))
    try terminal.log(until: "resize 123x45")
    terminal.send("q")
    #expect(try terminal.status() == "e 0")
  }

  @Test("Ctrl-Z stops with the terminal given back, and takes everything again")
  func suspend() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("m")
    _ = try terminal.frame(2)
    terminal.send("\u{1A}")
    #expect(try terminal.status() == "s \(SIGTSTP)")
    let given = try terminal.output(through: normalScreen)
    for mode in modesOff + ["\u{1B}[?1000l"] { #expect(given.contains(mode)) }
    #expect(terminal.isRestored)
    terminal.resume()
    try terminal.log(until: "continued")
    let taken = try terminal.frame(3)
    for mode in modesOn + ["\u{1B}[?1000h", otherScreen, "plain"] { #expect(taken.contains(mode)) }
    #expect(!taken.contains("\u{1B}]104"), "the user's palette stays")
    #expect(!terminal.isRestored)
    terminal.send("x")
    try terminal.log(until: "key x")
  }

  @Test("A stop and a continuation from outside end in a full repaint")
  func stoppedFromOutside() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    kill(terminal.process, SIGSTOP)
    #expect(try terminal.status() == "s \(SIGSTOP)")
    terminal.resume()
    try terminal.log(until: "resize 40x6")
    let taken = try terminal.frame(2)
    for mode in modesOn + ["plain"] { #expect(taken.contains(mode)) }
  }

  @Test("An editor gets the terminal as the shell had it")
  func away() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("a")
    try terminal.log(until: "away")
    let lent = try terminal.frame(2)
    let given = try #require(lent.firstRange(of: normalScreen))
    let taken = try #require(lent.firstRange(of: otherScreen))
    #expect(given.upperBound <= taken.lowerBound)
    #expect(lent[taken.upperBound...].contains("plain"))
  }

  @Test("Signals become events, the end is orderly", arguments: [(SIGTERM, "terminate"), (SIGHUP, "hangup")])
  func ended(signal: CInt, event: String) throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    kill(terminal.process, signal)
    try terminal.log(until: event)
    _ = try terminal.output(through: normalScreen)
    #expect(try terminal.status() == "e 0")
    #expect(terminal.isRestored)
  }

  @Test("A lost connection ends the program")
  func lost() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.hangUp()
    try terminal.log(until: "hangup")
    try terminal.log(until: "closed")
  }

  @Test("SIGINT from outside is an event; SIGTSTP asks for the shell")
  func interrupted() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    kill(terminal.process, SIGINT)
    try terminal.log(until: "interrupt")
    kill(terminal.process, SIGTSTP)
    try terminal.log(until: "suspend")
    #expect(try terminal.status() == "s \(SIGTSTP)")
    terminal.resume()
    try terminal.log(until: "continued")
  }

  @Test("Messages of four threads all arrive")
  func mailbox() throws {
    let terminal = try PseudoTerminal()
    terminal.send("p")
    try terminal.log(until: "messages 1000")
  }

  @Test("A descriptor of the caller's wakes the loop, a time-out ends it with nothing")
  func descriptors() throws {
    let terminal = try PseudoTerminal()
    terminal.send("t")
    try terminal.log(until: "waited 0")
    #expect(try terminal.logged() == "woken true")
  }

  @Test("Keys that terminals keep for themselves come through")
  func raw() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("\u{13}\u{11}\u{16}\u{0F}\u{1C}\u{04}")
    try terminal.log(until: "key Ctrl-S")
    for key in ["Q", "V", "O", "\\", "D"] { #expect(try terminal.logged() == "key Ctrl-\(key)") }
  }

  @Test("Random bytes neither end the program nor reach the screen")
  func noise() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    var bytes: [UInt8] = []
    while bytes.count < 50_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 40)
      // Letters the probe obeys would end it rightly.
      let isOrder = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x1A
      if !isOrder { bytes.append(byte) }
    }
    terminal.send(bytes: bytes)
    terminal.send(bytes: [0x18, 0x07])
    terminal.send("\u{1B}[201~\u{1B}[Z")
    try terminal.log(until: "key Shift-Tab")
    terminal.send("q")
    let last = try terminal.output(through: normalScreen)
    #expect(last.contains(modesOff[0]), "seed \(seed)")
    #expect(try terminal.status() == "e 0", "seed \(seed)")
  }

  @Test("Copying speaks to the terminal, the bell rings")
  func copyAndBell() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("y")
    #expect(try terminal.frame(2).contains("\u{1B}]52;c;5bGA\u{07}"))
    terminal.send("b")
    #expect(try terminal.frame(3) == "\u{07}")
  }

  @Test("No screen where there can be none", arguments: ["dumb", "unknown", "no-such-terminal", ""])
  func refused(term: String) throws {
    let terminal = try PseudoTerminal(term: term)
    #expect(try terminal.logged().hasPrefix("refused "))
    #expect(try terminal.status() == "e 9")
    #expect(terminal.isRestored)
  }

  @Test("A locale without UTF-8 still shows Japanese; NO_COLOR is no colour")
  func environment() throws {
    let terminal = try PseudoTerminal(extra: ["LC_ALL=C", "NO_COLOR=1"])
    #expect(try terminal.logged() == "ready mono 40x6")
    _ = try terminal.frame(1)
    terminal.send("w")
    #expect(try terminal.frame(2).contains("局面"))
  }
}
