package import Canvas

/// What a terminal answers when it is asked about itself.
package enum Reply: Hashable, Sendable {
  /// The colour behind text (OSC 11).
  case background(Colour)
  /// The column of its cursor, counted from 1 (DSR 6).
  case column(Int)
  /// Whether it knows a private mode (DECRQM).
  case mode(Int, isKnown: Bool)
  /// Its person turned it from dark to light or back (private mode 2031).
  case turned
  /// What it calls itself, and its version (XTVERSION).
  case name(String)
  /// Its device attributes (DA1), which every terminal answers: what was asked before has been answered or will not be.
  case attributes

  /// The answer in `ESC [` + `bytes`; a cursor position only when one was asked for, since a function key looks alike, and only in the second line,
  /// where it was asked for and no function key can be.
  init?(control bytes: [UInt8], expectsPosition: Bool) {
    guard let final = bytes.last else { return nil }
    let numbers = Self.numbers(bytes.drop { $0 == UInt8(ascii: "?") }.dropLast())
    switch (bytes.first == UInt8(ascii: "?"), final) {
    case (true, UInt8(ascii: "c")): self = .attributes
    case (true, UInt8(ascii: "y")) where numbers.count == 2:
      self = .mode(numbers[0], isKnown: 1...3 ~= numbers[1])
    case (true, UInt8(ascii: "n")) where numbers.first == 997: self = .turned
    case (false, UInt8(ascii: "R")) where expectsPosition && numbers.count == 2 && numbers[0] == 2:
      self = .column(numbers[1])
    default: return nil
    }
  }

  /// The answer in a string that `opener` (`]` or `P`) began; nil for all that nobody asked.
  init?(string bytes: [UInt8], opener: UInt8) {
    let text = String(decoding: bytes, as: UTF8.self)
    if opener == UInt8(ascii: "]"), text.hasPrefix("11;"), let colour = Self.colour(text.dropFirst(3)) {
      self = .background(colour)
    } else if opener == UInt8(ascii: "P"), text.hasPrefix(">|") {
      let name = text.dropFirst(2).unicodeScalars.filter { !$0.isControl }.prefix(60)
      self = .name(String(String.UnicodeScalarView(name)))
    } else {
      return nil
    }
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    String(decoding: bytes, as: UTF8.self).split { $0 == ";" || $0 == "$" }.compactMap { Int($0) }
  }

  /// `rgb:RRRR/GGGG/BBBB` with one to four digits each, as X11 writes colours (XParseColor); alpha is left out.
  private static func colour(_ text: Substring) -> Colour? {
    guard let start = text.firstIndex(of: ":"), text.hasPrefix("rgb") else { return nil }
    let parts = text[text.index(after: start)...].split(separator: "/").map(channel)
    guard parts.count >= 3, let red = parts[0], let green = parts[1], let blue = parts[2] else { return nil }
    return Colour(red: red, green: green, blue: blue)
  }

  private static func channel(_ digits: Substring) -> UInt8? {
    guard 1...4 ~= digits.count, let value = Int(digits, radix: 16) else { return nil }
    let most = 1 << (4 * digits.count) - 1
    return UInt8((value * 255 + most / 2) / most)
  }
}
