import Crypto

/// A SHA-256 digest: 32 bytes.
package struct Digest: Hashable, Sendable {
  package let bytes: [UInt8]

  /// What the first entry of every journal follows: 32 zero bytes.
  package static let zero = Digest(bytes: Array(repeating: 0, count: 32))

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil unless there are 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// The digest of some bytes.
  package init(hashing data: [UInt8]) {
    bytes = Array(SHA256.hash(data: data))
  }

  /// The digest of bytes that come piece by piece, so that nobody holds them all.
  ///
  /// - Parameter next: The next piece; nil after the last.
  package init(hashingPieces next: () throws -> [UInt8]?) rethrows {
    var hash = SHA256()
    while let piece = try next() { hash.update(data: piece) }
    bytes = Array(hash.finalize())
  }

  /// Reads 64 hexadecimal digits; nil if it is anything else.
  package init?(hex: String) {
    let digits = hex.utf8.compactMap { Self.value(of: $0) }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
