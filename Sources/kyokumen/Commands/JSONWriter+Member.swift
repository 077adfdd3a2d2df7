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

  /// Something in a file, and where, as an object; nil stands for the file as a whole.
  mutating func remark(
    in file: String, line: Int?, column: Int?, severity: String? = nil, _ message: String
  ) {
    object { writer in
      writer.member("file", file)
      writer.member("line", line)
      writer.member("column", column)
      if let severity { writer.member("severity", severity) }
      writer.member("message", message)
    }
  }
}
