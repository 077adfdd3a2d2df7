/// Lists and small tables on one line: `;` between rows or list members, `|` between cells, `\` before any of
/// them that belongs to the text.
enum TableText {
  /// Cells of a row stand apart by `cells`: `|`, or `;` for the members of a list, which is one row.
  static func write(_ rows: [[String]], cells: Character) -> String {
    let between = cells == ";" ? "; " : " \(cells) "
    return rows.map { $0.map(escaped).joined(separator: between) }.joined(separator: "; ")
  }

  /// The members of a list; empty ones are left out.
  static func list(_ text: String) -> [String] {
    pieces(text, at: ";").map { TypedText.line(unescaped($0)) }.filter { !$0.isEmpty }
  }

  /// The rows of a table; a row of nothing but empty cells is left out.
  static func rows(_ text: String) -> [[String]] {
    pieces(text, at: ";").map { row in pieces(row, at: "|").map { TypedText.line(unescaped($0)) } }
      .filter { !$0.allSatisfy(\.isEmpty) }
  }

  private static func escaped(_ text: String) -> String {
    // What separates in either width begins with one of these bytes; most texts have none of them.
    guard text.utf8.contains(where: { $0 == 0x3B || $0 == 0x5C || $0 == 0x7C || $0 == 0xEF }) else {
      return text
    }
    return text.reduce(into: "") { result, character in
      if folded(character) != nil || character == "\\" { result.append("\\") }
      result.append(character)
    }
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  /// Splits at a separator in either width that no `\` stands before.
  private static func pieces(_ text: String, at separator: Character) -> [String] {
    var result = [""]
    var isEscaped = false
    for character in text {
      if !isEscaped, folded(character) == separator {
        result.append("")
      } else {
        result[result.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }

  private static func folded(_ character: Character) -> Character? {
    switch character {
    case ";", "；": ";"
    case "|", "｜": "|"
    default: nil
    }
  }
}
