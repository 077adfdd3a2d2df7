/// ASCII for characters of East Asian Width "Ambiguous" (UAX #11) that Japanese texts are full of, for terminals
/// that draw them two cells wide: one such character would push the rest of its line to the right.
enum NarrowStandIns {
  /// The scalar itself unless a terminal might draw it wide and ASCII has something like it.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0xA1, 0x2E80...0xFFFF: scalar
    case 0x2460...0x2468: digit(scalar.value - 0x245F)
    case 0x2474...0x247C: digit(scalar.value - 0x2473)
    case 0x2469...0x24FF: "#"
    case 0x2500...0x257F: "+"
    case 0x2580...0x259F: "#"
    default: table[scalar] ?? scalar
    }
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + value)) }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = [
    "…": "~", "‥": "~", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "―": "-", "‐": "-",
    "·": ".", "•": "*", "×": "x", "÷": "/", "±": "+", "°": "o", "§": "S", "¶": "P", "※": "*", "′": "'",
    "″": "\"",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "⇒": ">", "⇔": "=", "↔": "=", "≠": "#", "≤": "<", "≥": ">",
    "≦": "<",
    "≧": ">", "∞": "8", "√": "v", "∴": ":", "■": "#", "□": ".", "▲": "^", "△": "^", "▼": "v", "▽": "v",
    "◆": "*",
    "◇": "o", "●": "*", "○": "o", "◎": "O", "★": "*", "☆": "*", "◐": "?", "◑": "?", "♪": "*", "№": "#",
    "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "Ⅴ": "5", "Ⅵ": "6",
  ]
}
