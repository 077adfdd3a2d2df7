import Foundation

/// What commands of the program cost that need no terminal.
struct Commands {
  let program: String

  /// Wall milliseconds of a command, the median of three, its output thrown away.
  func time(_ arguments: [String]) throws -> Double {
    try Self.time(program, arguments)
  }

  /// The register as CSV beside `sqlite3 -csv` writing the same cells from one plain table.
  func export(_ path: String) throws -> (ours: Double, theirs: Double) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kyokumen-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (table, database) = (folder.path + "/risk.csv", folder.path + "/plain.db")
    _ = try time(["export", path, "--format", "csv", "--table", "register", "--output", table, "--force"])
    _ = try Self.time("/usr/bin/sqlite3", ["-csv", database, ".import \(table) risk"], times: 1)
    return (
      try time(["export", path, "--format", "csv", "--table", "register", "--output", "-"]),
      try Self.time("/usr/bin/sqlite3", ["-csv", "-header", database, "select * from risk"])
    )
  }

  private static func time(_ program: String, _ arguments: [String], times: Int = 3) throws -> Double {
    Clock.median(
      try (0..<times).map { _ in
        let process = Foundation.Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try Clock.milliseconds {
          try process.run()
          process.waitUntilExit()
        }.0
      })
  }
}
