import Canvas
import Domain

/// Two digits being typed unseen: likelihood, then consequence.
struct BallotDigits: Hashable, Sendable {
  private(set) var likelihood: Int?
  private(set) var consequence: Int?

  var isEmpty: Bool { likelihood == nil }
  var isComplete: Bool { consequence != nil }

  /// Takes a digit; a third begins anew.
  ///
  /// - Returns: What is wrong with it; nil when it was taken.
  mutating func type(_ digit: Int, _ facts: RoundFacts) -> Words? {
    if isComplete { self = BallotDigits() }
    let axis = isEmpty ? ScaleAxis.likelihood : .consequence
    let highest = facts.steps(axis).count
    guard (1...highest).contains(digit) else { return EstimateWords.offScale(axis, highest) }
    if isEmpty { likelihood = digit } else { consequence = digit }
    return nil
  }

  /// Takes the last digit back; false when there is none.
  mutating func takeBack() -> Bool {
    guard !isEmpty else { return false }
    if isComplete { consequence = nil } else { likelihood = nil }
    return true
  }

  /// The ballot; nil while a digit is missing.
  func ballot(_ round: RecordID, _ participant: RecordID) -> Ballot? {
    guard let likelihood, let consequence else { return nil }
    return Ballot(
      round: round, participant: participant, likelihood: likelihood, consequence: consequence)
  }

  /// Draws both places: what is typed as a mark unless it is `isShown`, what is missing as a gap; the cursor on the
  /// next.
  func draw(_ pen: inout Pen, at point: Point, width: Int, isShown: Bool = false) {
    let mark = pen.glyphs[.mark]
    let places: [(Words, Int?)] = [
      (EstimateWords.likelihood, likelihood), (EstimateWords.consequence, consequence),
    ]
    var used = 0
    for (index, (words, digit)) in places.enumerated() {
      let label = words[pen.language] + " "
      used += pen.put(label, at: point.moved(columns: used), role: .formLabel, width: width - used)
      let isNext = index == (isEmpty ? 0 : 1) && !isComplete
      let place = point.moved(columns: used)
      used += pen.put(
        "[" + (digit.map { isShown ? String($0) : mark } ?? " ") + "]", at: place, role: .formValue,
        width: width - used)
      if isNext {
        pen.frame.cursor = place.moved(columns: 1)
        pen.frame.showsCursor = true
      }
      used += 3
    }
  }
}

extension Key {
  /// The digit it types, also a full-width one; nil for other keys.
  var digit: Int? {
    guard case .character(let character) = halfWidth, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
