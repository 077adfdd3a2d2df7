/// What a terminal can do to text besides colouring it.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  package let rawValue: UInt8

  /// Any combination of bits; unknown ones are kept and ignored.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier strokes.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter than the rest.
  package static let dim = Attributes(rawValue: 2)
  /// Slanted; many terminals show it as reverse or not at all.
  package static let italic = Attributes(rawValue: 4)
  /// A line below.
  package static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 16)
}
