/// Writes rows after RFC 4180: CRLF line ends, quotes only where needed.
package struct RowWriter {
  /// What has been written so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let delimiter: Delimiter
  private let guardsFormulas: Bool

  /// - Parameters:
  ///   - delimiter: Between fields.
  ///   - guardsFormulas: Puts `'` before a field that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`
  ///     in either width, tab, return), unless it is a plain number.
  ///   - marked: Begins with a byte order mark, without which some spreadsheets misread Japanese.
  package init(delimiter: Delimiter = .comma, guardsFormulas: Bool = false, marked: Bool = false) {
    self.delimiter = delimiter
    self.guardsFormulas = guardsFormulas
    if marked { bytes = Self.byteOrderMark }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The rows as bytes.
  package static func bytes(_ rows: [[String]], delimiter: Delimiter = .comma) -> [UInt8] {
    var writer = RowWriter(delimiter: delimiter)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  /// Adds one row.
  package mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter.rawValue) }
      // A row of one empty field would read back as an empty line.
      write(guarded(field), alone: fields.count == 1)
    }
    bytes.append(contentsOf: [Mark.carriageReturn, Mark.lineFeed])
  }

  private mutating func write(_ field: String, alone: Bool) {
    var field = field
    field.withUTF8 { write($0, alone: alone) }
  }

  private mutating func write(_ field: UnsafeBufferPointer<UInt8>, alone: Bool) {
    guard needsQuotes(field) || alone && field.isEmpty else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(Mark.quote)
    for byte in field {
      if byte == Mark.quote { bytes.append(Mark.quote) }
      bytes.append(byte)
    }
    bytes.append(Mark.quote)
  }

  private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first else { return false }
    return first == Mark.space || field.last == Mark.space || field.starts(with: Self.byteOrderMark)
      || field.contains {
        $0 == delimiter.rawValue || $0 == Mark.quote || $0 == Mark.lineFeed || $0 == Mark.carriageReturn
      }
  }

  private func guarded(_ field: String) -> String {
    guardsFormulas ? FormulaGuard.guarded(field) : field
  }
}
