internal import Canvas
internal import Yams

/// Reads the `roles` part of a theme file.
struct RoleReader {
  private static let names = Set(Role.allCases.flatMap(\.lookupNames))

  let reader: ThemeReader

  /// By the name of a role or group; a style may be a text or a mapping of its steps.
  func read(_ node: Node) throws(ThemeError) -> [String: ThemeFile.RoleEntry] {
    var roles: [String: ThemeFile.RoleEntry] = [:]
    for (key, value) in try reader.mapping(node) {
      reader.attempt { () throws(ThemeError) in
        let name = try reader.text(key)
        guard RoleReader.names.contains(name.text) else {
          throw ThemeError(.unknownRole(name.text), at: name.place, role: name.text)
        }
        do throws(ThemeError) {
          roles[name.text] = try entry(value)
        } catch {
          throw ThemeError(error.problem, at: error.place, role: name.text)
        }
      }
    }
    return roles
  }

  private func entry(_ node: Node) throws(ThemeError) -> ThemeFile.RoleEntry {
    guard node.mapping != nil else { return ThemeFile.RoleEntry(style: try reader.text(node)) }
    var entry = ThemeFile.RoleEntry(style: ThemeFile.Text(text: "", place: reader.place(of: node)))
    for (key, value) in try reader.mapping(node) {
      let word = try reader.text(key)
      switch word.text {
      case "style": entry.style = try reader.text(value)
      case "ansi16": entry.ansi16 = try reader.text(value)
      case "mono": entry.mono = try reader.text(value)
      default: throw ThemeError(.unknownKey(word.text, allowed: ["style", "ansi16", "mono"]), at: word.place)
      }
    }
    return entry
  }
}
