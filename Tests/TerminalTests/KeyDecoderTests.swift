import Canvas
import Testing

@testable import Terminal

/// Feeds everything at once, then lets what is held back expire.
private func decode(_ text: String, known: [[UInt8]: Key] = [:]) -> [TerminalEvent] {
  var decoder = KeyDecoder(known: known)
  return decoder.feed(Array(text.utf8)) + decoder.expire()
}

@Suite("Keys in, events out")
struct KeyDecoderTests {
  static let table: [(String, [Key])] = [
    ("a", [.character("a")]), ("局面", [.character("局"), .character("面")]),
    ("か\u{3099}", [.character("か\u{3099}")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
    ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]), ("\u{03}", [.control("c")]), ("\0", [.control("@")]),
    ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]), ("\u{1B}", [.escape]),
    ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}局", [.alt("局")]),
    ("\u{1B}\r", [.escape, .enter]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]),
    ("\u{1B}]", [.alt("]")]), ("\u{1B}P", [.alt("P")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]),
    ("\u{1B}[1;3D", [.altLeft]), ("\u{1B}\u{1B}[C", [.altRight]), ("\u{1B}\u{1B}OD", [.altLeft]),
    ("\u{1B}[1;2A", [.shiftUp]), ("\u{1B}[1;2B", [.shiftDown]), ("\u{1B}[d", [.shiftLeft]),
    ("\u{1B}[1;2C", [.shiftRight]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[Z", [.backTab]),
    ("\u{1B}[5~", [.pageUp]),
    ("\u{1B}[6~", [.pageDown]), ("\u{1B}[H", [.home]), ("\u{1B}OH", [.home]), ("\u{1B}[1~", [.home]),
    ("\u{1B}[7~", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}[4~", [.end]), ("\u{1B}[8~", [.end]),
    ("\u{1B}[7$", [.home]), ("\u{1B}[3^", [.delete]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]),
    ("\u{1B}OP", [.function(1)]), ("\u{1B}[[E", [.function(5)]), ("\u{1B}[15~", [.function(5)]),
    ("\u{1B}[24~", [.function(12)]), ("\u{1B}[1;2R", [.function(3)]), ("\u{1B}OM", [.enter]),
    ("\u{1B}Oq", [.character("1")]), ("\u{1B}[97;5u", [.control("a")]), ("\u{1B}[97;3u", [.alt("a")]),
    ("\u{1B}[97;2u", [.character("A")]), ("\u{1B}[9;2u", [.backTab]), ("\u{1B}[27;5;13~", [.enter]),
  ]

  @Test("Every key of every terminal", arguments: table)
  func keys(bytes: String, keys: [Key]) {
    #expect(decode(bytes) == keys.map(TerminalEvent.key))
  }

  @Test("A sequence may be cut anywhere", arguments: table.filter { !$0.0.hasPrefix("\u{1B}\u{1B}") })
  func splits(bytes: String, keys: [Key]) {
    let all = Array(bytes.utf8)
    guard bytes != "か\u{3099}" else { return }
    for cut in all.indices.dropFirst() {
      var decoder = KeyDecoder()
      let events = decoder.feed(all[..<cut]) + decoder.feed(all[cut...]) + decoder.expire()
      #expect(events == keys.map(TerminalEvent.key), "cut at \(cut)")
    }
  }

  @Test(
    "What means nothing here is swallowed whole",
    arguments: [
      "\u{1B}[?2026;1$y", "\u{1B}[99~", "\u{1B}[12;40R", "\u{1B}[?62;4c",
      "\u{1B}]11;rgb:0000/0000/0000\u{07}",
      "\u{1B}]11;rgb:ff/ff/ff\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[O",
      "\u{1B}[201~",
      "\u{1B}[57441;1u", "\u{1B}[1;1:3;7z", "\u{1B}[>4;2m", "\u{1B}[9999999999999999999~", "\u{1B}[<35;1;1M",
      "\u{1B}[<0;1M",
    ])
  func unknown(sequence: String) {
    #expect(decode(sequence + "x") == [.key(.character("x"))])
  }

  @Test("The terminal database's own sequences win")
  func known() {
    #expect(decode("\u{1B}A", known: [[0x1B, 0x41]: .up]) == [.key(.up)])
    #expect(decode("\u{1B}[7~", known: [Array("\u{1B}[7~".utf8): .end]) == [.key(.end)])
  }

  @Test("Ctrl-Z asks for the shell, in either encoding", arguments: ["\u{1A}", "\u{1B}[122;5u"])
  func suspend(bytes: String) {
    #expect(decode(bytes) == [.suspendRequested])
  }

  @Test("Bytes that are no UTF-8 vanish and take nothing with them")
  func invalid() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [
      0xFF, 0x61, 0xE5, 0xB1, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0x63, 0xC2, 0x9B, 0x64,
    ]
    let events = decoder.feed(bytes)
    #expect(events == ["a", "b", "c", "d"].map { .key(.character($0)) })
  }

  @Test("The pointer, in decimal and in the oldest form")
  func mouse() {
    let point = Point(column: 299, row: 4)
    #expect(decode("\u{1B}[<0;300;5M") == [.mouse(MouseEvent(.click, at: point))])
    #expect(decode("\u{1B}[<0;300;5m") == [.mouse(MouseEvent(.release, at: point))])
    #expect(decode("\u{1B}[<65;300;5M") == [.mouse(MouseEvent(.wheelDown, at: point))])
    #expect(
      decode("\u{1B}[M !!x") == [
        .mouse(MouseEvent(.click, at: Point(column: 0, row: 0))), .key(.character("x")),
      ])
  }

  @Test("Held-back bytes say how long they may be")
  func patience() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    #expect(decoder.patience == nil)
    _ = decoder.feed([0x1B])
    #expect(decoder.patience == .milliseconds(25))
    _ = decoder.feed(Array("[200~".utf8))
    #expect(decoder.patience == .seconds(2))
    _ = decoder.expire()
    #expect(decoder.patience == nil)
  }

  @Test("No bytes whatever make a control character or a trap")
  func noise() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    for _ in 0..<400 {
      var decoder = KeyDecoder()
      var bytes: [UInt8] = []
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let roll = UInt8(truncatingIfNeeded: state >> 33)
        bytes.append(roll < 60 ? 0x1B : roll < 110 ? Array("[O]P0;<M~$u".utf8)[Int(roll) % 11] : roll)
      }
      for event in decoder.feed(bytes) + decoder.expire() {
        guard case .key(.character(let character)) = event else { continue }
        #expect(!character.unicodeScalars.contains { $0.isControl }, "seed \(seed)")
      }
      _ = decoder.expire()
      #expect(decoder.feed([0x71]).last == .key(.character("q")), "seed \(seed): still alive")
    }
  }
}

@Suite("Paste")
struct PasteTests {
  @Test("One event, line ends unified, control characters gone")
  func cleaned() {
    let text = "a\r\nb\rc\nd\te\u{1B}[31m局\u{07}\u{9B}"
    #expect(
      decode("\u{1B}[200~\(text)\u{1B}[201~x") == [.paste("a\nb\nc\nd\te[31m局"), .key(.character("x"))])
  }

  @Test("A paste without an end is handed on and the keys work again")
  func unterminated() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~abc".utf8)).isEmpty)
    #expect(decoder.expire() == [.paste("abc")])
    #expect(decoder.feed(Array("\u{1B}[201~q".utf8)) == [.key(.character("q"))])
  }

  @Test("A large paste in small reads keeps every character")
  func large() {
    let text = String(repeating: "リスク源\n", count: 20_000)
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    for start in stride(from: 0, to: bytes.count, by: 1021) {
      events += decoder.feed(bytes[start..<min(start + 1021, bytes.count)])
    }
    #expect(events == [.paste(text)])
  }
}
