/// How many colours a terminal can be asked for, from most to none; fewer are less.
package enum ColorDepth: String, CaseIterable, Hashable, Sendable, Comparable {
  case truecolor
  case indexed256
  case ansi16
  case mono

  /// Fewer colours come first.
  package static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .mono: 0
    case .ansi16: 1
    case .indexed256: 2
    case .truecolor: 3
    }
  }
}
