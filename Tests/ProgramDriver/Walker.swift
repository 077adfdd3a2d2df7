import Foundation
import Glibc

/// A person at a terminal: types keys and reads the screen, in a tmux of its own.
///
/// Waiting is for something to appear: each piece of output of the program wakes the reader.
package final class Walker {
  private let desk: ScratchDesk
  private let name: String
  private let output: Int32
  private var isOpen = true
  /// All that the program wrote since it was last set; nil while nobody keeps it.
  package var tape: [UInt8]?
  /// How long anything may take; generous, since it is reached only when something is wrong.
  package var patience: Duration = .seconds(120)

  /// Sits down and starts `kyokumen` with these arguments, as a shell has them.
  ///
  /// `settings` are lines of the terminal's own configuration.
  /// `isTireless`: a shell with jobs that brings a stopped program back, and starts one that was left anew.
  package init(
    _ desk: ScratchDesk, _ arguments: String, columns: Int = 80, rows: Int = 24,
    _ extra: [String: String] = [:], settings: [String] = [], isTireless: Bool = false
  ) throws {
    self.desk = desk
    name = "w-\(UUID().uuidString.prefix(8))"
    let (fifo, script) = (desk.path(name + ".fifo"), desk.path(name + ".sh"))
    guard mkfifo(fifo, 0o600) == 0 else { throw ScratchDesk.Missing("no fifo") }
    // Both ways: a fifo whose last writer leaves would read as ended.
    output = open(fifo, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    let text = isTireless ? Self.tirelessScript(name, arguments) : Self.script(name, arguments)
    try text.write(toFile: script, atomically: true, encoding: .utf8)
    let lines = [
      "set -g default-terminal tmux-256color", "set -g escape-time 0", "set -g status off",
      "set -g history-limit 1000",
    ]
    try (lines + settings).joined(separator: "\n").write(
      toFile: desk.path(name + ".conf"), atomically: true, encoding: .utf8)
    let environment = ["TERM": "xterm-256color"].merging(extra) { _, extra in extra }
    try tmux(
      "-f '\(desk.path(name + ".conf"))' new-session -d -x \(columns) -y \(rows) '\(isTireless ? "stty -echo -isig -ixon; exec sh" : "sh") \(script)'",
      environment)
    try tmux("pipe-pane 'cat > \(fifo)'")
    try tmux("wait-for -S begin")
  }

  deinit { leaveTheRoom() }

  /// Ends the terminal, whatever runs in it.
  package func leaveTheRoom() {
    guard isOpen else { return }
    isOpen = false
    _ = try? tmux("kill-server")
    close(output)
  }

  /// The shell around the program keeps what the terminal was like before and after, and how the program ended.
  private static func script(_ name: String, _ arguments: String) -> String {
    """
    tmux wait-for begin
    stty -g > \(name).before
    sh -c 'echo $$ > \(name).pid; exec kyokumen \(arguments.replacing("'", with: "'\\''"))'
    echo $? > \(name).status
    stty -g > \(name).after
    echo "[left]"
    exec cat
    """
  }

  /// Without loops, since stopping a job ends them in some shells. Without echo and signals of its own, so that keys typed between two runs are nobody's.
  private static func tirelessScript(_ name: String, _ arguments: String) -> String {
    """
    tmux wait-for begin
    stty -g > \(name).before
    set -m
    back() { [ $status -lt 147 ] || [ $status -gt 150 ] || { fg > \(name).job; status=$?; back; }; }
    again() { kyokumen \(arguments); status=$?; back; [ $status -ne 0 ] || again; }
    again
    echo $status > \(name).status
    stty -g > \(name).after
    echo "[left]"
    exec cat
    """
  }

  // MARK: Doing

  /// Presses keys one after another, by tmux's names for them: `n`, `Enter`, `C-s`, `Escape`, `Down`, `BTab`.
  package func press(_ keys: String...) throws { try press(keys) }

  /// Presses keys one after another, by tmux's names for them.
  package func press(_ keys: [String]) throws {
    let list = keys.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    try tmux("send-keys " + list)
  }

  /// Types text as it stands.
  package func type(_ text: String) throws {
    try tmux("send-keys -l -- '" + text.replacing("'", with: "'\\''") + "'")
  }

  /// Pastes text in brackets, as a terminal does.
  package func paste(_ text: String) throws {
    // By way of a file: a command line holds less than a clipboard.
    let file = desk.path(name + ".paste")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    try tmux("load-buffer '\(file)' \\; paste-buffer -p -d")
  }

  /// Types bytes as they are, also those that no key gives.
  package func send(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    let file = desk.path(name + ".bytes")
    try Data(bytes).write(to: URL(filePath: file))
    try tmux("load-buffer '\(file)' \\; paste-buffer -r -d")
  }

  /// Changes the terminal's size.
  package func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window -x \(columns) -y \(rows)")
  }

  /// Sends the program a signal.
  package func signal(_ signal: Int32) throws {
    kill(try process, signal)
  }

  /// The program's process.
  package var process: Int32 {
    get throws {
      guard let text = try? String(contentsOfFile: desk.path(name + ".pid"), encoding: .utf8),
        let number = Int32(text.filter(\.isNumber))
      else { throw ScratchDesk.Missing("the program has not begun") }
      return number
    }
  }

  // MARK: Seeing

  /// What the screen shows now, line by line, blanks at the end of lines left out.
  package var screen: String {
    get throws { try tmux("capture-pane -p") }
  }

  /// Where the terminal's own cursor stands, counted from 0, and whether it shows.
  package var cursor: (column: Int, row: Int, isVisible: Bool) {
    get throws {
      let words = try tmux("display-message -p '#{cursor_x} #{cursor_y} #{cursor_flag}'").split(
        separator: " ")
      let numbers = words.compactMap { Int($0.filter(\.isNumber)) }
      guard numbers.count == 3 else { throw ScratchDesk.Missing("no cursor: \(words)") }
      return (numbers[0], numbers[1], numbers[2] == 1)
    }
  }

  /// Waits until the screen shows a text.
  @discardableResult
  package func sees(_ text: String) throws -> String {
    try sees("“\(text)”") { $0.contains(text) }
  }

  /// Waits until the screen shows a text no longer.
  @discardableResult
  package func seesNo(_ text: String) throws -> String {
    try sees("no “\(text)”") { !$0.contains(text) }
  }

  /// Waits until the screen is as it should be.
  ///
  /// - Parameters:
  ///   - what: In words, for the report when it does not come.
  ///   - isThere: Judges a screen.
  /// - Returns: The screen that was judged good.
  /// - Throws: `ScratchDesk.Missing` with the last screen when patience ends.
  @discardableResult
  package func sees(_ what: String, _ isThere: (String) -> Bool) throws -> String {
    let end = ContinuousClock.now + patience
    while true {
      let screen = try screen
      if isThere(screen) { return screen }
      guard ContinuousClock.now < end else {
        throw ScratchDesk.Missing("not seen: \(what); the screen:\n\(screen)")
      }
      // Looked at again after a while in any case: the word of new output comes by other hands and may be late.
      _ = waitForOutput(min(.seconds(2), end - ContinuousClock.now))
    }
  }

  /// Waits until the program has had nothing more to write for a moment.
  ///
  /// - Returns: The screen then.
  package func falls(silentFor moment: Duration = .milliseconds(200)) throws -> String {
    while waitForOutput(moment) {}
    return try screen
  }

  /// Waits until the program has ended, and tells how.
  package func end() throws -> Ending {
    try sees("[left]")
    func text(_ kind: String) throws -> String {
      try String(contentsOfFile: desk.path(name + kind), encoding: .utf8).filter { !$0.isNewline }
    }
    return Ending(
      status: Int32(try text(".status")) ?? -1, isTerminalRestored: try text(".before") == text(".after"),
      screen: try screen)
  }

  /// How the program ended.
  package struct Ending: Sendable {
    /// As the shell tells it: 128 and the signal for one that was ended.
    package let status: Int32
    /// The terminal's modes are those from before.
    package let isTerminalRestored: Bool
    package let screen: String
  }

  /// Sleeps until the program writes, or the time is up; false then.
  private func waitForOutput(_ left: Duration) -> Bool {
    var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(min(left / .milliseconds(1), 600_000)) + 1) > 0 else {
      return false
    }
    drain()
    return true
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return }
      tape?.append(contentsOf: buffer[..<count])
    }
  }

  @discardableResult
  private func tmux(_ command: String, _ extra: [String: String] = [:]) throws -> String {
    let line = "unset TMUX; tmux -S '\(desk.path(name + ".socket"))' \(command)"
    let outcome = try desk.run(line, extra)
    guard outcome.status == 0 else {
      throw ScratchDesk.Missing("tmux \(command): \(outcome.diagnostics)")
    }
    return outcome.output
  }
}
