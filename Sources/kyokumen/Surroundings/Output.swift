import Canvas
import Glibc

/// The two ways out: text and data on stdout, diagnostics on stderr.
enum Output {
  /// One line, or several, on stdout.
  ///
  /// - Throws: `Failure` when it cannot be written, as on a full disk.
  static func print(_ text: String) throws {
    try write(Array((text + "\n").utf8))
  }

  /// Bytes on stdout as they are.
  ///
  /// - Throws: `Failure` when they cannot be written.
  static func write(_ bytes: [UInt8]) throws {
    guard FileText.writeAll(bytes, to: STDOUT_FILENO) else {
      let reason = FileText.systemReason()
      throw Failure(
        .inputOutput, "standard output cannot be written (\(reason))",
        "標準出力に書き込めません（\(SystemReason.japanese(reason))）")
    }
  }

  /// One line on stderr. Text from files never moves the terminal's cursor.
  static func diagnose(_ text: String) {
    _ = FileText.writeAll(Array((text.brief.printable + "\n").utf8), to: STDERR_FILENO)
  }
}

extension String {
  /// Cut in its middle where something quoted from a file is longer than anyone reads.
  var brief: String {
    let (head, tail) = (900, 300)
    guard utf8.count > head + tail, let last = index(endIndex, offsetBy: -tail, limitedBy: startIndex),
      let first = index(startIndex, offsetBy: head, limitedBy: last)
    else { return self }
    return self[..<first] + " … " + self[last...]
  }

  /// As the screen would show it: nothing that a terminal would obey, and no line that reads as another; lines stay.
  var printable: String { shown(lineEnd: "\n") }

  /// The same where one line tells one thing: text from a file makes no second one.
  var onOneLine: String { shown(lineEnd: " ") }

  private func shown(lineEnd: Unicode.Scalar) -> String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { $0 == "\n" ? lineEnd : DisplayWidth.shown($0)?.scalar }))
  }
}
