import Canvas
import CTerminal

extension ColorDepth {
  /// The depth of the open terminal: NO_COLOR (when not empty) wins, then what the terminal database says.
  static func ofTerminal(environment: [String: String]) -> ColorDepth {
    of(
      colors: Int(ct_color_count()), pairs: Int(ct_pair_count()), hasDirectColour: ct_has("RGB"),
      environment: environment)
  }

  /// COLORTERM is not asked: curses can only show 24-bit colour where the terminal database has it.
  static func of(colors: Int, pairs: Int, hasDirectColour: Bool, environment: [String: String]) -> ColorDepth
  {
    if environment["NO_COLOR"]?.isEmpty == false { return .mono }
    if colors >= 1 << 24, hasDirectColour { return .truecolor }
    if colors >= 256, pairs >= 256 { return .indexed256 }
    return colors >= 8 ? .ansi16 : .mono
  }
}
