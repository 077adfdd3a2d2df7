import Foundation

/// Brings text of a file into UTF-8, in whichever of the encodings it is that spreadsheets write.
enum TextDecoding {
  /// - Parameter bytes: UTF-8, UTF-16 with a byte order mark, or Shift_JIS as Windows has it (code page 932).
  /// - Returns: UTF-8, or UTF-16 with its mark as it was, which the reader of rows turns.
  /// - Throws: `binary` or `encoding`.
  static func utf8(_ bytes: [UInt8]) throws(TableFault) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      try checkUTF16(bytes, isBigEndian: bytes[0] == 0xFE)
      return bytes
    }
    guard !bytes.contains(0) else { throw .binary }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    if let text = converted(bytes, from: "CP932") { return text }
    throw .encoding(line: lineOfFault(bytes))
  }

  /// Whole units, whole pairs and no zeros: with zeros it is UTF-32, or no text at all.
  private static func checkUTF16(_ bytes: [UInt8], isBigEndian: Bool) throws(TableFault) {
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    var line = 1
    var isPairOpen = false
    for place in stride(from: 2, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low])
      guard unit != 0 else { throw .binary }
      guard UTF16.isTrailSurrogate(unit) == isPairOpen else { throw .encoding(line: line) }
      isPairOpen = UTF16.isLeadSurrogate(unit)
      if unit == 0x0A { line += 1 }
    }
    guard !isPairOpen, bytes.count.isMultiple(of: 2) else { throw .encoding(line: line) }
  }

  /// Nil where a byte does not fit, or the system does not know the encoding.
  private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes
    // A half-width kana is one byte there and three here.
    var output = [UInt8](repeating: 0, count: bytes.count * 3 + 4)
    let written: Int? = input.withUnsafeMutableBytes { from in
      output.withUnsafeMutableBytes { to in
        var source = from.bindMemory(to: CChar.self).baseAddress
        var target = to.bindMemory(to: CChar.self).baseAddress
        var (left, room) = (from.count, to.count)
        guard iconv(converter, &source, &left, &target, &room) != -1, left == 0 else { return nil }
        return to.count - room
      }
    }
    return written.map { Array(output[..<$0]) }
  }

  private static func lineOfFault(_ bytes: [UInt8]) -> Int {
    var line = 1
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: piece, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
