package import Canvas
package import Domain

/// Which columns a grid shows, and in which order.
package struct ColumnsLayer: Layer {
  private let kind: RecordKind
  private var columns: [(aspect: Aspect, isShown: Bool)]
  private var cursor = ListCursor()

  init(_ kind: RecordKind, _ model: Model) {
    self.kind = kind
    columns = Self.list(model.gridColumns, kind)
  }

  private static func list(_ shown: [Aspect], _ kind: RecordKind) -> [(aspect: Aspect, isShown: Bool)] {
    shown.map { ($0, true) } + GridColumns.all(kind).filter { !shown.contains($0) }.map { ($0, false) }
  }

  package let hints: [(String, Words)] = [
    ("Space", Words("on or off", "入切")), ("Shift-↑ ↓", Words("move", "移動")),
    ("r", Words("the usual ones", "既定に戻す")),
    ("Enter", Words("apply", "適用")), ("Esc", Words("cancel", "取消")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .shiftDown, .character("J"): shift(1)
    case .shiftUp, .character("K"): shift(-1)
    case .character("r"): columns = Self.list(GridColumns.usual(kind), kind)
    case .character(" "): turn()
    case .enter:
      keep(&model)
      return .closes
    default: cursor.receive(key, count: columns.count)
    }
    return .stays
  }

  /// Without id and title a line would say nothing.
  private func isFixed(_ aspect: Aspect) -> Bool {
    aspect == .label || aspect.field?.key == kind.description.title.key
  }

  private mutating func turn() {
    let place = cursor.place
    if !isFixed(columns[place].aspect) { columns[place].isShown.toggle() }
    cursor.go(to: place + 1, count: columns.count)
  }

  private mutating func shift(_ step: Int) {
    let place = cursor.place + step
    guard columns.indices.contains(place) else { return }
    columns.swapAt(cursor.place, place)
    cursor.go(to: place, count: columns.count)
  }

  private func keep(_ model: inout Model) {
    let under =
      model.gridColumns.indices.contains(model.state.column) ? model.gridColumns[model.state.column] : nil
    let shown = columns.filter(\.isShown).map(\.aspect)
    model.state.columns = shown == GridColumns.usual(kind) ? nil : shown.map(\.name)
    model.state.column = under.flatMap(shown.firstIndex(of:)) ?? 0
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 44), rows: min(body.rows, columns.count + 2))
    let inside = pen.window(body.centered(size), title: model.say(Words("Columns", "列")))
    pen.drawList(columns.count, cursor, in: inside) { pen, index, line in
      let column = columns[index]
      let mark = column.isShown ? pen.glyphs[.check] : " "
      let note = isFixed(column.aspect) ? model.say(Words("  always", "  常に表示")) : ""
      pen.put(
        [
          (mark + " ", .messageSuccess),
          (model.say(column.aspect.words), column.isShown ? .textStrong : .text),
          (note, .textMuted),
        ], at: line.origin, width: line.columns)
    }
  }
}
