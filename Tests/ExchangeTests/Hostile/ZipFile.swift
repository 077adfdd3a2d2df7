/// Writes zip archives byte by byte, so that they may say what no honest program writes.
struct ZipFile {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var entries = 0

  /// Packed content with what it unpacks to.
  struct Content {
    let packed: [UInt8]
    let isDeflated: Bool
    let size: Int
    let checksum: UInt32

    /// Bytes as they are.
    init(_ bytes: [UInt8]) {
      packed = bytes
      isDeflated = false
      size = bytes.count
      checksum = Checksum.of(bytes)
    }

    /// A beginning, then one byte over and over: `runs` × 258 times, at 13 bits a run.
    ///
    /// With the true checksum, which takes its time, or with one that no reader gets to.
    init(_ beginning: [UInt8], then byte: UInt8, runs: Int, isChecked: Bool) {
      packed = Deflated.run(beginning + [byte], runs: runs)
      isDeflated = true
      size = beginning.count + 1 + runs * 258
      checksum =
        isChecked ? Checksum.of(beginning + [UInt8](repeating: byte, count: runs * 258 + 1)) : 0
    }
  }

  /// A part under a name.
  ///
  /// - Returns: Where it begins, for names that lead there again.
  @discardableResult
  mutating func add(_ name: String, _ content: Content) -> Int {
    let place = bytes.count
    bytes += header([0x50, 0x4B, 0x03, 0x04], name, content) + Array(name.utf8) + content.packed
    link(name, content, at: place)
    return place
  }

  /// One more name for a part that is there: archives that say so unpack to any multiple of their size.
  mutating func link(_ name: String, _ content: Content, at place: Int) {
    var entry = header([0x50, 0x4B, 0x01, 0x02, 20, 0], name, content)
    entry += [UInt8](repeating: 0, count: 10) + Self.four(place)
    directory += entry + Array(name.utf8)
    entries += 1
  }

  /// The whole archive.
  func closed() -> [UInt8] {
    bytes + directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + Self.two(entries) + Self.two(entries)
      + Self.four(directory.count) + Self.four(bytes.count) + [0, 0]
  }

  private func header(_ mark: [UInt8], _ name: String, _ content: Content) -> [UInt8] {
    mark + [20, 0, 0, 0] + Self.two(content.isDeflated ? 8 : 0) + [0, 0, 0x21, 0]
      + Self.four(Int(content.checksum)) + Self.four(content.packed.count) + Self.four(content.size)
      + Self.two(name.utf8.count) + [0, 0]
  }

  private static func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }

  private static func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two(number >> 16 & 0xFFFF) }
}

/// RFC 1951, one block of fixed codes.
private enum Deflated {
  /// Literals, then matches of 258 bytes that repeat the last one.
  static func run(_ literals: [UInt8], runs: Int) -> [UInt8] {
    var bits = Bits()
    bits.add(0b011, 3)
    for literal in literals {
      if literal < 144 { bits.addCode(0x30 + Int(literal), 8) } else { bits.addCode(256 + Int(literal), 9) }
    }
    while !bits.isAligned, bits.runs < runs { bits.addRun() }
    // Eight runs are thirteen whole bytes.
    var eight = Bits()
    for _ in 0..<8 { eight.addRun() }
    let blocks = (runs - bits.runs) / 8
    bits.bytes.reserveCapacity(bits.bytes.count + blocks * eight.bytes.count)
    for _ in 0..<blocks { bits.bytes += eight.bytes }
    for _ in 0..<(runs - bits.runs - blocks * 8) { bits.addRun() }
    bits.addCode(0, 7)
    return bits.bytes
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private(set) var runs = 0
    private var used = 8

    var isAligned: Bool { used == 8 }

    mutating func add(_ value: Int, _ count: Int) {
      for place in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        bytes[bytes.count - 1] |= UInt8(value >> place & 1) << used
        used += 1
      }
    }

    /// Codes stand with their first bit first.
    mutating func addCode(_ code: Int, _ count: Int) {
      for place in stride(from: count - 1, through: 0, by: -1) { add(code >> place & 1, 1) }
    }

    /// Length 258 (code 285), distance 1 (code 0).
    mutating func addRun() {
      addCode(0b1100_0101, 8)
      addCode(0, 5)
      runs += 1
    }
  }
}

/// CRC-32 as zip has it.
private enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}
