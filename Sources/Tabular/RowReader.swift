/// Reads rows one after the other, so that a large file need not stand in memory twice.
///
/// Lines end with CRLF, LF or CR; lines with nothing on them are passed over. A quote inside an unquoted field
/// is an ordinary character.
package struct RowReader {
  private let bytes: [UInt8]
  package let delimiter: Delimiter
  private var position: Int
  private var line = 1
  private var lineStart: Int
  /// The most fields of a row, and the most bytes of a field; nil where memory is no matter.
  private let limits: Limits?

  /// What a row may be at most, so that no file fills the machine.
  package struct Limits: Hashable, Sendable {
    package let fields: Int
    package let bytes: Int

    /// - Parameters:
    ///   - fields: Of one row.
    ///   - bytes: Of one field.
    package init(fields: Int, bytes: Int) {
      self.fields = fields
      self.bytes = bytes
    }
  }

  /// - Parameters:
  ///   - bytes: UTF-8 with or without byte order mark, or UTF-16 with one.
  ///   - delimiter: Nil guesses it from the first row.
  ///   - limits: Of a row; nil for text that is in memory already.
  package init(_ bytes: [UInt8], delimiter: Delimiter? = nil, limits: Limits? = nil) {
    self.limits = limits
    self.bytes = Encoding.utf8(from: bytes)
    position = Encoding.markLength(self.bytes)
    lineStart = position
    self.delimiter = delimiter ?? Delimiter.guess(self.bytes[position...])
  }

  /// All rows at once.
  package static func rows(_ bytes: [UInt8], delimiter: Delimiter? = nil) throws(TabularError) -> [Row] {
    var reader = RowReader(bytes, delimiter: delimiter)
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// The next row; nil at the end.
  package mutating func next() throws(TabularError) -> Row? {
    while position < bytes.count, Self.isLineEnd(bytes[position]) { passLineEnd() }
    guard position < bytes.count else { return nil }
    let first = line
    var fields: [String] = []
    repeat {
      fields.append(bytes[safe: position] == Mark.quote ? try quoted() : try plain())
      if let limits, fields.count > limits.fields { throw .tooWide(line: first, limit: limits.fields) }
    } while passDelimiter()
    passLineEnd()
    return Row(line: first, fields: fields)
  }

  private mutating func plain() throws(TabularError) -> String {
    let start = position
    while position < bytes.count, bytes[position] != delimiter.rawValue, !Self.isLineEnd(bytes[position]) {
      position += 1
    }
    return try text(bytes[start..<position], line)
  }

  private mutating func quoted() throws(TabularError) -> String {
    let opened = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] != Mark.quote { pass() }
      content.append(contentsOf: bytes[start..<position])
      guard position < bytes.count else { break }
      position += 1
      guard bytes[safe: position] == Mark.quote else {
        try endOfField()
        return try text(content[...], opened)
      }
      content.append(Mark.quote)
      position += 1
    }
    throw .quoteNotClosed(line: opened)
  }

  private func endOfField() throws(TabularError) {
    guard position < bytes.count, bytes[position] != delimiter.rawValue, !Self.isLineEnd(bytes[position])
    else { return }
    throw .textAfterQuote(line: line, column: position - lineStart + 1)
  }

  private func text(_ slice: ArraySlice<UInt8>, _ line: Int) throws(TabularError) -> String {
    if let limits, slice.count > limits.bytes { throw .tooLong(line: line, limit: limits.bytes) }
    guard let text = String(validating: slice, as: UTF8.self) else { throw .notText(line: line) }
    return text
  }

  private mutating func passDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter.rawValue else { return false }
    position += 1
    return true
  }

  private mutating func passLineEnd() {
    guard position < bytes.count, Self.isLineEnd(bytes[position]) else { return }
    pass()
  }

  /// One byte on, or two at CRLF; counts lines.
  private mutating func pass() {
    let byte = bytes[position]
    position += byte == Mark.carriageReturn && bytes[safe: position + 1] == Mark.lineFeed ? 2 : 1
    guard Self.isLineEnd(byte) else { return }
    line += 1
    lineStart = position
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Mark.lineFeed || byte == Mark.carriageReturn
  }
}

extension [UInt8] {
  subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }
}
