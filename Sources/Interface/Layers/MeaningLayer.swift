package import Canvas
package import Domain

/// A list of what a column of an import, or all its rows, may be; Enter takes one and the file is read again.
package struct MeaningLayer: Layer {
  /// One that can be taken.
  struct Option: Hashable, Sendable {
    let words: Words
    /// As `--map` or `--kind` would say it.
    let name: String
  }

  private let title: String
  /// The column by its head or letters; nil for the kind of the rows.
  private let mapped: String?
  private let options: [Option]
  private var cursor: ListCursor

  init(title: String, mapped: String?, options: [Option], present: Int) {
    self.title = title
    self.mapped = mapped
    self.options = options
    cursor = ListCursor(present)
  }

  package let hints: [(String, Words)] = [
    ("Enter", Words("take", "決定")), ("↑ ↓", Words("choose", "選択")), ("Esc", Words("cancel", "取消")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .enter:
      guard let place = model.layers.lastIndex(where: { $0 is ImportLayer }),
        var layer = model.layers[place] as? ImportLayer
      else { return .closes }
      let effects = layer.choose(options[cursor.place].name, for: mapped)
      model.layers[place] = layer
      return .closes(effects)
    default: cursor.receive(key, count: options.count)
    }
    return .stays
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let widest = options.map { DisplayWidth.width(of: model.say($0.words)) }.max() ?? 0
    let columns = min(body.columns - 4, max(36, widest + 8))
    let size = Size(columns: columns, rows: min(body.rows, options.count + 2))
    let inside = pen.window(body.centered(size), title: title)
    pen.drawList(options.count, cursor, in: inside, isMarked: true) { pen, index, line in
      pen.put(options[index].words, at: line.origin, width: line.columns)
    }
  }
}
