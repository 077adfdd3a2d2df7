/// An extent of the screen in cells.
package struct Size: Hashable, Sendable {
  /// Cells across.
  package var columns: Int
  /// Lines down.
  package var rows: Int

  /// Negative extents count as zero.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
