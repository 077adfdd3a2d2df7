import Foundation

/// The repository as it lies on the disk.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// One Swift file, by its path from the root.
  struct File: Sendable {
    let path: String
    let lines: [String]

    /// The modules its import lines name, with their line numbers.
    var imports: [(line: Int, module: String)] {
      lines.enumerated().compactMap { index, line in
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), words[..<position].allSatisfy(isModifier) else {
          return nil
        }
        let module = words.dropFirst(position + 1).first { !kinds.contains($0) }
        return module.map { (index + 1, String($0.prefix { $0 != "." })) }
      }
    }

    private func isModifier(_ word: Substring) -> Bool {
      word.hasPrefix("@") || ["package", "internal", "private", "fileprivate", "public"].contains(word)
    }

    private let kinds: Set<Substring> = [
      "struct", "class", "enum", "func", "protocol", "typealias", "var", "let",
    ]

    init(path: String, lines: [String]) {
      self.path = path
      self.lines = lines
    }
  }

  /// All Swift files under a folder.
  static func files(under folder: String) throws -> [File] {
    let top = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: top.path).filter {
      $0.hasSuffix(".swift")
    }
    return try names.sorted().map { name in
      let text = try String(contentsOf: top.appending(path: name), encoding: .utf8)
      return File(
        path: folder + "/" + name,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// The names directly under a folder.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }
}
