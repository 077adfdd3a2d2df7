/// Text on its way into markup.
enum SVGText {
  /// The same text with nothing in it that a parser would take for markup or refuse.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      guard let (shown, _) = DisplayWidth.shown(scalar) else { continue }
      switch shown {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(shown)
      }
    }
    return result
  }
}
