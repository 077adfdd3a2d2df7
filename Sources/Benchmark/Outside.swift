import Foundation

/// What a person sees in a terminal: launch, keys, memory and idleness of a program, in a pseudo-terminal.
struct Outside {
  let launch: Double
  let down: Double
  let downProcessor: Double
  let bytesPerKey: Double
  let page: Double
  let search: Double
  let peak: Int
  let idleBytes: Int
  let idleWakeups: Int

  /// - Parameters:
  ///   - arguments: The program and its arguments.
  ///   - prelude: Keys that lead to the list.
  /// - Returns: Medians over the keys pressed.
  /// - Throws: When the program cannot be started or stays silent.
  static func measure(_ arguments: [String], prelude: String) throws -> Outside {
    let terminal = try PseudoTerminal(arguments)
    defer { terminal.close() }
    guard let launch = terminal.listen(since: .now, quiet: 300, patience: 60_000) else {
      throw PseudoTerminal.Failure.silent(arguments[0])
    }
    if !prelude.isEmpty { _ = terminal.send(prelude, quiet: 300, patience: 5000) }
    let bytes = terminal.bytes
    let processor = Process.processorTime(of: terminal.pid) ?? 0
    let down = (0..<100).compactMap { _ in terminal.send("\u{1B}OB") }
    let used = (Process.processorTime(of: terminal.pid) ?? 0) - processor
    let perKey = Double(terminal.bytes - bytes) / 100
    let page = (0..<30).compactMap { _ in terminal.send("\u{1B}[6~") }
    let (idleBytes, wakeups) = idle(terminal)
    _ = terminal.send("g")
    _ = terminal.send("\u{1B}OH")
    _ = terminal.send("/")
    let typed = terminal.send("zzneedle", quiet: 200, patience: 20_000) ?? .nan
    let entered = terminal.send("\r", quiet: 200, patience: 20_000) ?? 0
    return Outside(
      launch: launch, down: Clock.median(down), downProcessor: used / 100, bytesPerKey: perKey,
      page: Clock.median(page), search: max(typed, entered),
      peak: Process.status("VmHWM", of: terminal.pid) ?? 0, idleBytes: idleBytes, idleWakeups: wakeups)
  }

  /// Two seconds without a key.
  private static func idle(_ terminal: PseudoTerminal) -> (Int, Int) {
    let bytes = terminal.bytes
    let switches = Process.status("voluntary_ctxt_switches", of: terminal.pid) ?? 0
    _ = terminal.listen(since: .now, quiet: 100, patience: 2000)
    return (
      terminal.bytes - bytes, (Process.status("voluntary_ctxt_switches", of: terminal.pid) ?? 0) - switches
    )
  }
}
