package import Canvas

extension Screen {
  /// Head, the lines that fit, foot. Only what is seen is drawn.
  package func drawList(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let state = model.state
    guard !state.rows.isEmpty else {
      drawEmpty(model, &pen, in: area)
      return
    }
    let (head, below) = area.splitTop(headRows(model))
    let (list, foot) = below.splitBottom(footRows(model))
    let top = state.scrolled(height: list.rows)
    let drawn = DrawnList(
      area: list, head: head, foot: foot, footAnchor: footAnchor(model),
      lines: top..<min(top + list.rows, state.rows.count), cursor: state.cursor, anchor: anchor(model))
    let last = pen.last.flatMap { $0.list?.area == list && $0.list?.anchor == drawn.anchor ? $0 : nil }
    if let last, last.list?.head == head {
      pen.frame.take(head, of: last.frame)
    } else {
      drawHead(model, &pen, in: head)
    }
    if let last, let anchor = drawn.footAnchor, last.list?.foot == foot, last.list?.footAnchor == anchor {
      // Its rule joins the borders.
      pen.frame.take(foot.inset(columns: -1, rows: 0), of: last.frame)
    } else {
      drawFoot(model, &pen, in: foot)
    }
    for index in drawn.lines {
      let line = list.line(index - top)
      if index != state.cursor, let last, let row = last.list?.row(of: index) {
        pen.frame.take(line.splitRight(1).rest, fromRow: row, of: last.frame)
      } else {
        drawLine(state.rows[index], isCursor: index == state.cursor, model, &pen, in: line)
      }
    }
    pen.list = drawn
    drawScrollbar(top: top, count: state.rows.count, &pen, in: list)
  }

  private func drawLine(_ row: Row, isCursor: Bool, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let marked = row.record.map(model.marks.contains) ?? model.markedLines.contains(row.tag)
    if isCursor {
      pen.frame.paint(line, ground: model.pane == .main ? .selection : .selectionInactive)
      pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
      pen.frame.cursor = line.origin
    }
    if marked { pen.put(pen.glyphs[.mark], at: line.origin.moved(columns: 1), role: .mark) }
    let inside = line.splitLeft(2).rest
    draw(row, model, &pen, in: inside.splitRight(1).rest)
    // Drawing may have laid its own ground: the cursor's line stays whole.
    guard isCursor else { return }
    pen.frame.paint(line, ground: model.pane == .main ? .selection : .selectionInactive)
    drawCursor(row, model, &pen, in: inside.splitRight(1).rest)
  }

  private func drawScrollbar(top: Int, count: Int, _ pen: inout Pen, in list: Rect) {
    guard count > list.rows, list.rows > 2 else { return }
    let length = max(1, list.rows * list.rows / count)
    let start = top * (list.rows - length) / max(1, count - list.rows)
    for offset in 0..<length {
      pen.put(
        pen.glyphs[.scrollThumb],
        at: list.line(start + offset).origin.moved(columns: list.columns - 1), role: .scrollbar)
    }
  }

  private func drawEmpty(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let inside = area.inset(columns: 3, rows: 1)
    for (offset, text) in DisplayWidth.wrap(model.say(emptyText(model)), to: inside.columns).enumerated() {
      pen.put(String(text), at: inside.line(offset).origin, role: .textMuted, width: inside.columns)
    }
    pen.frame.cursor = inside.origin
  }
}

extension ScreenState {
  /// The first line to show so that the cursor is seen, moved as little as can be.
  package func scrolled(height: Int) -> Int {
    guard height > 0 else { return cursor }
    let top = min(max(0, self.top), max(0, rows.count - height))
    if cursor < top { return cursor }
    return cursor >= top + height ? cursor - height + 1 : top
  }
}
