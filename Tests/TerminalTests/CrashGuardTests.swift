import Canvas
import Glibc
import Testing

@Suite("A fall in a real terminal", .serialized)
struct CrashGuardTests {
  private func expectRestored(_ terminal: PseudoTerminal, status: String) throws -> String {
    #expect(try terminal.status() == status)
    let last = try terminal.output(through: "\u{1B}[?1049l")
    for mode in ["\u{1B}[?2004l", "\u{1B}[?1000l", "\u{1B}[?2026l", "\u{1B}[?1l\u{1B}>"] {
      #expect(last.contains(mode))
    }
    #expect(terminal.isRestored)
    return last
  }

  @Test(
    "The terminal is restored and the signal is told to the shell",
    arguments: [("S", SIGSEGV), ("A", SIGABRT), ("O", SIGSEGV)])
  func trapped(key: String, signal: CInt) throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send(key)
    _ = try expectRestored(terminal, status: "k \(signal)")
  }

  @Test("fatalError's words stand on the normal screen, without a question")
  func fatal() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("F")
    _ = try expectRestored(terminal, status: "k \(SIGILL)")
    let words = try terminal.output(through: "the probe fell")
    #expect(!words.contains("Press space"))
  }

  @Test(
    "So it is with signals from outside",
    arguments: [SIGSEGV, SIGQUIT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGABRT])
  func killed(signal: CInt) throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    kill(terminal.process, signal)
    _ = try expectRestored(terminal, status: "k \(signal)")
  }

  @Test("exit() from anywhere restores too")
  func exited() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("E")
    _ = try expectRestored(terminal, status: "e 3")
  }

  @Test("A fall while stopped, or after the end, sends nothing twice")
  func afterSuspend() throws {
    let terminal = try PseudoTerminal()
    _ = try terminal.frame(1)
    terminal.send("\u{1A}")
    #expect(try terminal.status() == "s \(SIGTSTP)")
    _ = try terminal.output(through: "\u{1B}[?1049l")
    terminal.resume()
    try terminal.log(until: "continued")
    _ = try terminal.frame(2)
    terminal.send("S")
    _ = try expectRestored(terminal, status: "k \(SIGSEGV)")
  }
}
