import Domain
import Glibc
import Store

/// What an interrupt does to a command: it ends it, and nothing half-written stays.
enum Interrupt {
  /// What is said before the program ends.
  private nonisolated(unsafe) static var farewell: [UInt8] = []
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on an interrupt takes drafts away and says so before it ends the program; the interface, once open, has
  /// its own way to end.
  static func clearsDrafts(_ language: Language) {
    // Made here and not by the handler, which may do next to nothing.
    DraftFiles.prepare()
    let words = Words(
      "kyokumen: interrupted; nothing half-written is left", "kyokumen: 中断しました。書きかけのファイルは残していません")
    farewell = Array(((isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : "") + words[language] + "\n").utf8)
    // What whoever started the program has it ignore, as under nohup, stays ignored.
    for number in signals where !isIgnored(number) {
      signal(number) { number in
        DraftFiles.clear()
        Interrupt.farewell.withUnsafeBufferPointer {
          _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
        }
        _exit(128 + number)
      }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Does work that an interrupt must not cut in two; it comes afterwards.
  static func held<Result>(_ work: () throws -> Result) rethrows -> Result {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for number in signals { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }
}
