import Canvas

/// So that a test reads as what was pressed: `press("R", "y")`.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
