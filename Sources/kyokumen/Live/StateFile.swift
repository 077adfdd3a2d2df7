import Domain
import FoundationEssentials
import Glibc
import Interface

/// A value kept for one workspace beside the program's state, so that it outlives a crash or a lost connection.
final class StateFile<Content: Codable & Hashable> {
  /// Nil for a workspace in memory.
  private let file: String?
  private let folder: String
  private let isPrecious: Bool
  /// Held as long as this lives; nil where all sessions share the file.
  private let claim: DraftClaim?
  private var kept: Content?
  /// What could not be kept the last time: tried again with the next change and at the end, not all the while.
  private var failed: Content??

  /// What became of keeping a value.
  enum Outcome: Equatable {
    /// Nothing was to be done.
    case asItWas
    case kept
    /// The value is not kept, what was kept before is; with why.
    case failed(Words)
  }

  /// - Parameters:
  ///   - name: The folder of the state folder that it is kept in.
  ///   - workspace: The workspace's path.
  ///   - folders: Where the state folder is.
  ///   - isPrecious: Typed by a person: it outlives a loss of power too, and each session keeps its own.
  init(_ name: String, of workspace: String?, folders: Folders, isPrecious: Bool) {
    folder = folders.state + "/" + name
    let stem = workspace.map { [folder] in folder + "/" + Self.name($0) }
    // Where no folder can be made nothing will be kept, which is told when something is typed.
    let isThere = isPrecious && (try? Folders.make(folder)) != nil
    claim = isThere ? stem.flatMap(DraftClaim.take) : nil
    file = claim?.file ?? stem.map { $0 + ".json" }
    self.isPrecious = isPrecious
  }

  /// Whether what is kept is not what it should be, and keeping it was not tried yet.
  func isBehind(_ content: Content?) -> Bool { file != nil && content != kept && failed != .some(content) }

  /// Keeps a value; nil when there is none any more.
  func keep(_ content: Content?) -> Outcome {
    guard let file, content != kept else { return .asItWas }
    if let words = fault(putting: content, in: file) {
      failed = .some(content)
      return .failed(words)
    }
    (kept, failed) = (content, nil)
    return .kept
  }

  private func fault(putting content: Content?, in file: String) -> Words? {
    guard let content else {
      if unlink(file) == 0 || errno == ENOENT { return nil }
      return LiveWords.notKept(FileText.systemReason(), folder)
    }
    do {
      try Folders.make(folder)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let text = String(decoding: try encoder.encode(content), as: UTF8.self)
      return FileText.write(text, to: file, isPrecious: isPrecious).map { LiveWords.notKept($0, folder) }
    } catch {
      return Failure(error).words
    }
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

  /// Takes away what is kept, when the workspace itself goes.
  func forget() {
    if let claim { claim.discard() } else if let file { unlink(file) }
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

extension StateFile where Content == UnsavedText {
  /// What was typed and not saved when a workspace was left.
  static func draft(of workspace: String?, _ folders: Folders) -> StateFile {
    StateFile("drafts", of: workspace, folders: folders, isPrecious: true)
  }
}
