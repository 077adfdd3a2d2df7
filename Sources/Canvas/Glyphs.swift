/// A full set of marks; each is exactly one narrow cell, so a set can be changed without moving anything.
package struct Glyphs: Hashable, Sendable {
  private var marks: [String]
  /// Whether circled digits may be drawn; otherwise they are written `(1)`.
  package var circlesDigits: Bool

  private init(_ marks: (Glyph.Entry) -> String, circlesDigits: Bool) {
    var byGlyph = Array(repeating: " ", count: Glyph.allCases.count)
    for entry in Glyph.table { byGlyph[Int(entry.glyph.rawValue)] = marks(entry) }
    self.marks = byGlyph
    self.circlesDigits = circlesDigits
  }

  /// Single narrow characters of plain Unicode, with light box-drawing borders; for nearly every terminal.
  package static let neutral = Glyphs(\.neutral, circlesDigits: true)
  /// Nothing but ASCII, for terminals that draw ambiguous characters wide or lack the fonts.
  package static let ascii = Glyphs(\.ascii, circlesDigits: false)

  /// The mark as text of one cell.
  package subscript(_ glyph: Glyph) -> String { marks[Int(glyph.rawValue)] }

  /// Puts another character in a mark's place; refused (false) unless it is one narrow printable scalar.
  package mutating func replace(_ glyph: Glyph, with text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      let shown = DisplayWidth.shown(scalar), shown.scalar == scalar, shown.width == 1
    else { return false }
    marks[Int(glyph.rawValue)] = text
    return true
  }

  /// ① for 1, up to ⑳; `(n)` beyond, below, or where the set has no circles.
  package func circled(_ number: Int) -> String {
    guard circlesDigits, 1...20 ~= number, let scalar = Unicode.Scalar(UInt32(0x245F + number)) else {
      return "(\(number))"
    }
    return String(scalar)
  }

  /// A bar of `width` cells, filled in proportion; anything above none shows at least one full cell.
  package func bar(_ fraction: Double, width: Int) -> String {
    let share = min(max(fraction.isFinite ? fraction : 0, 0), 1)
    let full = share > 0 ? min(width, max(1, Int((share * Double(width)).rounded(.down)))) : 0
    return String(repeating: self[.barFull], count: max(0, full))
      + String(repeating: self[.barEmpty], count: max(0, width - full))
  }

  /// One cell per value, scaled between the least and the greatest of them; a flat series lies in the middle.
  package func sparkline(_ values: [Double]) -> String {
    let levels: [Glyph] = [.spark1, .spark2, .spark3, .spark4, .spark5, .spark6, .spark7, .spark8]
    guard let low = values.min(), let high = values.max(), (high - low).isFinite else { return "" }
    return values.map { value in
      let share = high > low ? (value - low) / (high - low) : 0.5
      return self[levels[min(levels.count - 1, Int(share * Double(levels.count)))]]
    }.joined()
  }

  /// The density mark of a risk step; a space for any other role.
  package func riskMark(_ level: Role) -> String {
    let marks: [Glyph] = [
      .riskMark1, .riskMark2, .riskMark3, .riskMark4, .riskMark5, .riskMark6, .riskMark7,
    ]
    let step = Int(level.rawValue) - Int(Role.riskLevel1.rawValue)
    return marks.indices.contains(step) ? self[marks[step]] : " "
  }
}
