import Canvas
import Terminal
import Themes

/// Which theme is shown: the one a person asked for, else one that suits the terminal.
struct ThemeChoice {
  /// A theme for either ground, as `--theme` and `theme:` name it.
  struct Asked: Hashable {
    var dark: String
    var light: String

    /// The same on any ground.
    init(_ name: String) {
      dark = name
      light = name
    }

    init(dark: String, light: String) {
      self.dark = dark
      self.light = light
    }
  }

  /// Why it is this one.
  enum Reason: Hashable {
    case asked
    case noColour
    case lightGround
    case usual
  }

  /// Where the ground's lightness is known from.
  enum Source: Hashable {
    case wish
    case answer
    case variable
    case nowhere
  }

  let library: ThemeLibrary
  /// Nil leaves it to the terminal.
  var asked: Asked?
  let wishes: TerminalWishes
  let environment: [String: String]

  /// The theme on a terminal of this depth that told this much of itself, with the glyphs it can draw.
  ///
  /// - Throws: `ThemeError`.
  func theme(depth: ColorDepth, answers: TerminalAnswers = TerminalAnswers()) throws -> Theme {
    var theme = try library.theme(named: name(depth: depth, answers: answers).name)
    if needsASCII(answers) { theme.glyphs = .ascii }
    return theme
  }

  /// The theme's name, and why.
  func name(depth: ColorDepth, answers: TerminalAnswers) -> (name: String, why: Reason) {
    let isLight = isLight(answers).isLight
    if let asked { return (isLight ? asked.light : asked.dark, .asked) }
    if depth == .mono { return ("mono", .noColour) }
    return isLight ? ("default-light", .lightGround) : ("default-dark", .usual)
  }

  /// Whether the ground is light, and who says so. COLORFGBG is what rxvt, Konsole and some others leave in the
  /// environment: foreground;background as numbers of the sixteen colours.
  func isLight(_ answers: TerminalAnswers) -> (isLight: Bool, source: Source) {
    if let wish = wishes.isLight { return (wish, .wish) }
    if let colour = answers.background { return (Lab(colour).lightness > 50, .answer) }
    if let word = environment["COLORFGBG"]?.split(separator: ";").last, let ground = Int(word),
      0...15 ~= ground
    {
      return (ground == 7 || ground > 8, .variable)
    }
    return (false, .nowhere)
  }

  /// Whether only ASCII marks keep their columns: ambiguous characters are wide, or the font of the Linux console
  /// has a few hundred characters.
  func needsASCII(_ answers: TerminalAnswers) -> Bool {
    wishes.isAmbiguousWide ?? (answers.isAmbiguousWide == true || environment["TERM"] == "linux")
  }
}
