/// What stands between two fields of a row.
package enum Delimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  /// What spreadsheets write where the comma is the decimal mark.
  case semicolon = 0x3B
  case tab = 0x09

  /// The delimiter met most often in the first row, outside of quotes; comma where none is met.
  package static func guess(_ bytes: some Sequence<UInt8>) -> Delimiter {
    var counts: [Delimiter: Int] = [:]
    var quoted = false
    for byte in bytes {
      if byte == Mark.quote { quoted.toggle() }
      guard !quoted else { continue }
      if byte == Mark.lineFeed || byte == Mark.carriageReturn { break }
      if let delimiter = Delimiter(rawValue: byte) { counts[delimiter, default: 0] += 1 }
    }
    return allCases.reduce(.comma) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }
}

/// Bytes with a meaning of their own.
enum Mark {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
}
