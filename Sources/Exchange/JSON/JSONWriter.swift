package import Domain

/// Writes JSON piece by piece; keys come in the order in which the caller gives them.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private var needsComma = false
  private var followsKey = false
  /// How deep the next line is indented; nil for one line.
  private var depth: Int?

  /// - Parameters:
  ///   - indented: Whether each member and element stands on a line of its own.
  ///   - sink: Takes the bytes, some tens of thousands at a time.
  package init(indented: Bool = false, sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    depth = indented ? 0 : nil
  }

  /// One JSON text made in memory.
  package static func text(_ write: (inout JSONWriter) throws -> Void) rethrows -> String {
    var writer = JSONWriter { _ in }
    try write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Hands over what is still held back.
  package mutating func finish() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over when much has gathered; only writers with a sink call it.
  package mutating func relieve() throws {
    if bytes.count > 1 << 16 { try finish() }
  }

  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  // MARK: Structure

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    open("{")
    try members(&self)
    close("}")
  }

  package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    open("[")
    try elements(&self)
    close("]")
  }

  package mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if depth != nil { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    followsKey = true
  }

  /// A key with a text; nil is `null`.
  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    string(text)
  }

  /// A key with a whole number; nil is `null`.
  package mutating func member(_ key: String, _ number: (some BinaryInteger)?) {
    self.key(key)
    if let number { integer(number) } else { null() }
  }

  /// A key with yes or no.
  package mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    self.flag(flag)
  }

  /// A key with an object of its own.
  package mutating func object(_ key: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
    self.key(key)
    try object(members)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
    depth? += 1
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    depth? -= 1
    if needsComma { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    if !followsKey { breakLine() }
    followsKey = false
  }

  private mutating func breakLine() {
    guard let depth, depth > 0 || !bytes.isEmpty else { return }
    newline()
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  // MARK: Values

  package mutating func null() { raw("null") }
  package mutating func flag(_ flag: Bool) { raw(flag ? "true" : "false") }
  package mutating func integer(_ integer: some BinaryInteger) { raw(String(integer)) }

  /// A finite number.
  package mutating func number(_ number: Double) { raw(Value.plain(number)) }

  /// A number or other word exactly as it was written.
  mutating func literal(_ text: String) { raw(text) }

  package mutating func string(_ text: String?) {
    guard let text else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { escape(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func strings(_ texts: some Sequence<String>) {
    array { for text in texts { $0.string(text) } }
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\"")])
    case UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\")])
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F:
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    // U+0080 to U+009F, which some terminals obey: their first byte stands there already.
    case 0x80..<0xA0 where bytes.last == 0xC2:
      bytes.removeLast()
      bytes.append(contentsOf: ("\\u00" + String(byte, radix: 16)).utf8)
    default: bytes.append(byte)
    }
  }

  /// A value as plain JSON; `name` says how a record is written: by id in an export, by label for people.
  package mutating func value(_ value: Value?, name: (RecordID) -> String) {
    switch value {
    case nil: null()
    case .text(let text), .choice(let text): string(text)
    case .number(let number): self.number(number)
    case .integer(let integer): self.integer(integer)
    case .flag(let flag): self.flag(flag)
    case .day(let day): string(day.text)
    case .choices(let texts), .list(let texts): strings(texts)
    case .reference(let id): string(name(id))
    case .references(let ids): strings(ids.map(name))
    case .table(let rows): array { for row in rows { $0.strings(row) } }
    }
  }
}
