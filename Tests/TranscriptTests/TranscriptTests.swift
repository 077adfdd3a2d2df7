import Foundation
import ProgramDriver
import Testing

/// The commands as people and scripts meet them. `KYOKUMEN_RECORD=1 swift test --filter TranscriptTests` writes the
/// files anew; read the difference before keeping it.
struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Transcripts")

  private static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".test") }.sorted()
  }

  @Test("commands do what the transcript says", arguments: names)
  func transcript(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    let results = try transcript.run(on: ScratchDesk())
    guard ProcessInfo.processInfo.environment["KYOKUMEN_RECORD"] == nil else {
      return try transcript.text(results).write(to: file, atomically: true, encoding: .utf8)
    }
    for (step, actual) in results {
      #expect(
        actual == step.expected, "\(name):\(step.line): $ \(step.command)\n\(actual.joined(separator: "\n"))")
    }
  }

  @Test("there are transcripts")
  func thereAreTranscripts() {
    #expect(Self.names.count >= 4)
  }
}
