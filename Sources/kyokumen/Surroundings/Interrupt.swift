import Domain
import Glibc
import Store

/// What an interrupt does to a command: it ends it, and nothing half-written stays.
enum Interrupt {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on an interrupt takes drafts away and says so before it ends the program; the interface, once open, has
  /// its own way to end.
  static func clearsDrafts(_ language: Language) {
    let words = Words(
      "kyokumen: interrupted; nothing half-written is left", "kyokumen: 中断しました。書きかけのファイルは残していません")
    let line = (isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : "") + words[language] + "\n"
    DraftFiles.clear(at: signals, farewell: line)
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
