package import Domain

/// What a text means in a field.
package struct ParsedValue: Hashable, Sendable {
  /// Nil empties the field.
  package let value: Value?
  /// What must be done before the value is written, such as making a person who was named for the first time.
  package let commands: [Command]

  package init(value: Value?, commands: [Command]) {
    self.value = value
    self.commands = commands
  }
}
