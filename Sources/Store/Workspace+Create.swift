import GRDB

import Glibc

extension Workspace {
  /// Makes a new workspace file, for its owner alone (mode 0600), and opens it.
  ///
  /// It is made beside its place and put there when whole: a failure leaves nothing. Without a replica it gets one
  /// by chance, so that records of two files never bear the same id. The acts of `filling` are not made durable
  /// one by one, but before the file is in its place.
  package static func create(
    at path: String, replica: UInt32? = nil, filling: (Workspace) throws -> Void = { _ in }
  ) throws -> Workspace {
    try build(at: path) { queue in
      let replica = replica ?? UInt32.random(in: 1...UInt32(Int32.max))
      try queue.write { try Schema.create($0, replica: replica) }
      try filling(Workspace(queue, path: queue.path, isReadOnly: false))
    }
    return try open(at: path)
  }

  /// Makes a database beside a place where nothing is, and puts it there when whole.
  static func build(at path: String, _ work: (DatabaseQueue) throws -> Void) throws {
    guard access(path, F_OK) != 0 else { throw WorkspaceError.exists(path: path) }
    try drafting(path) { draft in
      let queue = try DatabaseQueue(
        path: draft, configuration: configuration(readOnly: false, durable: false))
      try work(queue)
      try queue.close()
    }
  }

  /// Writes all of the workspace to a new file, as it is now, this one staying open.
  package func saveCopy(to copy: String) throws {
    guard access(copy, F_OK) != 0 else { throw WorkspaceError.exists(path: copy) }
    try Self.drafting(copy) { draft in
      try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
    }
  }

  /// Makes a file beside its place and puts it there when whole; neither a failure nor an interrupt leaves anything.
  private static func drafting(_ path: String, _ work: (String) throws -> Void) throws {
    let draft = path + ".new-\(getpid())"
    let endings = ["-wal", "-shm", "-journal"]
    try DraftFiles.with(draft, endings: endings) {
      defer { for ending in [""] + endings { unlink(draft + ending) } }
      try touch(draft, for: path)
      try WorkspaceError.translating(path) { try work(draft) }
      try settle(draft, at: path)
    }
  }

  private static func touch(_ draft: String, for path: String) throws {
    unlink(draft)
    let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      throw errno == ENOSPC
        ? WorkspaceError.diskFull(path: path)
        : WorkspaceError.cannotCreate(path: path, reason: systemReason())
    }
    Glibc.close(descriptor)
  }

  /// Puts a finished file in its place, never over another.
  private static func settle(_ draft: String, at path: String) throws {
    let descriptor = Glibc.open(draft, O_RDONLY)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw WorkspaceError.inputOutput(path: path, reason: systemReason())
    }
    Glibc.close(descriptor)
    if link(draft, path) == 0 { return }
    if errno == EEXIST { throw WorkspaceError.exists(path: path) }
    // File systems without hard links.
    guard access(path, F_OK) != 0, rename(draft, path) == 0 else {
      throw WorkspaceError.cannotCreate(path: path, reason: systemReason())
    }
  }
}
