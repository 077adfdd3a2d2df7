import Domain

/// How far a value reaches within what stands before the next token: texts take all of it, names and choices as
/// many words as are one name, the rest a single word; what is left over are bare words.
extension EntryReader {
  func extent(_ piece: EntryScanner.Piece, _ meaning: EntryVocabulary.Meaning, _ hasTitle: Bool) -> Range<Int>
  {
    let words = line.words(piece.value)
    guard let first = words.first, words.count > 1 else { return piece.value }
    switch meaning {
    case .treatingControl: return first
    case .party:
      return longest(words) { PartyReading.exact($0, assessment) != nil } ?? first
    case .field(let field): return extent(piece.value, words, first, field, hasTitle)
    }
  }

  private func extent(
    _ whole: Range<Int>, _ words: [Range<Int>], _ first: Range<Int>, _ field: FieldDescription,
    _ hasTitle: Bool
  ) -> Range<Int> {
    switch field.type {
    case .list where field.tokens.contains("#"): return first
    case .text, .longText, .list, .table:
      return !hasTitle && Self.needsTitle(kind) && Self.isCode(TypedText.token(line.text(first)))
        ? first : whole
    case .target, .number, .integer, .flag, .day: return first
    case .step(let axis):
      let names = Scales.method(for: party, assessment).map { Scales.steps(axis, $0) } ?? []
      let folded = Set(names.flatMap { [TypedText.folded($0.label.ja), TypedText.folded($0.label.en)] })
      return longest(words) { folded.contains(TypedText.folded($0)) } ?? first
    case .choice(let options), .choices(let options):
      return longest(words) { ChoiceReading.exact(TypedText.folded($0), options) != nil } ?? first
    case .reference(let kinds), .references(let kinds):
      let links = LinkReading(kinds: kinds, party: party, assessment: assessment)
      if let named = longest(words, { links.exact($0) != nil }) { return named }
      return kinds == [.person] && hasTitle ? whole : first
    case .loss: return losses(words)
    }
  }

  /// The most words, up to six, that together pass.
  private func longest(_ words: [Range<Int>], _ passes: (String) -> Bool) -> Range<Int>? {
    let start = words[0].lowerBound
    let ends = words.prefix(6).map(\.upperBound).reversed()
    return ends.lazy.map { start..<$0 }.first { passes(line.text($0)) }
  }

  /// Further words belong to the loss while each names a property with its level: a lone `A` is an article.
  private func losses(_ words: [Range<Int>]) -> Range<Int> {
    let method = Scales.method(for: party, assessment)
    let more = words.dropFirst().prefix { word in
      let text = TypedText.token(line.text(word))
      return text.contains(where: \.isNumber) && (try? Scales.loss(text, method)) != nil
    }
    return words[0].lowerBound..<(more.last ?? words[0]).upperBound
  }

  /// A version, a clause or a control number: what follows it is no part of it.
  private static func isCode(_ token: String) -> Bool {
    token.contains(where: \.isNumber)
      && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-/:".contains($0)) }
  }

  // MARK: Values that say two things

  /// Takes out what a value says besides: `12/y` a frequency, `12件` a unit, `≤4` a comparison.
  ///
  /// - Returns: The text of the field's own value.
  /// - Throws: What stands there instead.
  mutating func split(_ text: String, _ field: FieldDescription) throws(FieldProblem) -> String {
    switch field.type {
    case .number where field.key == Objective.baseline.key: return try splitBaseline(TypedText.token(text))
    case .target: return splitTarget(TypedText.token(text))
    default: return text
    }
  }

  private mutating func splitBaseline(_ token: String) throws(FieldProblem) -> String {
    let halves = token.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let number = String(halves[0].prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) })
    let unit = String(halves[0].dropFirst(number.count))
    guard !number.isEmpty else { return token }
    if halves.count == 2 {
      let key = try ChoiceReading.key(halves[1], Objective.frequency.field.type.options)
      imply(.choice(key), Objective.frequency.field)
    }
    if !unit.isEmpty { imply(.text(TypedText.line(unit)), Objective.measureUnit.field) }
    return number
  }

  private mutating func splitTarget(_ token: String) -> String {
    guard let field = description.field(named: "comparison") else { return token }
    let marks: [(String, Comparison, isPrefix: Bool)] = [
      ("<=", .atMost, true), ("≤", .atMost, true), ("≦", .atMost, true), (">=", .atLeast, true),
      ("≥", .atLeast, true), ("≧", .atLeast, true), ("以下", .atMost, false), ("以内", .atMost, false),
      ("以上", .atLeast, false),
    ]
    for (mark, comparison, isPrefix) in marks
    where isPrefix ? token.hasPrefix(mark) : token.hasSuffix(mark) {
      imply(.choice(comparison.rawValue), field)
      return String(isPrefix ? token.dropFirst(mark.count) : token.dropLast(mark.count))
    }
    return token
  }

  /// Fills a slot that the line does not fill itself.
  mutating func imply(_ value: Value, _ field: FieldDescription) {
    let slot = Slot(field.key)
    if !given.contains(slot) { values[slot] = value }
  }
}
