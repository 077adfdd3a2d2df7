import Canvas
import Domain

/// The six phases in the line below the header: as wide as fits, from the left.
struct Rail {
  /// The runs of each phase, in their order.
  private let stops: [[(String, Role)]]
  private let between: String

  /// The cell it begins in.
  static let start = 1

  init(_ model: Model, _ glyphs: Glyphs, columns: Int) {
    let wide = Rail(model, glyphs, between: " \(glyphs[.phaseRail]) ", afterName: " ") { $0.shortWords }
    let close = Rail(model, glyphs, between: " ", afterName: "") { $0.shortWords }
    let narrow = Rail(model, glyphs, between: " ", afterName: "") { $0.columnWords }
    self = [wide, close].first { $0.width + Self.start <= columns } ?? narrow
  }

  private init(
    _ model: Model, _ glyphs: Glyphs, between: String, afterName: String, words: (Phase) -> Words
  ) {
    self.between = between
    stops = Phase.allCases.map { phase in
      let name = "\(phase.rawValue) " + model.say(words(phase)) + afterName
      return [(name, model.screen.phase == phase ? Role.title : .text)]
        + model.phaseMarks(phase, glyphs)
    }
  }

  var runs: [(String, Role)] { Array(stops.joined(separator: [(between, .textMuted)])) }

  private var width: Int { Self.width(of: runs) }

  private static func width(of runs: [(String, Role)]) -> Int {
    runs.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
  }

  /// The phase whose stop is at a column of the line; nil between stops and beside them.
  func phase(atColumn column: Int) -> Phase? {
    var end = Self.start
    for (phase, stop) in zip(Phase.allCases, stops) {
      let start = end
      end += Self.width(of: stop)
      if (start..<end).contains(column) { return phase }
      end += DisplayWidth.width(of: between)
    }
    return nil
  }
}
