import Foundation
import Glibc

/// A program in a pseudo-terminal of 120 × 40, its output timed as it comes.
final class PseudoTerminal {
  enum Failure: Error {
    case noTerminal
    case noProgram(String)
    case silent(String)
  }

  // Linux' TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID, which Swift's Glibc does not lend.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  let pid: pid_t
  /// Of its own and gone with it: how a screen was left is no part of what is measured.
  private let state = NSTemporaryDirectory() + "/kyokumen-bench-state-" + UUID().uuidString
  private let master: CInt
  private(set) var bytes = 0

  init(_ arguments: [String]) throws {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var locked: CInt = 0
    var number: CUnsignedInt = 0
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0, ioctl(master, Self.getNumber, &number) == 0
    else { throw Failure.noTerminal }
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    self.master = master
    pid = try Self.spawn(arguments, on: "/dev/pts/\(number)", state)
  }

  private static func spawn(_ arguments: [String], on terminal: String, _ state: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    let environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=\(NSTemporaryDirectory())",
      "PATH=/usr/bin:/bin", "XDG_STATE_HOME=\(state)",
      "LD_LIBRARY_PATH=\(ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "")",
    ]
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: pid_t = 0
    guard posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp) == 0 else {
      throw Failure.noProgram(arguments[0])
    }
    return pid
  }

  /// Sends keys and waits until the program has been silent for `quiet` milliseconds.
  ///
  /// - Returns: Milliseconds to the last byte of the answer; nil when none came.
  func send(_ keys: String, quiet: Int32 = 20, patience: Int32 = 400) -> Double? {
    let start = ContinuousClock.now
    _ = keys.withCString { write(master, $0, strlen($0)) }
    return listen(since: start, quiet: quiet, patience: patience)
  }

  /// Reads until silence, but not before `sign` was written; milliseconds from `start` to the last byte, nil when
  /// none came within `patience`.
  func listen(
    since start: ContinuousClock.Instant, quiet: Int32, patience: Int32, sign: String = ""
  ) -> Double? {
    var last: Double?
    var written: [UInt8] = []
    var isSeen = sign.isEmpty
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, last == nil || !isSeen ? patience : quiet) > 0 else { return isSeen ? last : nil }
      let now = Clock.milliseconds(since: start)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return last }
      bytes += count
      last = now
      if !isSeen {
        written += buffer[..<count]
        isSeen = String(decoding: written, as: UTF8.self).contains(sign)
      }
    }
  }

  /// Types keys and does not wait for what comes of them.
  func type(_ keys: String) { _ = keys.withCString { write(master, $0, strlen($0)) } }

  /// Writes many keys as fast as the terminal takes them and reads meanwhile.
  ///
  /// - Returns: Milliseconds to the last byte of the answer.
  func flood(_ keys: String) -> Double {
    let start = ContinuousClock.now
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    defer { _ = fcntl(master, F_SETFL, 0) }
    var rest = Array(keys.utf8)[...]
    var last = 0.0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let wanted = rest.isEmpty ? POLLIN : POLLIN | POLLOUT
      var wait = pollfd(fd: master, events: Int16(wanted), revents: 0)
      guard poll(&wait, 1, 300) > 0 else {
        // Who works through them all before the first frame is silent for a while.
        if rest.isEmpty, last > 0 || Clock.milliseconds(since: start) > 60_000 { return last }
        continue
      }
      if wait.revents & Int16(POLLIN) != 0 {
        let count = read(master, &buffer, buffer.count)
        bytes += max(0, count)
        last = Clock.milliseconds(since: start)
      }
      if wait.revents & Int16(POLLOUT) != 0 {
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 4096)) }
        rest = rest.dropFirst(max(0, count))
      }
      if wait.revents & Int16(POLLHUP) != 0 { return last }
    }
  }

  func close() {
    kill(pid, SIGKILL)
    var status: CInt = 0
    waitpid(pid, &status, 0)
    try? FileManager.default.removeItem(atPath: state)
    _ = Glibc.close(master)
  }
}
