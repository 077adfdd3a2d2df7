import Dispatch
import Domain
import Glibc
import Synchronization

/// How far something long has come: a line on stderr, where a person watches, from half a second on.
///
/// The line is drawn beside the work, so that it also stands there while one step takes long.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var total = 0
    var isShown = false
    var isOver = false
  }

  private let state: Mutex<State>
  private let words: @Sendable (Int, Int) -> Words
  private let language: Language

  private static let patience = DispatchTimeInterval.milliseconds(500)
  private static let pace = DispatchTimeInterval.milliseconds(200)

  /// - Parameters:
  ///   - language: Of the line.
  ///   - total: How many steps it takes; 0 while nobody knows.
  ///   - isSilent: Nothing is drawn, as where the screen shows what is made.
  ///   - words: The line for so many of so many.
  init(
    _ language: Language, of total: Int = 0, isSilent: Bool = false,
    words: @escaping @Sendable (Int, Int) -> Words
  ) {
    self.language = language
    self.words = words
    state = Mutex(State(total: total))
    guard !isSilent, isatty(STDERR_FILENO) == 1 else { return }
    Self.draw(self, after: Self.patience)
  }

  deinit { end() }

  /// Sets how far it has come.
  func tell(_ done: Int, of total: Int) {
    state.withLock {
      $0.done = done
      $0.total = total
    }
  }

  /// So many steps more are done.
  func advance(by steps: Int = 1) { state.withLock { $0.done += steps } }

  /// Takes the line away again.
  func end() {
    state.withLock { state in
      if state.isShown { Self.write("\r\u{1B}[K") }
      state.isShown = false
      state.isOver = true
    }
  }

  private static func draw(_ progress: Progress, after interval: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + interval) { [weak progress] in
      guard let progress, progress.draw() else { return }
      draw(progress, after: pace)
    }
  }

  /// False once it is over.
  private func draw() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      state.isShown = true
      Self.write("\r\u{1B}[K" + words(state.done, state.total)[language])
      return true
    }
  }

  private static func write(_ text: String) { _ = FileText.writeAll(Array(text.utf8), to: STDERR_FILENO) }
}

extension Progress {
  /// Rows of a table or report that are read or written.
  @Sendable static func rows(_ done: Int, _ total: Int) -> Words {
    guard total > 0 else { return Words("\(done) rows; Ctrl-C cancels", "\(done)行（Ctrl-C で中止）") }
    return Words("\(done) of \(total) rows; Ctrl-C cancels", "\(total)行中 \(done)行（Ctrl-C で中止）")
  }

  /// A file as it grows.
  @Sendable static func kilobytes(_ done: Int, _ total: Int) -> Words {
    Words("\(done) kB; Ctrl-C cancels", "\(done) kB（Ctrl-C で中止）")
  }

  /// Entries of a journal that are taken over.
  @Sendable static func entries(_ done: Int, _ total: Int) -> Words {
    Words("\(done) journal entries; Ctrl-C cancels", "履歴 \(done) 件（Ctrl-C で中止）")
  }

  /// Documents of a set.
  @Sendable static func documents(_ done: Int, _ total: Int) -> Words {
    Words("\(done) of \(total) documents; Ctrl-C cancels", "\(total)文書中 \(done)文書（Ctrl-C で中止）")
  }
}
