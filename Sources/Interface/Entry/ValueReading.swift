import Domain

/// Reads texts as values of fields of one record.
struct ValueReading {
  var party: RecordID?
  let assessment: Assessment
  /// The day it is, which dates without a year are read by; nil where such dates mean nothing.
  var today: Day?
  var newcomers: Newcomers
  /// Records that the same act brings.
  var arrivals = Arrivals()

  /// - Parameters:
  ///   - text: As typed, in either width.
  ///   - field: Whose value it should be.
  ///   - isQuoted: It stood in quotes and is meant to the letter.
  /// - Returns: Nil when nothing but spaces was typed.
  /// - Throws: Why it is no such value.
  mutating func value(
    _ text: String, _ field: FieldDescription, isQuoted: Bool = false
  ) throws(FieldProblem) -> Value? {
    let token = TypedText.token(text)
    guard !token.isEmpty else { return nil }
    let value = try value(text, token, field, isQuoted)
    return Self.isEmpty(value) ? nil : value
  }

  /// Nothing but separators.
  private static func isEmpty(_ value: Value) -> Bool {
    switch value {
    case .text(let text): text.isEmpty
    case .choices(let keys): keys.isEmpty
    case .references(let ids): ids.isEmpty
    case .list(let texts): texts.isEmpty
    case .table(let rows): rows.isEmpty
    case .number, .integer, .flag, .day, .choice, .reference: false
    }
  }

  private mutating func value(
    _ text: String, _ token: String, _ field: FieldDescription, _ isQuoted: Bool
  ) throws(FieldProblem) -> Value {
    switch field.type {
    case .text: return .text(TypedText.line(Self.code(text, token)))
    case .longText: return .text(TypedText.lines(Self.code(text, token)))
    case .target: return .text(try Self.target(token))
    case .number: return .number(try Self.number(token))
    case .integer:
      guard let integer = Int(Self.ungrouped(token)) else { throw .notAnInteger(TypedText.line(text)) }
      return .integer(integer)
    case .flag: return .flag(try Self.flag(token))
    case .day:
      if let short = Self.shortDay(token, field, today) { return .day(short) }
      return .day(try Self.day(token))
    case .choice(let options): return .choice(try ChoiceReading.key(text, options))
    case .choices(let options): return .choices(try ChoiceReading.keys(text, options))
    case .reference(let kinds): return .reference(try record(text, kinds, isQuoted))
    case .references(let kinds): return .references(try records(text, kinds, isQuoted))
    case .list: return .list(TableText.list(text).map { Self.code($0, TypedText.token($0)) })
    case .table: return .table(TableText.rows(text))
    case .step(let axis):
      return .integer(try Scales.step(text, axis, Scales.method(for: party, assessment)))
    case .loss: return .table(try Scales.loss(text, Scales.method(for: party, assessment)))
    }
  }

  // MARK: Links

  private mutating func record(
    _ text: String, _ kinds: [RecordKind], _ isQuoted: Bool
  ) throws(FieldProblem) -> RecordID {
    try LinkReading(kinds: kinds, party: party, assessment: assessment, arrivals: arrivals)
      .record(text, isWhole: isQuoted, newcomers: &newcomers)
  }

  /// Names between commas; where a piece is no name as a whole, labels between spaces.
  private mutating func records(
    _ text: String, _ kinds: [RecordKind], _ isQuoted: Bool
  ) throws(FieldProblem) -> [RecordID] {
    let links = LinkReading(kinds: kinds, party: party, assessment: assessment, arrivals: arrivals)
    var found: [RecordID] = []
    for piece in text.split(whereSeparator: { ",、，;；".contains($0) }) {
      let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
      let isList =
        words.count > 1 && links.exact(String(piece)) == nil && words.allSatisfy { links.exact($0) != nil }
      for name in isList ? words : [TypedText.trim(String(piece))] where !name.isEmpty {
        let id = try record(name, kinds, isQuoted)
        if !found.contains(id) { found.append(id) }
      }
    }
    return found
  }

  // MARK: Plain values

