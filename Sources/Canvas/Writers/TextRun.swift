/// Neighbouring cells of a row that share role, ground and kind of character, so that one text element at the
/// first cell's place puts every character over its own cell.
struct TextRun: Equatable {
  /// What fonts do with a character decides how far a run may go.
  enum Kind: Equatable {
    case blank
    /// Letters of one width, in any monospaced font.
    case narrow
    /// Full-width characters follow one another evenly in any font that has them.
    case wide
    /// A sign that may come from another font: each is a run of its own.
    case sign
  }

  var column: Int
  var columns: Int
  var text: String
  var kind: Kind
  var role: Role
  var ground: Role

  /// The runs of a row from left to right; together they cover it whole.
  static func runs(of row: Int, in frame: Frame) -> [TextRun] {
    var runs: [TextRun] = []
    for (column, cell) in frame.row(row).enumerated() where cell.width > 0 {
      let next = TextRun(cell, column: column, text: frame.text(of: cell))
      if let last = runs.last, last.continues(with: next) {
        runs[runs.count - 1].columns += next.columns
        runs[runs.count - 1].text += next.text
      } else {
        runs.append(next)
      }
    }
    return runs
  }

  private init(_ cell: Cell, column: Int, text: String) {
    self.column = column
    self.columns = Int(cell.width)
    self.text = text
    role = cell.role
    ground = cell.ground
    kind =
      switch cell {
      case _ where text == " ": .blank
      case _ where cell.cluster != 0: .sign
      case _ where TextRun.isNarrowLetter(cell.scalar): .narrow
      case _ where cell.width == 2: .wide
      default: .sign
      }
  }

  private func continues(with next: TextRun) -> Bool {
    kind == next.kind && kind != .sign && role == next.role && ground == next.ground
  }

  /// ASCII, Latin letters and half-width kana; Japanese fonts draw other narrow characters full width.
  private static func isNarrowLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0xFF61...0xFFDC: true
    default: false
    }
  }
}
