package import Domain
import GRDB
import Glibc
package import Journal

/// One workspace file, open. Used from one thread; other processes may have the same file open.
///
/// The assessment itself is the caller's, because a second copy would make every edit cost a copy of the columns;
/// it is handed in wherever it is read or folded, always the one that `load` gave.
package final class Workspace {
  /// Where the file is; nil for a workspace in memory.
  package let path: String?
  package let isReadOnly: Bool
  /// Where new records and entries get their numbers.
  package let replica: UInt32
  /// How far the caller's assessment has the journal folded in.
  package internal(set) var head = Head.empty

  let queue: DatabaseQueue
  let file: FileIdentity?
  /// What others did, folded in but not yet told by `refresh`.
  var untold: [Change] = []
  var dataVersion: Int64 = -1

  /// The path for people and errors.
  var name: String { path ?? ":memory:" }

  init(_ queue: DatabaseQueue, path: String?, isReadOnly: Bool) throws {
    self.queue = queue
    self.path = path
    self.isReadOnly = isReadOnly
    file = path.flatMap(FileIdentity.init(path:))
    replica = try WorkspaceError.translating(path ?? ":memory:") {
      try queue.read { try EntryTable.meta($0).replica }
    }
  }

  // MARK: Opening

  /// Opens a workspace file.
  ///
  /// - Throws: `WorkspaceError`: not found, no workspace, of a newer major format, damaged, locked.
  package static func open(at path: String, readOnly: Bool = false) throws -> Workspace {
    guard let status = FileIdentity(path: path) else { throw WorkspaceError.notFound(path: path) }
    guard status.isRegular else { throw WorkspaceError.notAWorkspace(path: path) }
    guard readOnly || access(path, W_OK) == 0 else { throw WorkspaceError.readOnly(path: path) }
    return try WorkspaceError.translating(path) {
      let queue = try connect(path, readOnly: readOnly)
      try queue.inDatabase { try admit($0, path: path, readOnly: readOnly) }
      return try Workspace(queue, path: path, isReadOnly: readOnly)
    }
  }

  /// A workspace without a file, gone when closed.
  package static func inMemory(replica: UInt32 = 1) throws -> Workspace {
    let queue = try DatabaseQueue(configuration: configuration(readOnly: false, durable: false))
    try queue.write { try Schema.create($0, replica: replica) }
    return try Workspace(queue, path: nil, isReadOnly: false)
  }

  static func configuration(readOnly: Bool, durable: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = \(durable ? "FULL" : "OFF")")
    }
    return configuration
  }

  static func connect(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
    let isHandsOff = readOnly && !isAtRest(path)
    return try DatabaseQueue(
      path: isHandsOff ? addressToRead(path) : path,
      configuration: configuration(readOnly: isHandsOff, durable: true))
  }

  /// Whether nothing waits in a log beside a file that we may write. Only a connection that could write takes away again
  /// what SQLite lays beside the file, even to read; the file itself stays as it is to the byte.
  private static func isAtRest(_ path: String) -> Bool {
    var log = stat()
    guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else { return false }
    return access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// The address of a file that is only read: where nobody may write beside it, there is no log either, and nothing can
  /// change under us.
  static func addressToRead(_ path: String) -> String {
    let isAlone = access(path + "-wal", F_OK) != 0 && access(folder(of: path), W_OK) != 0
    // An address that began with two slashes would name a machine.
    let root = path.hasPrefix("/") ? "file://" : "file:"
    return root + escaped(path) + (isAlone ? "?immutable=1" : "?mode=ro")
  }

  /// The folder in which a file lies.
  package static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
  }

  /// A path as it stands in a `file:` address.
  static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "%"): text += "%25"
      case UInt8(ascii: "?"): text += "%3f"
      case UInt8(ascii: "#"): text += "%23"
      case 0x80...: text += "%" + String(byte, radix: 16)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  private static func admit(_ database: Database, path: String, readOnly: Bool) throws {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id")
    guard application == Schema.applicationID else { throw WorkspaceError.notAWorkspace(path: path) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version / 1000 == Schema.major else {
      throw WorkspaceError.newerFormat(path: path, major: version / 1000, known: Schema.major)
    }
    guard !readOnly else { return }
    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    if version < Schema.userVersion { try Schema.bringUp(database) }
    guard try EntryTable.meta(database).shape != Schema.shape else { return }
    try database.inTransaction(.immediate) {
      try rebuildProjections(database)
      return .commit
    }
  }

  static func rebuildProjections(_ database: Database, leavingOut: Bool = false) throws {
    try Schema.createProjections(database)
    var assessment = Assessment()
    var page: [Entry] = []
    try EntryTable.read(database, "ORDER BY seq", leavingOut: leavingOut) { entry in
      assessment.fold(entry)
      page.append(entry)
      if entry.opensBatch, page.count > 50_000 {
        try Projections.write(page, database)
        page = []
      }
      return true
    }
    try Projections.write(page, database)
    try Projections.write(assessment.phases, butNot: PhaseTable(), database)
  }

  // MARK: Loading

  /// Reads the whole assessment from the projections; they are as the journal tells, unless the file was tampered
  /// with (`verify` says).
  package func load() throws -> Assessment {
    try WorkspaceError.translating(name) {
      let (loaded, head, version) = try queue.read { database in
        let meta = try EntryTable.meta(database)
        let loaded =
          meta.shape == Schema.shape
          ? try ProjectionReader.load(database) : try Self.replay(database)
        return (loaded, meta.head, try Self.dataVersion(database))
      }
      self.head = head
      dataVersion = version
      untold = []
      return loaded
    }
  }

  private static func replay(_ database: Database) throws -> Assessment {
    try EntryTable.fold(database, "ORDER BY seq")
  }

  /// Ends the use of the file; the last to close it leaves one file and no log beside it.
  package func close() throws {
    try WorkspaceError.translating(name) { try queue.close() }
  }

  static func dataVersion(_ database: Database) throws -> Int64 {
    let read = try Prepared(database, "PRAGMA data_version")
    defer { read.reset() }
    return try read.step() ? read.integer(0) : 0
  }
}
