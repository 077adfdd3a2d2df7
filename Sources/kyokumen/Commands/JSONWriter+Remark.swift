import Exchange

extension JSONWriter {
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
