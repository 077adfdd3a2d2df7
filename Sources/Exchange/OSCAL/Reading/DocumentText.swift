import Domain

/// A document's bytes read as a value, JSON or YAML as they are.
enum DocumentText {
  /// More is no document of this kind, and a field of a record holds no more.
  static let limit = 16 << 20 - 1

  /// Reads the whole text.
  ///
  /// - Throws: `JSONFault` or `OSCALFault`, with the place.
  static func read(_ bytes: [UInt8]) throws -> OSCALValue {
    guard bytes.count <= limit else { throw OSCALFault(.tooLarge(limit: limit)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw OSCALFault(.encoding) }
    guard !isJSON(bytes) else { return try OSCALValue(json: bytes) }
    return try YAMLText.read(text)
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let first = bytes[start...].first { !space.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
