/// Text as a cell of a spreadsheet can hold it.
package enum CellText {
  /// As many UTF-16 units as Excel keeps.
  package static let longest = 32_767

  /// Without what no file of a spreadsheet may hold: line ends are line feeds, other control characters and the code
  /// points that are none become U+FFFD.
  package static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeForeign), text.unicodeScalars.contains(where: { isForeign($0) })
    else { return text }
    var kept = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n", isAfterReturn { continue }
      kept.append(scalar == "\r" ? "\n" : isForeign(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(kept)
  }

  /// The beginning of a text that a workbook cannot hold whole, with `…`; any other as it is.
  package static func cut(_ text: String) -> String {
    guard text.utf8.count > longest, text.utf16.count > longest else { return text }
    return String(decoding: text.utf16.prefix(longest - 2), as: UTF16.self) + "\u{2026}"
  }

  /// Whether a byte may begin what is foreign: most texts are told clean by it.
  private static func mayBeForeign(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xEF
  }

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// What a spreadsheet shows where a formula has no result.
  static let errors: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]
}
