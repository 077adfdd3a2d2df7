/// A rectangle of cells; empty when it has no column or no row.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package var column: Int
  /// The topmost row.
  package var row: Int
  /// Cells across, never negative.
  package var columns: Int
  /// Lines down, never negative.
  package var rows: Int

  /// Negative extents count as zero.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a frame of this size.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The top left cell.
  package var origin: Point { Point(column: column, row: row) }
  /// The extent without the place.
  package var size: Size { Size(columns: columns, rows: rows) }
  /// The column of the rightmost cell; `column - 1` when empty.
  package var lastColumn: Int { column + columns - 1 }
  /// The row of the bottom cell; `row - 1` when empty.
  package var lastRow: Int { row + rows - 1 }
  /// Whether no cell lies inside.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell at this place lies inside.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column <= lastColumn && point.row >= row && point.row <= lastRow
  }

  /// The cells that lie in both; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    let right = min(lastColumn, other.lastColumn)
    let bottom = min(lastRow, other.lastRow)
    return Rect(column: left, row: top, columns: right - left + 1, rows: bottom - top + 1)
  }

  /// What is left after taking cells off both sides of each axis; collapses to empty, never inverts.
  package func inset(columns horizontal: Int = 1, rows vertical: Int = 1) -> Rect {
    Rect(
      column: column + min(horizontal, columns), row: row + min(vertical, rows),
      columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
  }

  /// One line of the rectangle, counted from its top; empty when there is no such line.
  package func line(_ index: Int) -> Rect {
    Rect(
      column: column, row: row + index, columns: columns, rows: index >= 0 && index < rows ? 1 : 0)
  }

  /// A rectangle of this size in the middle, cut to fit inside.
  package func centered(_ wanted: Size) -> Rect {
    let across = min(wanted.columns, columns)
    let down = min(wanted.rows, rows)
    return Rect(
      column: column + (columns - across) / 2, row: row + (rows - down) / 2, columns: across, rows: down)
  }

  /// The `count` leftmost columns, and the rest to their right.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
    )
  }

  /// The `count` rightmost columns, and the rest to their left.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let taken = min(max(0, count), columns)
    let (rest, right) = splitLeft(columns - taken)
    return (rest, right)
  }

  /// The `count` topmost lines, and the rest below them.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
    )
  }

  /// The `count` bottom lines, and the rest above them.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let taken = min(max(0, count), rows)
    let (rest, bottom) = splitTop(rows - taken)
    return (rest, bottom)
  }
}
