import Canvas

/// Where a name that needs two lines is broken: between words, in Japanese also where the script changes.
enum NameBreak {
  /// The halves, the first as long as may be; where no break fits, as much as the first line holds and the rest.
  static func halves(of name: String, width: Int) -> (String, String) {
    let places = name.indices.dropFirst()
    let breaks = [
      places.filter { name[name.index(before: $0)] == " " }, places.filter { isBetween($0, name) },
    ]
    for breaks in breaks {
      let fitting = breaks.last {
        DisplayWidth.width(of: trimmed(name[..<$0])) <= width
          && DisplayWidth.width(of: String(name[$0...])) <= width
      }
      if let fitting { return (trimmed(name[..<fitting]), String(name[fitting...])) }
    }
    let first = DisplayWidth.wrap(name, to: width).first.map(String.init) ?? name
    return (first, String(name.dropFirst(first.count).drop { $0 == " " }))
  }

  private static func trimmed(_ text: Substring) -> String {
    text.last == " " ? String(text.dropLast()) : String(text)
  }

  private static func isBetween(_ place: String.Index, _ name: String) -> Bool {
    script(name[name.index(before: place)]) != script(name[place])
  }

  private static func script(_ character: Character) -> Int {
    switch character {
    case "\u{3041}"..."\u{309F}": 1
    case "\u{30A0}"..."\u{30FF}": 2
    case "\u{3400}"..."\u{9FFF}": 3
    default: 0
    }
  }
}
