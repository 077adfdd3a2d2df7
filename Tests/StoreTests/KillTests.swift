import Domain
import Foundation
import Journal
import Store
import Testing

@Suite("Killed at any moment")
struct KillTests {
  @Test("a thousand edits through many kills: every file opens, is sound and misses no act that was told")
  func killed() throws {
    let folder = try Folder()
    var desk = try Desk(Workspace.create(at: folder.file()))
    try desk.party("csc")
    let seed = UInt64.random(in: 0..<1_000_000)
    var chance = SeededGenerator(seed: seed)
    var told = 0
    var kills = 0
    while told < 1_000 {
      let most = Int.random(in: 0...150, using: &chance)
      told = max(told, try run(on: folder.file(), killAfter: most, from: told))
      kills += 1
      let workspace = try Workspace.open(at: folder.file())
      let stored = try workspace.load().count(.risk)
      #expect(stored == told || stored == told + 1, "seed \(seed): told \(told), stored \(stored)")
      #expect(try workspace.verify().firstBad == nil, "seed \(seed) after \(told)")
      told = max(told, stored)
      try #require(kills < 400)
    }
  }

  @Test("no estimate is ever there without what opens it")
  func killedBetweenCasts() throws {
    let folder = try Folder()
    var desk = try Desk(Workspace.create(at: folder.file()))
    let party = try desk.party("csc")
    _ = try desk.room(of: party)
    let risk = try desk.risk("one", of: party)
    let seed = UInt64.random(in: 0..<1_000_000)
    var chance = SeededGenerator(seed: seed)
    for kill in 1...15 {
      let round = try #require(try desk.round(on: risk, of: party))
      let told = try run(
        on: folder.file(), killAfter: Int.random(in: 1...40, using: &chance), from: 0, casting: true)
      desk = try Desk(Workspace.open(at: folder.file()))
      // Refused when the opening of one is lost or is another's.
      _ = try desk.workspace.reveal(
        round, on: &desk.assessment, in: desk.context, at: Moment(milliseconds: Int64(kill)))
      let casts = try #require(desk.assessment.result(of: round)).casts.count
      #expect(casts >= min(told, 3), "seed \(seed), kill \(kill): told \(told), revealed \(casts)")
      #expect(try desk.workspace.verify().firstBad == nil, "seed \(seed), kill \(kill)")
    }
  }

  /// Runs the probe and kills it after so many more edits were told, or a little later.
  private func run(
    on path: String, killAfter edits: Int, from told: Int, casting: Bool = false
  ) throws -> Int {
    let process = Process()
    let pipe = Pipe()
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("StoreProbe")
    process.arguments = casting ? [path, "cast"] : [path]
    process.standardOutput = pipe
    try process.run()
    var text = ""
    while true {
      let piece = pipe.fileHandleForReading.availableData
      if piece.isEmpty { break }
      text += String(decoding: piece, as: UTF8.self)
      if last(text) ?? told >= told + edits { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    return last(text) ?? told
  }

  private func last(_ text: String) -> Int? {
    text.split(separator: "\n").last.flatMap { Int($0) }
  }
}
