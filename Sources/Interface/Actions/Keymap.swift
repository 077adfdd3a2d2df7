package import Canvas
package import Domain

/// Which key runs which action: the registry's own keys, and others where a person wanted others.
package struct Keymap: Sendable {
  /// Nobody wanted other keys.
  package static let usual = Keymap(own: [:])

  /// The keys of actions that do not have their usual ones.
  private let own: [String: [Key]]
  private let byKey: [Key: [Action]]
  /// Those a footer may show, the first before the others.
  private let footed: [Hint]

  /// Keys that can do no more than move the cursor, whatever the screen.
  private let moves: Set<Key>

  /// An action with its key and what else that key may do. An object: asked for every frame, and large to copy.
  private final class Hint: Sendable {
    let action: Action
    let key: String
    let rivals: [Action]

    init(_ action: Action, _ key: Key, _ rivals: [Action]) {
      self.action = action
      self.key = key.name
      self.rivals = rivals
    }

    func isShown(_ model: Model) -> Bool {
      action.inCell == model.state.inCell && action.isHere(model) && action.unavailable(model) == nil
        && !action.isIdle(model)
        && (rivals.count == 1 || Keymap.first(of: rivals, model)?.id == action.id)
    }
  }

  /// Keys that always do the same: out, on, cancel, suspend, redraw.
  package static let fixed: Set<Key> = [
    .escape, .enter, .control("c"), .control("z"), .control("l"),
  ]

  /// Actions that find all others, or lead out; they always have a key.
  package static let needed = ["palette", "help", "leave"]

  /// Keys that reach the program as another one.
  static let alike: [Key: Key] = [
    .control("i"): .tab, .control("m"): .enter, .control("h"): .backspace, .control("?"): .backspace,
    .control("["): .escape,
  ]

  init(own: [String: [Key]]) {
    self.own = own
    byKey = ActionRegistry.actions.reduce(into: [:]) { table, action in
      for key in own[action.id] ?? action.keys { table[key, default: []].append(action) }
    }
    let table = byKey
    moves = Set(table.filter { $0.value.allSatisfy(\.isMove) }.keys)
    footed = ActionRegistry.actions.filter { $0.footer != nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .compactMap { action in
        (own[action.id] ?? action.keys).first.map { Hint(action, $0, table[$0] ?? []) }
      }
  }

  /// All keys of an action, the one that is shown first.
  package func keys(of action: Action) -> [Key] { own[action.id] ?? action.keys }

  /// Whether a person gave the action other keys than its usual ones.
  package func isChanged(_ action: Action) -> Bool { own[action.id].map { $0 != action.keys } ?? false }

  /// The key that is shown for an action, by its name; empty when it has none.
  package func text(of action: Action) -> String { keys(of: action).first?.name ?? "" }

  /// The key a sentence names for an action: the one it has, else what is typed to run it.
  package func mention(of id: String) -> String {
    guard let action = ActionRegistry.action(named: id) else { return id }
    let key = text(of: action)
    guard key.isEmpty else { return key }
    return (ActionRegistry.action(named: "palette").map(text(of:)) ?? "") + id
  }

  /// The words with the keys a person has.
  package func say(_ words: Words, _ language: Language) -> String {
    words.text(language) { Self.written(mention(of: $0), language) }
  }

  /// A key's name among words: Japanese ones have the sign of an arrow key.
  static func written(_ key: String, _ language: Language) -> String {
    language == .japanese ? arrows[key] ?? key : key
  }

  private static let arrows = ["Up": "↑", "Down": "↓", "Left": "←", "Right": "→"]

  /// What a key does on the screen in front: the screen's own action before the one of everywhere.
  package func action(for key: Key, in model: Model) -> Action? {
    Self.first(of: byKey[key] ?? [], model)
  }

  /// Whether a key can do no more than move the cursor, whatever the screen.
  func isMove(_ key: Key) -> Bool { moves.contains(key) }

  private static func first(of actions: [Action], _ model: Model) -> Action? {
    let here = actions.filter { $0.isHere(model) }
    return here.first(where: \.inCell) ?? here.first { $0.screens != nil } ?? here.first
  }

  /// Whether an action's key leads to it and not to another of the screen in front.
  func isReached(_ action: Action, _ model: Model) -> Bool {
    keys(of: action).first.map { self.action(for: $0, in: model)?.id == action.id } ?? true
  }

  /// Keys and words for the footer of the screen in front, each found when it is asked for.
  func footer(_ model: Model) -> some Sequence<(String, Words)> {
    footed.lazy.filter { $0.isShown(model) }.map { (Self.written($0.key, model.language), $0.action.words) }
  }
}
