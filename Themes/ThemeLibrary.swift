package import Canvas
internal import Foundation
internal import Synchronization

/// Every theme a person can choose: those in the program, and those in a folder of their own, which win.
package struct ThemeLibrary: Sendable {
  private static let builtIn: [(name: String, bytes: [UInt8])] = [
    ("default-dark", PackageResources.default_dark_yaml),
    ("default-light", PackageResources.default_light_yaml),
    ("terminal-16", PackageResources.terminal_16_yaml),
    ("high-contrast-dark", PackageResources.high_contrast_dark_yaml),
    ("high-contrast-light", PackageResources.high_contrast_light_yaml),
    ("deuteranopia", PackageResources.deuteranopia_yaml),
    ("tritanopia", PackageResources.tritanopia_yaml),
    ("projector", PackageResources.projector_yaml),
    ("mono", PackageResources.mono_yaml),
    ("ascii", PackageResources.ascii_yaml),
  ]
  /// A theme is a page of text; what is longer is something else.
  private static let longestFile = 1 << 20

  private let userDirectory: String?

  /// A library of the built-in themes and of `*.yaml` in the folder; nil or no such folder is no mistake.
  package init(userDirectory: String? = nil) {
    self.userDirectory = userDirectory
  }

  /// The themes in the program, in their order.
  package static var shipped: [String] { builtIn.map(\.name) }

  /// The built-in names in their order, then the person's own in the order of the alphabet.
  package var names: [String] {
    ThemeLibrary.shipped + userNames.filter { !ThemeLibrary.shipped.contains($0) }
  }

  /// Where a person's own theme of this name is kept; nil when they have none.
  package func path(of name: String) -> String? {
    guard let userDirectory, userNames.contains(name) else { return nil }
    return userDirectory + "/" + name + ".yaml"
  }

  /// Throws `ThemeError`, also when no theme bears the name.
  package func theme(named name: String) throws(ThemeError) -> Theme {
    try ThemeBuilder(lineage(of: try file(named: name, askedAt: ThemePlace(file: name)))).theme()
  }

  /// A theme from any file, whatever its name; throws `ThemeError`.
  package func load(contentsOf path: String) throws(ThemeError) -> Theme {
    try ThemeBuilder(lineage(contentsOf: path)).theme()
  }

  /// A file and the themes it builds on, itself first.
  func lineage(contentsOf path: String) throws(ThemeError) -> [ThemeFile] {
    try lineage(of: try read(path))
  }

  private func lineage(of file: ThemeFile) throws(ThemeError) -> [ThemeFile] {
    var lineage = [file]
    while let child = lineage.last, let parent = child.inherits {
      let names = lineage.map(\.name)
      // A theme of one's own that bears a shipped name may build on the one it replaces.
      let isReplaced = parent.text == child.name && !child.isShipped
      guard isReplaced || !names.contains(parent.text) else {
        throw ThemeError(.circularInheritance(names + [parent.text]), at: parent.place)
      }
      do throws(ThemeError) {
        lineage.append(
          isReplaced
            ? try shipped(parent.text, at: parent.place)
            : try self.file(named: parent.text, askedAt: parent.place))
      } catch {
        throw ThemeError(all: [error] + lineage.flatMap(\.faults)) ?? error
      }
    }
    return lineage
  }

  private func file(named name: String, askedAt place: ThemePlace) throws(ThemeError) -> ThemeFile {
    if let path = path(of: name) { return named(name, try read(path)) }
    return try shipped(name, at: place)
  }

  private func shipped(_ name: String, at place: ThemePlace) throws(ThemeError) -> ThemeFile {
    guard let found = ThemeLibrary.builtIn.first(where: { $0.name == name }) else {
      throw ThemeError(.unknownTheme(name, known: names), at: place)
    }
    if let known = Self.shippedFiles.withLock({ $0[name] }) { return known }
    var file = try ThemeReader(file: name).read(String(decoding: found.bytes, as: UTF8.self))
    file.isShipped = true
    Self.shippedFiles.withLock { [file] in $0[name] = file }
    return file
  }

  /// Shipped files read so far: they stay what they are, and each start asks for some of them twice.
  private static let shippedFiles = Mutex<[String: ThemeFile]>([:])

  /// Known by the name it was asked under, whatever it calls itself; else a circle could go unseen.
  private func named(_ name: String, _ file: ThemeFile) -> ThemeFile {
    var file = file
    file.name = name
    return file
  }

  private func read(_ path: String) throws(ThemeError) -> ThemeFile {
    let place = ThemePlace(file: path)
    // A pipe would be waited for, a device never ends.
    let facts = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard facts?[.type] as? FileAttributeType == .typeRegular else {
      throw ThemeError(.unreadable, at: place)
    }
    guard (facts?[.size] as? Int ?? 0) <= ThemeLibrary.longestFile else {
      throw ThemeError(.tooLong, at: place)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ThemeError(.unreadable, at: place)
    }
    return try ThemeReader(file: path).read(String(decoding: data, as: UTF8.self))
  }

  private var userNames: [String] {
    guard let userDirectory else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: userDirectory)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
      .sorted()
  }
}
