/// Between values and cells, by field type.
extension Heap {
  mutating func encode(_ value: Value?) -> UInt64 {
    guard let value else { return Self.absent }
    switch value {
    case .text(let text): return store(text: text)
    case .number(let number): return number.isNaN ? Double.nan.bitPattern : number.bitPattern
    case .integer(let integer): return UInt64(bitPattern: Int64(integer)) ^ Self.integerBias
    case .flag(let flag): return flag ? 1 : 0
    case .day(let day): return UInt64(bitPattern: Int64(day.number)) ^ Self.integerBias
    case .choice(let key): return intern(key)
    case .choices(let keys): return intern(keys.joined(separator: " "))
    case .reference(let id): return id.raw
    case .references(let ids): return store(list: ids)
    case .list(let texts): return store(text: Self.pack([texts]))
    case .table(let rows): return store(text: Self.pack(rows))
    }
  }

  func decode(_ cell: UInt64, as type: FieldType) -> Value? {
    guard cell != Self.absent else { return nil }
    switch type {
    case .text, .longText, .target: return .text(text(cell))
    case .number: return .number(Double(bitPattern: cell))
    case .integer, .step: return .integer(integer(cell))
    case .flag: return .flag(cell == 1)
    case .day: return .day(Day(number: integer(cell)))
    case .choice: return .choice(word(cell))
    case .choices: return .choices(wordList(cell))
    case .reference: return .reference(RecordID(raw: cell))
    case .references: return .references(list(cell))
    case .list: return .list(unpack(cell).first ?? [])
    case .table, .loss: return .table(unpack(cell))
    }
  }

  /// Frees what an overwritten cell held apart from the text buffer.
  mutating func release(_ cell: UInt64, as type: FieldType) {
    guard cell != Self.absent, case .references = type else { return }
    release(list: cell)
  }

  func integer(_ cell: UInt64) -> Int { Int(Int64(bitPattern: cell ^ Self.integerBias)) }

  /// Keeps −1 apart from "absent".
  private static let integerBias: UInt64 = 1 << 63

  // Unit and record separators cannot be typed: text is cleaned of control characters where it comes in.
  private static func pack(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
  }

  private func unpack(_ cell: UInt64) -> [[String]] {
    bytes[range(of: cell)].split(separator: 0x1E, omittingEmptySubsequences: false).map {
      $0.split(separator: 0x1F, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
