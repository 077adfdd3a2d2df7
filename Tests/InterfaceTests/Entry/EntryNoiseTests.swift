import Domain
import Foundation
import Interface
import Testing

@Suite("Lines nobody meant")
struct EntryNoiseTests {
  let world: SampleWorld

  init() throws { world = try SampleWorld() }

  private static let scraps = [
    "@csp", "@", "＠", "^O-1", "^", "^99", "src:", "源：", "why:x", "cia:A3", "cia:", "損失:機3完1可2", "l3", "l:",
    "l99", "起3結5",
    "->", "→", "→「", "「", "」", "\"", "own:佐藤", "own:", "担当:山田 太郎", "!m", "!", "！低減", "+12.3.1", "+", "+x@y",
    "#", "#a",
    "due:2027-03", "due:x", "  ", "　", "backup", "復元", "\u{1B}[0m", "\u{202E}", "e\u{301}", "か\u{3099}", "👩‍👩‍👧",
    "ﾊﾞｯｸ", "㌔",
    "=97", "=", "base:12/y", "base:/", "target:", "目標:50%", "\\;", "a;b|c", "\r\n", "\0", "answer:",
    "key:csc", "９９９９９９９９９９９９９９９９９９９９", "-", ">", "ー＞",
    "@csp@csc", "佐藤@", "@佐藤", "R-1", "PE-1", "C-csp-1", "﷽", "\u{FEFF}", "¼", "ﬃ", "sla:", "risk:R-1",
  ]

  private func noise(_ random: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 0...9, using: &random)).map { _ in
      let scrap = Self.scraps[Int.random(in: 0..<Self.scraps.count, using: &random)]
      return Bool.random(using: &random) ? scrap + " " : scrap
    }.joined()
  }

  @Test(
    "never fall, and what they make reads back to itself",
    arguments: [UInt64.random(in: 0...UInt64.max), 20_261_124])
  func noiseIsStable(_ seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededDice(seed: seed)
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    for _ in 0..<(isLong ? 40_000 : 600) {
      let kind = RecordKind.allCases[Int.random(in: 0..<RecordKind.allCases.count, using: &random)]
      let party = [world.csc, world.csp, nil][Int.random(in: 0...2, using: &random)]
      let line = noise(&random)
      let reading = read(line, kind, party)
      for cursor in [0, line.count, Int.random(in: 0...line.count, using: &random)] {
        _ = read(String(line.prefix(cursor)), kind, party).completions(
          world.assessment, world.context, .japanese)
      }
      for problem in reading.problems {
        #expect((1...line.count + 1).contains(problem.column), "\(line.debugDescription)")
        #expect(!problem.words.en.isEmpty && !problem.words.ja.isEmpty)
      }
      #expect(reading.problems.isEmpty != reading.commands.isEmpty)
      try expectStable(reading, kind, line, &random)
    }
  }

  /// A record without new persons or controls, written as a line and read again, is the same record.
  private func expectStable(
    _ reading: EntryReading, _ kind: RecordKind, _ line: String, _ random: inout SeededDice
  ) throws {
    guard reading.commands.count == 1, case .create(let draft) = reading.commands[0] else { return }
    guard !draft.values.keys.contains(where: { $0.party != nil }) else { return }
    for language in Language.allCases {
      let written = EntryLine.write(
        kind, party: draft.party, values: draft.values, world.assessment, language)
      let again = read(written, kind, draft.party)
      let isSame = again.problems.isEmpty && again.commands == reading.commands
      try #require(isSame, "\(kind) \(line.debugDescription) → \(written.debugDescription)")
    }
  }

  private func read(_ line: String, _ kind: RecordKind, _ party: RecordID?) -> EntryReading {
    EntryLine.read(
      line, at: EntryPlace(kind, party: party), world.assessment, world.context)
  }
}
