/// A colour of a theme with its step for 256 colours.
package struct Paint: Hashable, Sendable {
  /// The colour meant.
  package var colour: Colour
  /// The place in the xterm palette that stands for it, 16 or above.
  package var indexed: UInt8

  /// The 256-colour step is the nearest in CIELAB unless the theme gives one.
  package init(_ colour: Colour, indexed: UInt8? = nil) {
    self.colour = colour
    self.indexed = indexed ?? XtermPalette.nearest(to: colour)
  }
}
