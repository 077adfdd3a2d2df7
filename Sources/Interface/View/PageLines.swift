import Canvas
import Domain

/// A page of labelled lines, wrapped to a width, to look at from any of its lines on.
struct PageLines {
  private let lines: [(label: String, text: String, role: Role, indent: Int)]

  /// - Parameters:
  ///   - lines: From the top.
  ///   - columns: Terminal columns there are.
  ///   - inColumn: Whether all texts begin where the widest label ends, else each after its own.
  init(_ lines: [DetailLine], columns: Int, inColumn: Bool) {
    let column = inColumn ? min((lines.map { $0.labelWidth }.max() ?? 0) + 2, columns * 2 / 5) : nil
    self.lines = lines.flatMap { line in
      let label =
        line.label.isEmpty ? 0 : column ?? min(max(Self.narrowest, line.labelWidth + 1), columns / 2)
      let texts = DisplayWidth.wrap(line.text, to: max(4, columns - label)).map(String.init)
      return (texts.isEmpty ? [""] : texts).enumerated().map { offset, text in
        (offset == 0 ? line.label : "", text, line.role, label)
      }
    }
  }

  /// Short labels leave their texts in one column.
  private static let narrowest = 12

  var count: Int { lines.count }

  /// The line to begin with after a page was turned; forward over the end, the beginning again.
  func turned(from top: Int, forward: Bool, rows: Int) -> Int {
    let step = max(1, rows - 2)
    guard forward else { return max(0, top - step) }
    return count <= rows || top + rows > count ? 0 : top + step
  }

  /// Draws what fits from a line on; where more is below, the last line says how much and which key shows it.
  ///
  /// - Parameters:
  ///   - top: The first line shown; past the end, the last.
  ///   - pen: Where it is drawn.
  ///   - area: The part of the frame it may fill.
  ///   - key: The key's name in both languages.
  func draw(from top: Int, _ pen: inout Pen, in area: Rect, key: Words) {
    let top = max(0, min(top, count - 1))
    let isCut = count - top > area.rows
    let room = isCut ? area.splitBottom(1).rest : area
    for (offset, line) in lines.dropFirst(top).prefix(room.rows).enumerated() {
      let place = room.line(offset).origin
      pen.put(line.label, at: place, role: .textMuted, width: max(0, line.indent - 1))
      pen.put(
        line.text, at: place.moved(columns: line.indent), role: line.role, width: room.columns - line.indent)
    }
    guard isCut else { return }
    let left = count - top - room.rows
    let more = Words("\(key.en): \(left) more lines", "\(key.ja) 続き（あと\(left)行）")
    pen.put(
      pen.glyphs[.arrowDown] + " " + pen.say(more), at: area.splitBottom(1).bottom.origin,
      role: .footerKey, width: area.columns)
  }
}

/// How far the page of the line under the cursor was read: a record's detail, a place of the walk.
struct PageTurn {
  let screen: ScreenID
  let row: Row?
  let top: Int
}

extension Model {
  /// The line of the page of what is under the cursor to begin with.
  var pageTop: Int { page.map { $0.screen == screen && $0.row == state.current ? $0.top : 0 } ?? 0 }

  /// Turns the page of what is under the cursor in a part of the frame with so many rows.
  mutating func turnPage(_ lines: PageLines, forward: Bool, rows: Int) {
    page = PageTurn(
      screen: screen, row: state.current, top: lines.turned(from: pageTop, forward: forward, rows: rows))
  }
}

extension DetailLine {
  fileprivate var labelWidth: Int { DisplayWidth.width(of: label) }
}
