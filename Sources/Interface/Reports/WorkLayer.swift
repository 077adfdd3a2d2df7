import Canvas
package import Domain

/// What a worker tells of a long task.
package enum WorkNews: Sendable {
  /// It goes on: so many of so many are done.
  case advanced(Words, done: Int, of: Int)
  /// It is over, well or not; the sentence says how.
  case ended(Notice)
}

/// A task that takes longer than half a second: what it does, how far it is, and the key that ends it.
struct WorkLayer: Layer {
  let title: Words
  let done: Int
  let total: Int

  let hints: [(String, Words)] = [("Esc", Words("stop", "中止"))]

  func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .stays([.stopWork])
    default: return .stays
    }
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let columns = min(body.columns - 4, 60)
    let inside = pen.window(body.centered(Size(columns: columns, rows: 6)), title: "")
    pen.put(title, at: inside.origin, role: .textStrong, width: inside.columns)
    let share = total > 0 ? Double(done) / Double(total) : 0
    pen.put(
      pen.glyphs.bar(share, width: inside.columns), at: inside.line(1).origin, role: .controlInProgress,
      width: inside.columns)
    pen.put(
      "\(Self.grouped(done)) / \(Self.grouped(total))", at: inside.line(2).origin, width: inside.columns)
    pen.put(
      [
        ("Esc ", .footerKey),
        (model.say(Words("stops it; nothing is left behind", "中止（途中のファイルは残しません）")), .textMuted),
      ],
      at: inside.line(3).origin, width: inside.columns)
    pen.frame.cursor = inside.origin
  }

  /// Thousands apart, as they are easier to read.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    let head = digits.count % 3
    var parts = head > 0 ? [String(digits.prefix(head))] : []
    var rest = digits.dropFirst(head)
    while !rest.isEmpty {
      parts.append(String(rest.prefix(3)))
      rest = rest.dropFirst(3)
    }
    return parts.joined(separator: ",")
  }
}

extension Model {
  /// Shows how far a worker is; the window goes with the task.
  mutating func take(_ news: WorkNews) -> [Effect] {
    let place = layers.firstIndex { $0 is WorkLayer }
    switch news {
    case .advanced(let title, let done, let total):
      let layer = WorkLayer(title: title, done: done, total: total)
      if let place { layers[place] = layer } else { layers.append(layer) }
    case .ended(let notice):
      if let place { layers.remove(at: place) }
      self.notice = notice
    }
    return []
  }
}
