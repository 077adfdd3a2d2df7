/// How well a name fits what was typed so far, in any script: from the start, from a word's start, anywhere, or
/// its characters in order.
struct Likeness {
  private let wanted: [Unicode.Scalar]

  init(_ text: String) {
    wanted = Self.scalars(text)
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Lower is better; nil when it does not fit at all.
  func rank(_ name: String) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    let letters = Self.scalars(name)
    guard letters.count >= wanted.count else { return nil }
    if letters == wanted { return 0 }
    var within: Int?
    for start in 0...(letters.count - wanted.count) where letters[start...].starts(with: wanted) {
      if start == 0 { return 1 }
      if !letters[start - 1].properties.isAlphabetic { return 2 }
      within = 3
    }
    return within ?? rankInOrder(letters)
  }

  /// A single character scattered in a long name says nothing; two or more do.
  private func rankInOrder(_ letters: [Unicode.Scalar]) -> Int? {
    guard wanted.count > 1 else { return nil }
    var position = 0
    var gaps = 0
    for scalar in wanted {
      guard let found = letters[position...].firstIndex(of: scalar) else { return nil }
      gaps += found - position
      position = found + 1
    }
    return 4 + gaps
  }

  /// Folded, with hiragana as katakana.
  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    TypedText.folded(text).unicodeScalars.map { scalar in
      (0x3041...0x3096).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar
    }
  }
}
