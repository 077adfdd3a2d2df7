extension OSCALValue {
  /// Reads one JSON document.
  ///
  /// - Throws: `JSONFault`, with the place in the document.
  package init(json bytes: [UInt8]) throws {
    var reader = JSONReader(bytes)
    self = try reader.anyValue()
    try reader.end()
  }

  /// The document as people read it: indented, with a line break at its end.
  package var jsonBytes: [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter(indented: true) { bytes += $0 }
    writer.any(self)
    writer.newline()
    // The sink above cannot fail.
    try? writer.finish()
    return bytes
  }

  /// One line of JSON, for keeping it in a field.
  package var jsonText: String { JSONWriter.text { $0.any(self) } }
}

extension JSONWriter {
  /// Any value, its keys in their order.
  package mutating func any(_ value: OSCALValue) {
    switch value {
    case .null: null()
    case .flag(let flag): self.flag(flag)
    case .number(let text): literal(text)
    case .text(let text): string(text)
    case .array(let elements): array { for element in elements { $0.any(element) } }
    case .object(let object):
      self.object { writer in
        for member in object.members {
          writer.key(member.key)
          writer.any(member.value)
        }
      }
    }
  }
}

extension JSONReader {
  /// Any value as it stands.
  mutating func anyValue() throws -> OSCALValue {
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [(String, OSCALValue)] = []
      try object { reader, key in members.append((key, try reader.anyValue())) }
      return .object(OSCALObject(members))
    case UInt8(ascii: "["):
      var elements: [OSCALValue] = []
      try array { elements.append(try $0.anyValue()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .text(try string())
    default: return try literal()
    }
  }

  private mutating func literal() throws -> OSCALValue {
    let start = self
    switch try word() {
    case "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    case let number:
      // Swift's numbers include words and hexadecimals that JSON has not.
      guard number.utf8.allSatisfy({ Self.numberBytes.contains($0) }), Double(number)?.isFinite == true,
        number.utf8.first != UInt8(ascii: "+")
      else { throw start.fault(.syntax) }
      return .number(number)
    }
  }

  private static let numberBytes = Set("0123456789+-.eE".utf8)
}
