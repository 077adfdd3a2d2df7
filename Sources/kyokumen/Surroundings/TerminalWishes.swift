import Canvas

/// What a person set about their terminal in `config.yaml`, against what it says of itself; nil leaves it to that.
struct TerminalWishes: Hashable {
  /// The most colours to ask for.
  var depth: ColorDepth?
  /// Whether characters of ambiguous width are drawn wide.
  var isAmbiguousWide: Bool?
  /// Whether the ground is light.
  var isLight: Bool?
  /// Whether frames are held back until they are whole.
  var isSynchronized: Bool?

  /// The keys, with what may stand behind each.
  static let keys: [(key: String, values: [String])] = [
    ("colours", ["all", "256", "16", "none"]), ("ambiguous", ["narrow", "wide"]),
    ("background", ["dark", "light"]),
    ("synchronized", ["on", "off"]),
  ]

  /// Takes one in; false when the value may not stand there. `auto` leaves it to the terminal.
  mutating func set(_ key: String, to value: String) -> Bool {
    guard let values = Self.keys.first(where: { $0.key == key })?.values else { return false }
    guard value != "auto" else { return true }
    guard let place = values.firstIndex(of: value) else { return false }
    switch key {
    case "colours": depth = [.truecolor, .indexed256, .ansi16, .mono][place]
    case "ambiguous": isAmbiguousWide = place == 1
    case "background": isLight = place == 1
    default: isSynchronized = place == 0
    }
    return true
  }
}
