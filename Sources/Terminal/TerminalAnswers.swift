package import Canvas

/// What the terminal told of itself; nil is what it has not told.
package struct TerminalAnswers: Hashable, Sendable {
  /// The colour behind text.
  package private(set) var background: Colour?
  /// It draws characters of East Asian Width "Ambiguous" two cells wide.
  package private(set) var isAmbiguousWide: Bool?
  /// It can hold a picture back until it is whole (private mode 2026).
  package private(set) var canSynchronize: Bool?
  /// It can say when it is turned from dark to light or back (private mode 2031).
  package private(set) var canTellTurns: Bool?
  /// Its own name and version.
  package private(set) var name: String?
  /// It has said all it will say.
  package private(set) var isComplete = false

  /// A terminal that has said nothing.
  package init() {}

  /// Takes one answer in.
  package mutating func take(_ reply: Reply) {
    switch reply {
    case .background(let colour): background = colour
    case .column(let column): isAmbiguousWide = column > 2
    case .mode(2026, let isKnown): canSynchronize = isKnown
    case .mode(2031, let isKnown): canTellTurns = isKnown
    case .mode, .turned: break
    case .name(let text): name = text.isEmpty ? nil : text
    case .attributes: isComplete = true
    }
  }
}
