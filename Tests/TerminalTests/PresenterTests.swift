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
