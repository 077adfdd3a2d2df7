internal import Canvas

/// A theme as its file tells it, before ancestors are put in; every part remembers where it stood.
struct ThemeFile {
  /// A text of the file and its place.
  struct Text {
    var text: String
    var place: ThemePlace
  }

  /// One entry of the palette.
  struct Colouring {
    var paint: Paint
    /// The place among the user's sixteen colours; nil for the terminal's own.
    var ansi16: UInt8?
  }

  /// What the file says of a role; what it leaves out follows from `style`, or for `mono` from `Theme.plain`.
  struct RoleEntry {
    var style: Text
    var ansi16: Text?
    var mono: Text?
  }

  var name: String
  /// One of the program's own, not a person's.
  var isShipped = false
  var inherits: Text?
  var screenForeground: Colour?
  var screenBackground: Colour?
  /// The most colours it asks for; nil for the ancestor's.
  var deepest: ColorDepth?
  var palette: [String: Colouring] = [:]
  /// Where each colour of the palette stands.
  var palettePlaces: [String: ThemePlace] = [:]
  /// By the name of a role or of a group of roles.
  var roles: [String: RoleEntry] = [:]
  /// The built-in set that `marks` change; nil for the ancestor's.
  var glyphs: Glyphs?
  var marks: [(glyph: Glyph, text: Text)] = []
  var circlesDigits: Bool?
  /// What of it cannot be used, in the order of the file.
  var faults: [ThemeError] = []
  /// The file as a whole.
  var place: ThemePlace
}
