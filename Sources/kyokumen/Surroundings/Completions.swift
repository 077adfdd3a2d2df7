import ArgumentParser
import Domain
import Interface
import Themes

/// What a shell offers when Tab is pressed, where the possible words depend on what lies around.
extension CompletionKind {
  static var workspace: CompletionKind { .file(extensions: ["kyokumen"]) }

  /// The parties of the workspace named earlier on the line.
  static var party: CompletionKind {
    .custom { words, _, prefix in
      offered(prefix, in: words) { source in
        source.assessment.ids(.party).map(source.assessment.label(of:))
      }
    }
  }

  /// The records of the workspace named earlier on the line, by their labels.
  static var record: CompletionKind {
    .custom { words, _, prefix in
      offered(prefix, in: words) { source in
        RecordKind.allCases.flatMap { source.assessment.ids($0) }.map(source.assessment.label(of:))
      }
    }
  }

  static var theme: CompletionKind {
    .custom { _, _, prefix in
      let folders = Folders(environment: Surroundings.readEnvironment())
      return ThemeLibrary(userDirectory: folders.themes).names.filter { $0.hasPrefix(prefix) }
    }
  }

  static var kinds: CompletionKind { .list(RecordKind.allCases.map(\.rawValue)) }

  /// Nothing is offered where no workspace can be read: Tab never complains.
  private static func offered(
    _ prefix: String, in words: [String], _ labels: (WorkspaceFile) -> [String]
  ) -> [String] {
    let named = words.dropFirst().first { $0.hasPrefix("demo:") || $0.hasSuffix(".kyokumen") }
    guard let named, let options = try? GlobalOptions.parse([]),
      let source = try? WorkspaceFile.read(named, Surroundings(options: options))
    else { return [] }
    defer { source.close() }
    // A workspace may hold more than a shell can show.
    return Array(labels(source).lazy.filter { $0.hasPrefix(prefix) }.prefix(500))
  }
}
