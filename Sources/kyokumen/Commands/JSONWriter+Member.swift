import Exchange

extension JSONWriter {
  /// A key with a text; nil is `null`.
  mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    string(text)
  }

  /// A key with a whole number; nil is `null`.
  mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    if let number { integer(number) } else { null() }
  }
}
