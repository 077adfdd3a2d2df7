import CTerminal
import Canvas
import Glibc
import Synchronization

/// Lines in and lines out: standard input and output as they are, a terminal that cannot place its cursor, a screen
/// reader's, or pipes. Nothing is sent that is not text.
package final class LineSession {
  /// What ended a wait.
  package enum Wakeup: Hashable, Sendable {
    case line(String)
    /// Nothing more will be typed.
    case ended
    case interrupt
    /// Somebody ended the program, or the terminal is gone.
    case terminate
    case messages
    /// One of the caller's descriptors can be read; the caller empties it.
    case descriptor(CInt)
  }

  /// Whether a person types, who sees what they type and waits for a prompt.
  package let isInteractive: Bool
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  /// Read by a session before and not taken from it: whoever opens the next finds it.
  private static let unread = Mutex<[UInt8]>([])

  /// Takes over what interrupts the program; Ctrl-Z stops it as it stops any other.
  package init() {
    isInteractive = isatty(STDIN_FILENO) == 1
    bytes = Self.unread.withLock { unread in
      defer { unread = [] }
      return unread
    }
    ct_signals_install()
    ct_signals_stop_by_default(true)
    // A reader that goes away is told by the write that fails.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { close() }

  /// Gives the signals back; what was typed ahead is for the next session.
  package func close() {
    ct_signals_remove()
    if !bytes.isEmpty { Self.unread.withLock { $0 = bytes } }
    bytes = []
  }

  /// Whether something can be lent to a program that wants the terminal, such as an editor.
  package var isTerminal: Bool { isInteractive && isatty(STDOUT_FILENO) == 1 }

  /// Writes lines, each ended by a line feed.
  ///
  /// - Returns: False when nobody reads any more.
  @discardableResult
  package func write(_ lines: [String]) -> Bool {
    write(raw: lines.map { Self.safe($0) + "\n" }.joined())
  }

  /// Asks for a line where a person types it; a script's own line is said instead, when it comes.
  package func prompt(_ text: String) {
    if isInteractive { write(raw: Self.safe(text)) }
  }

  /// Whatever else looked at it: a line never steers a terminal, and reads as the screen would show it.
  private static func safe(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.compactMap { DisplayWidth.shown($0)?.scalar }))
  }

  @discardableResult
  private func write(raw text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.isEmpty || ct_write(bytes, bytes.count)
  }

  /// Waits for a line or for anything else that happens; one thing at a time, what is there already first.
  ///
  /// - Parameters:
  ///   - readsLines: False while an answer is waited for that comes before the next line.
  ///   - wakeups: Descriptors of the caller's.
  ///   - timeout: Milliseconds; nil for ever.
  /// - Returns: Nil after the timeout.
  package func next(readsLines: Bool = true, wakeups: [CInt], timeout: CInt? = nil) -> Wakeup? {
    while true {
      if readsLines, let line = takeLine() { return .line(line) }
      if readsLines, isAtEnd {
        // Ctrl-D ends a person's line; they may type on.
        isAtEnd = !isInteractive
        return .ended
      }
      let input = readsLines ? STDIN_FILENO : -1
      var descriptors = ([ct_wake_descriptor(), input] + wakeups).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let ready = poll(&descriptors, nfds_t(descriptors.count), timeout ?? -1)
      if ready == 0 { return nil }
      if ready > 0, descriptors[1].revents != 0 { read() }
      if let signalled = descriptors[0].revents != 0 ? signalled() : nil { return signalled }
      if let woken = descriptors.dropFirst(2).first(where: { $0.revents != 0 }) {
        return .descriptor(woken.fd)
      }
    }
  }

  private func signalled() -> Wakeup? {
    let bits = Int(ct_signals_take())
    if bits & (CT_TERMINATE | CT_HANGUP) != 0 { return .terminate }
    if bits & CT_INTERRUPT != 0 {
      if bits & CT_MESSAGE != 0 { ct_wake() }
      return .interrupt
    }
    return bits & CT_MESSAGE != 0 ? .messages : nil
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isAtEnd = true
    }
  }

  /// The next whole line, at the end also one that is not ended; without what is no text.
  private func takeLine() -> String? {
    guard let end = bytes.firstIndex(of: 0x0A) ?? (isAtEnd && !bytes.isEmpty ? bytes.count : nil) else {
      return nil
    }
    let line = Array(bytes[..<end])
    bytes.removeFirst(min(bytes.count, end + 1))
    return Self.text(of: line)
  }

  /// Bytes as text: what is no UTF-8 and control characters vanish, and with an escape what it begins, as an arrow
  /// key leaves it in a line.
  package static func text(of bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var assembler = ScalarAssembler()
    var sequence = Sequence.none
    for byte in bytes {
      guard let scalar = assembler.push(byte) else { continue }
      if sequence.takes(scalar) { continue }
      if scalar == "\t" { scalars.append(" ") } else if !scalar.isControl { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Where in an escape sequence a line is.
  private enum Sequence {
    case none, begun, parameters

    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .none:
        guard scalar == "\u{1B}" else { return false }
        self = .begun
      case .begun: self = scalar == "[" || scalar == "O" ? .parameters : .none
      case .parameters: if (0x40...0x7E).contains(scalar.value) { self = .none }
      }
      return true
    }
  }
}
