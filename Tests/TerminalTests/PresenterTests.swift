import Canvas
import Testing

@Suite("Frames to bytes in a real terminal", .serialized)
struct PresenterTests {
  @Test("An unchanged frame sends nothing")
  func unchanged() throws {
    let terminal = try PseudoTerminal()
    #expect(try terminal.frame(1).contains("plain"))
    terminal.send("x")
    #expect(try terminal.frame(2).isEmpty)
  }

  @Test("Wide and combined characters go out whole, a change sends the change")
  func wide() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("w")
    #expect(try terminal.frame(2).contains("局面 か\u{3099} x"))
    terminal.send("w")
    #expect(try terminal.frame(3).isEmpty)
  }

  @Test("What the C library does not know keeps its two columns")
  func disputedWidth() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("e")
    let frame = try terminal.frame(2)
    #expect(frame.contains("? |") || frame.contains("\u{1FAE8}|"))
  }

  @Test("The last column and the bottom right corner do not scroll or wrap")
  func corner() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("z")
    let frame = try terminal.frame(2)
    #expect(frame.contains("局"))
    #expect(frame.contains("Z"))
    #expect(!frame.contains("\n"))
    terminal.send("x")
    #expect(try terminal.frame(3).isEmpty)
  }

  @Test("The hardware cursor stands where the frame says and shows")
  func cursor() throws {
    let terminal = try PseudoTerminal()
    #expect(try terminal.frame(1).contains("\u{1B}[?25l"))
    terminal.send("k")
    let frame = try terminal.frame(2)
    #expect(frame.contains("\u{1B}[3;6H"))
    #expect(frame.contains("\u{1B}[?25h"))
    #expect(!frame.contains("plain"))
  }

  @Test("Ctrl-L paints everything again")
  func redraw() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("l")
    #expect(try terminal.frame(2).contains("plain"))
  }

  @Test("A role changes the look, not the text sent elsewhere")
  func role() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("c")
    #expect(try terminal.frame(2).contains("1m"))
  }

  @Test(
    "Colours go out at the depth the terminal has",
    arguments: [
      ("xterm-direct", "", ["48:2::255:135:0m"]), ("tmux-direct", "", ["255:135:0m"]),
      ("xterm-256color", "", ["48;5;208m"]), ("xterm-16color", "", ["101m"]), ("xterm", "", ["1", "41m"]),
      ("xterm-256color", "NO_COLOR=1", ["7m"]),
      ("vt100", "", ["7m"]),
    ])
  func depth(term: String, extra: String, parts: [String]) throws {
    let terminal = try PseudoTerminal(["--coloured"], term: term, extra: extra.isEmpty ? [] : [extra])
    try terminal.log(until: "key c", sending: "c")
    terminal.send("q")
    try terminal.log(until: "closed")
    let all = try terminal.output(through: "\u{1B}[?1l\u{1B}>")
    for part in parts { #expect(all.contains(part), "\(all.debugDescription)") }
    #expect(term == "xterm-256color" && extra.isEmpty || !all.contains("48;5"))
  }

  @Test("Where eight colours are all, what is faint is dim, and never black on black")
  func faint() throws {
    let terminal = try PseudoTerminal(["--coloured"], term: "xterm")
    _ = try terminal.frame(1)
    terminal.send("d")
    let frame = try terminal.frame(2)
    #expect(frame.contains(";2m") && !frame.contains("30m"), "\(frame.debugDescription)")
  }

  @Test("Characters the terminal would draw wide get narrow stand-ins; wide ones stay")
  func standIns() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("s")
    #expect(try terminal.frame(2).contains("1 > * *局"))
  }

  @Test("The bracket for synchronized output lies exactly around a frame")
  func synchronized() throws {
    let terminal = try PseudoTerminal(["--synchronized"])
    _ = try terminal.frame(1)
    terminal.send("w")
    let frame = try terminal.frame(2)
    #expect(frame.hasPrefix("\u{1B}[?2026h"))
    #expect(frame.hasSuffix("\u{1B}[?2026l"))
    terminal.send("w")
    #expect(try terminal.frame(3).isEmpty)
  }
}
