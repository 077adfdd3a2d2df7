/// How many cells text takes on the screen, counted over scalars; ambiguous characters count as narrow.
///
/// Every measure here agrees with what `Frame.put` draws, replacements and dropped characters included.
package enum DisplayWidth {
  /// What the screen shows for a scalar from outside, and its cells; nil when it must not be shown at all.
  ///
  /// Line breaks and tabs become a space and other control characters U+FFFD, so that text from a file can
  /// never steer a terminal; bidirectional controls, joiners and emoji selectors are dropped because
  /// terminals disagree on what they do to the cells that follow.
  package static func shown(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, width: Int)? {
    let value = scalar.value
    if value < 0xA0 { return (shownLatin(scalar), 1) }
    if isCommonWide(value) { return (scalar, 2) }
    if WidthTable.contains(value, in: WidthTable.zero) { return isDropped(value) ? nil : (scalar, 0) }
    if WidthTable.contains(value, in: WidthTable.wide) { return (scalar, 2) }
    if value == 0x2028 || value == 0x2029 { return (" ", 1) }
    return (isNoncharacter(value) ? "\u{FFFD}" : scalar, 1)
  }

  /// The cells one scalar takes: 0, 1 or 2.
  package static func width(of scalar: Unicode.Scalar) -> Int { shown(scalar)?.width ?? 0 }

  /// The cells a text takes on one line.
  package static func width(of text: String) -> Int { width(of: text[...]) }

  /// The cells a piece of text takes on one line.
  package static func width(of text: Substring) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func shownLatin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20...0x7E: scalar
    case 0x09, 0x0A, 0x0D: " "
    default: "\u{FFFD}"
    }
  }

  /// The blocks nearly all Japanese text is made of, asked first.
  private static func isCommonWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }

  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE0E...0xFE0F, 0xFEFF,
      0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func isNoncharacter(_ value: UInt32) -> Bool {
    value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value
  }
}
