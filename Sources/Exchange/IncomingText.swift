import Foundation
import Interface

/// Text of strangers as it may be kept: composed (NFC), without what steers a terminal or turns the line around.
enum IncomingText {
  /// Every letter, space and line end stays.
  static func whole(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    return isPlain ? text : cleaned(text)
  }

  /// Line ends stay, but for those at its ends.
  static func lines(_ text: String) -> String {
    whole(text).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// On one line, as it is typed: what stood on several is joined by spaces, and a tab is one.
  static func line(_ text: String) -> String {
    lines(text).split { $0.isNewline || $0 == "\t" }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func cleaned(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { !$0.isSteering || $0 == "\n" || $0 == "\t" }
    return String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
  }
}
