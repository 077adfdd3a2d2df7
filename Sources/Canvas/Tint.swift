/// A colour as a terminal of some depth is asked for it.
package enum Tint: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// A place in the 256-colour (or, below 16, the user's own 16-colour) palette.
  case indexed(UInt8)
  case rgb(Colour)

  /// What it looks like; nil where only the user's terminal knows.
  package var colour: Colour? {
    switch self {
    case .terminal: nil
    case .indexed(let index): XtermPalette.colour(at: index)
    case .rgb(let colour): colour
    }
  }

  /// What it looks like where there is no terminal: the user's sixteen are taken for xterm's own; nil for the
  /// terminal's foreground or background.
  package var pictured: Colour? {
    if case .indexed(let index) = self, index < 16 { return XtermPalette.usual(index) }
    return colour
  }
}
