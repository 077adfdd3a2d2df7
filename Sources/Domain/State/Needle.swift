/// Text to be found, prepared once: ASCII in either case, and ぜい弱性 for 脆弱性 as JIS writes it.
package struct Needle: Sendable {
  private let forms: [[UInt8]]

  package init(_ text: String) {
    let plain = Self.folded(text)
    let jis = Self.folded(text.replacing("脆弱", with: "ぜい弱"))
    let common = Self.folded(text.replacing("ぜい弱", with: "脆弱"))
    forms = Array(Set([plain, jis, common]).filter { !$0.isEmpty })
  }

  /// Whether whatever holds it holds another text too.
  package func narrows(_ text: String) -> Bool {
    let others = Needle(text).forms
    return forms.allSatisfy { form in others.contains(where: form.starts(with:)) }
  }

  package func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isIn(bytes, 0..<bytes.count)
  }

  func isIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    forms.contains { form in
      guard form.count <= range.count else { return false }
      return bytes.withUnsafeBufferPointer { bytes in
        form.withUnsafeBufferPointer { Self.isIn(bytes, range, $0) }
      }
    }
  }

  private static func isIn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ form: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = range.upperBound - form.count
    let first = form[0]
    var start = range.lowerBound
    while start <= end {
      if lower(bytes[start]) == first {
        var offset = 1
        while offset < form.count, lower(bytes[start + offset]) == form[offset] { offset += 1 }
        if offset == form.count { return true }
      }
      start += 1
    }
    return false
  }

  /// Whether it could stand in a label of a counter: letters, a hyphen and digits. Told without making one.
  func couldStand(inLabelOf letter: String) -> Bool {
    forms.contains { form in
      form.allSatisfy { byte in
        (0x30...0x39).contains(byte) || byte == 0x2D || letter.utf8.contains { Self.lower($0) == byte }
      }
    }
  }

  private static func folded(_ text: String) -> [UInt8] { text.utf8.map(lower) }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension Assessment {
  /// Whether the record's label or one of its texts holds what is sought; reads bytes in place.
  package func holds(_ needle: Needle, in id: RecordID) -> Bool {
    guard let place = place(of: id) else { return false }
    let kind = place.kind.description
    for field in kind.textFields {
      let cell = tables[place.kind.ordinal].cell(row: place.row, field)
      if cell != Heap.absent, needle.isIn(heap.bytes, heap.range(of: cell)) { return true }
    }
    return (hasOwnLabel(place.kind) || needle.couldStand(inLabelOf: kind.letter))
      && needle.isIn(label(of: id))
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
