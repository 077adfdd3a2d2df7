package import Canvas
package import Domain

/// Every action by name, found by a few letters of it, with its key.
package struct PaletteLayer: Layer {
  var field = TextField()
  var cursor = ListCursor()

  package init() {}

  /// With a command begun earlier.
  init(typed text: String) { field = TextField(text) }

  package var unsavedText: UnsavedText? { UnsavedText(answering: .command, [field.text]) }

  package let hints: [(String, Words)] = [
    ("Enter", Words("run", "実行")), ("↑ ↓", Words("choose", "選択")), ("Esc", Words("close", "閉じる")),
  ]

  private func matches(_ model: Model) -> [Action] {
    let all = ActionRegistry.actions.filter { $0.isHere(model) }
    guard !field.isEmpty else { return all }
    if let named = named(among: all) { return [named.action] }
    return scored(all).sorted { $0.score > $1.score }.map(\.action)
  }

  /// What the list shows: actions, or behind the name of one the words it may take.
  private enum Row {
    case action(Action)
    case word(Action, String)

    var isWord: Bool {
      if case .word = self { true } else { false }
    }
  }

  private func rows(_ model: Model) -> [Row] {
    let found = matches(model)
    let parts = field.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let taker = found.first(where: { $0.id == parts[0].lowercased() }),
      let words = taker.choices?(model).filter({ $0.hasPrefix(String(parts[1]).trimmed) }), !words.isEmpty
    else { return found.map(Row.action) }
    return words.map { Row.word(taker, $0) }
  }

  /// Those that have the letters typed, with how well they fit.
  private func scored(_ actions: [Action]) -> [(action: Action, score: Int)] {
    actions.compactMap { action in Fuzzy.score(field.text, in: action.searchText).map { (action, $0) } }
  }

  /// Says where the best fitting command is when that is another screen; nil when it is this one.
  private func elsewhere(_ model: Model) -> Words? {
    let best = scored(ActionRegistry.actions).max { $0.score < $1.score }?.action
    guard let best, let screens = best.screens, !best.isHere(model) else { return nil }
    var names: [Words] = []
    for name in screens.map(Self.name) where !names.contains(name) { names.append(name) }
    return Words(
      "“\(best.words.en)” works on these screens: \(names.map(\.en).joined(separator: ", ")).",
      "「\(best.words.ja)」は次の画面で使えます: \(names.map(\.ja).joined(separator: "、"))")
  }

  /// The phase whose screen it is, as its key and word; else the screen's own name.
  private static func name(_ screen: ScreenID) -> Words {
    guard let phase = screen.phase else {
      return ActionRegistry.action(named: screen.rawValue)?.words
        ?? Words(screen.rawValue, screen.rawValue)
    }
    let (number, words) = (phase.rawValue, phase.shortWords)
    return Words("\(number) \(words.en)", "\(number) \(words.ja)")
  }

  /// The action whose whole name is typed with a word behind it.
  private func named(among actions: [Action]) -> (action: Action, word: String)? {
    let parts = field.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let name = parts.first?.lowercased() else { return nil }
    return actions.first { $0.runWithWord != nil && $0.id == name }.map { ($0, parts[1].trimmed) }
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    let count = rows(model).count
    switch input {
    case .key(.escape), .key(.control("c")): return .closes
    case .key(.tab) where complete(model): break
    case .key(.control("n")), .key(.tab): cursor.receive(.down, count: count)
    case .key(.control("p")), .key(.backTab): cursor.receive(.up, count: count)
    case .key(.enter):
      let rows = rows(model)
      guard rows.indices.contains(cursor.place) else { return .stays }
      switch rows[cursor.place] {
      case .word(let action, let word): return .closes(action.runWithWord?(word, &model) ?? [])
      case .action(let action):
        guard let named = named(among: [action]), let run = named.action.runWithWord else {
          return .closes(model.run(action))
        }
        return .closes(run(named.word, &model))
      }
    case .key(let key):
      let isMove = cursor.receive(key, count: count, isTyping: true)
      if !isMove, field.receive(key) { cursor = ListCursor() }
    case .paste(let text):
      field.paste(text)
      cursor = ListCursor()
    }
    return .stays
  }

  /// Puts the word under the cursor into the line; false where there is none, or it stands there already.
  private mutating func complete(_ model: Model) -> Bool {
    let rows = rows(model)
    guard rows.indices.contains(cursor.place), case .word(let action, let word) = rows[cursor.place],
      field.text != action.id + " " + word
    else { return false }
    field = TextField(action.id + " " + word)
    cursor = ListCursor()
    return true
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 70), rows: min(body.rows, 18))
    let inside = pen.window(body.centered(size), title: model.say(UI.command))
    let used = pen.put(": ", at: inside.origin, role: .footerKey)
    field.draw(
      &pen, at: inside.origin.moved(columns: used), width: inside.columns - used,
      placeholder: model.say(UI.typeToFilter))
    let whole = inside.splitTop(2).rest
    let found = rows(model)
    let words =
      field.isEmpty || found.first?.isWord == true
      ? nil : elsewhere(model) ?? (found.isEmpty ? UI.noCommand : nil)
    let (list, note) = whole.splitTop(words == nil ? whole.rows : min(found.count, whole.rows / 2))
    if let words {
      let lines = DisplayWidth.wrap(model.say(words), to: note.columns).prefix(note.rows)
      for (row, text) in lines.enumerated() {
        pen.put(String(text), at: note.line(row).origin, role: .textMuted, width: note.columns)
      }
    }
    pen.drawList(found.count, cursor, in: list, isTyping: true) { pen, index, line in
      draw(found[index], model, &pen, in: line)
    }
  }

  private func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    switch row {
    case .word(_, let word): pen.put(word, at: line.origin, role: .text, width: line.columns)
    case .action(let action):
      let off = action.unavailable(model) != nil
      pen.put(
        model.say(action.words), at: line.origin, role: off ? .textMuted : .text, width: line.columns - 18)
      pen.putRight(
        model.keymap.text(of: action), at: line.origin.moved(columns: line.columns - 17), width: 17,
        role: .footerKey)
    }
  }
}

/// Finding by letters in order: the closer together and the nearer to a beginning, the better.
package enum Fuzzy {
  /// Higher is better; nil when the letters do not occur in order.
  package static func score(_ needle: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var score = 0
    var position = 0
    var last = -2
    // Letter by letter and no further than it fits: a needle may be a whole clipboard.
    for letter in needle.lowercased() where letter != " " {
      guard let found = letters[position...].firstIndex(of: letter) else { return nil }
      if found == last + 1 { score += 4 }
      if found == 0 || letters[found - 1] == " " { score += 6 }
      score -= min(3, found - position)
      last = found
      position = found + 1
    }
    return score
  }
}
