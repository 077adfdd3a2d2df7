/// What was pasted, made safe: line ends become `\n`, other control characters but the tab vanish.
struct PasteText {
  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  /// A clipboard beyond this is cut into several pastes rather than kept growing.
  static let capacity = 8 << 20

  private var bytes: [UInt8] = []

  /// Takes one byte; true when the closing bracket is complete (it is then not part of the text).
  mutating func push(_ byte: UInt8) -> Bool {
    bytes.append(byte)
    guard byte == Self.end.last, bytes.count >= Self.end.count, bytes.suffix(Self.end.count) == Self.end[...]
    else { return false }
    bytes.removeLast(Self.end.count)
    return true
  }

  /// True when no more should be gathered before the text is handed on.
  var isFull: Bool { bytes.count >= Self.capacity }

  /// The cleaned text, empty when nothing printable was pasted.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var assembler = ScalarAssembler()
    var afterReturn = false
    for byte in bytes {
      guard let scalar = assembler.push(byte) else { continue }
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        scalars.append("\n")
      } else if scalar == "\t" || !scalar.isControl {
        scalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
