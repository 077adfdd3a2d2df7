import Canvas

/// The key sequences that the terminal database names for this terminal.
enum KnownKeys {
  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ("kent", .enter), ("kLFT", .shiftLeft), ("kRIT", .shiftRight), ("kri", .shiftUp), ("kind", .shiftDown),
  ]

  /// Sequences that begin with Escape; single control characters are the same everywhere.
  static func ofThisTerminal() -> [[UInt8]: Key] {
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    var known: [[UInt8]: Key] = [:]
    for (name, key) in names + functions {
      let bytes = Modes.capability(name)
      if bytes.count > 1, bytes.first == 0x1B { known[bytes] = key }
    }
    return known
  }
}
