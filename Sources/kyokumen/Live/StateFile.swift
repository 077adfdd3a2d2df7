import FoundationEssentials
import Glibc

/// A value kept for one workspace beside the program's state, so that it outlives a crash or a lost connection.
final class StateFile<Content: Codable & Hashable> {
  /// Nil for a workspace in memory, and where the state folder cannot be made.
  private let file: String?
  private var kept: Content?

  /// - Parameters:
  ///   - name: The folder of the state folder that it is kept in.
  ///   - workspace: The workspace's path.
  ///   - folders: Where the state folder is.
  init(_ name: String, of workspace: String?, folders: Folders) {
    let folder = folders.state + "/" + name
    guard let workspace, (try? Folders.make(folder)) != nil else {
      file = nil
      return
    }
    file = folder + "/" + Self.name(workspace) + ".json"
  }

  /// Whether what is kept is not what it should be.
  func isBehind(_ content: Content?) -> Bool { file != nil && content != kept }

  /// Keeps a value; nil when there is none any more.
  func keep(_ content: Content?) {
    guard let file, content != kept else { return }
    kept = content
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let content, let data = try? encoder.encode(content) else {
      unlink(file)
      return
    }
    FileText.write(String(decoding: data, as: UTF8.self), to: file)
  }

  /// What was kept the last time; nil when nothing was.
  func load() -> Content? {
    guard let file, let bytes = FileText.bytes(file) else { return nil }
    return try? JSONDecoder().decode(Content.self, from: Data(bytes))
  }

  /// Puts what was kept out of the way of what will be; where it lies now, or nil when there is nothing to keep.
  func setAside() -> String? {
    guard let file else { return nil }
    let free = (1...).lazy.map { file + ".\($0)" }.first { access($0, F_OK) != 0 }
    guard let free, rename(file, free) == 0 else { return nil }
    return free
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
