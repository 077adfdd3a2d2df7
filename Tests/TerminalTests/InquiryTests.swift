import Canvas
import Testing

@testable import Terminal

/// What a modern terminal answers to all questions, in the order they are asked.
private let answers =
  "\u{1B}P>|xterm(390)\u{1B}\\\u{1B}]11;rgb:ffff/fafa/f0f0\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?2031;0$y\u{1B}[2;3R\u{1B}[?64;1;22c"

@Suite("Questions to the terminal, in a real one", .serialized)
struct InquiryTests {
  /// The questions, once they are all out.
  private func asked(_ terminal: PseudoTerminal) throws -> String {
    try terminal.output(through: "\u{1B}[c")
  }

  @Test("One burst on a screen of our own, closed by a question that every terminal answers")
  func burst() throws {
    let terminal = try PseudoTerminal(["--inquire"])
    let burst = try asked(terminal)
    let screen = try #require(burst.firstRange(of: "\u{1B}[?1049h"))
    for question in ["\u{1B}[>0q", "\u{1B}]11;?\u{1B}\\", "\u{1B}[?2026$p", "─\u{1B}[6n"] {
      let place = try #require(burst.firstRange(of: question))
      #expect(place.lowerBound >= screen.upperBound)
    }
    // The probe leaves nothing behind.
    #expect(burst.contains("\u{1B}[2K"))
    #expect(try terminal.frame(1).contains("plain"))
  }

  @Test("The answers are understood, and what is typed between them stays typed, in order")
  func answered() throws {
    let terminal = try PseudoTerminal(["--inquire"])
    _ = try asked(terminal)
    terminal.send("1" + answers + "2")
    try terminal.log(until: "answered #fffaf0 wide holds xterm(390) all")
    terminal.send("3")
    try terminal.log(until: "key 3")
    terminal.send("q")
    #expect(try terminal.status() == "e 0")
  }

  @Test("Frames are bracketed once the terminal says that it can hold them", arguments: [true, false])
  func synchronized(can: Bool) throws {
    let terminal = try PseudoTerminal(["--inquire"])
    _ = try asked(terminal)
    terminal.send("\u{1B}[?2026;\(can ? 2 : 0)$y\u{1B}[?1c")
    try terminal.log(until: "answered - - \(can ? "holds" : "paints") - all")
    try terminal.log(until: "key w", sending: "w")
    terminal.send("q")
    let all = try terminal.output(through: "\u{1B}[?1l\u{1B}>")
    #expect(all.contains("\u{1B}[?2026h") == can)
  }

  @Test(
    "A terminal that can say when it turns light is asked to, and then for its ground; the shell gets it back"
  )
  func turns() throws {
    let terminal = try PseudoTerminal(["--inquire"])
    _ = try asked(terminal)
    terminal.send("\u{1B}]11;rgb:00/00/00\u{07}\u{1B}[?2031;2$y\u{1B}[?62c")
    _ = try terminal.output(through: "\u{1B}[?2031h")
    terminal.send("\u{1B}[?997;2n")
    _ = try terminal.output(through: "\u{1B}]11;?\u{1B}\\")
    terminal.send("\u{1B}]11;rgb:ff/ff/ff\u{07}")
    try terminal.log(until: "answered #ffffff - - - all")
    terminal.send("\u{1A}")
    #expect(try terminal.output(through: "\u{1B}[?1049l").contains("\u{1B}[?2031l"))
    #expect(try terminal.status().hasPrefix("s "))
    terminal.resume()
    _ = try terminal.output(through: "\u{1B}[?2031h")
    terminal.send("q")
    #expect(try terminal.output(through: "\u{1B}[?1049l").contains("\u{1B}[?2031l"))
    #expect(try terminal.status() == "e 0")
  }

  @Test("A terminal that answers nothing is no hindrance")
  func silent() throws {
    let terminal = try PseudoTerminal(["--inquire"], term: "vt100")
    #expect(try terminal.logged() == "ready mono 40x6")
    terminal.send("x")
    try terminal.log(until: "key x")
    terminal.send("q")
    #expect(try terminal.status() == "e 0")
    #expect(terminal.isRestored)
  }

  @Test("An answer that comes after Ctrl-Z is not left for the shell")
  func straggler() throws {
    let terminal = try PseudoTerminal(["--inquire"])
    _ = try asked(terminal)
    terminal.send("\u{1A}" + answers)
    #expect(try terminal.status().hasPrefix("s "))
    terminal.resume()
    try terminal.log(until: "continued")
    terminal.send("q")
    #expect(try terminal.status() == "e 0")
  }

  @Test("The pointer is reported in decimal inside tmux too, whose entry in the database knows no such thing")
  func pointerInTmux() throws {
    let terminal = try PseudoTerminal(term: "tmux-256color", extra: ["TMUX=/tmp/none,1,0"])
    _ = try terminal.frame(1)
    terminal.send("m")
    #expect(try terminal.frame(2).contains("\u{1B}[?1000h\u{1B}[?1006h"))
    terminal.send("\u{1B}[<0;300;2M\u{1B}[<64;300;2M")
    try terminal.log(until: "mouse click 299,1")
    try terminal.log(until: "mouse wheelUp 299,1")
  }
}

@Suite("Answers in, facts out")
struct ReplyTests {
  private static let replies: [Reply] = [
    .name("xterm(390)"), .background(Colour(red: 255, green: 250, blue: 240)), .mode(2026, isKnown: true),
    .mode(2031, isKnown: false),
    .column(3), .attributes,
  ]

  @Test("Answers may be cut anywhere and are never keys")
  func cuts() {
    let all = Array(answers.utf8)
    for cut in all.indices {
      var decoder = KeyDecoder()
      decoder.expectsPosition = true
      let events = decoder.feed(all[..<cut]) + decoder.feed(all[cut...])
      #expect(events.isEmpty, "cut at \(cut)")
      #expect(decoder.takeReplies() == Self.replies, "cut at \(cut)")
      #expect(decoder.takeReplies().isEmpty)
    }
  }

  @Test(
    "Colours come with one to four digits a channel",
    arguments: [
      ("rgb:f/8/0", "#ff8800"), ("rgb:ff/80/00", "#ff8000"), ("rgba:1e1e/1e1e/2e2e/ffff", "#1e1e2e"),
      ("rgb:fff/000/7ff", "#ff007f"),
    ])
  func colours(text: String, hex: String) {
    #expect(
      Reply(string: Array("11;\(text)".utf8), opener: UInt8(ascii: "]"))
        == Colour(hex: hex).map(Reply.background))
  }

  @Test(
    "What is no answer is none",
    arguments: [
      "11;rgb:ff/ff", "11;rgb:fffff/0/0", "11;red", "10;rgb:0/0/0", "52;c;eA==", "11;rgb:gg/00/00", "",
    ])
  func strange(text: String) {
    #expect(Reply(string: Array(text.utf8), opener: UInt8(ascii: "]")) == nil)
  }

  @Test("A cursor position nobody asked for is a function key; a name brings no control characters")
  func careful() {
    #expect(Reply(control: Array("1;2R".utf8), expectsPosition: false) == nil)
    #expect(Reply(control: Array("2;2R".utf8), expectsPosition: true) == .column(2))
    #expect(Reply(control: Array("1;5R".utf8), expectsPosition: true) == nil, "Ctrl-F3 meanwhile")
    #expect(Reply(string: Array(">|a\u{07}b\u{9B}c".utf8), opener: UInt8(ascii: "P")) == .name("abc"))
  }
}
