/// Cuts a line into bare words and tokens with their values. A value runs to the next token; quotes keep tokens
/// inside them from being read.
struct EntryScanner {
  struct Piece {
    /// Nil for bare words.
    let token: EntryVocabulary.Token?
    /// Where the piece begins: its token, or its first word.
    let start: Int
    var value: Range<Int>
    let isQuoted: Bool
  }

  let line: FoldedLine
  let vocabulary: EntryVocabulary

  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var position = line.skippingSpaces(0)
    while position < line.count {
      let (piece, end) = piece(at: position)
      pieces.append(piece)
      position = line.skippingSpaces(max(end, position + 1))
    }
    return pieces
  }

  private func piece(at position: Int) -> (Piece, end: Int) {
    if let (mark, end) = stepMark(at: position) {
      let value = position + mark.characters.count - 1..<end
      return (Piece(token: mark, start: position, value: value, isQuoted: false), end)
    }
    let token = token(at: position)
    var start = position + (token?.characters.count ?? 0)
    if token?.takesSpace == true { start = line.skippingSpaces(start) }
    if token != nil, let quote = line.quoted(at: start) {
      return (Piece(token: token, start: position, value: quote.inside, isQuoted: true), quote.end)
    }
    let end = nextToken(from: start, mayBeginHere: token != nil)
    return (Piece(token: token, start: position, value: line.trimmed(start..<end), isQuoted: false), end)
  }

  private func endsWord(_ position: Int) -> Bool { position >= line.count || line.isSpace(position) }

  /// Where the next token begins, else the end of the line.
  private func nextToken(from start: Int, mayBeginHere: Bool) -> Int {
    var position = start
    while position < line.count {
      let isWordStart = position == 0 || line.isSpace(position - 1)
      if isWordStart, position > start || mayBeginHere, beginsToken(position) { return position }
      if beginsQuotedConsequence(position), position > start { return position }
      if isWordStart, let quote = line.quoted(at: position), quote.isClosed, endsWord(quote.end) {
        position = quote.end
      } else {
        position += 1
      }
    }
    return line.count
  }

  private func beginsToken(_ position: Int) -> Bool {
    token(at: position) != nil || stepMark(at: position) != nil
  }

  /// `→「` needs no space before it.
  private func beginsQuotedConsequence(_ position: Int) -> Bool {
    line.folded[position] == "→" && position + 1 < line.count && line.folded[position + 1] == "「"
      && token(at: position) != nil
  }

  /// The longest token that stands here; a sign needs something right behind it unless the line ends there.
  private func token(at position: Int) -> EntryVocabulary.Token? {
    vocabulary.tokens(beginningWith: line.folded[position]).first { token in
      let end = position + token.characters.count
      guard end <= line.count,
        zip(line.folded[position..<end], token.characters).allSatisfy({ Self.same($0, $1) })
      else { return false }
      return token.takesSpace || end == line.count || !line.isSpace(end)
    }
  }

  private static func same(_ typed: Character, _ wanted: Character) -> Bool {
    typed == wanted || typed.isASCII && typed.isUppercase && typed.lowercased() == String(wanted)
  }

  /// `l3`, `起3`: a step's letter and its number with nothing between, up to a space or the next such.
  private func stepMark(at position: Int) -> (EntryVocabulary.Token, end: Int)? {
    for mark in vocabulary.stepMarks where line.folded[position] == mark.characters[0] {
      var end = position + 1
      while end < line.count, end <= position + 2, line.folded[end].isASCII, line.folded[end].isNumber {
        end += 1
      }
      guard end > position + 1 else { continue }
      if endsWord(end) || stepMark(at: end) != nil { return (mark, end) }
    }
    return nil
  }
}
