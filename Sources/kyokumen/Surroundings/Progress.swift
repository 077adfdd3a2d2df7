import Domain
import Glibc

/// How far something long has come: a line on stderr, where a person watches, from half a second on.
final class Progress {
  private let words: (Int, Int) -> Words
  private let language: Language
  private let isWatched = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  private var told = ContinuousClock.now
  private var isShown = false

  /// - Parameters:
  ///   - language: Of the line.
  ///   - words: The line for so many of so many.
  init(_ language: Language, words: @escaping (Int, Int) -> Words) {
    self.language = language
    self.words = words
  }

  /// Says it, not more often than anyone can read.
  func tell(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard isWatched, now - begun > .milliseconds(500), now - told > .milliseconds(100) else { return }
    told = now
    isShown = true
    write("\r\u{1B}[K" + words(done, total)[language])
  }

  /// Takes the line away again.
  func end() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) { _ = FileText.writeAll(Array(text.utf8), to: STDERR_FILENO) }

  /// Rows of a table that are read or written.
  static func rows(_ done: Int, _ total: Int) -> Words {
    Words("\(done) of \(total) rows; Ctrl-C cancels", "\(total)行中 \(done)行（Ctrl-C で中止）")
  }
}
