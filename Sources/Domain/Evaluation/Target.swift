/// What a measured value should come to: a number, a range, or relative to the last period.
package enum Target: Hashable, Sendable {
  case absolute(Double)
  /// A part of the last period's value: `50%`, 前年比50% = 0.5 ×.
  case share(Double)
  /// A change against the last period's value: `-30%` = 0.7 ×, kept as −0.3.
  case change(Double)
  /// Both ends belong to it: `20..25`.
  case range(Double, Double)

  /// Reads what a person typed, in either width of digits.
  ///
  /// - Parameters:
  ///   - text: `5`, `99.9`, `50%`, `前年比50%`, `-30%`, `▲30%`, `20..25`, `20〜25`.
  ///   - unit: Of the measure; where that is per cent, a bare `95%` is the number 95.
  package init?(_ text: String, unit: String? = nil) {
    var rest = Self.plain(text)[...]
    let word = Self.relativeWords.first { rest.hasPrefix($0) }
    let saysRelative = word != nil
    rest = rest.dropFirst(word?.count ?? 0)
    if rest.hasSuffix("%") {
      guard let number = Self.number(rest.dropLast()) else { return nil }
      let isSigned = rest.hasPrefix("-") || rest.hasPrefix("+")
      if isSigned {
        self = .change(number / 100)
      } else if unit.map(Self.plain) == "%", !saysRelative {
        self = .absolute(number)
      } else {
        self = .share(number / 100)
      }
    } else if let number = Self.number(rest) {
      // "x0.5" is a factor, the other words are followed by hundredths.
      self = saysRelative ? .share(word == Self.times ? number : number / 100) : .absolute(number)
    } else if let range = Self.range(rest) {
      self = range
    } else {
      return nil
    }
  }

  package var isRelative: Bool {
    switch self {
    case .share, .change: true
    case .absolute, .range: false
    }
  }

  /// The target without reference to another period, by the baseline or the last period's value (0 gives 0);
  /// nil while that is unknown.
  package func resolved(base: Double?) -> Target? {
    switch self {
    case .absolute, .range: self
    case .share(let part): base.map { .absolute(Self.tidy($0 * part)) }
    case .change(let change): base.map { .absolute(Self.tidy($0 * (1 + change))) }
    }
  }

  /// The one number it stands for; nil for a range and while relative.
  package var number: Double? {
    switch self {
    case .absolute(let number): number
    case .share, .change, .range: nil
    }
  }

  /// The written form; reads back to the same target.
  package var text: String {
    switch self {
    case .absolute(let number): Value.plain(number)
    case .share(let part): Value.plain(Self.tidy(part * 100)) + "%"
    case .change(let change): (change < 0 ? "" : "+") + Value.plain(Self.tidy(change * 100)) + "%"
    case .range(let low, let high): Value.plain(low) + ".." + Value.plain(high)
    }
  }

  /// As people say it.
  package var words: Words {
    switch self {
    case .absolute, .range: Words(text, text)
    case .share: Words(text + " of the last period", "前期比" + text)
    case .change: Words(text + " on the last period", "前期比" + text)
    }
  }

  /// Whether a value comes up to a resolved target; equality achieves. Nil where the two do not fit each other.
  package func isMet(by value: Double, _ comparison: Comparison) -> Bool? {
    switch (comparison, self) {
    case (.atMost, .absolute(let number)): value <= number + Self.tolerance(number)
    case (.atLeast, .absolute(let number)): value >= number - Self.tolerance(number)
    case (.within, .range(let low, let high)):
      value >= low - Self.tolerance(low) && value <= high + Self.tolerance(high)
    case (.within, .absolute(let number)): abs(value - number) <= Self.tolerance(number)
    case (.atMost, .range(_, let high)): value <= high + Self.tolerance(high)
    case (.atLeast, .range(let low, _)): value >= low - Self.tolerance(low)
    case (.done, _): value >= 1
    case (.atMost, .share), (.atMost, .change), (.atLeast, .share), (.atLeast, .change), (.within, .share),
      (.within, .change):
      nil
    }
  }

  private static let relativeWords = ["前年比", "前期比", "前年度比", "対前年", times]
  private static let times = "x"

  /// A finite number in decimal digits: what else a program reads as one, nobody types as a target.
  private static func number(_ text: Substring) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }), let number = Double(text)
    else { return nil }
    return number.isFinite ? number : nil
  }

  /// Decimal fractions are not exact in binary: 0.7 × 10 must meet 7.
  private static func tolerance(_ number: Double) -> Double { max(1, abs(number)) * 1e-9 }

  private static func tidy(_ number: Double) -> Double {
    let scaled = (number * 1e9).rounded() / 1e9
    return scaled == 0 ? 0 : scaled
  }

  private static func range(_ text: Substring) -> Target? {
    for mark in ["..", "~", "\u{301C}", "\u{2013}", "-"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 2, let low = number(parts[0]), let high = number(parts[1]), low <= high else {
        continue
      }
      return .range(low, high)
    }
    return nil
  }

  /// Half-width, without spaces and thousands separators.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar {
          case " ", "\u{3000}", ",", "\u{FF0C}": nil
          case "\u{25B2}", "\u{25B3}", "\u{2212}", "\u{30FC}": "-"
          case "\u{FF5E}": "~"
          case "\u{FF01}"..."\u{FF5D}": Unicode.Scalar(scalar.value - 0xFEE0)
          default: scalar
          }
        }))
  }
}
