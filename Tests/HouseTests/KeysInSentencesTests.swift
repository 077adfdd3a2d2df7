import Interface
import Testing

/// A sentence names a key by what it does, so that it is true for whoever has other keys.
struct KeysInSentencesTests {
  /// Signs that are no keys of actions, by the file that speaks of them.
  private static let meant: [String: Set<Character>] = [
    // Signs and letters of the entry line and of tables.
    "Entry/EntryExample.swift": ["X", "v"], "Entry/HeaderSynonyms.swift": ["l", "p", "c"],
    "Words/EntryFault+Words.swift": ["@"], "Words/Sentence+Refusal.swift": ["@"],
    "Past/HistoryFilter.swift": ["@"], "Filter/FilterFault.swift": ["!", "=", "<", ">"],
    // Values of cells: responsible, accountable, consulted, informed.
    "Screens/ResponsibilitiesScreen.swift": ["R", "C"], "Screens/IntegrationScreen.swift": ["="],
    "Words/UI.swift": ["*"], "Surroundings/KeysFile.swift": ["!"],
    // What is typed as a line where there are no keys.
    "Plain/PlainWords.swift": ["?"], "Live/PlainLoop.swift": ["?"],
  ]

  /// What is said inside the program; help of commands and the manual are read before anybody has keys.
  private static var files: [SourceTree.File] {
    get throws {
      try ["Interface", "kyokumen/Live", "kyokumen/Words", "kyokumen/Surroundings"].flatMap {
        try SourceTree.files(under: "Sources/" + $0)
      }
    }
  }

  @Test("no sentence names a key in fixed text")
  func noFixedKeys() throws {
    let found = try Self.files.flatMap { file in
      let allowed = Self.meant.first { file.path.hasSuffix($0.key) }?.value ?? []
      return Sentences(file.lines).literals.compactMap { literal -> String? in
        let keys = literal.fixedKeys.filter { !allowed.contains($0) }
        return keys.isEmpty ? nil : "\(file.path):\(literal.line): \(keys): \(literal.text.prefix(80))"
      }
    }
    #expect(found.isEmpty, "say \\(key: \"action\"):\n\(found.joined(separator: "\n"))")
  }

  @Test("a sentence asks for keys of actions that there are")
  func actionsExist() throws {
    var asked = 0
    for file in try Self.files {
      for literal in Sentences(file.lines).literals {
        for id in literal.actions {
          asked += 1
          #expect(ActionRegistry.action(named: id) != nil, "\(file.path):\(literal.line): \(id)")
        }
      }
    }
    #expect(asked > 200)
  }

  @Test("a key in fixed text is found in either language, and words are not taken for keys")
  func findsThem() {
    func keys(_ text: String) -> [Character] {
      Sentences(["x = \"" + text + "\""]).literals.flatMap(\.fixedKeys)
    }
    #expect(keys("The agenda is through: n adds a point.") == ["n"])
    #expect(keys("まだありません。n で追加します。") == ["n"])
    #expect(keys("Open the overview (0), then press ].") == ["0", "]"])
    #expect(keys("A record of a kind I know, C.UTF-8, E.g. this").isEmpty)
    #expect(keys("\\(key: \\\"new\\\") adds one").isEmpty)
  }
}
