import Domain
import Themes
import Yams

/// What a person set in `config.yaml`: `theme`, `language` and `terminal`. No file is no mistake.
struct Configuration {
  /// The person's own, read once however many ask.
  static let own = Configuration(
    file: Folders(environment: Surroundings.readEnvironment()).configurationFile)

  private static let keys = "theme, language, terminal"

  private(set) var theme: ThemeChoice.Asked?
  private(set) var terminal = TerminalWishes()
  private(set) var language: Language?
  /// What is wrong with the file, and where; nil when nothing is.
  private(set) var problem: Failure?
  /// Where each theme is named.
  private var themePlaces: [(name: String, place: String)] = []

  init(file: String) {
    guard let text = FileText.read(file) else { return }
    do {
      guard let node = try compose(yaml: text, .basic) else { return }
      guard let mapping = node.mapping else {
        problem = Self.fault(file, node, Self.keys)
        return
      }
      for (key, value) in mapping where problem == nil { read(key, value, file) }
    } catch let error as YamlError {
      let (place, why) = (error.place(in: file).description, error.explanation)
      problem = Failure(.data, "\(place): not YAML: \(why)", "\(place): YAML として読めません: \(why)")
    } catch {
      problem = Failure(.data, "\(file): not YAML: \(error)", "\(file): YAML として読めません: \(error)")
    }
  }

  private mutating func read(_ key: Node, _ value: Node, _ file: String) {
    switch key.string {
    case "theme":
      theme = Self.theme(value)
      themePlaces = (value.mapping.map { $0.map(\.value) } ?? [value]).map {
        ($0.scalar?.string ?? "", Self.place($0, file))
      }
      if theme == nil { problem = Self.fault(file, value, "theme: NAME, theme: { dark: NAME, light: NAME }") }
    case "language":
      language = value.string.flatMap(Language.init(rawValue:))
      if language == nil { problem = Self.fault(file, value, "language: en | ja") }
    case "terminal": readTerminal(value, file)
    default: problem = Self.fault(file, key, Self.keys)
    }
  }

  /// What is wrong where a theme is named that is not among those there are; nil when nothing is. They are asked for
  /// only where one is named, since that is a look into a folder.
  func problem(among themes: @autoclosure () -> [String]) -> Failure? {
    if let problem { return problem }
    guard !themePlaces.isEmpty else { return nil }
    let themes = themes()
    guard let unknown = themePlaces.first(where: { !themes.contains($0.name) }) else { return nil }
    let words = ThemeError(
      .unknownTheme(unknown.name, known: themes), at: ThemePlace(file: unknown.place)
    ).words
    return Failure(.data, words)
  }

  private mutating func readTerminal(_ node: Node, _ file: String) {
    guard let mapping = node.mapping else {
      problem = Self.fault(file, node, TerminalWishes.keys.map(\.key).joined(separator: ", "))
      return
    }
    for (key, value) in mapping where problem == nil {
      guard let known = TerminalWishes.keys.first(where: { $0.key == key.string }) else {
        problem = Self.fault(file, key, TerminalWishes.keys.map(\.key).joined(separator: ", "))
        return
      }
      if !terminal.set(known.key, to: value.scalar?.string ?? "") {
        problem = Self.fault(file, value, (["auto"] + known.values).joined(separator: " | "))
      }
    }
  }

  private static func theme(_ node: Node) -> ThemeChoice.Asked? {
    if let name = node.scalar?.string { return name.isEmpty ? nil : ThemeChoice.Asked(name) }
    guard let mapping = node.mapping, mapping.count == 2, let dark = mapping["dark"]?.scalar?.string,
      let light = mapping["light"]?.scalar?.string
    else { return nil }
    return ThemeChoice.Asked(dark: dark, light: light)
  }

  private static func place(_ node: Node, _ file: String) -> String {
    node.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
  }

  private static func fault(_ file: String, _ node: Node, _ wanted: String) -> Failure {
    let place = place(node, file)
    return Failure(
      .data, "\(place): cannot be understood; what can stand here: \(wanted)",
      "\(place): 解釈できません。書けるもの: \(wanted)")
  }
}
