import Domain
import Glibc
import Synchronization

/// A task of the command line that may take long. After half a second it counts on stderr, where that is a terminal;
/// Ctrl-C ends it at its next step, so that it can clean up behind itself.
final class LongTask {
  private let words: Words
  private let language: Language
  private let total: Int
  private let begun = ContinuousClock.now
  private var told: ContinuousClock.Instant
  private var done = 0
  private var hasSpoken = false

  private static let patience = Duration.milliseconds(500)
  private static let pace = Duration.milliseconds(100)
  private static let isInterrupted = Atomic(false)

  /// - Parameters:
  ///   - words: What is done, as “Writing the report”.
  ///   - total: How many steps it takes; 0 when nobody knows.
  ///   - language: Of the words.
  init(_ words: Words, of total: Int, _ language: Language) {
    self.words = words
    self.language = language
    self.total = total
    told = begun
    // Made before the handler can run: making it there would not be safe.
    Self.isInterrupted.store(false, ordering: .sequentiallyConsistent)
    signal(SIGINT) { _ in LongTask.isInterrupted.store(true, ordering: .sequentiallyConsistent) }
  }

  deinit { signal(SIGINT, SIG_DFL) }

  /// So many steps more are done.
  ///
  /// - Throws: `Failure` after Ctrl-C; exit status 130.
  func advance(by steps: Int = 1) throws {
    done += steps
    if Self.isInterrupted.load(ordering: .relaxed) {
      erase()
      throw Failure(.interrupted, "interrupted; nothing was written", "中断しました。何も書き込んでいません")
    }
    let now = ContinuousClock.now
    guard now - begun > Self.patience, now - told > Self.pace, isatty(STDERR_FILENO) == 1 else { return }
    told = now
    hasSpoken = true
    let count = total > 0 ? "\(done) / \(total)" : "\(done)"
    tell("\r" + words[language] + "  " + count + "  (Ctrl-C)")
  }

  /// Takes the count away.
  func finish() { erase() }

  private func erase() {
    if hasSpoken { tell("\r\u{1B}[K") }
    hasSpoken = false
  }

  private func tell(_ text: String) { _ = FileText.writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
