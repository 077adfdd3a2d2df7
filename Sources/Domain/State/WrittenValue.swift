/// The written form of a value in journal and projections: one letter for the type, then the content. It reads
/// back to the same value without knowing the field, so that entries of unknown fields survive.
extension Value {
  package var written: String {
    switch self {
    case .text(let text): "t" + text
    case .number(let number): "n" + Value.plain(number)
    case .integer(let integer): "i\(integer)"
    case .flag(let flag): flag ? "f1" : "f0"
    case .day(let day): "d" + day.text
    case .choice(let key): "c" + key
    case .choices(let keys): "s" + keys.joined(separator: " ")
    case .reference(let id): "r" + id.text
    case .references(let ids): "m" + ids.map(\.text).joined(separator: " ")
    case .list(let texts): "l" + texts.joined(separator: "\u{1F}")
    case .table(let rows): "b" + rows.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
    }
  }

  /// Reads the written form; nil if it is none.
  package init?(written: String) {
    guard let letter = written.first else { return nil }
    let rest = written.dropFirst()
    switch letter {
    case "t": self = .text(String(rest))
    case "n":
      guard let number = Double(rest) else { return nil }
      self = .number(number)
    case "i":
      guard let integer = Int(rest) else { return nil }
      self = .integer(integer)
    case "f": self = .flag(rest == "1")
    case "d":
      guard let day = Day(text: rest) else { return nil }
      self = .day(day)
    case "c": self = .choice(String(rest))
    case "s": self = .choices(rest.split(separator: " ").map(String.init))
    case "r":
      guard let id = RecordID(text: rest) else { return nil }
      self = .reference(id)
    case "m":
      let ids = rest.split(separator: " ").compactMap { RecordID(text: $0) }
      self = .references(ids)
    case "l": self = .list(Self.pieces(rest, "\u{1F}"))
    case "b": self = .table(Self.pieces(rest, "\u{1E}").map { Self.pieces($0[...], "\u{1F}") })
    default: return nil
    }
  }

  private static func pieces(_ text: Substring, _ separator: Character) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// Whole numbers without a decimal point; the shortest form that reads back otherwise.
  package static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number)
  }
}
