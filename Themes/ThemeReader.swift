internal import Canvas
internal import Yams

/// Reads the YAML of one theme file; knows its keys and nothing of other themes.
final class ThemeReader {
  private static let keys = ["name", "inherits", "colours", "screen", "palette", "roles", "glyphs"]

  let file: String
  private var faults: [ThemeError] = []

  init(file: String) { self.file = file }

  /// Reads all that a theme may say, and notes the rest as faults; throws `ThemeError` for what is no theme at all.
  func read(_ yaml: String) throws(ThemeError) -> ThemeFile {
    guard let root = try compose(yaml) else {
      throw ThemeError(.wrongShape(wanted: .mapping), at: ThemePlace(file: file))
    }
    var theme = ThemeFile(name: file, place: ThemePlace(file: file))
    for (key, value) in try mapping(root) {
      attempt { () throws(ThemeError) in try readPart(key, value, into: &theme) }
    }
    theme.faults = faults
    return theme
  }

  private func readPart(_ key: Node, _ value: Node, into theme: inout ThemeFile) throws(ThemeError) {
    let word = try text(key)
    switch word.text {
    case "name": theme.name = try text(value).text
    case "inherits": theme.inherits = try text(value)
    case "colours": theme.deepest = try depth(value)
    case "screen": try readScreen(value, into: &theme)
    case "palette": try readPalette(value, into: &theme)
    case "roles": theme.roles = try RoleReader(reader: self).read(value)
    case "glyphs": try readGlyphs(value, into: &theme)
    default: throw ThemeError(.unknownKey(word.text, allowed: ThemeReader.keys), at: word.place)
    }
  }

  /// Reads one part of the file; what is wrong there is noted, and the next part is read all the same.
  func attempt(_ read: () throws(ThemeError) -> Void) {
    do throws(ThemeError) {
      try read()
    } catch {
      faults.append(error)
    }
  }

  func mapping(_ node: Node) throws(ThemeError) -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else {
      throw ThemeError(.wrongShape(wanted: .mapping), at: place(of: node))
    }
    return mapping.map { ($0.key, $0.value) }
  }

  /// A plain value as it is written, never read as a number or a date.
  func text(_ node: Node) throws(ThemeError) -> ThemeFile.Text {
    guard let scalar = node.scalar, !isNothing(scalar) else {
      throw ThemeError(.wrongShape(wanted: .text), at: place(of: node))
    }
    return ThemeFile.Text(text: scalar.string, place: place(of: node))
  }

  func place(of node: Node) -> ThemePlace {
    ThemePlace(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  /// Whether it is what YAML writes for nothing.
  private func isNothing(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  /// All that is read here is text: what else YAML takes scalars for is not asked, which costs a start its share.
  private func compose(_ yaml: String) throws(ThemeError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw ThemeError(.notYAML(error.explanation), at: error.place(in: file))
    } catch {
      throw ThemeError(.notYAML(String(describing: error)), at: ThemePlace(file: file))
    }
  }

  private func readScreen(_ node: Node, into theme: inout ThemeFile) throws(ThemeError) {
    for (key, value) in try mapping(node) {
      attempt { () throws(ThemeError) in
        let word = try text(key)
        switch word.text {
        case "foreground": theme.screenForeground = try colour(value)
        case "background": theme.screenBackground = try colour(value)
        default:
          throw ThemeError(.unknownKey(word.text, allowed: ["foreground", "background"]), at: word.place)
        }
      }
    }
  }

  private func readPalette(_ node: Node, into theme: inout ThemeFile) throws(ThemeError) {
    for (key, value) in try mapping(node) {
      attempt { () throws(ThemeError) in
        let name = try text(key)
        theme.palettePlaces[name.text] = name.place
        // Whatever it is to look like, its name is known: styles that use it are not at fault.
        theme.palette[name.text] = ThemeFile.Colouring(paint: Paint(Colour(red: 0, green: 0, blue: 0)))
        theme.palette[name.text] = try readColouring(value)
      }
    }
  }

  private func depth(_ node: Node) throws(ThemeError) -> ColorDepth {
    switch try text(node).text {
    case "16": return .ansi16
    case "256": return .indexed256
    case "all": return .truecolor
    default: throw ThemeError(.wrongShape(wanted: .depth), at: place(of: node))
    }
  }

  private func readColouring(_ node: Node) throws(ThemeError) -> ThemeFile.Colouring {
    guard node.mapping != nil else { return ThemeFile.Colouring(paint: Paint(try colour(node))) }
    var hex: Colour?
    var indexed: UInt8?
    var ansi16: UInt8?
    for (key, value) in try mapping(node) {
      let word = try text(key)
      switch word.text {
      case "hex": hex = try colour(value)
      case "ansi256": indexed = try paletteIndex(value)
      case "ansi16": ansi16 = try StyleText.sixteen(try text(value))
      default:
        throw ThemeError(.unknownKey(word.text, allowed: ["hex", "ansi256", "ansi16"]), at: word.place)
      }
    }
    guard let hex else { throw ThemeError(.missing("hex"), at: place(of: node)) }
    return ThemeFile.Colouring(paint: Paint(hex, indexed: indexed), ansi16: ansi16)
  }

  private func colour(_ node: Node) throws(ThemeError) -> Colour {
    let word = try text(node)
    guard let colour = Colour(hex: word.text) else {
      throw ThemeError(.unknownColour(word.text), at: word.place)
    }
    return colour
  }

  private func paletteIndex(_ node: Node) throws(ThemeError) -> UInt8 {
    guard let index = UInt8(try text(node).text), index >= 16 else {
      throw ThemeError(.wrongShape(wanted: .paletteIndex), at: place(of: node))
    }
    return index
  }

  private func readGlyphs(_ node: Node, into theme: inout ThemeFile) throws(ThemeError) {
    for (key, value) in try mapping(node) {
      attempt { () throws(ThemeError) in
        let word = try text(key)
        switch word.text {
        case "set": theme.glyphs = try glyphSet(value)
        case "circles": theme.circlesDigits = try yesOrNo(value)
        default:
          guard let glyph = Glyph(name: word.text) else {
            throw ThemeError(.unknownGlyph(word.text), at: word.place)
          }
          theme.marks.append((glyph, try text(value)))
        }
      }
    }
  }

  private func glyphSet(_ node: Node) throws(ThemeError) -> Glyphs {
    let word = try text(node)
    switch word.text {
    case "neutral": return .neutral
    case "ascii": return .ascii
    default: throw ThemeError(.unknownGlyphSet(word.text, allowed: ["neutral", "ascii"]), at: word.place)
    }
  }

  private func yesOrNo(_ node: Node) throws(ThemeError) -> Bool {
    switch node.scalar?.string.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw ThemeError(.wrongShape(wanted: .yesOrNo), at: place(of: node))
    }
  }
}
