/// All a presenter needs to draw a cell: the answer of a theme for one role, ground and depth.
package struct Look: Hashable, Sendable {
  /// The text's colour.
  package var foreground: Tint
  /// The colour behind the text.
  package var background: Tint
  /// What else is done to the text.
  package var attributes: Attributes

  /// The terminal's own look unless told otherwise.
  package init(foreground: Tint = .terminal, background: Tint = .terminal, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
