import Foundation
import Glibc
import ProgramDriver
import Testing

/// The program ended at once, in the middle of whatever it does.
@Suite(.serialized)
struct KillTests {
  @Test("killed at any moment, the file opens, is sound and lacks at most the act in flight")
  func killedAnywhere() throws {
    var chance = SeededChance(seed: .random(in: 0...UInt64.max))
    print("kills: seed \(chance.seed)")
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save killed.kyokumen --lang en").status == 0)
    for run in 0..<10 {
      let walker = try Walker(
        desk, "killed.kyokumen --lang en --as Ann", columns: 120, rows: 60,
        ["HOME": desk.path("home\(run)")])
      try walker.sees("Overview")
      try walker.press("4")
      try walker.sees("Risk register")
      let acts = Int.random(in: 1...12, using: &chance)
      for number in 0..<acts { try Self.act(number, run, walker) }
      // Sometimes while it works through what was typed, sometimes once the last act but one is on screen.
      if Bool.random(using: &chance) { try walker.sees("run\(run)x\(acts / 2)") }
      let seen = Self.acts(of: run, onScreen: try walker.screen)
      try walker.signal(SIGKILL)
      #expect(try walker.end().status == 128 + SIGKILL)
      let verdict = try desk.run("kyokumen verify killed.kyokumen")
      #expect(verdict.status == 0, "seed \(chance.seed), run \(run): \(verdict.output)")
      try Self.compare(run, acts: acts, seen: seen, desk, chance.seed)
    }
  }

  @Test(
    "a command ended while it makes a file leaves none of it behind",
    arguments: [
      "demo cloud --save new.kyokumen", "import new.kyokumen all.json", "backup whole.kyokumen new.kyokumen",
    ])
  func draftsGo(_ command: String) throws {
    let desk = try ScratchDesk()
    let made =
      "kyokumen demo cloud --save whole.kyokumen && kyokumen export whole.kyokumen --format json --output all.json"
    #expect(try desk.run(made).status == 0)
    let outcome = try desk.run(
      """
      kyokumen \(command) & made=$!
      until [ -e new.kyokumen.new-$made ]; do [ -e new.kyokumen ] && exit 9; done
      kill -TERM $made; wait $made; echo "ended with $?"; ls | grep new
      """)
    #expect(outcome.output == "ended with 143\n", "\(outcome)")
    #expect(outcome.diagnostics.contains("nothing half-written is left"))
  }

  @Test("ended at any moment, a command leaves the whole file or none of it, and falls over nothing")
  func endsAnywhere() throws {
    var chance = SeededChance(seed: .random(in: 0...UInt64.max))
    print("kills: seed \(chance.seed)")
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo cloud --save whole.kyokumen").status == 0)
    let pauses = (0..<12).map { _ in String(format: "0.%03d", Int.random(in: 20...450, using: &chance)) }
    let outcome = try desk.run(
      """
      for pause in \(pauses.joined(separator: " ")); do
        kyokumen backup whole.kyokumen new.kyokumen 2>>said >/dev/null & made=$!
        sleep $pause; kill -TERM $made 2>/dev/null; wait $made; status=$?
        [ $status = 0 ] || [ $status = 143 ] || echo "after $pause: $status"
        ls | grep -v '^new.kyokumen$' | grep new
        if [ -e new.kyokumen ]; then kyokumen verify new.kyokumen >/dev/null || echo "after $pause: not sound"; fi
        rm -f new.kyokumen
      done
      grep -v 'interrupted; nothing half-written is left' said
      """)
    #expect(outcome.output == "", "seed \(chance.seed)")
  }

  /// A risk by the entry line, then its likelihood by the form: two acts.
  private static func act(_ number: Int, _ run: Int, _ walker: Walker) throws {
    try walker.press("n")
    try walker.type("run\(run)x\(number).")
    try walker.press("Enter", "Enter", "e", "PPage", "PPage", "NPage", "C-u", "\(number % 3 + 1)", "C-s")
  }

  /// The numbers of the risks in the list's rows.
  private static func acts(of run: Int, onScreen screen: String) -> [Int] {
    guard !screen.contains("❯ run") else { return [] }
    return screen.split(separator: "\n").compactMap { line in
      guard line.contains(" R-"), let range = line.firstRange(of: "run\(run)x") else { return nil }
      return Int(line[range.upperBound...].prefix { $0.isNumber })
    }
  }

  /// What the journal has of a run is a beginning of what was typed, and nothing that was seen is missing.
  private static func compare(_ run: Int, acts: Int, seen: [Int], _ desk: ScratchDesk, _ seed: UInt64) throws
  {
    let log = try desk.run("kyokumen log killed.kyokumen --lang en").output
    var stored: [String] = []
    var label = ""
    for line in log.split(separator: "\n") {
      if let range = line.firstRange(of: "Event (empty) → run\(run)x") {
        label = String(line[..<range.lowerBound].split(separator: " ").last ?? "")
        stored.append("risk " + line[range.upperBound...].prefix { $0.isNumber })
      } else if !label.isEmpty, let range = line.firstRange(of: " \(label) Likelihood (empty) → ") {
        stored.append("likelihood " + line[range.upperBound...].prefix { $0.isNumber })
      }
    }
    let typed = (0..<acts).flatMap { ["risk \($0)", "likelihood \($0 % 3 + 1)"] }
    #expect(stored == Array(typed.prefix(stored.count)), "seed \(seed), run \(run)")
    if let last = seen.max() {
      #expect(stored.contains("risk \(last)"), "seed \(seed), run \(run): seen and gone")
    }
    print("kills: run \(run): \(stored.count) of \(typed.count) acts stored, \(seen.count) risks seen")
  }
}
