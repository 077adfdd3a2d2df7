import Domain

/// A line of digits read from paper cards: `34 35 25`, `3,4`, full width too; `-` for who has no card.
struct CardLine: Hashable, Sendable {
  /// What stands in one participant's place.
  enum Card: Hashable, Sendable {
    case pair(likelihood: Int, consequence: Int)
    /// No card: whoever has not cast stays so.
    case none
  }

  /// What cannot be understood, and where.
  struct Problem: Hashable, Sendable {
    /// Counted from 1.
    let column: Int
    let words: Words
  }

  private(set) var cards: [Card] = []
  private(set) var problem: Problem?
  private let highest: (likelihood: Int, consequence: Int)
  private let expected: Int

  private struct Sign {
    let column: Int
    let character: Character
    var digit: Int? { character.wholeNumberValue }
  }

  /// Reads as far as it makes sense.
  init(_ text: String, expecting expected: Int, _ facts: RoundFacts) {
    self.expected = expected
    highest = (facts.steps(.likelihood).count, facts.steps(.consequence).count)
    let signs = text.enumerated().map { Sign(column: $0.offset + 1, character: Self.halfWidth($0.element)) }
    for word in signs.split(whereSeparator: \.character.isWhitespace) where problem == nil { read(word) }
  }

  static func == (one: CardLine, other: CardLine) -> Bool {
    one.cards == other.cards && one.problem == other.problem && one.expected == other.expected
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(cards)
    hasher.combine(problem)
  }

  private static func halfWidth(_ character: Character) -> Character {
    switch character {
    case "、", "，", "・", "×", "/", "／": ","
    case "ー", "－", "‐", "–": "-"
    default:
      if let digit = character.wholeNumberValue { Character(String(digit)) } else { character }
    }
  }

  private mutating func read(_ word: ArraySlice<Sign>) {
    if word.count == 1, let only = word.first, only.character == "-" { return add(.none, at: only.column) }
    if let stranger = word.first(where: { $0.digit == nil && $0.character != "," }) {
      return fail(stranger.column, EstimateWords.noDigit(String(stranger.character)))
    }
    let parts = word.split { $0.character == "," }
    // `3,4` is one card; between whole pairs the comma parts cards.
    if parts.count == 2, parts.allSatisfy({ $0.count == 1 }) { return readPairs(Array(parts.joined())) }
    for part in parts where problem == nil { readPairs(Array(part)) }
  }

  private mutating func readPairs(_ digits: [Sign]) {
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard index + 1 < digits.count else {
        return fail(digits[index].column, EstimateWords.halfPair)
      }
      guard let likelihood = step(digits[index], .likelihood, highest.likelihood),
        let consequence = step(digits[index + 1], .consequence, highest.consequence)
      else { return }
      add(.pair(likelihood: likelihood, consequence: consequence), at: digits[index].column)
    }
  }

  private mutating func step(_ sign: Sign, _ axis: ScaleAxis, _ highest: Int) -> Int? {
    guard let digit = sign.digit, (1...highest).contains(digit) else {
      fail(sign.column, EstimateWords.offScale(axis, highest))
      return nil
    }
    return digit
  }

  private mutating func add(_ card: Card, at column: Int) {
    guard problem == nil else { return }
    guard cards.count < expected else { return fail(column, EstimateWords.tooMany(expected)) }
    cards.append(card)
  }

  private mutating func fail(_ column: Int, _ words: Words) {
    problem = problem ?? Problem(column: column, words: words)
  }
}
