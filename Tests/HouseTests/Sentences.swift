/// The texts a file holds, and the keys they name as fixed signs.
struct Sentences {
  /// One string literal: the line it begins in, its text, and what interpolations it has.
  struct Literal {
    let line: Int
    /// Interpolations stand as `\u{FFFC}`.
    let text: String
    let inserted: [String]
  }

  let literals: [Literal]

  init(_ lines: [String]) {
    var reader = Reader(Array(lines.joined(separator: "\n")))
    literals = reader.literals()
  }

  /// Walks the source once.
  private struct Reader {
    let source: [Character]
    var place = 0
    var line = 1

    init(_ source: [Character]) { self.source = source }

    func begins(_ text: String) -> Bool { source[place...].starts(with: text) }

    mutating func step(_ count: Int = 1) {
      for _ in 0..<count where place < source.count {
        if source[place] == "\n" { line += 1 }
        place += 1
      }
    }

    mutating func literals() -> [Literal] {
      var found: [Literal] = []
      while place < source.count {
        if begins("//") {
          while place < source.count, source[place] != "\n" { step() }
        } else if source[place] == "\"" {
          found.append(literal())
        } else {
          step()
        }
      }
      return found
    }

    private mutating func literal() -> Literal {
      let start = line
      let quote = begins("\"\"\"") ? "\"\"\"" : "\""
      var text = ""
      var inserted: [String] = []
      step(quote.count)
      while place < source.count, !begins(quote) {
        if begins("\\(") {
          inserted.append(interpolation())
          text.append("\u{FFFC}")
        } else if source[place] == "\\" {
          text.append(source[place + 1] == "\n" ? " " : source[place + 1])
          step(2)
        } else {
          text.append(source[place])
          step()
        }
      }
      step(quote.count)
      return Literal(line: start, text: text, inserted: inserted)
    }

    private mutating func interpolation() -> String {
      let start = place
      step(2)
      var depth = 1
      while depth > 0 {
        depth += source[place] == "(" ? 1 : source[place] == ")" ? -1 : 0
        step()
      }
      return String(source[start..<place])
    }
  }
}

extension Sentences.Literal {
  /// Actions whose keys it asks for: `\(key: "undo")`.
  var actions: [String] {
    inserted.filter { $0.hasPrefix("\\(key: \"") }.map { String($0.dropFirst(8).dropLast(2)) }
  }

  /// Signs standing alone in a sentence as the names of keys do.
  var fixedKeys: [Character] {
    let characters = Array(text)
    guard characters.filter(\.isLetter).count > 4 else { return [] }
    let isJapanese = characters.contains { $0 >= "\u{3041}" && $0 <= "\u{9FFF}" }
    return characters.indices.filter { place in
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isLast = after == "." && (place + 2 >= characters.count || characters[place + 2] == " ")
      guard Self.apart.contains(before), isLast || Self.apart.contains(after) || "でをの".contains(after)
      else { return false }
      switch characters[place] {
      case "0"..."6": return "(（".contains(before) && ")）".contains(after)
      case "a", "A", "I": return isJapanese && before == " " && " でを".contains(after)
      case "b"..."z", "B"..."Z", "[", "]", "<", ">", "!", "?", "=", "@", "+", "*", "^", "_", "~": return true
      default: return false
      }
    }.map { characters[$0] }
  }

  private static let apart = Set<Character>(" (（)）、。・「,;:")
}
