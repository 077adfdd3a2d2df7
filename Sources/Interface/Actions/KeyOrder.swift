package import Canvas

/// What a person wrote in a keys file: an action, the keys it is to have, and where that stands.
package struct KeyOrder: Hashable, Sendable {
  /// One key as it was written.
  package struct Wish: Hashable, Sendable {
    package let text: String
    package let place: Place

    package init(_ text: String, at place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// A line and a column of the file, counted from 1.
  package struct Place: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The name of the action, as typed after `:`.
  package let action: String
  package let place: Place
  /// Empty takes the action's keys away.
  package let wishes: [Wish]

  package init(_ action: String, at place: Place, _ wishes: [Wish]) {
    self.action = action
    self.place = place
    self.wishes = wishes
  }
}

/// Something in a keys file that cannot be, and where; the sentence is made from it in the person's language.
package struct KeyFault: Error, Hashable, Sendable {
  /// One of the two actions a key would run.
  package struct Claim: Hashable, Sendable {
    package let action: String
    /// The line that says so; nil when it is the action's usual key.
    package let line: Int?
  }

  package enum Problem: Hashable, Sendable {
    /// No action is called that; the names most like it.
    case unknownAction(String, like: [String])
    /// No key is called that.
    case unknownKey(String)
    /// The key always does the same, so that there is a way out whatever the file says.
    case fixedKey(Key)
    /// Terminals send the same for both.
    case sameInTerminal(String, Key)
    /// The file says twice what keys an action has.
    case saidTwice(String, line: Int)
    /// One key, two actions in one place; screens are nil where both are everywhere.
    case conflict(Key, Claim, Claim, screens: [ScreenID]?)
    /// An action without which nothing else is found would have no key on these screens; nil is all.
    case outOfReach(String, screens: [ScreenID]?)
  }

  package let problem: Problem
  package let place: KeyOrder.Place
}

/// On these screens a key runs the screen's own action, and no longer the one of everywhere.
package struct KeyShadow: Hashable, Sendable {
  package let key: Key
  package let own: String
  package let everywhere: String
  package let screens: [ScreenID]
  package let place: KeyOrder.Place
}
