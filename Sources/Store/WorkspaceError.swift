import GRDB

/// Why a workspace file did not serve; the sentence is made where it is shown.
package enum WorkspaceError: Error, Hashable, Sendable {
  case notFound(path: String)
  /// There is a file already; nothing was overwritten.
  case exists(path: String)
  case cannotCreate(path: String, reason: String)
  case notAWorkspace(path: String)
  /// Written by a later major format.
  case newerFormat(path: String, major: Int, known: Int)
  case readOnly(path: String)
  /// Another program held the file for longer than five seconds.
  case locked(path: String)
  case diskFull(path: String)
  /// The file was removed or replaced while open; what is in memory was not stored.
  case vanished(path: String)
  case damaged(path: String, reason: String)
  case inputOutput(path: String, reason: String)
  /// An entry cannot be read; its place in the journal.
  case unreadable(path: String, seq: Int64)
}

extension WorkspaceError {
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notAWorkspace(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    default: self = .inputOutput(path: path, reason: reason)
    }
  }

  /// Runs a piece of work on the file; errors of the database come out as errors of the workspace.
  static func translating<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw WorkspaceError(error, path: path)
    }
  }
}
