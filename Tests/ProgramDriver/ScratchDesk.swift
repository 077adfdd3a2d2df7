package import Foundation
import Glibc

/// A folder of its own and an environment that reads the same on every machine and every day.
package final class ScratchDesk {
  /// What could not be had, with what was seen.
  package struct Missing: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
  }

  /// The folder; gone with the desk.
  package let folder: URL
  /// Where `kyokumen` was built, beside the tests that run now.
  package let programs: URL
  private var runs = 0

  package init() throws {
    programs = try Self.builtPrograms()
    folder = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A path on the desk.
  package func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The environment programs get here; `extra` wins.
  package func environment(_ extra: [String: String] = [:]) -> [String: String] {
    [
      "PATH": programs.path + ":/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
      "TERM": "dumb",
      "TMPDIR": folder.path, "KYOKUMEN_NOW": "2026-11-24T05:00:00Z", "SWIFT_BACKTRACE": "enable=no",
    ].merging(extra) { _, extra in extra }
  }

  /// What a command said and how it ended.
  package struct Outcome: Sendable {
    package let output: String
    package let diagnostics: String
    package let status: Int32
  }

  /// Runs a line of shell on the desk and waits for its end.
  package func run(_ line: String, _ extra: [String: String] = [:]) throws -> Outcome {
    runs += 1
    let (output, diagnostics) = (folder.appending(path: ".out\(runs)"), folder.appending(path: ".err\(runs)"))
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: diagnostics)
    }
    // Into files: a pipe that nobody reads meanwhile would stop a talkative program.
    let script = "cd '\(folder.path)' && { \(line)\n} >'\(output.path)' 2>'\(diagnostics.path)' </dev/null"
    let status = try Self.spawn(["sh", "-c", script], environment(extra))
    return Outcome(
      output: try String(contentsOf: output, encoding: .utf8),
      diagnostics: try String(contentsOf: diagnostics, encoding: .utf8), status: status)
  }

  /// By hand: Foundation's own way takes a command for running as long as what it left behind, such as a server.
  private static func spawn(_ words: [String], _ environment: [String: String]) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    var lines = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + lines).forEach { free($0) } }
    var process = pid_t()
    // A thread of the tests holds signals back, and what it starts would inherit that.
    var attributes = posix_spawnattr_t()
    var held = sigset_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    sigemptyset(&held)
    posix_spawnattr_setsigmask(&attributes, &held)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, &lines) == 0 else {
      throw Missing("no shell")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func builtPrograms() throws -> URL {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: own).deletingLastPathComponent()
    guard FileManager.default.isExecutableFile(atPath: folder.appending(path: "kyokumen").path) else {
      throw Missing("no kyokumen beside \(own)")
    }
    return folder
  }
}
