import Glibc

/// Files on their way to their place: whoever interrupts the program leaves none behind.
enum DraftFiles {
  private static let room = 4
  private nonisolated(unsafe) static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: room)
    paths.initialize(repeating: nil, count: room)
    return paths
  }()

  /// From now on an interrupt takes the drafts away before it ends the program.
  ///
  /// For commands only: the interface has its own way to end.
  static func clearOnInterrupt() {
    // Made here and not by the handler, which may do next to nothing.
    _ = paths
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        for place in 0..<DraftFiles.room {
          if let path = DraftFiles.paths[place] { unlink(path) }
        }
        _exit(128 + number)
      }
    }
  }

  /// Does work while a draft lies at a path.
  static func with<Result>(_ path: String, _ work: () throws -> Result) rethrows -> Result {
    let free = (0..<room).first { paths[$0] == nil }
    if let free { paths[free] = strdup(path) }
    defer {
      if let free, let path = paths[free] {
        paths[free] = nil
        Glibc.free(path)
      }
    }
    return try work()
  }
}
