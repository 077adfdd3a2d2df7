import Canvas
import Glibc

/// Standard input as bytes in the hands of the decoder, with the moment at which held-back bytes mean themselves.
struct Input {
  private var decoder: KeyDecoder
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// When the decoder should give up waiting; nil when it holds nothing back.
  private(set) var deadline: ContinuousClock.Instant?
  /// The terminal hung up: reading again would say so for ever.
  private(set) var isClosed = false

  init(environment: [String: String]) {
    decoder = KeyDecoder(
      known: KnownKeys.ofThisTerminal(), escapeDelay: .milliseconds(Session.escapeDelay(environment)))
  }

  /// What one read gives; the descriptor must be ready.
  mutating func read() -> [TerminalEvent] {
    let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return hangUp() }
    let events = decoder.feed(buffer[..<count])
    deadline = decoder.patience.map { ContinuousClock.now + $0 }
    return events
  }

  /// A cursor position was asked for and has not come.
  var expectsPosition: Bool {
    get { decoder.expectsPosition }
    set { decoder.expectsPosition = newValue }
  }

  /// The terminal's answers among what was read since the last call.
  mutating func takeReplies() -> [Reply] { decoder.takeReplies() }

  /// The keys that were held back, once nothing can follow any more.
  mutating func expire() -> [TerminalEvent] {
    guard let due = deadline, due <= ContinuousClock.now else { return [] }
    deadline = nil
    return decoder.expire()
  }

  /// The last event there will be.
  mutating func hangUp() -> [TerminalEvent] {
    defer { isClosed = true }
    return isClosed ? [] : [.hangup]
  }
}

extension Session {
  /// How long Esc waits for what may follow, in milliseconds. ESCDELAY is what users of slow lines already set for
  /// other curses programs.
  package static func escapeDelay(_ environment: [String: String]) -> Int {
    min(max(environment["ESCDELAY"].flatMap { Int($0) } ?? 25, 1), 1000)
  }
}
