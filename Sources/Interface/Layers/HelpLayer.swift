package import Canvas
package import Domain

/// All keys: of the screen in front first, then those of everywhere; typing narrows them down.
package struct HelpLayer: Layer {
  var field = TextField()
  var top = 0

  package init() {}

  package let hints: [(String, Words)] = [
    ("↑ ↓", Words("scroll", "スクロール")), ("Esc", Words("close", "閉じる")),
  ]

  private struct Line {
    let key: String
    let text: String
    let isHeading: Bool
    /// Stands alone, without a key.
    let isNote: Bool
  }

  private func lines(_ model: Model) -> [Line] {
    let all = ActionRegistry.actions.filter {
      $0.isHere(model) && !model.keymap.keys(of: $0).isEmpty && model.keymap.isReached($0, model)
    }
    let here = all.filter { $0.screens != nil }
    let everywhere = all.filter { $0.screens == nil }
    return section(UI.helpHere, here, model) + section(UI.helpEverywhere, everywhere, model)
      + (model.assessment.scope == .cyberspace ? definition(model) : [])
  }

  private static let noteColumns = 70

  /// In cyberspace: what the word may mean, after the keys and found by typing like them.
  private func definition(_ model: Model) -> [Line] {
    let notes = CybersecurityWords.lines.map(model.say)
    let title = model.say(CybersecurityWords.title)
    guard field.isEmpty || (notes + [title]).contains(where: { Needle(field.text).isIn($0) }) else {
      return []
    }
    let lines = notes.flatMap { DisplayWidth.wrap($0, to: Self.noteColumns).map(String.init) }
    return [Line(key: "", text: title, isHeading: true, isNote: false)]
      + lines.map { Line(key: "", text: $0, isHeading: false, isNote: true) }
  }

  private func section(_ title: Words, _ actions: [Action], _ model: Model) -> [Line] {
    let lines = actions.map {
      Line(key: model.keymap.text(of: $0), text: model.say($0.words), isHeading: false, isNote: false)
    }
    .filter { line in
      field.isEmpty || line.key == field.text
        || Fuzzy.score(field.text, in: line.text + " " + line.key) != nil
    }
    return lines.isEmpty
      ? [] : [Line(key: "", text: model.say(title), isHeading: true, isNote: false)] + lines
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch input {
    case .key(.escape), .key(.control("c")), .key(.enter): return .closes
    case .key(.down): top = min(top + 1, max(0, lines(model).count - 1))
    case .key(.up): top = max(0, top - 1)
    case .key(.pageDown): top = min(top + 10, max(0, lines(model).count - 1))
    case .key(.pageUp): top = max(0, top - 10)
    case .key(let key):
      if field.isEmpty, closes(key, model) { return .closes }
      if field.receive(key) { top = 0 }
    case .paste(let text): field.paste(text)
    }
    return .stays
  }

  /// The keys that open help and leave a screen close it, while nothing is typed.
  private func closes(_ key: Key, _ model: Model) -> Bool {
    ["help", "leave"].contains { id in
      ActionRegistry.action(named: id).map { model.keymap.keys(of: $0).contains(key) } ?? false
    }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 76), rows: body.rows - 2)
    let inside = pen.window(body.centered(size), title: model.say(UI.help))
    field.draw(&pen, at: inside.origin, width: inside.columns, placeholder: model.say(UI.typeToFilter))
    let list = inside.splitTop(2).rest
    for (offset, line) in lines(model).dropFirst(top).prefix(list.rows).enumerated() {
      let place = list.line(offset).origin
      if line.isHeading {
        pen.put(line.text, at: place, role: .title, width: list.columns)
      } else if line.isNote {
        pen.put(line.text, at: place, width: list.columns)
      } else {
        pen.putRight(line.key, at: place, width: 18, role: .footerKey)
        pen.put(line.text, at: place.moved(columns: 20), width: list.columns - 20)
      }
    }
  }
}
