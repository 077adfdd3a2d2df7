/// Reads JSON in one pass over bytes; nothing is kept of it but what the caller takes.
struct JSONReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private var path: [Step] = []

  private enum Step {
    case key(String)
    case index(Int)
  }

  /// Starts at the top, or at a value that was found before, whose path is `key`.
  init(_ bytes: [UInt8], at position: Int = 0, key: String? = nil) {
    self.bytes = bytes
    self.position = position
    path = key.map { [.key($0)] } ?? []
    if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.position = 3 }
  }

  // MARK: Faults

  func fault(_ why: JSONFault.Why) -> JSONFault {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let start = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    return JSONFault(why: why.brief, path: pathText, line: line, column: before.count - start + 1)
  }

  private var pathText: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + JSONFault.brief(key)
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  // MARK: Structure

  /// Reads an object; the closure reads or skips each member's value.
  mutating func object(_ member: (inout JSONReader, String) throws -> Void) throws {
    try expect(UInt8(ascii: "{"))
    guard !accept(UInt8(ascii: "}")) else { return }
    try ensureShallow()
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      path.append(.key(key))
      try member(&self, key)
      path.removeLast()
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Reads an array; the closure reads or skips each element.
  mutating func array(_ element: (inout JSONReader) throws -> Void) throws {
    try expect(UInt8(ascii: "["))
    guard !accept(UInt8(ascii: "]")) else { return }
    try ensureShallow()
    var index = 0
    repeat {
      path.append(.index(index))
      try element(&self)
      path.removeLast()
      index += 1
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  /// Ends the document.
  mutating func end() throws {
    skipSpace()
    guard position == bytes.count else { throw fault(.syntax) }
  }

  // A stranger's brackets must not exhaust the stack.
  private func ensureShallow() throws {
    guard path.count < 64 else { throw fault(.syntax) }
  }

  mutating func skip() throws {
    switch peek() {
    case UInt8(ascii: "{"): try object { reader, _ in try reader.skip() }
    case UInt8(ascii: "["): try array { try $0.skip() }
    case UInt8(ascii: "\""): _ = try string()
    default: _ = try word()
    }
  }

  // MARK: Values

  /// The first byte of the next value; nil at the end.
  mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func string() throws -> String {
    guard accept(UInt8(ascii: "\"")) else { throw fault(.wrongValue) }
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
      case UInt8(ascii: "\\"): return try escapedString(Array(bytes[start..<position]))
      case 0..<0x20: throw fault(.syntax)
      default: position += 1
      }
    }
    throw fault(.syntax)
  }

  /// Nil for `null`.
  mutating func optionalString() throws -> String? {
    if peek() == UInt8(ascii: "n") {
      guard try word() == "null" else { throw fault(.syntax) }
      return nil
    }
    return try string()
  }

  mutating func integer() throws -> Int64 {
    guard let integer = Int64(try word()) else { throw fault(.wrongValue) }
    return integer
  }

  mutating func number() throws -> Double {
    guard let number = Double(try word()), number.isFinite else { throw fault(.wrongValue) }
    return number
  }

  mutating func flag() throws -> Bool {
    switch try word() {
    case "true": return true
    case "false": return false
    default: throw fault(.wrongValue)
    }
  }

  mutating func strings() throws -> [String] {
    var texts: [String] = []
    try array { texts.append(try $0.string()) }
    return texts
  }

  // MARK: Bytes

  /// The bytes of a number, a flag or `null`.
  mutating func word() throws -> String {
    skipSpace()
    let start = position
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
    guard position > start else {
      let isOther = position < bytes.count && Array("\"{[".utf8).contains(bytes[position])
      throw fault(isOther ? .wrongValue : .syntax)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func escapedString(_ start: [UInt8]) throws -> String {
    var text = start
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault(.syntax)
      default: text.append(byte)
      }
    }
    throw fault(.syntax)
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard position < bytes.count else { throw fault(.syntax) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try scalar())).utf8)
    default: throw fault(.syntax)
    }
  }

  private mutating func scalar() throws -> Unicode.Scalar {
    let first = try unit()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault(.syntax) }
      return scalar
    }
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw fault(.syntax) }
    position += 2
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.syntax) }
    return scalar
  }

  private mutating func unit() throws -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault(.syntax) }
    position += 4
    return unit
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard accept(byte) else { throw fault(.syntax) }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }
}
