extension Glyph {
  private static let names = Dictionary(table.map { ($0.glyph, $0.name) }) { first, _ in first }
  private static let glyphs = Dictionary(table.map { ($0.name, $0.glyph) }) { first, _ in first }

  /// The dotted name that theme files use.
  package var name: String { Glyph.names[self] ?? "" }

  /// Nil when no glyph bears this name.
  package init?(name: String) {
    guard let glyph = Glyph.glyphs[name] else { return nil }
    self = glyph
  }
}
