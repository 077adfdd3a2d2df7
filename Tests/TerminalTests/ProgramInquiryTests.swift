import Canvas
import Foundation
import Testing

/// The whole program on terminals that answer what they are.
@Suite("The program follows what its terminal answers", .serialized)
final class ProgramInquiryTests {
  private let home: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// The demo, once it has asked.
  private func program(_ extra: [String] = []) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["demo", "cloud", "--lang", "en"], program: "kyokumen", size: Size(columns: 80, rows: 24),
      extra: ["HOME=\(home.path)", "KYOKUMEN_NOW=2026-11-24T05:00:00Z"] + extra)
    _ = try terminal.output(through: "\u{1B}[c")
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.send("q")
    _ = try terminal.output(through: "\u{1B}[?1049l")
    #expect(try terminal.status() == "e 0")
    #expect(terminal.isRestored)
  }

  @Test("Light ground: the light theme's blue; narrow lines; no bracket where none is known")
  func light() throws {
    let terminal = try program()
    terminal.send("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{07}\u{1B}[?2026;0$y\u{1B}[2;2R\u{1B}[?62c")
    #expect(try !terminal.output(through: "38;5;25m").contains("\u{1B}[?2026h"))
    #expect(try terminal.output(through: "└").contains("38;5;251m"))
    try leave(terminal)
  }

  @Test("Ambiguous characters wide: ASCII marks; frames bracketed where the terminal knows how")
  func wide() throws {
    let terminal = try program()
    terminal.send("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}[?2026;2$y\u{1B}[2;3R\u{1B}[?62c")
    _ = try terminal.output(through: "+-")
    _ = try terminal.output(through: "\u{1B}[?2026l")
    terminal.send("4")
    let frame = try terminal.output(through: "\u{1B}[?2026l")
    #expect(frame.contains("\u{1B}[?2026h"))
    #expect(frame.unicodeScalars.allSatisfy { $0.value < 0x80 || $0.value >= 0x2E80 })
    terminal.send("q")
    try leave(terminal)
  }

  @Test("NO_COLOR: the same, without a single colour, the selection reversed")
  func noColour() throws {
    let terminal = try program(["NO_COLOR=1"])
    terminal.send("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{07}\u{1B}[?2026;0$y\u{1B}[2;2R\u{1B}[?62c")
    let frame = try terminal.output(through: "└")
    #expect(frame.contains(/\e\[[0-9;]*7m/))
    #expect(frame.matches(of: /\e\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m/).isEmpty)
    try leave(terminal)
  }
}
