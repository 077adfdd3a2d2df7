/// Text to be found, prepared once: ASCII in either case, and ぜい弱性 for 脆弱性 as JIS writes it.
package struct Needle: Sendable {
  private let forms: [[UInt8]]

  package init(_ text: String) {
    let plain = Self.folded(text)
    let jis = Self.folded(text.replacing("脆弱", with: "ぜい弱"))
    let common = Self.folded(text.replacing("ぜい弱", with: "脆弱"))
    forms = Array(Set([plain, jis, common]).filter { !$0.isEmpty })
  }

  package func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isIn(bytes, 0..<bytes.count)
  }

  func isIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    forms.contains { form in
      guard form.count <= range.count else { return false }
      return bytes.withUnsafeBufferPointer { buffer in
        (range.lowerBound...(range.upperBound - form.count)).contains { start in
          Self.matches(buffer, at: start, form)
        }
      }
    }
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ form: [UInt8]) -> Bool {
    for offset in form.indices where lower(bytes[start + offset]) != form[offset] { return false }
    return true
  }

  private static func folded(_ text: String) -> [UInt8] { text.utf8.map(lower) }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension Assessment {
  /// Whether the record's label or one of its texts holds what is sought; reads bytes in place.
  package func holds(_ needle: Needle, in id: RecordID) -> Bool {
    guard let place = place(of: id) else { return false }
    let table = tables[place.kind.ordinal]
    for field in place.kind.description.textFields {
      let cell = table.cell(row: place.row, field)
      if cell != Heap.absent, needle.isIn(heap.bytes, heap.range(of: cell)) { return true }
    }
    return needle.isIn(label(of: id))
  }
}

extension Assessment {
  /// Whether a record's text or list in a field holds what is sought; reads bytes in place.
  package func holds(_ needle: Needle, in id: RecordID, _ key: FieldKey) -> Bool {
    guard let place = place(of: id), let field = place.kind.description.field(key), field.type.isBufferedText
    else { return false }
    let cell = tables[place.kind.ordinal].cell(row: place.row, key)
    return cell != Heap.absent && needle.isIn(heap.bytes, heap.range(of: cell))
  }
}
