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
    return switch WidthTable.kind(of: value) {
    case .narrow: (scalar, 1)
    case .wide: (scalar, 2)
    case .mark: (scalar, 0)
    case .dropped: nil
    case .lineBreak: (" ", 1)
    case .replaced: ("\u{FFFD}", 1)
    }
  }

  /// The cells one scalar takes: 0, 1 or 2.
  package static func width(of scalar: Unicode.Scalar) -> Int { shown(scalar)?.width ?? 0 }

  /// The cells a text takes on one line.
  package static func width(of text: String) -> Int { width(of: text[...]) }

  /// The cells a piece of text takes on one line.
  package static func width(of text: Substring) -> Int {
    text.utf8.withContiguousStorageIfAvailable(width(ofUTF8:))
      ?? text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// Whether a text takes more than so many cells; for most texts its length in bytes tells already.
  package static func exceeds(_ text: Substring, _ columns: Int) -> Bool {
    // No scalar takes more cells than bytes.
    text.utf8.count > columns && width(of: text) > columns
  }

  private static func width(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (cells, index) = (0, 0)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        cells += 1
        index += 1
      } else {
        cells += width(of: scalar(in: bytes, at: &index))
      }
    }
    return cells
  }

  /// The scalar that begins at a place of valid UTF-8; the place moves behind it.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
    for place in index + 1..<index + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func shownLatin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20...0x7E: scalar
    case 0x09, 0x0A, 0x0D: " "
    default: "\u{FFFD}"
    }
  }
}
