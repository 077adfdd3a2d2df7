import FoundationEssentials
import Glibc
import Interface

/// Unsaved text of one workspace, kept beside the program's state so that it outlives a crash or a lost connection.
final class Drafts {
  /// Nil for a workspace in memory, and where the state folder cannot be made.
  private let file: String?
  private var kept: UnsavedText?

  init(of workspace: String?, folders: Folders) {
    let folder = folders.state + "/drafts"
    guard let workspace, (try? Folders.make(folder)) != nil else {
      file = nil
      return
    }
    file = folder + "/" + Self.name(workspace) + ".json"
  }

  /// Whether what is kept is not what stands in the interface.
  func isBehind(_ unsaved: UnsavedText?) -> Bool { file != nil && unsaved != kept }

  /// Keeps the text; nil when there is none any more.
  func keep(_ unsaved: UnsavedText?) {
    guard let file, unsaved != kept else { return }
    kept = unsaved
    guard let unsaved, let data = try? JSONEncoder().encode(unsaved) else {
      unlink(file)
      return
    }
    FileText.write(String(decoding: data, as: UTF8.self), to: file)
  }

  /// What was kept the last time; nil when nothing was.
  func load() -> UnsavedText? {
    guard let file, let bytes = FileText.bytes(file) else { return nil }
    return try? JSONDecoder().decode(UnsavedText.self, from: Data(bytes))
  }

  /// A file name for a path: two files of one name in different folders stay apart.
  private static func name(_ workspace: String) -> String {
    var full = workspace
    if let resolved = realpath(workspace, nil) {
      full = String(cString: resolved)
      free(resolved)
    }
    // FNV-1a, since the names must be the same in every run.
    let hash = full.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let last = full.split(separator: "/").last.map(String.init) ?? "workspace"
    return last + "-" + String(hash, radix: 16)
  }
}
