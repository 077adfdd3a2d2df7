import Canvas
package import Domain

extension Day {
  /// As people write it: month and day in the present year, year and month outside it.
  func short(seenFrom today: Day) -> String {
    let date = text
    return parts.year == today.parts.year
      ? String(date.dropFirst(5)).replacing("-", with: "/") : String(date.prefix(7))
  }
}

extension Comparison {
  /// A target with its comparison in few cells: `max 6`, `99.9 %以上`.
  package func short(_ target: String, unit: String?, _ language: Language) -> String {
    let gap = language == .english && unit != "%" ? " " : ""
    let value = unit.map { target.hasSuffix($0) ? target : target + gap + $0 } ?? target
    switch (self, language) {
    case (.atMost, .english): return "max " + value
    case (.atLeast, .english): return "min " + value
    case (.within, .english): return "within " + value
    case (.atMost, .japanese), (.atLeast, .japanese), (.within, .japanese):
      return value + words[language]
    case (.done, _): return words[language]
    }
  }
}

extension Double {
  /// Without a fraction where there is none, else with as few digits as tell it.
  package var short: String {
    guard magnitude < 1e15 else { return String(self) }
    if self == rounded() { return String(Int(self)) }
    let hundredths = (self * 100).rounded() / 100
    return String(hundredths)
  }
}
