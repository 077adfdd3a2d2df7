import Foundation
import ProgramDriver
import Testing

/// Whatever a cat, a bad line or a wrong paste types.
@Suite(.serialized)
struct NoiseTests {
  @Test("random bytes bring no signal, no stray escape sequence, no broken picture and no unsound file")
  func randomBytes() throws {
    var chance = SeededChance(seed: .random(in: 0...UInt64.max))
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    print("noise: seed \(chance.seed)")
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save noise.kyokumen --lang en").status == 0)
    let walker = try Walker(
      desk, "noise.kyokumen --lang en --as Ann", columns: 100, rows: 30, ["EDITOR": "true"], isTireless: true)
    walker.tape = []
    try walker.sees("Overview")
    let end = ContinuousClock.now + .seconds(isLong ? 60 : 8)
    var bursts = 0
    while ContinuousClock.now < end, try !walker.screen.contains("[left]") {
      for _ in 0..<20 { try walker.send(Noise.burst(&chance)) }
      bursts += 20
      try Self.inspect(walker, "seed \(chance.seed), burst \(bursts)")
    }
    if try walker.screen.contains("[left]") {
      Issue.record("seed \(chance.seed): the program ended with status \(try walker.end().status)")
    }
    let verdict = try desk.run("kyokumen verify noise.kyokumen")
    #expect(verdict.status == 0, "seed \(chance.seed): \(verdict.output)")
    print("noise: \(bursts) bursts, \(verdict.output)")
  }

  /// Brings the program back to a screen without windows and compares the picture with one drawn anew.
  private static func inspect(_ walker: Walker, _ place: String) throws {
    // Ends a paste, an answer and an escape sequence that stand open.
    try walker.send(Array("\u{1B}[201~\u{1B}\\".utf8))
    guard try !walker.falls().contains("[left]") else { return }
    var patience = 12
    repeat {
      try walker.press("Escape")
      _ = try walker.falls()
      // One that was left starts anew in its own time.
      try walker.sees("a picture") { $0.contains("┌") || $0.contains("[left]") }
      // A question whether to throw away what was typed.
      if try walker.screen.contains("y / n") { try walker.press("y") }
      patience -= 1
    } while try !isWhole(walker.screen) && patience > 0
    try walker.press("Escape")
    let drawn = try walker.falls(silentFor: .seconds(1))
    let tape = walker.tape ?? []
    walker.tape = []
    #expect(Tape.firstStray(in: tape) == nil, "\(place)")
    #expect(isWhole(drawn), "\(place)")
    try walker.press("C-l")
    let redrawn = try walker.falls(silentFor: .seconds(1))
    #expect(drawn == redrawn, "\(place)")
  }

  private static func isWhole(_ screen: String) -> Bool {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count >= 29 && lines[2].hasPrefix("┌") && lines[2].hasSuffix("┐")
      && lines[28].hasPrefix("└")
  }
}

/// What is typed when nobody types.
private enum Noise {
  static func burst(_ chance: inout SeededChance) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...40, using: &chance) {
      switch Int.random(in: 0..<10, using: &chance) {
      case 0...3: bytes.append(.random(in: 0x20...0x7E, using: &chance))
      case 4, 5: bytes.append(.random(in: 0...0x1F, using: &chance))
      case 6: bytes += (0..<4).map { _ in .random(in: 0...255, using: &chance) }
      default: bytes += Array((pieces.randomElement(using: &chance) ?? "").utf8)
      }
    }
    return bytes
  }

  /// Sequences whole and cut short, answers, pastes without an end, words, keys that open something.
  private static let pieces = [
    "\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}[1;5", "\u{1B}[A", "\u{1B}[B", "\u{1B}OP", "\u{1B}O", "\u{1B}[[A",
    "\u{1B}]0;title", "\u{1B}]52;c;\u{07}", "\u{1B}P1$r", "\u{1B}\\", "\u{1B}[M!!", "\u{1B}[<0;10;10M",
    "\u{1B}[<64;3;3M", "\u{1B}[200~", "\u{1B}[200~two\nlines\u{1B}[201~", "\u{1B}[201~", "\u{1B}[999999999~",
    "\u{1B}[?1;2c", "\u{9B}31m", "\u{1A}", "\u{03}", "\u{03}\u{03}", "\u{13}", "\u{05}", "\r", "\t", "n", "e",
    "N", "d", "y", ":", "/", "?", "u", "q", "4", "m", "5", "か\u{3099}", "👨‍👩‍👧‍👦", "\u{202E}", "\u{FEFF}",
    "ｎ", "risk l3 c4", "^O-1 @csc",
  ]
}

/// The bytes of a terminal program, judged one by one.
private enum Tape {
  /// What the program asks the terminal at its start and nothing else: the background, and two modes it may know.
  private static let questions = ["]11;?\u{1B}\\", "[?2026$p", "[?2031$p"]
  private static let finals = Set("ABCDEFGHJKLMPSTXZ`@bcdefghlmnrstu".utf8)

  /// The first place that no honest frame holds, with what stands around it; nil when there is none.
  static func firstStray(in tape: [UInt8]) -> String? {
    var index = 0
    while index < tape.count {
      guard let next = end(ofPieceAt: index, tape) else {
        let around = tape[max(0, index - 60)..<min(tape.count, index + 60)]
        return "\(index): " + String(decoding: around, as: UTF8.self).debugDescription
      }
      index = next
    }
    return nil
  }

  private static func end(ofPieceAt index: Int, _ tape: [UInt8]) -> Int? {
    switch tape[index] {
    case 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F, 0x20...0x7E: index + 1
    case 0x1B: end(ofSequenceAt: index + 1, tape)
    case 0xC2 where index + 1 < tape.count && tape[index + 1] < 0xA0: nil
    case 0xC2...0xF4: end(ofCharacterAt: index, tape)
    default: nil
    }
  }

  private static func end(ofCharacterAt index: Int, _ tape: [UInt8]) -> Int? {
    let length = tape[index] < 0xE0 ? 2 : tape[index] < 0xF0 ? 3 : 4
    guard index + length <= tape.count else { return tape.count }
    return tape[index + 1..<index + length].allSatisfy { $0 & 0xC0 == 0x80 } ? index + length : nil
  }

  private static func end(ofSequenceAt index: Int, _ tape: [UInt8]) -> Int? {
    guard index < tape.count else { return index }
    if let question = questions.first(where: { tape[index...].starts(with: $0.utf8) }) {
      return index + question.utf8.count
    }
    switch tape[index] {
    case UInt8(ascii: "["):
      guard let last = tape[(index + 1)...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
        return tape.count
      }
      return finals.contains(tape[last]) ? last + 1 : nil
    case UInt8(ascii: "]"):
      guard let last = tape[(index + 1)...].firstIndex(where: { $0 < 0x20 }) else { return tape.count }
      return tape[last] == 0x07 ? last + 1 : nil
    case UInt8(ascii: "P"):
      // The clipboard, in the envelope that tmux hands on.
      guard tape[(index + 1)...].starts(with: "tmux;\u{1B}\u{1B}]52;".utf8) else { return nil }
      return tape[index...].firstRange(of: Array("\u{07}\u{1B}\\".utf8))?.upperBound
    case UInt8(ascii: "("), UInt8(ascii: ")"): return index + 2
    case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"),
      UInt8(ascii: "c"):
      return index + 1
    default: return nil
    }
  }
}
