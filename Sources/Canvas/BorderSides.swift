/// The sides of a cell that a border leaves through; two borders on one cell join by union.
struct BorderSides: OptionSet {
  let rawValue: UInt8

  static let up = BorderSides(rawValue: 1)
  static let down = BorderSides(rawValue: 2)
  static let left = BorderSides(rawValue: 4)
  static let right = BorderSides(rawValue: 8)

  private static let pieces: [(sides: BorderSides, glyph: Glyph)] = [
    ([.up, .down, .left, .right], .borderCross),
    ([.down, .right], .borderTopLeft), ([.down, .left], .borderTopRight),
    ([.up, .right], .borderBottomLeft), ([.up, .left], .borderBottomRight),
    ([.left, .right, .down], .borderTeeDown), ([.left, .right, .up], .borderTeeUp),
    ([.up, .down, .right], .borderTeeRight), ([.up, .down, .left], .borderTeeLeft),
    ([.left, .right], .borderHorizontal), ([.up, .down], .borderVertical),
  ]

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The sides of a piece already drawn; none for anything that is not a border of the set.
  init(drawnBy scalar: Unicode.Scalar, in glyphs: Glyphs) {
    guard scalar != " " else {
      self = []
      return
    }
    self = BorderSides.pieces.first { glyphs[$0.glyph].unicodeScalars.first == scalar }?.sides ?? []
  }

  /// The piece that leaves through exactly these sides; a loose end is drawn as a straight line.
  var glyph: Glyph {
    if let piece = BorderSides.pieces.first(where: { $0.sides == self }) { return piece.glyph }
    return isDisjoint(with: [.up, .down]) ? .borderHorizontal : .borderVertical
  }
}
