import Testing

/// The house stands as drawn: arrows, sizes, rooms.
struct HouseTests {
  @Test("a room imports only what the table allows it", arguments: Rooms.table)
  func importsFollowTheTable(_ room: Rooms.Room) throws {
    let violations = try SourceTree.files(under: room.folder).flatMap { file in
      file.imports.filter { !room.imports.contains($0.module) && !room.system.contains($0.module) }
        .map { "\(file.path):\($0.line): imports \($0.module)" }
    }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("an import is found behind every way of writing it")
  func importsAreFound() {
    let file = SourceTree.File(
      path: "",
      lines: ["package import Domain", "@testable import Store", "import struct Glibc.stat", "  // import X"])
    #expect(file.imports.map(\.module) == ["Domain", "Store", "Glibc"])
    #expect(file.imports.map(\.line) == [1, 2, 3])
  }

  @Test("every folder of Sources is a room of the table")
  func everyRoomIsInTheTable() throws {
    let known = Set(Rooms.table.map(\.folder))
    let unknown = try SourceTree.names(in: "Sources").filter { !known.contains("Sources/" + $0) }
    #expect(unknown.isEmpty, "not in the table: \(unknown)")
  }

  @Test("no file is longer than 400 lines", arguments: ["Sources", "Themes", "Tests"])
  func filesAreShort(_ folder: String) throws {
    let long = try SourceTree.files(under: folder).filter { $0.lines.count > 401 }
    #expect(long.isEmpty, "\(long.map { "\($0.path): \($0.lines.count) lines" })")
  }

  @Test("nothing is public and nothing is left for later", arguments: ["Sources", "Themes"])
  func nothingIsLeftForLater(_ folder: String) throws {
    let words = ["TODO", "FIXME", "fatalError(\"not", "try!", "public "]
    let found = try SourceTree.files(under: folder).flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        words.filter { line.contains($0) && isCode(line, $0) }.map { "\(file.path):\(index + 1): \($0)" }
      }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  /// `public` counts only where a declaration begins.
  private func isCode(_ line: String, _ word: String) -> Bool {
    word != "public " || line.drop { $0 == " " }.hasPrefix(word)
  }

  @Test("the top of the repository holds what the architecture names and nothing else")
  func topLevelIsAsDrawn() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Themes", "README.md", "LICENSE", "Package.resolved",
    ]
    let others = try SourceTree.names(in: "").filter { !$0.hasPrefix(".") && !allowed.contains($0) }
    #expect(others.isEmpty, "\(others)")
  }

  @Test("no room or folder is a drawer for everything")
  func noDrawers() throws {
    let drawers: Set<String> = ["Utils", "Helpers", "Common", "Core", "Managers"]
    let found = try ["Sources", "Themes", "Tests"].flatMap(SourceTree.files).filter { file in
      file.path.split(separator: "/").contains { drawers.contains(String($0.prefix { $0 != "." })) }
    }
    #expect(found.isEmpty, "\(found.map(\.path))")
  }
}
