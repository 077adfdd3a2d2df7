internal import Canvas

/// The little language of styles: `COLOUR on COLOUR +attribute …`, every part optional, `default` for the
/// terminal's own colour.
struct StyleText {
  private static let attributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
  ]

  /// The sixteen colours by name, in the order of their numbers.
  static let sixteenNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "brightBlack", "brightRed",
    "brightGreen", "brightYellow", "brightBlue", "brightMagenta", "brightCyan", "brightWhite",
  ]

  /// Nil when the text names none.
  var foreground: String?
  /// Nil when the text names none.
  var background: String?
  var attributes: Attributes = []

  init(_ source: ThemeFile.Text) throws(ThemeError) {
    var expectsBackground = false
    for word in source.text.split(separator: " ").map(String.init) {
      if word.hasPrefix("+") {
        attributes.formUnion(try StyleText.attribute(word, at: source.place))
      } else if word == "on", !expectsBackground, background == nil {
        expectsBackground = true
      } else if expectsBackground {
        background = word
        expectsBackground = false
      } else if foreground == nil, background == nil, attributes.isEmpty {
        foreground = word
      } else {
        throw ThemeError(.misplacedWord(word), at: source.place)
      }
    }
    if expectsBackground { throw ThemeError(.misplacedWord("on"), at: source.place) }
  }

  /// The place of a colour's name among the sixteen; nil for `default`.
  static func sixteen(_ word: ThemeFile.Text) throws(ThemeError) -> UInt8? {
    if word.text == "default" { return nil }
    guard let index = sixteenNames.firstIndex(of: word.text) else {
      throw ThemeError(.unknownColour(word.text), at: word.place)
    }
    return UInt8(index)
  }

  private static func attribute(_ word: String, at place: ThemePlace) throws(ThemeError) -> Attributes {
    let name = word.dropFirst()
    guard let found = attributes.first(where: { $0.name == name }) else {
      throw ThemeError(.unknownAttribute(String(name), allowed: attributes.map(\.name)), at: place)
    }
    return found.attribute
  }
}
