/// A picture of the whole screen as a value: cells, and where the hardware cursor belongs.
///
/// No drawing leaves half of a wide character: whatever covers one half blanks the other.
package struct Frame: Hashable, Sendable {
  /// The extent; fixed for the life of the frame.
  package let size: Size
  /// Row after row, `size.columns` cells each.
  package private(set) var cells: [Cell]
  /// Base character with its combining marks, by `Cell.cluster`; entry 0 is never used.
  package private(set) var clusters: [String] = [""]
  /// Where the hardware cursor stands, so that input methods and screen readers find the focus; nil for the
  /// bottom right corner.
  package var cursor: Point?
  /// Whether the hardware cursor is visible, as in a text field.
  package var showsCursor = false

  /// Blank cells of the plain roles.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The whole frame as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// The cells of one line, without a copy.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cell at a place inside the frame; a place outside reads as blank.
  package subscript(_ point: Point) -> Cell {
    bounds.contains(point) ? cells[point.row * size.columns + point.column] : Cell()
  }

  /// What a cell draws: its combining sequence where it has one; empty in the right half of a wide character.
  package func text(of cell: Cell) -> String {
    if cell.width == 0 { return "" }
    return cell.cluster == 0 ? String(cell.scalar) : clusters[Int(cell.cluster)]
  }

  /// Whether any cell holds a combining sequence.
  package var hasClusters: Bool { clusters.count > 1 }

  /// Takes a part of a line over from a row of another frame of the same size, in the same columns. Neither may hold
  /// combining sequences, and no wide character may lie across an end.
  package mutating func take(_ line: Rect, fromRow row: Int, of other: Frame) {
    let (from, to) = (row * size.columns + line.column, line.row * size.columns + line.column)
    cells.withUnsafeMutableBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
        for offset in 0..<line.columns { cells[to + offset] = others[from + offset] }
      }
    }
  }

  /// Takes a part over from the same place of another frame of the same size, under the same conditions.
  package mutating func take(_ part: Rect, of other: Frame) {
    for row in 0..<part.rows { take(part.line(row), fromRow: part.row + row, of: other) }
  }

  /// The lines that must be drawn again when `previous` is on the screen; all of them when sizes differ.
  package func rowsDiffering(from previous: Frame?) -> [Int] {
    guard let previous, previous.size == size, previous.clusters == clusters else {
      return Array(0..<size.rows)
    }
    return (0..<size.rows).filter { row($0) != previous.row($0) }
  }

  /// Puts one already clean scalar of width 1 or 2 into the grid; ignored unless it fits whole.
  mutating func place(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.columns + column
    if cells[index].width != 1 { detach(index, column: column) }
    cells[index] = cell
    guard cell.width == 2 else { return }
    detach(index + 1, column: column + 1)
    cells[index + 1] = Cell(" ", width: 0, role: cell.role, ground: cell.ground)
  }

  /// Changes role or ground of a cell without touching what it draws.
  mutating func restyle(column: Int, row: Int, _ change: (inout Cell) -> Void) {
    change(&cells[row * size.columns + column])
  }

  /// Adds a combining mark to the cell at an index; a terminal cell holds at most four.
  mutating func combine(_ mark: Unicode.Scalar, column: Int, row: Int) {
    let index = row * size.columns + column
    var sequence = text(of: cells[index])
    guard sequence.unicodeScalars.count < 5, clusters.count < Int(UInt16.max) else { return }
    sequence.unicodeScalars.append(mark)
    if let known = clusters.firstIndex(of: sequence) {
      cells[index].cluster = UInt16(known)
    } else {
      cells[index].cluster = UInt16(clusters.count)
      clusters.append(sequence)
    }
  }

  /// Blanks the other half of a wide character that is about to lose this one.
  private mutating func detach(_ index: Int, column: Int) {
    if cells[index].width == 0, column > 0 {
      blank(index - 1)
      blank(index)
    } else if cells[index].width == 2, column + 1 < size.columns {
      blank(index + 1)
    }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = Cell(role: cells[index].role, ground: cells[index].ground)
  }
}
