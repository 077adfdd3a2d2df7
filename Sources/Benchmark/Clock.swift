import Foundation

/// Wall time on the monotonic clock.
enum Clock {
  /// Milliseconds that `body` took, and what it gave.
  static func milliseconds<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
    let start = ContinuousClock.now
    let result = try body()
    return (milliseconds(since: start), result)
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }

  /// Milliseconds of this thread's processor time that `body` took: what else the machine does is left out.
  static func processorMilliseconds<Result>(_ body: () throws -> Result) rethrows -> Double {
    let start = threadTime()
    _ = try body()
    return threadTime() - start
  }

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }
}

/// What the kernel says of a process.
enum Process {
  /// A `kB` line of `/proc/PID/status`, in KiB; nil once the process is gone.
  static func status(_ field: String, of pid: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix(field + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }

  /// Milliseconds of processor time used so far; nil once the process is gone.
  static func processorTime(of pid: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/schedstat", encoding: .utf8) else {
      return nil
    }
    return text.split(separator: " ").first.flatMap { Double($0) }.map { $0 / 1e6 }
  }
}
