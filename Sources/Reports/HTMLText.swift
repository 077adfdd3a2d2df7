/// Text on its way into HTML.
enum HTMLText {
  /// Escapes all that could leave text, in elements and in quoted attributes alike; scalar by scalar, since what is
  /// combined onto a mark does not keep it from being one.
  static func escaped(_ raw: String) -> String {
    var written = String.UnicodeScalarView()
    for scalar in PlainText.line(raw).unicodeScalars {
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

  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
  }

  /// A string of a style sheet, quotes included: everything but letters and digits of ASCII by its number, so that
  /// nothing in it can end string or sheet.
  static func styleString(_ raw: String) -> String {
    var written = "\""
    for scalar in PlainText.line(raw).unicodeScalars {
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      written += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return written + "\""
  }
}
