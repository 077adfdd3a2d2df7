/// Why a theme cannot be used, and exactly where; the sentence is made where the person's language is known.
package struct ThemeError: Error, Hashable, Sendable {
  /// What is wrong; each case carries the word at fault as the file has it.
  package enum Problem: Hashable, Sendable {
    /// The file cannot be read.
    case unreadable
    /// Longer than any theme is.
    case tooLong
    /// The text is not YAML; the words are the parser's, in English.
    case notYAML(String)
    /// A key that no theme has, with those that could stand there.
    case unknownKey(String, allowed: [String])
    /// A role or group of roles that no screen uses.
    case unknownRole(String)
    /// A mark that no screen draws.
    case unknownGlyph(String)
    /// A glyph set that is not built in, with those that are.
    case unknownGlyphSet(String, allowed: [String])
    /// Neither in the palette nor one of the forms a colour may take there.
    case unknownColour(String)
    /// An attribute that is not one of those listed.
    case unknownAttribute(String, allowed: [String])
    /// A style that is not `COLOUR on COLOUR +attribute`; the word is the first out of place.
    case misplacedWord(String)
    /// A mark that is not one narrow printable character.
    case notOneCell(glyph: String, text: String)
    /// Something else stands there than what is wanted.
    case wrongShape(wanted: Shape)
    /// A key that a theme with no ancestor must have.
    case missing(String)
    /// No theme of this name is known.
    case unknownTheme(String, known: [String])
    /// A theme that is, through others, its own ancestor.
    case circularInheritance([String])
  }

  /// What kind of YAML value is wanted.
  package enum Shape: Hashable, Sendable {
    case mapping
    case text
    case yesOrNo
    /// A number from 16 to 255.
    case paletteIndex
    /// How many colours a terminal may be asked for: 16, 256 or all.
    case depth
  }

  /// Where it is wrong.
  package var place: ThemePlace
  /// What is wrong.
  package var problem: Problem
  /// The role or group whose style is at fault; nil when it is not about one.
  package var role: String?
  /// What else is wrong, in the order of the files.
  package private(set) var others: [ThemeError] = []

  /// An error at a place of a file.
  package init(_ problem: Problem, at place: ThemePlace, role: String? = nil) {
    self.problem = problem
    self.place = place
    self.role = role
  }

  /// The first of several errors, with the others behind it; nil for none.
  init?(all errors: [ThemeError]) {
    guard let first = errors.first else { return nil }
    self = first
    others = Array(errors.dropFirst())
  }

  /// This one and all others.
  package var all: [ThemeError] { [ThemeError(problem, at: place, role: role)] + others }
}
