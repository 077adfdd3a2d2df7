import Domain
import Glibc

/// Files on their way to their place: whoever interrupts the program leaves none behind.
enum DraftFiles {
  private static let room = 1024
  /// The paths of drafts and of folders made for them, oldest first; nil where there is none.
  private nonisolated(unsafe) static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: room)
    paths.initialize(repeating: nil, count: room)
    return paths
  }()
  /// What an interrupt says before it ends the program.
  private nonisolated(unsafe) static var farewell: [UInt8] = []

  /// From now on an interrupt takes the drafts away and says so before it ends the program.
  ///
  /// For commands only: the interface has its own way to end.
  static func clearOnInterrupt(_ language: Language) {
    // Made here and not by the handler, which may do next to nothing.
    _ = paths
    let words = Words(
      "kyokumen: interrupted; nothing half-written is left", "kyokumen: 中断しました。書きかけのファイルは残していません")
    farewell = Array(((isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : "") + words[language] + "\n").utf8)
    // What whoever started the program has it ignore, as under nohup, stays ignored.
    for number in signals where !isIgnored(number) {
      signal(number) { number in
        // Youngest first, so that a folder is empty when its turn comes.
        for place in stride(from: DraftFiles.room - 1, through: 0, by: -1) {
          if let path = DraftFiles.paths[place], unlink(path) != 0 { rmdir(path) }
        }
        DraftFiles.farewell.withUnsafeBufferPointer {
          _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
        }
        _exit(128 + number)
      }
    }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Does work that an interrupt must not cut in two; it comes afterwards.
  static func undisturbed<Result>(_ work: () throws -> Result) rethrows -> Result {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for number in signals { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }

  /// Does work while a draft lies at a path.
  static func with<Result>(_ path: String, _ work: () throws -> Result) rethrows -> Result {
    let place = add(path)
    defer { remove(place) }
    return try work()
  }

  /// A draft, or a folder of drafts, lies at a path from now on.
  ///
  /// - Returns: Its place, for `remove`; nil where there are too many.
  static func add(_ path: String) -> Int? {
    // Behind all that are older.
    let place = ((0..<room).last { paths[$0] != nil } ?? -1) + 1
    guard place < room else { return nil }
    paths[place] = strdup(path)
    return place
  }

  /// What lay at that place is gone, or where it belongs.
  static func remove(_ place: Int?) {
    guard let place, let path = paths[place] else { return }
    paths[place] = nil
    Glibc.free(path)
  }
}
