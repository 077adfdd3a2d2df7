import Canvas
import Domain

/// Which columns of a wide grid are seen beside its frozen ones: as many as fit, the cursor's always among them.
struct ColumnWindow {
  /// The place in the grid of the first column seen.
  let first: Int
  /// How many are seen.
  let count: Int
  /// How many there are.
  let total: Int
  private let area: Rect
  private let width: Int

  /// - Parameters:
  ///   - area: What is left beside the frozen columns; a line of it or more.
  ///   - total: How many columns there are.
  ///   - width: Cells of each.
  ///   - state: Where the cursor is, and where the grid was scrolled to.
  init(_ area: Rect, total: Int, width: Int, _ state: ScreenState) {
    self.area = area
    self.width = width
    self.total = total
    count = min(total, max(1, area.columns / width))
    let cursor = max(0, min(state.column, total - 1))
    let left = max(0, min(state.left, total - count))
    first = cursor < left ? cursor : cursor >= left + count ? cursor - count + 1 : left
  }

  var indices: Range<Int> { first..<(first + count) }

  /// Where a column stands in a line of the grid; empty for one that is not seen.
  func place(_ column: Int, in line: Rect) -> Rect {
    guard indices.contains(column) else {
      return Rect(column: line.column, row: line.row, columns: 0, rows: 0)
    }
    return Rect(
      column: area.column + (column - first) * width, row: line.row, columns: width - 1, rows: 1)
  }

  /// How many columns lie beyond either edge, for the head: `⟵3  12⟶`.
  func beyond(_ glyphs: Glyphs) -> String {
    let after = total - first - count
    let texts = [
      first > 0 ? glyphs[.arrowLeft] + String(first) : nil,
      after > 0 ? String(after) + glyphs[.arrowRight] : nil,
    ]
    return texts.compactMap(\.self).joined(separator: " ")
  }
}

extension ScreenState {
  /// Moves the cursor over the cells of a grid of so many columns.
  mutating func walkCells(_ motion: Motion, columns: Int, page: Int) {
    switch motion {
    case .left: column = max(0, min(column, columns - 1) - 1)
    case .right: column = max(0, min(column + 1, columns - 1))
    case .up, .down, .pageUp, .pageDown, .first, .last: walk(motion, page: page)
    }
  }
}
