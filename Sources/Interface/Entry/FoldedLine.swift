/// A typed line as it was and as tokens are read (NFKC), each folded character knowing where it came from.
struct FoldedLine {
  let original: [Character]
  let folded: [Character]
  /// For each folded character the position of the one it came from.
  private let source: [Int]

  init(_ line: String) {
    original = Array(line)
    var folded: [Character] = []
    var source: [Int] = []
    for (position, character) in original.enumerated() {
      for one in TypedText.compatible(character) {
        folded.append(one)
        source.append(position)
      }
    }
    // A line typed with the input method on has ー＞ for the arrow.
    for position in folded.indices.dropLast() where folded[position + 1] == ">" {
      if folded[position] == "ー" || folded[position] == "−" { folded[position] = "-" }
    }
    self.folded = folded
    self.source = source
  }

  /// One line as people type it: what breaks lines separates words.
  static func typed(_ line: String) -> FoldedLine {
    FoldedLine(String(line.map { $0.isNewline ? " " : $0 }))
  }

  private init(original: [Character], folded: [Character], source: [Int]) {
    self.original = original
    self.folded = folded
    self.source = source
  }

  /// The cells of a table's row one after another, and where each of them stands.
  static func joined(_ cells: [String]) -> (line: FoldedLine, places: [Range<Int>]) {
    var (original, folded, source): ([Character], [Character], [Int]) = ([], [], [])
    var places: [Range<Int>] = []
    for cell in cells {
      let line = FoldedLine(cell)
      places.append(folded.count..<folded.count + line.count)
      source += line.source.map { $0 + original.count }
      original += line.original
      folded += line.folded
      // Between cells stands what belongs to none of them.
      source.append(original.count)
      original.append(" ")
      folded.append(" ")
    }
    return (FoldedLine(original: original, folded: folded, source: source), places)
  }

  var count: Int { folded.count }

  func isSpace(_ position: Int) -> Bool { folded[position].isWhitespace }

  /// The first position from `position` on that is no space.
  func skippingSpaces(_ position: Int) -> Int {
    var next = position
    while next < count, isSpace(next) { next += 1 }
    return next
  }

  /// `range` without spaces at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isSpace(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  /// Where a folded range stands in the original, in characters.
  func place(_ range: Range<Int>) -> Range<Int> {
    place(range.lowerBound)..<max(place(range.lowerBound), place(range.upperBound))
  }

  func place(_ position: Int) -> Int { position < count ? source[position] : original.count }

  /// The original text of a folded range.
  func text(_ range: Range<Int>) -> String { String(original[place(range)]) }

  /// The words of a range, each as a folded range.
  func words(_ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = skippingSpaces(range.lowerBound)
    while position < range.upperBound {
      let start = position
      while position < range.upperBound, !isSpace(position) { position += 1 }
      words.append(start..<position)
      position = skippingSpaces(position)
    }
    return words
  }

  /// The inside of quotes that open at `position`; to the end of the line while they are not closed. Nil if
  /// none open there.
  func quoted(at position: Int) -> (inside: Range<Int>, end: Int, isClosed: Bool)? {
    guard position < count, let close = Self.closing(folded[position]) else { return nil }
    let start = position + 1
    guard let end = folded[start...].firstIndex(of: close) else { return (start..<count, count, false) }
    return (start..<end, end + 1, true)
  }

  static func closing(_ open: Character) -> Character? {
    switch open {
    case "\"": "\""
    case "“": "”"
    case "「": "」"
    case "『": "』"
    default: nil
    }
  }
}
