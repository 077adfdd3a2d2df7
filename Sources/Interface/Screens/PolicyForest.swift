import Canvas
import Domain

/// The trees of several parties side by side; the lines are the screen's, one column after the other.
struct PolicyForest {
  let model: Model

  private static let columnsPerTree = 48

  /// The lines of each party, as ranges of the screen's lines.
  private func trees(_ rows: [Row]) -> [Range<Int>] {
    let starts = rows.indices.filter { rows[$0].depth == 0 }
    return zip(starts, starts.dropFirst() + [rows.count]).map { $0..<$1 }
  }

  /// Left and right fold and unfold; where there is nothing to fold they cross to the neighbouring tree.
  func cross(_ motion: Motion, _ state: inout ScreenState) {
    let trees = trees(state.rows)
    guard let row = state.current, let own = trees.firstIndex(where: { $0.contains(state.cursor) }) else {
      return
    }
    let mark = Tree.Mark(rawValue: row.tag) ?? .leaf
    let isOnDocument = row.depth > 0
    if motion == .left, isOnDocument, mark == .open || row.depth > 1 {
      return state.walkTree(.left, page: 1)
    }
    if motion == .right, isOnDocument, mark == .folded { return state.walkTree(.right, page: 1) }
    let next = own + (motion == .left ? -1 : 1)
    guard trees.indices.contains(next) else { return }
    let line = state.cursor - trees[own].lowerBound
    state.cursor = min(trees[next].lowerBound + line, trees[next].upperBound - 1)
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    let state = model.state
    let trees = trees(state.rows)
    let own = trees.firstIndex { $0.contains(state.cursor) } ?? 0
    let shown = min(trees.count, max(1, area.columns / Self.columnsPerTree))
    let first = max(0, min(own - shown + 1, trees.count - shown))
    let columns = area.columns / shown
    for offset in 0..<shown {
      let isLast = offset == shown - 1
      let place = Rect(
        column: area.column + offset * columns, row: area.row,
        columns: isLast ? area.columns - offset * columns : columns - 1, rows: area.rows)
      draw(trees[first + offset], state, &pen, in: place)
      guard !isLast else { continue }
      // One row beyond each end where a border is, so that they join.
      let above = model.shareRows == 0 ? 1 : 0
      pen.frame.verticalRule(
        from: Point(column: place.lastColumn + 1, row: area.row - above), rows: area.rows + above + 1,
        glyphs: pen.glyphs)
    }
  }

  private func draw(_ tree: Range<Int>, _ state: ScreenState, _ pen: inout Pen, in area: Rect) {
    let cursor = tree.contains(state.cursor) ? state.cursor - tree.lowerBound : 0
    let top = max(0, min(cursor - area.rows / 2, tree.count - area.rows))
    for offset in 0..<min(area.rows, tree.count - top) {
      let index = tree.lowerBound + top + offset
      draw(state.rows[index], isCursor: index == state.cursor, &pen, in: area.line(offset))
    }
    guard tree.count == 1, area.rows > 2 else { return }
    pen.put(
      Words("no document yet: \(key: "new")", "文書なし: \(key: "new") で作成"),
      at: area.line(1).origin.moved(columns: 2), role: .textMuted,
      width: area.columns - 3)
  }

  private func draw(_ row: Row, isCursor: Bool, _ pen: inout Pen, in line: Rect) {
    if isCursor {
      pen.frame.paint(line, ground: .selection)
      pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
      pen.frame.cursor = line.origin
    }
    if let record = row.record, model.marks.contains(record) {
      pen.put(pen.glyphs[.mark], at: line.origin.moved(columns: 1), role: .mark)
    }
    let inside = line.splitLeft(2).rest.splitRight(1).rest
    let shown = Row(row.record, depth: max(0, row.depth - 1), tag: row.tag)
    PolicyScreen().draw(shown, model, &pen, in: inside)
    if isCursor { pen.frame.paint(line, ground: .selection) }
  }
}
