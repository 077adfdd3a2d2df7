import Canvas
import Glibc
import PseudoTerminalDriver

/// The probe in a real pseudo-terminal; waiting is for something to appear, never for time to pass.
final class PseudoTerminal {
  /// What did not appear in time, with all that did.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private var terminal = dr_terminal()
  private var isOpen = true
  /// Bytes the probe wrote that no `output` has returned.
  private var bytes: [UInt8] = []
  private var lines = Lines()
  private var reports = Lines()
  /// The program under test, once reported.
  private(set) var process: pid_t = 0
  /// Starts the probe, or another program built beside it, and returns once it has a process; `extra` are more lines
  /// of its environment.
  init(
    _ arguments: [String] = [], program name: String = "TerminalProbe",
    size: Size = Size(columns: 40, rows: 6), term: String = "xterm-256color",
    extra: [String] = []
  ) throws {
    let program = try Self.path(of: name)
    let environment = ["TERM=\(term)", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"] + extra
    let isStarted = Self.withCStrings([program] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        dr_start(&terminal, arguments, environment, CInt(size.rows), CInt(size.columns))
      }
    }
    guard isStarted else { throw Missing(description: "no pseudo-terminal") }
    process = pid_t(try status().dropFirst(2)) ?? 0
  }

  deinit { end() }

  /// Hangs up.
  func end() {
    if isOpen { dr_end(&terminal) }
    isOpen = false
  }

  private static func path(of program: String) throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    guard readlink("/proc/self/exe", &path, path.count - 1) > 0 else {
      throw Missing(description: "no /proc")
    }
    let own = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/" + program
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with a nil has a base") }
      return body(UnsafePointer(base))
    }
  }

  /// Closes the person's side, as a lost connection does; the log can still be read.
  func hangUp() {
    close(terminal.master)
    terminal.master = -1
  }

  /// Types, as UTF-8.
  func send(_ keys: String) {
    send(bytes: Array(keys.utf8))
  }

  /// Types bytes as they are, reading meanwhile so that neither side blocks.
  func send(bytes keys: [UInt8]) {
    var rest = keys[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(terminal.master, $0.baseAddress, min($0.count, 1024)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
      drain(wait: 0)
    }
  }

  /// Drags the window's corner.
  func resize(_ size: Size) {
    dr_resize(&terminal, CInt(size.rows), CInt(size.columns))
  }

  /// Lets a stopped program go on, as `fg` does.
  func resume() {
    _ = write(terminal.orders, "c", 1)
  }

  /// Whether the terminal has the modes it had before the program.
  var isRestored: Bool { dr_restored(&terminal) }

  /// Everything written up to and including `end`; what follows stays for the next call.
  func output(through end: String) throws -> String {
    let wanted = Array(end.utf8)
    let upTo = try wait("output \(end.debugDescription)") { terminal in
      terminal.bytes.firstRange(of: wanted)?.upperBound
    }
    defer { bytes.removeFirst(upTo) }
    return String(decoding: bytes[..<upTo], as: UTF8.self)
  }

  /// The bytes of the frame that follows the key: up to the probe's mark `number`, which is not included.
  func frame(_ number: Int) throws -> String {
    let mark = (number == 1 ? "\u{1B}[22;2t" : "") + "\u{1B}]2;mark \(number)\u{07}"
    return String(try output(through: mark).dropLast(mark.count))
  }

  /// The next line of the probe's log.
  func logged() throws -> String {
    try wait("a line of the log") { $0.lines.next() }
  }

  /// Sends keys, if any, and reads the log until `line`.
  func log(until line: String, sending keys: String = "") throws {
    send(keys)
    while try logged() != line {}
  }

  /// The next thing that happened to the process: `s 20` stopped, `e 0` exited, `k 11` killed.
  func status() throws -> String {
    try wait("a report of the shell") { $0.reports.next() }
  }

  private func wait<Found>(_ what: String, _ found: (PseudoTerminal) -> Found?) throws -> Found {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      if let result = found(self) { return result }
      drain(wait: 100)
    }
    let seen = String(decoding: bytes.suffix(2000), as: UTF8.self).debugDescription
    throw Missing(description: "\(what) did not come; output \(seen), log \(lines), reports \(reports)")
  }

  private func drain(wait: CInt) {
    let readable = Int16(POLLIN)
    var sources = [terminal.master, terminal.log, terminal.reports].map {
      pollfd(fd: $0, events: readable, revents: 0)
    }
    guard poll(&sources, 3, wait) > 0 else { return }
    if sources[0].revents & readable != 0 { bytes += Self.read(terminal.master) }
    if sources[1].revents & readable != 0 { lines.bytes += Self.read(terminal.log) }
    if sources[2].revents & readable != 0 { reports.bytes += Self.read(terminal.reports) }
  }

  private static func read(_ descriptor: CInt) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}

/// Bytes that come in pieces, read line by line.
private struct Lines: CustomStringConvertible {
  var bytes: [UInt8] = []

  var description: String { String(decoding: bytes, as: UTF8.self).debugDescription }

  mutating func next() -> String? {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    defer { bytes.removeSubrange(...end) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
