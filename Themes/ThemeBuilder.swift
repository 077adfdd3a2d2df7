internal import Canvas

/// Makes a complete theme of a file and its ancestors.
///
/// A role is looked up in the file itself, under its own name and then those of its groups, then in the
/// ancestors the same way, and at last in `Theme.plain`. Palettes are laid over one another, so a descendant
/// that changes a colour changes every inherited style that uses it.
struct ThemeBuilder {
  /// The file itself first.
  private let lineage: [ThemeFile]
  private let palette: [String: ThemeFile.Colouring]

  init(_ lineage: [ThemeFile]) {
    self.lineage = lineage
    palette = lineage.reversed().reduce(into: [:]) { palette, file in
      palette.merge(file.palette) { _, new in new }
    }
  }

  /// Throws `ThemeError` with everything that is wrong with the file and its ancestors.
  func theme() throws(ThemeError) -> Theme {
    guard let file = lineage.first else { return .plain }
    var faults = lineage.flatMap(\.faults)
    let foreground = lineage.lazy.compactMap(\.screenForeground).first
    let background = lineage.lazy.compactMap(\.screenBackground).first
    // Said only of a file that is sound otherwise: what is mistyped is missing too.
    if faults.isEmpty {
      if foreground == nil { faults.append(ThemeError(.missing("screen.foreground"), at: file.place)) }
      if background == nil { faults.append(ThemeError(.missing("screen.background"), at: file.place)) }
    }
    let entries = styles(&faults)
    let glyphs = glyphs(&faults)
    if let error = ThemeError(all: inOrder(faults)) { throw error }
    let black = Colour(red: 0, green: 0, blue: 0)
    return Theme(
      name: file.name, glyphs: glyphs, screenForeground: foreground ?? black,
      screenBackground: background ?? black, deepest: lineage.lazy.compactMap(\.deepest).first ?? .truecolor
    ) { role in style(of: role, among: entries) }
  }

  /// The file's own first, each file's from top to bottom.
  private func inOrder(_ faults: [ThemeError]) -> [ThemeError] {
    lineage.map(\.place.file).flatMap { file in
      faults.filter { $0.place.file == file }.sorted {
        ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0)
      }
    }
  }

  /// Where the file itself styles a role, by its own name, a group's or a colour of the palette that an ancestor's style
  /// names; the file as a whole where an ancestor alone does.
  func place(of role: Role) -> ThemePlace {
    guard let file = lineage.first else { return ThemePlace(file: "") }
    for ancestor in lineage {
      guard let entry = role.lookupNames.lazy.compactMap({ ancestor.roles[$0] }).first else { continue }
      if entry.style.place.file == file.place.file { return entry.style.place }
      let words = entry.style.text.split(separator: " ").map(String.init)
      return words.lazy.compactMap { file.palettePlaces[$0] }.first ?? file.place
    }
    return file.place
  }

  /// Colours of the file's own palette that nothing uses, in any theme of the lineage.
  var unusedColours: [(name: String, place: ThemePlace)] {
    let entries = lineage.flatMap(\.roles.values)
    let words = Set(entries.flatMap { $0.style.text.split(separator: " ").map(String.init) })
    let unused = lineage.first?.palettePlaces.filter { !words.contains($0.key) } ?? [:]
    return unused.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Every entry of every file is read, used or not, so that no mistake waits for another day.
  private func styles(_ faults: inout [ThemeError]) -> [[String: Style]] {
    var all: [[String: Style]] = []
    for file in lineage {
      var styles: [String: Style] = [:]
      for (name, entry) in file.roles.sorted(by: { $0.key < $1.key }) {
        do throws(ThemeError) {
          styles[name] = try style(entry, named: name)
        } catch {
          faults.append(ThemeError(error.problem, at: error.place, role: name))
        }
      }
      all.append(styles)
    }
    return all
  }

  private func style(of role: Role, among files: [[String: Style]]) -> Style {
    for styles in files {
      for name in role.lookupNames {
        guard var style = styles[name] else { continue }
        if !hasMono(name) { style.mono = Theme.plain[role].mono }
        return style
      }
    }
    return Theme.plain[role]
  }

  private func hasMono(_ name: String) -> Bool {
    lineage.first { $0.roles[name] != nil }?.roles[name]?.mono != nil
  }

  private func style(_ entry: ThemeFile.RoleEntry, named name: String) throws(ThemeError) -> Style {
    let text = try StyleText(entry.style)
    let foreground = try colouring(text.foreground, at: entry.style.place)
    let background = try colouring(text.background, at: entry.style.place)
    var look = Look(
      foreground: tint(foreground?.ansi16), background: tint(background?.ansi16),
      attributes: text.attributes)
    if let sixteen = entry.ansi16 { look = try sixteenLook(sixteen) }
    let mono: Attributes? = if let mono = entry.mono { try attributesOnly(mono) } else { nil }
    return Style(
      foreground: foreground?.paint, background: background?.paint, attributes: text.attributes,
      ansi16: look, mono: mono)
  }

  private func colouring(
    _ word: String?, at place: ThemePlace
  ) throws(ThemeError) -> ThemeFile.Colouring? {
    guard let word, word != "default" else { return nil }
    if let known = palette[word] { return known }
    if let index = StyleText.sixteenNames.firstIndex(of: word) {
      // Where there are more colours than sixteen, what xterm shows under that name.
      return ThemeFile.Colouring(paint: Paint(XtermPalette.usual(UInt8(index))), ansi16: UInt8(index))
    }
    guard let colour = Colour(hex: word) else { throw ThemeError(.unknownColour(word), at: place) }
    return ThemeFile.Colouring(paint: Paint(colour))
  }

  private func sixteenLook(_ source: ThemeFile.Text) throws(ThemeError) -> Look {
    let text = try StyleText(source)
    return Look(
      foreground: try sixteen(text.foreground, at: source.place),
      background: try sixteen(text.background, at: source.place), attributes: text.attributes)
  }

  private func sixteen(_ word: String?, at place: ThemePlace) throws(ThemeError) -> Tint {
    guard let word else { return .terminal }
    return tint(try StyleText.sixteen(ThemeFile.Text(text: word, place: place)))
  }

  private func attributesOnly(_ source: ThemeFile.Text) throws(ThemeError) -> Attributes {
    let text = try StyleText(source)
    if let colour = text.foreground ?? text.background {
      throw ThemeError(.misplacedWord(colour), at: source.place)
    }
    return text.attributes
  }

  private func tint(_ index: UInt8?) -> Tint { index.map(Tint.indexed) ?? .terminal }

  private func glyphs(_ faults: inout [ThemeError]) -> Glyphs {
    var glyphs = Glyphs.neutral
    for file in lineage.reversed() {
      if let set = file.glyphs { glyphs = set }
      if let circles = file.circlesDigits { glyphs.circlesDigits = circles }
      for (glyph, mark) in file.marks where !glyphs.replace(glyph, with: mark.text) {
        faults.append(ThemeError(.notOneCell(glyph: glyph.name, text: mark.text), at: mark.place))
      }
    }
    return glyphs
  }
}
