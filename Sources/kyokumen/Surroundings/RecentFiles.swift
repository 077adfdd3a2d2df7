import Glibc

/// The workspaces opened last, the latest first: one path per line.
struct RecentFiles {
  private let file: String
  private let folder: String
  private static let limit = 20

  init(folders: Folders) {
    folder = folders.state
    file = folders.state + "/recent"
  }

  /// Those that are still there.
  var paths: [String] {
    (FileText.read(file) ?? "").split(separator: "\n").map(String.init).filter { access($0, R_OK) == 0 }
  }

  /// Puts a workspace first. What cannot be remembered is not worth a sentence.
  func note(_ path: String) {
    guard let full = Self.absolute(path), (try? Folders.make(folder)) != nil else { return }
    let others = paths.filter { $0 != full }.prefix(Self.limit - 1)
    FileText.write(([full] + others).joined(separator: "\n") + "\n", to: file)
  }

  private static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
