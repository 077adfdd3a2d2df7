/// A cell's place, counted from the top left corner at (0, 0).
package struct Point: Hashable, Sendable {
  /// Cells from the left edge; may lie outside the frame, drawing clips.
  package var column: Int
  /// Lines from the top edge; may lie outside the frame, drawing clips.
  package var row: Int

  /// A place that need not lie inside any frame.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The place `columns` to the right and `rows` below this one.
  package func moved(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column + columns, row: row + rows)
  }
}
