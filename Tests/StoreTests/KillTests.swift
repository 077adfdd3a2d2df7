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

  /// Runs the probe and kills it after so many more edits were told, or a little later.
  private func run(on path: String, killAfter edits: Int, from told: Int) throws -> Int {
    let process = Process()
    let pipe = Pipe()
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("StoreProbe")
    process.arguments = [path]
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
