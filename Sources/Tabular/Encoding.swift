/// Byte order marks and what they say.
enum Encoding {
  /// The text as UTF-8: UTF-16 with a byte order mark is turned, anything else is left as it is.
  static func utf8(from bytes: [UInt8]) -> [UInt8] {
    switch (bytes[safe: 0], bytes[safe: 1]) {
    case (0xFF, 0xFE): turn(bytes) { UInt16($1) << 8 | UInt16($0) }
    case (0xFE, 0xFF): turn(bytes) { UInt16($0) << 8 | UInt16($1) }
    default: bytes
    }
  }

  /// Bytes that the UTF-8 byte order mark takes; 0 without one.
  static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func turn(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