  /// Numbers and codes such as `１２．３．１` in half width; other text as it was.
  private static func code(_ text: String, _ token: String) -> String {
    let isCode = token.contains(where: \.isNumber) && token.allSatisfy { $0.isASCII && !$0.isWhitespace }
    return isCode ? token : text
  }

  static func number(_ token: String) throws(FieldProblem) -> Double {
    let plain = ungrouped(token.hasSuffix("%") ? String(token.dropLast()) : token)
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let number = Double(plain),
      number.isFinite
    else { throw .notANumber(token) }
    return number
  }

  /// Commas between thousands go, the Japanese minus becomes one.
  private static func ungrouped(_ token: String) -> String {
    String(token.filter { $0 != "," }.map { $0 == "−" ? "-" : $0 })
  }

  /// A number, a share of the last period (`50%`, `前年比50%`), a change (`-30%`), or a range (`10..20`).
  private static func target(_ token: String) throws(FieldProblem) -> String {
    var plain = token.filter { !$0.isWhitespace }
    for start in ["前年比", "前期比"] where plain.hasPrefix(start) { plain.removeFirst(start.count) }
    plain = ungrouped(plain)
    let ends = plain.replacing("~", with: "..").replacing("〜", with: "..").split(separator: "..")
    let isRange = ends.count == 2 && !plain.contains("%")
    for end in isRange ? ends : [plain[...]] {
      guard (try? number(String(end))) != nil else { throw .notATarget(token) }
    }
    return isRange ? ends.joined(separator: "..") : plain
  }

  private static func flag(_ token: String) throws(FieldProblem) -> Bool {
    switch token.lowercased() {
    case "yes", "y", "true", "1", "はい", "○", "〇", "◯", "o", "有", "有り", "済", "✓", "✔":
      return true
    case "no", "n", "false", "0", "いいえ", "×", "✗", "✕", "x", "無", "無し", "未": return false
    default: throw .notAFlag(token)
    }
  }

  /// `12/10` or `12月10日`: the next such day for what is due or valid until then, the last one for what was.
  private static func shortDay(_ token: String, _ field: FieldDescription, _ today: Day?) -> Day? {
    let parts = token.filter { $0 != "日" && !$0.isWhitespace }.split { "/月".contains($0) }.map { Int($0) }
    guard let today, parts.count == 2, let month = parts[0], let day = parts[1] else { return nil }
    let year = today.parts.year
    let days = [year - 1, year, year + 1].compactMap { Day(year: $0, month: month, day: day) }
    let liesAhead = ["due", "until"].contains { field.key.name.lowercased().contains($0) }
    return liesAhead ? days.first { $0 >= today } : days.last { $0 <= today }
  }

  /// `2027-03-31`, `2027/3/31`, `2027.3.31`, `2027年3月31日`, `令和9年3月31日`, `R9.3.31`; without a day that month's
  /// last. Spreadsheets write midnight after a date.
  static func day(_ token: String) throws(FieldProblem) -> Day {
    let date =
      [" 00:00:00", " 0:00:00", " 0:00", "T00:00:00"].first(where: token.hasSuffix)
      .map { String(token.dropLast($0.count)) } ?? token
    let plain = String(
      western(date).map { "年月./".contains($0) ? "-" : $0 }.filter { $0 != "日" && !$0.isWhitespace })
    guard let day = Day(text: plain.hasSuffix("-") ? String(plain.dropLast()) : plain) else {
      throw .notADay(token)
    }
    return day
  }

  /// A year of an era (令和9年, R9.) as the year it is; its first is 元年.
  private static func western(_ text: String) -> String {
    let eras: [(String, Int)] = [("令和", 2018), ("R", 2018), ("平成", 1988), ("H", 1988)]
    guard let (name, before) = eras.first(where: { text.uppercased().hasPrefix($0.0) }) else { return text }
    let rest = text.dropFirst(name.count).replacing("元", with: "1")
    let digits = rest.prefix { $0.isNumber }
    guard let year = Int(digits), year > 0, year < 100 else { return text }
    return String(before + year) + rest.dropFirst(digits.count)
  }
}
