import Foundation

/// What a person sees of a program in a terminal: launch, keys, memory and idleness. Medians; milliseconds.
struct Outside {
  var launch = 0.0
  /// From the start to the list itself, where it is not what is shown first.
  var list = 0.0
  var down = 0.0
  var downProcessor = 0.0
  var bytesPerKey = 0.0
  /// Down at the foot of the window, where the whole list moves.
  var scroll = 0.0
  var page = 0.0
  /// Bytes for keys that change nothing.
  var nothing = 0
  var idleBytes = 0
  var idleWakeups = 0
  var search = 0.0
  var sort = 0.0
  /// Keys a second when 500 and when 10,000 come at once.
  var flood = 0.0
  var greatFlood = 0.0
  /// The most memory it had, in KiB.
  var peak = 0

  /// A program to be measured.
  struct Subject {
    let arguments: [String]
    /// Keys that lead to the list; none where the program shows it first.
    let prelude: String
    let sort: String
    /// What the first frame and what the list shows: before it is there, silence is waiting and no end.
    let signs: (first: String, list: String)
  }

  private static let down = "\u{1B}OB"
  private static let home = "\u{1B}OH"

  /// - Parameters:
  ///   - subject: The program and how it is used.
  ///   - rows: How many the list has.
  /// - Returns: Medians over the keys pressed.
  /// - Throws: When the program cannot be started or stays silent.
  static func measure(_ subject: Subject, rows: Int) throws -> Outside {
    var seen = Outside()
    seen.launch = try launch(subject, typing: "", subject.signs.first)
    seen.list =
      subject.prelude.isEmpty ? seen.launch : try launch(subject, typing: subject.prelude, subject.signs.list)
    let terminal = try listening(subject)
    defer { terminal.close() }
    seen.move(in: terminal)
    seen.rest(in: terminal)
    seen.find(in: terminal)
    _ = terminal.send(home)
    seen.sort = terminal.send(subject.sort, quiet: 300, patience: 20_000) ?? .nan
    seen.drown(in: terminal, rows)
    seen.peak = Process.status("VmHWM", of: terminal.pid) ?? 0
    return seen
  }

  /// The same of nothing but the start and moves of the cursor.
  static func measureMoves(_ subject: Subject) throws -> Outside {
    var seen = Outside()
    seen.launch = try launch(subject, typing: "", subject.signs.first)
    let terminal = try listening(subject)
    defer { terminal.close() }
    seen.move(in: terminal)
    return seen
  }

  /// The program with its list on screen.
  private static func listening(_ subject: Subject) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(subject.arguments)
    terminal.type(subject.prelude)
    guard terminal.listen(since: .now, quiet: 600, patience: 60_000, sign: subject.signs.list) != nil else {
      terminal.close()
      throw PseudoTerminal.Failure.silent(subject.arguments[0])
    }
    return terminal
  }

  /// The median of five starts, to the last byte of what is shown then.
  private static func launch(_ subject: Subject, typing keys: String, _ sign: String) throws -> Double {
    let times = try (0..<5).map { _ in
      let start = ContinuousClock.now
      let terminal = try PseudoTerminal(subject.arguments)
      defer { terminal.close() }
      if !keys.isEmpty { terminal.type(keys) }
      return terminal.listen(since: start, quiet: 400, patience: 60_000, sign: sign) ?? .nan
    }
    return Clock.median(times)
  }

  private mutating func move(in terminal: PseudoTerminal) {
    let bytes = terminal.bytes
    let processor = Process.processorTime(of: terminal.pid) ?? 0
    // Within the first window.
    let turns = (0..<100).compactMap { turn in
      turn % 20 < 10 ? terminal.send(Self.down) : terminal.send("\u{1B}OA")
    }
    down = Clock.median(turns)
    downProcessor = ((Process.processorTime(of: terminal.pid) ?? 0) - processor) / 100
    bytesPerKey = Double(terminal.bytes - bytes) / 100
    for _ in 0..<45 { _ = terminal.send(Self.down) }
    scroll = Clock.median((0..<60).compactMap { _ in terminal.send(Self.down) })
    // There and back, so that a short list has pages enough.
    page = Clock.median((0..<30).compactMap { terminal.send($0 % 4 < 2 ? "\u{1B}[6~" : "\u{1B}[5~") })
    _ = terminal.send(Self.home)
    let before = terminal.bytes
    for _ in 0..<10 { _ = terminal.send(Self.home, quiet: 20, patience: 60) }
    nothing = terminal.bytes - before
  }

  /// Two seconds without a key.
  private mutating func rest(in terminal: PseudoTerminal) {
    let bytes = terminal.bytes
    let switches = Process.status("voluntary_ctxt_switches", of: terminal.pid) ?? 0
    _ = terminal.listen(since: .now, quiet: 100, patience: 2000)
    idleBytes = terminal.bytes - bytes
    idleWakeups = (Process.status("voluntary_ctxt_switches", of: terminal.pid) ?? 0) - switches
  }

  /// The word all at once and Enter, to the frame that shows the row.
  private mutating func find(in terminal: PseudoTerminal) {
    let times = (0..<5).compactMap { _ -> Double? in
      _ = terminal.send(Self.home)
      _ = terminal.send("/")
      let time = terminal.send("zzneedle\r", quiet: 200, patience: 20_000)
      _ = terminal.send("\u{1B}", quiet: 100, patience: 200)
      return time
    }
    search = Clock.median(times)
  }

  private mutating func drown(in terminal: PseudoTerminal, _ rows: Int) {
    func perSecond(_ count: Int) -> Double {
      _ = terminal.send(Self.home, quiet: 100)
      return Double(count) * 1000 / terminal.flood(String(repeating: Self.down, count: count))
    }
    flood = Clock.median((0..<5).map { _ in perSecond(500) })
    greatFlood = rows > 10_000 ? Clock.median((0..<3).map { _ in perSecond(10_000) }) : .nan
  }
}
