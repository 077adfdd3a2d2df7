import Canvas

/// Makes a keymap of what a person wrote, or finds everything that cannot be.
package struct KeymapReader {
  /// Nil when something was at fault.
  package private(set) var keymap: Keymap?
  /// In the order of the file.
  package private(set) var faults: [KeyFault] = []
  /// What the screens' own actions newly hide; no fault, but good to know.
  package private(set) var shadows: [KeyShadow] = []

  private var own: [String: [Key]] = [:]
  private var places: [String: KeyOrder] = [:]
  private var keyPlaces: [String: [Key: KeyOrder.Place]] = [:]

  package init(_ orders: [KeyOrder]) {
    for order in orders { take(order) }
    followBase()
    compare()
    faults.sort { $0.order < $1.order }
    if faults.isEmpty { keymap = Keymap(own: own) }
  }

  private mutating func take(_ order: KeyOrder) {
    guard let action = ActionRegistry.action(named: order.action) else {
      return note(.unknownAction(order.action, like: Self.names(like: order.action)), order.place)
    }
    if let first = places[action.id] {
      return note(.saidTwice(action.id, line: first.place.line), order.place)
    }
    places[action.id] = order
    // Escape and Enter stay with those who have them.
    let kept = action.keys.filter(Keymap.fixed.contains)
    var keys: [Key] = []
    for wish in order.wishes {
      guard let key = key(of: wish, keeping: kept), !keys.contains(key) else { continue }
      keys.append(key)
      keyPlaces[action.id, default: [:]][key] = wish.place
    }
    own[action.id] = keys + kept.filter { !keys.contains($0) }
  }

  private mutating func key(of wish: KeyOrder.Wish, keeping kept: [Key]) -> Key? {
    guard let key = Key(name: wish.text), Self.canBePressed(key) else {
      note(.unknownKey(wish.text), wish.place)
      return nil
    }
    if let same = Keymap.alike[key] {
      note(.sameInTerminal(wish.text, same), wish.place)
      return nil
    }
    if Keymap.fixed.contains(key), !kept.contains(key) {
      note(.fixedKey(key), wish.place)
      return nil
    }
    return key
  }

  /// Full-width letters count as their half-width ones, and Ctrl goes with letters and a few signs.
  private static func canBePressed(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      key.halfWidth == key && character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    case .control(let character): ("a"..."z").contains(character) || "@[\\]^_?".contains(character)
    case .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .function, .alt, .altLeft, .altRight, .shiftUp, .shiftDown, .shiftLeft,
      .shiftRight:
      true
    }
  }

  /// What a screen shows in its own footer moves with what it stands for: `matters-here` with `matters`.
  private mutating func followBase() {
    for action in ActionRegistry.actions where action.id.hasSuffix("-here") && own[action.id] == nil {
      let base = String(action.id.dropLast("-here".count))
      guard let keys = own[base], let usual = ActionRegistry.action(named: base)?.keys, usual == action.keys
      else { continue }
      own[action.id] = keys
      places[action.id] = places[base]
      keyPlaces[action.id] = keyPlaces[base]
    }
  }

  private mutating func note(_ problem: KeyFault.Problem, _ place: KeyOrder.Place) {
    faults.append(KeyFault(problem: problem, place: place))
  }

  // MARK: What does not go together

  private func keys(_ action: Action) -> [Key] { own[action.id] ?? action.keys }

  private mutating func compare() {
    let bound = ActionRegistry.actions.flatMap { action in keys(action).map { ($0, action) } }
    for (_, group) in Dictionary(grouping: bound, by: \.0) {
      let actions = group.map(\.1)
      for (index, one) in actions.enumerated() {
        for other in actions[(index + 1)...] { compare(one, other, group[0].0) }
      }
    }
    for id in Keymap.needed {
      guard let action = ActionRegistry.action(named: id), keys(action).isEmpty, let order = places[id] else {
        continue
      }
      note(.outOfReach(id, screens: nil), order.place)
    }
    shadows.sort { ($0.place.line, $0.place.column, $0.own) < ($1.place.line, $1.place.column, $1.own) }
  }

  private mutating func compare(_ one: Action, _ other: Action, _ key: Key) {
    guard let (later, earlier) = changed(one, other, key) else { return }
    switch (later.screens, earlier.screens) {
    case (nil, nil): conflict(key, later, earlier, nil)
    case (let own?, let others?):
      let both = own.filter(others.contains)
      if !both.isEmpty, later.inCell == earlier.inCell { conflict(key, later, earlier, both) }
    case (let screens?, nil): shadow(key, own: later, earlier, screens, place(later, key))
    case (nil, let screens?): shadow(key, own: earlier, later, screens, place(later, key))
    }
  }

  /// Of two actions on one key the one the file speaks of later, and the other; nil when the file has nothing to do
  /// with it.
  private func changed(_ one: Action, _ other: Action, _ key: Key) -> (later: Action, earlier: Action)? {
    guard one.keys.contains(key) == false || other.keys.contains(key) == false else { return nil }
    let (first, second) = (place(one, key), place(other, key))
    guard let first else { return second == nil ? nil : (other, one) }
    guard let second else { return (one, other) }
    return (first.line, first.column) > (second.line, second.column) ? (one, other) : (other, one)
  }

  private func place(_ action: Action, _ key: Key) -> KeyOrder.Place? { keyPlaces[action.id]?[key] }

  private mutating func conflict(_ key: Key, _ later: Action, _ earlier: Action, _ screens: [ScreenID]?) {
    guard let place = place(later, key) else { return }
    func claim(_ action: Action) -> KeyFault.Claim {
      KeyFault.Claim(action: action.id, line: self.place(action, key)?.line)
    }
    note(.conflict(key, claim(later), claim(earlier), screens: screens), place)
  }

  private mutating func shadow(
    _ key: Key, own: Action, _ everywhere: Action, _ screens: [ScreenID], _ place: KeyOrder.Place?
  ) {
    guard let place, !own.inCell, own.id != everywhere.id + "-here" else { return }
    let others = keys(everywhere).filter { other in
      other != key
        && !ActionRegistry.actions.contains { action in
          action.screens?.contains(where: screens.contains) == true && !action.inCell
            && keys(action).contains(other)
        }
    }
    if Keymap.needed.contains(everywhere.id), others.isEmpty {
      note(.outOfReach(everywhere.id, screens: screens), place)
    } else {
      shadows.append(
        KeyShadow(key: key, own: own.id, everywhere: everywhere.id, screens: screens, place: place))
    }
  }

  /// Names that a mistyped one may have meant: the nearest few by letters in common.
  private static func names(like wrong: String) -> [String] {
    let scored = ActionRegistry.actions.compactMap { action -> (String, Int)? in
      let score = Fuzzy.score(wrong, in: action.id) ?? Fuzzy.score(action.id, in: wrong)
      return score.map { (action.id, $0) }
    }
    return scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
  }
}
