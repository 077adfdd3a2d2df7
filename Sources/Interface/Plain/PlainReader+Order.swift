import Canvas
import Domain

/// Actions by their names, ids and keys, and the list of them.
extension PlainReader {
  /// Runs the action meant; asks which where several may be.
  ///
  /// - Parameters:
  ///   - typed: All that was typed.
  ///   - rest: What follows its first word.
  ///   - host: Where it is done.
  mutating func order(_ typed: String, _ rest: String, _ host: some PlainHost) {
    let model = host.model
    let whole = typed.first == ":" ? String(typed.dropFirst()).trimmed : typed
    if let action = Self.action(whole, model) { return run(action.id, "", host) }
    let first = String(whole.split(separator: " ").first ?? "")
    if !rest.isEmpty, let action = Self.action(first, model) { return run(action.id, rest, host) }
    if let screen = ScreenID(rawValue: whole.lowercased()), Screens.isBuilt(screen) {
      return host.send(.asked(.screen(screen)))
    }
    let here = ActionRegistry.actions.filter { $0.isHere(model) }
    let beginning = here.filter { action in
      [action.id, action.words.en, action.words.ja].contains { $0.lowercased().hasPrefix(whole.lowercased()) }
    }
    if beginning.count == 1 { return run(beginning[0].id, "", host) }
    let scored = here.compactMap { action in
      Fuzzy.score(whole, in: action.searchText).map { (action, $0) }
    }
    let likely = beginning.isEmpty ? scored.sorted { $0.1 > $1.1 }.prefix(6).map(\.0) : beginning
    guard whole.count > 1, !likely.isEmpty else {
      turn.lines = ["“\(typed)”: " + model.say(PlainWords.notUnderstood)]
      return
    }
    menu = .actions(likely.map(\.id))
    turn.lines = [model.say(PlainWords.which)] + Self.numbered(likely, model)
  }

  /// The action of that key, id or name on the screen in front.
  private static func action(_ typed: String, _ model: Model) -> Action? {
    if let key = Key(name: typed), let action = model.keymap.action(for: key.halfWidth, in: model) {
      return action
    }
    let name = typed.lowercased()
    return ActionRegistry.actions.first { action in
      action.isHere(model)
        && (action.id == name || action.words.en.lowercased() == name || action.words.ja == typed)
    }
  }

  /// A number behind it is the line it is done on; other text is given to what it asks.
  mutating func run(_ id: String, _ rest: String, _ host: some PlainHost) {
    if id == "help" || id == "palette" { return help(host.model) }
    if let number = Self.number(rest) {
      guard host.model.state.rows.indices.contains(number - 1) else {
        turn.lines = [host.model.say(PlainWords.noSuchNumber)]
        return
      }
      host.send(.asked(.line(number - 1)))
      return host.send(.asked(.action(id, word: "")))
    }
    let assessment = host.model.assessment
    if let record = assessment.record(labelled: rest), assessment.kind(of: record) != .party {
      let place = host.model.state.rows.firstIndex { $0.record == record }
      host.send(.asked(place.map(Wish.line) ?? .record(record)))
      return host.send(.asked(.action(id, word: "")))
    }
    let before = host.model.layers.count
    let takesWord = ActionRegistry.action(named: id)?.runWithWord != nil
    host.send(.asked(.action(id, word: rest)))
    if !takesWord, !rest.isEmpty, host.model.layers.count > before { answer(rest, host) }
  }

  // MARK: Help

  /// What is for eyes and hands on a drawn screen only.
  private static let silent: Set<String> = [
    "up", "down", "page-up", "page-down", "first", "last", "next-pane", "previous-pane", "mouse", "redraw",
    "suspend", "palette", "help", "back-out", "leave", "tutorial-back",
  ]

  /// How to go about, then the actions of the screen, then those of everywhere, numbered.
  mutating func help(_ model: Model) {
    let all = ActionRegistry.actions.filter {
      $0.isHere(model) && $0.unavailable(model) == nil && !Self.silent.contains($0.id)
    }
    let ordered = all.filter { $0.screens != nil } + all.filter { $0.screens == nil }
    menu = .actions(ordered.map(\.id))
    turn.lines =
      [model.say(PlainWords.everywhere) + ":"] + PlainWords.general.map(model.say)
      + [model.say(PlainWords.actions) + ":"] + Self.numbered(ordered, model)
  }

  private static func numbered(_ actions: [Action], _ model: Model) -> [String] {
    actions.enumerated().map { place, action in
      let key = model.keymap.text(of: action)
      let how = [key, action.id].filter { !$0.isEmpty }.joined(separator: ", ")
      return "\(place + 1). " + model.say(action.words) + " (" + how + ")"
    }
  }
}
