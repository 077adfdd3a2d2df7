/// How a term of a filter compares.
enum FilterComparison: Hashable, Sendable {
  /// `:` for texts and names "contains", for all else "is".
  case fits
  case equals
  case differs
  case contains
  case less
  case atMost
  case more
  case atLeast

  /// The sign that begins a comparison, longest first.
  static let signs: [(String, FilterComparison)] = [
    ("<=", .atMost), (">=", .atLeast), ("!=", .differs), ("=<", .atMost), ("=>", .atLeast), (":", .fits),
    ("=", .equals), ("~", .contains), ("〜", .contains), ("<", .less), (">", .more), ("≤", .atMost),
    ("≦", .atMost), ("≥", .atLeast), ("≧", .atLeast), ("≠", .differs),
  ]

  var isOrder: Bool {
    switch self {
    case .less, .atMost, .more, .atLeast: true
    case .fits, .equals, .differs, .contains: false
    }
  }

  /// Whether a number stands so to a range: a day to a month, a level to a band.
  func holds(_ number: Double, _ span: ClosedRange<Double>) -> Bool {
    switch self {
    case .fits, .equals, .differs, .contains: span.contains(number)
    case .less: number < span.lowerBound
    case .atMost: number <= span.upperBound
    case .more: number > span.upperBound
    case .atLeast: number >= span.lowerBound
    }
  }
}
