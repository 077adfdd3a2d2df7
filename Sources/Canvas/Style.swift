/// How a theme draws a role, at every depth.
package struct Style: Hashable, Sendable {
  /// The text's colour; nil for the terminal's own.
  package var foreground: Paint?
  /// The colour behind; nil for whatever the cell lies on.
  package var background: Paint?
  /// Used wherever there is colour.
  package var attributes: Attributes
  /// The look in 16 colours: chosen by hand, since nobody knows what the user's sixteen look like.
  package var ansi16: Look
  /// Used where there is no colour at all.
  package var mono: Attributes

  /// The plain look unless told otherwise; `mono` follows `attributes` unless given.
  package init(
    foreground: Paint? = nil, background: Paint? = nil, attributes: Attributes = [], ansi16: Look? = nil,
    mono: Attributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.ansi16 = ansi16 ?? Look(attributes: attributes)
    self.mono = mono ?? attributes
  }
}
