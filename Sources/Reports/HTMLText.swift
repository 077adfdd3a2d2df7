/// Text on its way into HTML.
enum HTMLText {
  /// Escapes all that could leave text, in elements and in quoted attributes alike; scalar by scalar, since what is
  /// combined onto a mark does not keep it from being one.
  static func escaped(_ raw: String) -> String {
    // Most text has nothing to escape, and there may be very much of it.
    if raw.utf8.allSatisfy(isHarmless) { return raw }
    var written = String.UnicodeScalarView()
    for scalar in OneLine.of(raw).unicodeScalars {
      switch scalar {
      case "&": written.append(contentsOf: "&amp;".unicodeScalars)
      case "<": written.append(contentsOf: "&lt;".unicodeScalars)
      case ">": written.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": written.append(contentsOf: "&quot;".unicodeScalars)
      case "'": written.append(contentsOf: "&#39;".unicodeScalars)
      default:
        // Unassigned for good: a page with them is no valid HTML.
        if !isNoncharacter(scalar) { written.append(scalar) }
      }
    }
    return String(written)
  }

  /// A byte of text that needs no look at its scalar: none of markup, of control, or that begins a rare scalar
  /// or an Arabic letter mark.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27: false
    case 0x20...0x7E, 0x80...0xC1, 0xC3...0xD7, 0xD9...0xE1, 0xE3...0xEE: true
    default: false
    }
  }

  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
  }

  /// A string of a style sheet, quotes included: everything but letters and digits of ASCII by its number, so that
  /// nothing in it can end string or sheet.
  static func styleString(_ raw: String) -> String {
    var written = "\""
    for scalar in OneLine.of(raw).unicodeScalars {
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      written += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return written + "\""
  }
}
