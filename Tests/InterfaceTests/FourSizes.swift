import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// One of the terminals that the main frames are kept for: each language, four sizes, with and without colours.
///
///     @Test("looks as it did", arguments: FourSizes.all)
///     func frames(_ terminal: FourSizes) throws {
///       var stage = try terminal.stage()
///       stage.open(.register)
///       try terminal.check(stage, "register")
///     }
struct FourSizes: Sendable, CustomTestStringConvertible {
  let language: Language
  let size: Size
  let colours: Colours

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 120, rows: 40),
    Size(columns: 200, rows: 50),
  ]

  /// All sixteen.
  static let all = terminals(sizes)

  /// The smallest and the usual one, for what the sizes between and beyond them tell nothing more of.
  static let two = terminals([sizes[0], sizes[2]])

  private static func terminals(_ sizes: [Size]) -> [FourSizes] {
    Language.allCases.flatMap { language in
      sizes.flatMap { size in
        Colours.allCases.map { FourSizes(language: language, size: size, colours: $0) }
      }
    }
  }

  /// A program on such a terminal, with the worked case open.
  func stage(_ worked: WorkedCase = .cloud) throws -> Stage {
    var stage = try Stage(worked, language, size: size)
    stage.model.glyphs = try colours.theme.glyphs
    return stage
  }

  /// Compares with the frame kept as `NAME-120x40-ja-mono.txt`.
  func check(_ stage: Stage, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try Golden.check(
      stage.frame, "\(name)-\(testDescription)", colours: colours, sourceLocation: sourceLocation)
  }

  var testDescription: String {
    "\(size.columns)x\(size.rows)-\(language.rawValue)-\(colours.rawValue)"
  }
}
