package import Canvas
package import Domain

/// What an action needs before it may run.
package enum Capability: Hashable, Sendable {
  case look
  /// What an auditor may: findings, what is kept of a walk, and taking either back.
  case audit
  case change
}

/// One thing a person can do: declared once; footer, help, palette and mouse all read it here.
package struct Action: Sendable {
  /// Stable name, as typed after `:`.
  package let id: String
  package let words: Words
  /// Its usual keys, the one that is shown first; what it has now says the keymap.
  package let keys: [Key]
  /// Screens it belongs to; nil for everywhere.
  package let screens: [ScreenID]?
  package let capability: Capability
  /// Place in the footer, the lowest first; nil when it is not shown there.
  package let footer: Int?
  /// Works only while letters and digits are values for the line under the cursor.
  package let inCell: Bool
  let condition: @Sendable (Model) -> Words?
  let run: @Sendable (inout Model) -> [Effect]
  /// Had only while the tutorial is on.
  private(set) var isOfTutorial = false
  /// Moves the cursor and does nothing else.
  private(set) var isMove = false
  /// Whether it would leave all as it is where the cursor stands: the footer does not name it then.
  package private(set) var isIdle: @Sendable (Model) -> Bool = { _ in false }
  /// What it does with a word typed behind its name after `:`; nil when it takes none.
  private(set) var runWithWord: (@Sendable (String, inout Model) -> [Effect])?
  /// The words it may take, where it is not any.
  private(set) var choices: (@Sendable (Model) -> [String])?

  /// - Parameters:
  ///   - id: Stable name.
  ///   - en: Name in English.
  ///   - ja: Name in Japanese.
  ///   - keys: Keys that run it.
  ///   - screens: Where it belongs; nil for everywhere.
  ///   - capability: What it needs.
  ///   - footer: Its place in the footer.
  ///   - inCell: Whether it works in cell mode only.
  ///   - unless: Why it cannot run now; nil when it can.
  ///   - run: What it does.
  package init(
    _ id: String, _ en: String, _ ja: String, keys: [Key] = [], screens: [ScreenID]? = nil,
    capability: Capability = .look, footer: Int? = nil, inCell: Bool = false,
    unless: @escaping @Sendable (Model) -> Words? = { _ in nil },
    run: @escaping @Sendable (inout Model) -> [Effect]
  ) {
    self.id = id
    words = Words(en, ja)
    self.keys = keys
    self.screens = screens
    self.capability = capability
    self.footer = footer
    self.inCell = inCell
    condition = unless
    self.run = run
  }

  /// The same action, which also takes a word behind its name: any, or one of those given.
  func takingWord(
    of choices: (@Sendable (Model) -> [String])? = nil,
    _ run: @escaping @Sendable (String, inout Model) -> [Effect]
  ) -> Action {
    var action = self
    action.runWithWord = run
    action.choices = choices
    return action
  }

  /// The same action, which does no more than move the cursor.
  func asMove() -> Action {
    var action = self
    action.isMove = true
    return action
  }

  /// The same action, which the footer does not name where it would do nothing.
  func idle(where isIdle: @escaping @Sendable (Model) -> Bool) -> Action {
    var action = self
    action.isIdle = isIdle
    return action
  }

  /// The same action, had only while the tutorial is on.
  func ofTutorial() -> Action {
    var action = self
    action.isOfTutorial = true
    return action
  }

  /// Whether it belongs to the screen in front.
  package func isHere(_ model: Model) -> Bool {
    (!isOfTutorial || model.tutorial != nil) && (screens?.contains(model.screen) ?? true)
      && (!inCell || model.state.inCell)
  }

  /// Why it cannot run now, in words; nil when it can.
  package func unavailable(_ model: Model) -> Words? {
    if let reason = model.reasonHeldBack(capability) { return reason }
    return condition(model)
  }

  /// What the palette looks through.
  var searchText: String { id + " " + words.en + " " + words.ja }
}
