import Domain
import Yams

/// What a person set in `config.yaml`: `theme` and `language`. No file is no mistake.
struct Configuration {
  private(set) var theme: String?
  private(set) var language: Language?
  /// What is wrong with the file, and where; nil when nothing is.
  private(set) var problem: Failure?

  init(file: String) {
    guard let text = FileText.read(file) else { return }
    do {
      guard let node = try compose(yaml: text) else { return }
      guard let mapping = node.mapping else {
        problem = Self.fault(file, node, "theme, language")
        return
      }
      for (key, value) in mapping where problem == nil { read(key, value, file) }
    } catch {
      problem = Failure(
        .data, "\(file): not YAML: \(error)", "\(file): YAML として読めません: \(error)")
    }
  }

  private mutating func read(_ key: Node, _ value: Node, _ file: String) {
    switch key.string {
    case "theme":
      theme = value.string
      if theme == nil { problem = Self.fault(file, value, "theme: NAME") }
    case "language":
      language = value.string.flatMap(Language.init(rawValue:))
      if language == nil { problem = Self.fault(file, value, "language: en | ja") }
    default: problem = Self.fault(file, key, "theme, language")
    }
  }

  private static func fault(_ file: String, _ node: Node, _ wanted: String) -> Failure {
    let place = node.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
    return Failure(
      .data, "\(place): cannot be understood; what can stand here: \(wanted)",
      "\(place): 解釈できません。書けるもの: \(wanted)")
  }
}
