import Domain
import Foundation
import Glibc
import Interface
import Journal
import Store
import Terminal

/// Reads the files that evidence names. A place that is no full path lies beside the workspace file.
struct EvidenceReader: Sendable {
  /// One reading after another, so that an older one never arrives last.
  private let worker = OperationQueue()
  private let folder: String
  private let folders: Folders

  /// - Parameters:
  ///   - path: The workspace file; nil for one in memory, which lies where the program was started.
  ///   - folders: What `~` means.
  init(beside path: String?, _ folders: Folders) {
    folder = Workspace.folder(of: path ?? "")
    self.folders = folders
    worker.maxConcurrentOperationCount = 1
  }

  /// What lies at each place.
  func read(_ places: [String]) -> [String: EvidenceFiles.Reading] {
    Dictionary(places.map { ($0, Self.reading(of: path($0))) }) { first, _ in first }
  }

  /// The same by a worker, since files may be large; the answer wakes the loop.
  func read(_ places: [String], into mailbox: Mailbox<Message>) {
    guard !places.isEmpty else { return }
    worker.addOperation { mailbox.post(.evidenceRead(read(places))) }
  }

  /// The same orders, where a file that lies in the folder one sits in, and not beside the workspace, is named in
  /// full: it must be found again from anywhere.
  func settled(_ commands: [Command]) -> [Command] {
    commands.map { command in
      switch command {
      case .create(var draft) where draft.kind == .evidence:
        let slot = Slot(Evidence.place.key)
        if let place = draft.values[slot].flatMap(String.init) { draft.values[slot] = .text(full(place)) }
        return .create(draft)
      case .set(let id, let slot, .text(let place)?) where slot.key == Evidence.place.key:
        return .set(id, slot, .text(full(place)))
      case .create, .set, .remove, .removeAndUnlink, .phase, .cast, .reveal: return command
      }
    }
  }

  private func full(_ place: String) -> String {
    guard !place.hasPrefix("/"), !place.hasPrefix("~"), !Self.isFile(path(place)), Self.isFile(place) else {
      return place
    }
    return FileManager.default.currentDirectoryPath + "/" + place
  }

  private func path(_ place: String) -> String {
    let expanded = folders.expanded(place)
    return expanded.hasPrefix("/") ? expanded : folder + "/" + expanded
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Something that may not be looked at is there all the same.
  private static func isDenied(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && errno == EACCES
  }

  private static func reading(of path: String) -> EvidenceFiles.Reading {
    // Only a plain file is read: a pipe would never end.
    guard isFile(path) else { return isDenied(path) ? .unreadable : .missing }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT ? .missing : .unreadable }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      let digest = try Digest(hashingPieces: {
        let count = try Self.fill(&buffer, from: descriptor)
        return count == 0 ? nil : count == buffer.count ? buffer : Array(buffer[..<count])
      })
      return .file(digest: digest.hex)
    } catch {
      return .unreadable
    }
  }

  private struct Unreadable: Error {}

  private static func fill(_ buffer: inout [UInt8], from descriptor: Int32) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Unreadable() }
    }
  }
}
