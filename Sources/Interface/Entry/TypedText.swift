import Foundation

/// What people type, brought into the forms the program keeps and compares.
///
/// Free text is kept as NFC without control characters; tokens, keys and numbers are read as NFKC, so that a
/// line typed in full-width letters means the same.
package enum TypedText {
  /// Free text on one line: line breaks and tabs become spaces, spaces at the ends go.
  package static func line(_ text: String) -> String {
    trim(clean(text, keepsLines: false))
  }

  /// Free text of several lines; only line feeds separate them.
  package static func lines(_ text: String) -> String {
    trim(clean(text, keepsLines: true))
  }

  /// NFKC, without spaces at the ends; letters keep their case.
  static func token(_ text: some StringProtocol) -> String {
    trim(plainToken(text) ?? text.reduce(into: "") { $0 += compatible($1) })
  }

  /// The same for what most text is made of, scalar by scalar; nil where characters must be looked at.
  private static func plainToken(_ text: some StringProtocol) -> String? {
    var isNarrow = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: break
      case fullWidth: isNarrow = false
      case let value where isJapanese(value): break
      default: return nil
      }
    }
    guard !isNarrow else { return String(text) }
    let scalars = text.unicodeScalars.map { scalar in
      fullWidth.contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// ！ to ～, whose narrow forms stand in the same order.
  private static let fullWidth: ClosedRange<UInt32> = 0xFF01...0xFF5E

  /// For comparing: NFKC in lower case, with 脆 as JIS writes it (ぜい弱性).
  package static func folded(_ text: some StringProtocol) -> String {
    if let plain = plainFolded(text) { return plain }
    let lower = token(text).lowercased()
    return lower.unicodeScalars.contains("脆") ? lower.replacing("脆", with: "ぜい") : lower
  }

  /// The same for what most text is made of, in one pass; nil where characters must be looked at.
  private static func plainFolded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: bytes.append(lower(UInt8(scalar.value)))
      case fullWidth: bytes.append(lower(UInt8(scalar.value - 0xFEE0)))
      case 0x8106: bytes.append(contentsOf: "ぜい".utf8)
      case let value where isJapanese(value): bytes.append(contentsOf: scalar.utf8)
      default: return nil
      }
    }
    let space = UInt8(ascii: " ")
    guard let first = bytes.firstIndex(where: { $0 != space }),
      let last = bytes.lastIndex(where: { $0 != space })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// Punctuation, kana and kanji, which NFKC and lower case leave as they are.
  private static func isJapanese(_ value: UInt32) -> Bool {
    switch value {
    case 0x3001...0x3002, 0x300C...0x300F, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF: true
    default: false
    }
  }

  private static func lower(_ letter: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) ? letter | 0x20 : letter
  }

  /// Without white space at the ends.
  static func trim(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// One character after NFKC; what most text is made of is told without asking Foundation.
  static func compatible(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard let only = scalars.first, scalars.dropFirst().isEmpty else {
      return character.isWhitespace ? " " : String(character).precomposedStringWithCompatibilityMapping
    }
    switch only.value {
    case 0x00...0x1F, 0x3000: return " "
    case 0x20...0x7E, 0x2190...0x2193: return String(character)
    case let value where isJapanese(value): return String(character)
    case fullWidth:
      return Unicode.Scalar(only.value - 0xFEE0).map { String(Character($0)) } ?? String(character)
    default: return String(character).precomposedStringWithCompatibilityMapping
    }
  }

  private static func clean(_ text: String, keepsLines: Bool) -> String {
    var kept = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: continue
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: kept.append(keepsLines ? "\n" : " ")
      case 0x09: kept.append(" ")
      default: if !scalar.isSteering { kept.append(scalar) }
      }
    }
    return String(kept).precomposedStringWithCanonicalMapping
  }
}

extension Unicode.Scalar {
  /// Whether it steers a terminal, or turns the direction of writing so that a line could read as another.
  ///
  /// No text keeps such a one, whichever way it came in; what line ends and tabs become is for each way to say.
  package var isSteering: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
