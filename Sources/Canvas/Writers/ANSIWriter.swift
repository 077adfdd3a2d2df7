/// Writes a frame as text with SGR sequences (ECMA-48 8.3.117), for pipes, pagers and recordings.
package struct ANSIWriter: Sendable {
  /// Gives the looks.
  package let theme: Theme
  /// The most colours the sequences may ask for.
  package let depth: ColorDepth

  /// Every writer of the same theme and depth writes the same bytes.
  package init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// One line per row; no look outlives its line, and blanks that show nothing are left out at its end.
  package func write(_ frame: Frame) -> String {
    (0..<frame.size.rows).map { line(frame.row($0), of: frame) + "\n" }.joined()
  }

  private func line(_ cells: ArraySlice<Cell>, of frame: Frame) -> String {
    var text = ""
    var current = Look()
    for cell in cells[..<visibleEnd(of: cells)] where cell.width > 0 {
      let look = theme.style(role: cell.role, ground: cell.ground, depth: depth)
      text += SGR.change(from: current, to: look, drawsBlank: cell.scalar == " " && cell.cluster == 0)
      current = SGR.reached(from: current, to: look, drawsBlank: cell.scalar == " " && cell.cluster == 0)
      text += frame.text(of: cell)
    }
    return current == Look() ? text : text + "\u{1B}[0m"
  }

  private func visibleEnd(of cells: ArraySlice<Cell>) -> Int {
    let last = cells.lastIndex { cell in
      let look = theme.style(role: cell.role, ground: cell.ground, depth: depth)
      return cell.scalar != " " || cell.width == 0 || !SGR.isBlank(look)
    }
    return last.map { $0 + 1 } ?? cells.startIndex
  }
}
