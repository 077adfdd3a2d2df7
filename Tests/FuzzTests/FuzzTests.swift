import Foundation
import FuzzHarness
import Testing

/// The fuzzers' finds, and a few blind mutations of the seeds; the fuzzers themselves run by `.ci/fuzz`.
@Suite("Bytes that nobody meant")
struct FuzzTests {
  private static let finds = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Finds")

  @Test("what once ended the program no longer does", arguments: FuzzTarget.allCases)
  func finds(_ target: FuzzTarget) throws {
    let folder = Self.finds.appending(path: target.rawValue)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] {
      target.take(Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test("nor do seeds with bytes changed, cut out and repeated", arguments: FuzzTarget.allCases)
  func mutations(_ target: FuzzTarget) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    // Told before: a trap leaves no other trace of what it was.
    print("fuzz \(target.rawValue): seed \(seed)")
    var chance = Chance(state: seed)
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    let seeds = target.seeds
    #expect(!seeds.isEmpty && seeds.allSatisfy { !$0.isEmpty })
    let turns = (target == .workspace ? 12 : target == .json ? 20 : 80) * (isLong ? 100 : 1)
    for turn in 0..<turns { target.take(chance.mutated(seeds[turn % seeds.count])) }
  }
}

/// Changes bytes by chance, the same for the same seed.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &self) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let length = min(Int.random(in: 1...16, using: &self), bytes.count - place)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1: bytes[place] = .random(in: 0...255, using: &self)
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      default: bytes = Array(bytes.prefix(place + 1))
      }
    }
    return bytes
  }
}
