/// Cuts a filter line into terms: an optional `!` or `-`, a key and a comparison, values between commas.
struct FilterScanner {
  struct Term {
    let start: Int
    var isNegated = false
    /// Nil for bare words.
    var key: Range<Int>?
    var comparison = FilterComparison.contains
    /// What stands between the commas, quotes taken off.
    var values: [Value] = []
    var end = 0
  }

  struct Value: Hashable {
    let range: Range<Int>
    let isQuoted: Bool
  }

  let line: FoldedLine
  /// Signs that are a key of their own: `@`, `^`, `#`, `+`.
  let signs: Set<Character>

  func terms() -> [Term] {
    var terms: [Term] = []
    var position = line.skippingSpaces(0)
    while position < line.count {
      let term = term(at: position)
      terms.append(term)
      position = line.skippingSpaces(max(term.end, position + 1))
    }
    return terms
  }

  private func term(at start: Int) -> Term {
    var term = Term(start: start)
    var position = start
    if line.folded[position] == "!" || line.folded[position] == "-" {
      term.isNegated = true
      position += 1
    }
    if let signed = signed(at: position) {
      term.key = signed
      term.comparison = .fits
      return values(of: term, from: signed.upperBound)
    }
    guard let (key, comparison, after) = comparison(at: position) else {
      return bare(term, from: position)
    }
    term.key = key
    term.comparison = comparison
    // `owner: Sato` is typed as often as `owner:Sato`.
    let next = line.skippingSpaces(after)
    return values(of: term, from: next < line.count ? next : after)
  }

  private func signed(at position: Int) -> Range<Int>? {
    guard position + 1 < line.count, signs.contains(line.folded[position]), !line.isSpace(position + 1) else {
      return nil
    }
    return position..<position + 1
  }

  /// A key with the comparison behind it, spaces between them or not; nil where bare words stand.
  private func comparison(at start: Int) -> (Range<Int>, FilterComparison, Int)? {
    guard start < line.count, FoldedLine.closing(line.folded[start]) == nil else { return nil }
    var end = start
    while end < line.count, !line.isSpace(end), sign(at: end) == nil { end += 1 }
    guard end > start else { return nil }
    let place = line.skippingSpaces(end)
    guard let (sign, comparison) = sign(at: place), place == end || comparison != .fits else { return nil }
    return (start..<end, comparison, place + sign.count)
  }

  private func sign(at position: Int) -> (String, FilterComparison)? {
    FilterComparison.signs.first { sign, _ in
      position + sign.count <= line.count && line.folded[position..<position + sign.count].elementsEqual(sign)
    }
  }

  private func bare(_ term: Term, from start: Int) -> Term {
    var term = term
    let (value, end) = value(at: start) { line.isSpace($0) }
    term.values = value.range.isEmpty && !value.isQuoted ? [] : [value]
    term.end = end
    return term
  }

  private func values(of term: Term, from start: Int) -> Term {
    var term = term
    var position = start
    while true {
      let (value, end) = value(at: position) { line.isSpace($0) || isComma($0) }
      if !value.range.isEmpty { term.values.append(value) }
      guard end < line.count, isComma(end) else {
        term.end = end
        return term
      }
      position = end + 1
    }
  }

  private func isComma(_ position: Int) -> Bool { ",、".contains(line.folded[position]) }

  private func value(at start: Int, until stops: (Int) -> Bool) -> (Value, end: Int) {
    if let quote = line.quoted(at: start) { return (Value(range: quote.inside, isQuoted: true), quote.end) }
    var end = start
    while end < line.count, !stops(end) { end += 1 }
    return (Value(range: start..<max(start, end), isQuoted: false), end)
  }
}
