/// Puts scalars together from bytes that may arrive in any pieces; bytes that are no UTF-8 are swallowed.
struct ScalarAssembler {
  private var bytes: [UInt8] = []
  private var wanted = 0

  /// True while a scalar has begun and is not whole.
  var isIncomplete: Bool { wanted > 0 }

  /// Takes one byte; nil while the scalar is not whole or when the byte cannot be part of one.
  mutating func push(_ byte: UInt8) -> Unicode.Scalar? {
    if wanted > 0 {
      guard byte & 0xC0 == 0x80 else {
        reset()
        return push(byte)
      }
      bytes.append(byte)
      guard bytes.count == wanted else { return nil }
      defer { reset() }
      return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }
    switch byte {
    case 0..<0x80: return Unicode.Scalar(byte)
    case 0xC2...0xDF: begin(byte, wanted: 2)
    case 0xE0...0xEF: begin(byte, wanted: 3)
    case 0xF0...0xF4: begin(byte, wanted: 4)
    default: break
    }
    return nil
  }

  private mutating func begin(_ byte: UInt8, wanted count: Int) {
    bytes.append(byte)
    wanted = count
  }

  private mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    wanted = 0
  }
}

extension Unicode.Scalar {
  /// C0, DEL and C1: never text, whatever the encoding says.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
