package import Canvas
internal import Foundation

/// Every theme a person can choose: those in the program, and those in a folder of their own, which win.
package struct ThemeLibrary: Sendable {
  private static let builtIn: [(name: String, bytes: [UInt8])] = [
    ("default-dark", PackageResources.default_dark_yaml),
    ("default-light", PackageResources.default_light_yaml),
    ("mono", PackageResources.mono_yaml),
  ]

  private let userDirectory: String?

  /// A library of the built-in themes and of `*.yaml` in the folder; nil or no such folder is no mistake.
  package init(userDirectory: String? = nil) {
    self.userDirectory = userDirectory
  }

  /// The built-in names in their order, then the person's own in the order of the alphabet.
  package var names: [String] {
    let builtIn = ThemeLibrary.builtIn.map(\.name)
    return builtIn + userNames.filter { !builtIn.contains($0) }
  }

  /// Throws `ThemeError`, also when no theme bears the name.
  package func theme(named name: String) throws(ThemeError) -> Theme {
    try theme(of: try file(named: name, askedAt: ThemePlace(file: name)))
  }

  /// A theme from any file, whatever its name; throws `ThemeError`.
  package func load(contentsOf path: String) throws(ThemeError) -> Theme {
    try theme(of: try read(path))
  }

  private func theme(of file: ThemeFile) throws(ThemeError) -> Theme {
    var lineage = [file]
    while let parent = lineage.last?.inherits {
      let names = lineage.map(\.name)
      guard !names.contains(parent.text) else {
        throw ThemeError(.circularInheritance(names + [parent.text]), at: parent.place)
      }
      lineage.append(try self.file(named: parent.text, askedAt: parent.place))
    }
    return try ThemeBuilder(lineage).theme()
  }

  private func file(named name: String, askedAt place: ThemePlace) throws(ThemeError) -> ThemeFile {
    if let userDirectory, userNames.contains(name) {
      return named(name, try read(userDirectory + "/" + name + ".yaml"))
    }
    guard let found = ThemeLibrary.builtIn.first(where: { $0.name == name }) else {
      throw ThemeError(.unknownTheme(name, known: names), at: place)
    }
    return try ThemeReader(file: name).read(String(decoding: found.bytes, as: UTF8.self))
  }

  /// Known by the name it was asked under, whatever it calls itself; else a circle could go unseen.
  private func named(_ name: String, _ file: ThemeFile) -> ThemeFile {
    var file = file
    file.name = name
    return file
  }

  private func read(_ path: String) throws(ThemeError) -> ThemeFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ThemeError(.unreadable, at: ThemePlace(file: path))
    }
    return try ThemeReader(file: path).read(String(decoding: data, as: UTF8.self))
  }

  private var userNames: [String] {
    guard let userDirectory else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: userDirectory)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
