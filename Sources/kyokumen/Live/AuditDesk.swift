import Domain
import Glibc
import Journal
import Store

/// What an auditor's walk needs of the world outside: the journal of what is shown, the auditor's own file.
struct AuditDesk {
  let workspace: Workspace
  let surroundings: Surroundings
  /// The auditor's own file; nil until one was named.
  private(set) var notes: String?

  init(workspace: Workspace, surroundings: Surroundings) {
    self.workspace = workspace
    self.surroundings = surroundings
  }

  /// The records changed on a day or later, as the clock counts days.
  ///
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func changed(since day: Day) throws -> Set<RecordID> {
    var found: Set<RecordID> = []
    try workspace.eachEntry(since: surroundings.clock.start(of: day)) { entry in
      if let record = entry.record, entry.change != nil { found.insert(record) }
    }
    return found
  }

  /// Makes the auditor's own file, readable by the auditor alone, or goes on in one that is there.
  ///
  /// - Throws: `Failure` where it cannot be written to; exit status 73.
  mutating func openNotes(_ path: String) throws {
    let full = surroundings.folders.expanded(path)
    let descriptor = open(full, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = FileText.systemReason()
      throw Failure(
        .cannotCreate, "\(path): no notes can be kept there (\(reason)); name another file",
        "\(path): メモを書き込めません（\(SystemReason.japanese(reason))）。別のファイル名を指定してください")
    }
    close(descriptor)
    notes = full
  }

  /// One note, under what it is about and when.
  ///
  /// - Throws: `Failure` where it cannot be written; exit status 74.
  func write(_ note: String, about heading: String) throws {
    guard let notes else { return }
    let time = surroundings.clock.now.text.prefix(16).replacing("T", with: " ")
    let text = "## \(heading)\n\n\(time) UTC  \(note)\n\n"
    let descriptor = open(notes, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, FileText.writeAll(Array(text.utf8), to: descriptor) else {
      throw Failure(
        .inputOutput, "\(notes): the note could not be written", "\(notes): メモを書き込めませんでした")
    }
  }
}
