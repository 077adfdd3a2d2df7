import Canvas
import Domain

/// Text as it is said: marks as words, nothing that a line cannot hold.
enum PlainText {
  /// One line, every run of blanks a single one.
  ///
  /// - Parameters:
  ///   - text: What was to be drawn.
  ///   - language: Of the words for marks.
  ///   - isWhole: Whether marks are said also where a word stands beside them, as where they tell on from off.
  /// - Returns: What is said.
  static func said(_ text: String, _ language: Language, isWhole: Bool = false) -> String {
    var words: [Piece] = []
    var last: Glyph?
    for scalar in text.unicodeScalars {
      let glyph = PlainMarks.glyph(of: scalar)
      defer { last = glyph }
      if let glyph {
        // A bar is many times the same mark.
        if glyph != last, let said = PlainMarks.words(glyph) { words.append(Piece(said[language], glyph)) }
        words.append(Piece(" "))
      } else if let shown = shown(scalar) {
        if let index = words.indices.last, words[index].mark == nil {
          words[index].text.unicodeScalars.append(shown)
        } else {
          words.append(Piece(" " + String(shown)))
        }
      }
    }
    return joined(words, isWhole: isWhole)
  }

  /// Text, or the word for a mark.
  private struct Piece {
    var text: String
    let mark: Glyph?

    init(_ text: String, _ mark: Glyph? = nil) {
      self.text = text
      self.mark = mark
    }
  }

  /// A mark whose word stands beside it anyway is not said twice, an arrow that leads from nothing or to
  /// nothing not at all.
  private static func joined(_ words: [Piece], isWhole: Bool) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if let mark = word.mark {
        let before = text.last { !$0.isWhitespace }
        let next = words.dropFirst(index + 1).lazy.map { $0.text.trimmed }.first { !$0.isEmpty } ?? ""
        let isArrow = mark == .arrowRight || mark == .arrowBoth
        if isArrow, next.isEmpty || before.map({ ",;:、：".contains($0) }) ?? true { continue }
        if next.lowercased().hasPrefix(word.text.lowercased()) { continue }
        // State marks stand before the word that says the same.
        if !isWhole, PlainMarks.isState(mark), next.first?.isLetter == true { continue }
        text += " " + word.text
      } else {
        text += word.text
      }
    }
    return text.split { $0.isWhitespace && $0 != "\u{3000}" }.joined(separator: " ")
  }

  /// Nil for what steers, frames or fills: control characters, lines, blocks, Braille patterns.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2500...0x259F, 0x2800...0x28FF: nil
    case 0x09, 0x0A, 0x0D: " "
    case 0..<0x20, 0x7F..<0xA0: nil
    default: DisplayWidth.shown(scalar)?.scalar
    }
  }

  /// A line of several pieces with gaps between them, as an enumeration.
  static func listed(_ text: String, _ language: Language, isWhole: Bool = false) -> String {
    pieces(of: Array(text)).map { said($0.text, language, isWhole: isWhole) }.filter(isSaying)
      .joined(separator: FieldText.separator(language))
  }

  /// Stands in a line of cells where a frame divides it.
  static let divider: Character = "\0"

  /// The pieces of a line that two blanks or more, or a divider, keep apart, with the place where each begins.
  ///
  /// - Parameters:
  ///   - characters: A character for each place.
  ///   - starts: Places where a piece begins also after a single blank.
  /// - Returns: From left to right.
  static func pieces(
    of characters: [Character], from starts: Set<Int> = []
  ) -> [(start: Int, text: String)] {
    var pieces: [(start: Int, text: String)] = []
    var blanks = 2
    for (place, character) in characters.enumerated() {
      if character == " " || character == divider {
        blanks += character == divider ? 2 : 1
        continue
      }
      if blanks >= 2 || blanks == 1 && starts.contains(place) {
        pieces.append((place, ""))
      } else if blanks == 1 {
        pieces[pieces.count - 1].text += " "
      }
      pieces[pieces.count - 1].text.append(character)
      blanks = 0
    }
    return pieces
  }

  /// Whether there is anything to hear.
  static func isSaying(_ text: String) -> Bool {
    text.contains { $0.isLetter || $0.isNumber }
  }
}
