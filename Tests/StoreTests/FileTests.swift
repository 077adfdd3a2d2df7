import Domain
import GRDB
import Glibc
import Journal
import Testing

@testable import Store

@Suite("The file and its troubles")
struct FileTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("file and log are for their owner alone, and nothing else is left in the folder")
  func mode() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    try desk.party("csc")
    #expect(try Folder.mode(folder.file()) == 0o600)
    #expect(try Folder.mode(folder.file() + "-wal") == 0o600)
    #expect(try Folder.mode(folder.file() + "-shm") == 0o600)
    try desk.workspace.saveCopy(to: folder.file("copy.kyokumen"))
    #expect(try Folder.mode(folder.file("copy.kyokumen")) == 0o600)
  }

  @Test("nothing is overwritten, and a failed beginning leaves no file")
  func creation() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try Workspace.create(at: folder.file()) { _ in throw Stop() } }
    #expect(throws: WorkspaceError.notFound(path: folder.file())) { try Workspace.open(at: folder.file()) }
    _ = try Workspace.create(at: folder.file())
    #expect(throws: WorkspaceError.exists(path: folder.file())) { try Workspace.create(at: folder.file()) }
    let nowhere = folder.path + "/no/such.kyokumen"
    #expect(throws: WorkspaceError.cannotCreate(path: nowhere, reason: "No such file or directory")) {
      try Workspace.create(at: nowhere)
    }
  }

  @Test("other files are refused and left as they are")
  func strangers() throws {
    let path = folder.file("other.db")
    try Folder.write(Array("hello, this is a letter and no database at all".utf8), to: path)
    #expect(throws: WorkspaceError.notAWorkspace(path: path)) { try Workspace.open(at: path) }
    let other = folder.file("another.db")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try queue.close()
    let before = try Folder.bytes(other)
    #expect(throws: WorkspaceError.notAWorkspace(path: other)) { try Workspace.open(at: other) }
    #expect(try Folder.bytes(other) == before)
    #expect(throws: WorkspaceError.notAWorkspace(path: folder.path)) { try Workspace.open(at: folder.path) }
  }

  @Test("a workspace of a later major format is refused, of a later minor one is not")
  func format() throws {
    let workspace = try Workspace.create(at: folder.file())
    try workspace.queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 1005") }
    _ = try Workspace.open(at: folder.file())
    try workspace.queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 2000") }
    #expect(throws: WorkspaceError.newerFormat(path: folder.file(), major: 2, known: 1)) {
      try Workspace.open(at: folder.file())
    }
  }

  @Test("a full disk, a held file and a vanished one end in an error, and the act has not happened")
  func troubles() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    let before = lines(of: desk.assessment)
    let queue = desk.workspace.queue
    let pages = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    let long = String(repeating: "長", count: 100_000)
    #expect(throws: WorkspaceError.diskFull(path: folder.file())) { try desk.risk(long, of: csc) }
    #expect(lines(of: desk.assessment) == before)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000; PRAGMA busy_timeout = 1") }
    let holder = try DatabaseQueue(path: folder.file())
    try holder.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: WorkspaceError.locked(path: folder.file())) { try desk.risk("one", of: csc) }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(lines(of: desk.assessment) == before)
    unlink(folder.file())
    #expect(throws: WorkspaceError.vanished(path: folder.file())) { try desk.risk("one", of: csc) }
    #expect(lines(of: desk.assessment) == before)
  }

  @Test("opened for reading only, it shows all and refuses to change")
  func readOnly() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    var reader = try Desk(Workspace.open(at: folder.file(), readOnly: true))
    #expect(lines(of: reader.assessment) == lines(of: desk.assessment))
    #expect(throws: Refusal.readOnly) { try reader.risk("one", of: csc) }
    try desk.risk("one", of: csc)
    #expect(try reader.workspace.refresh(&reader.assessment).count == 3)
    #expect(lines(of: reader.assessment) == lines(of: desk.assessment))
  }

  @Test("a copy holds the same, and goes its own way")
  func copies() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    try Workspace.open(at: folder.file(), readOnly: true).saveCopy(to: folder.file("copy.kyokumen"))
    var other = try Desk(Workspace.open(at: folder.file("copy.kyokumen")))
    #expect(lines(of: other.assessment) == lines(of: desk.assessment))
    try other.risk("one", of: csc)
    #expect(desk.workspace.head != other.workspace.head)
    #expect(try Workspace.verify(at: folder.file("copy.kyokumen")).isSound)
    #expect(try desk.workspace.refresh(&desk.assessment).isEmpty)
  }

  @Test("tables of another version's making are made anew from the journal")
  func rebuilds() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    try desk.risk("one", of: csc)
    try desk.workspace.queue.inDatabase {
      try $0.execute(sql: "UPDATE meta SET shape = 'old'; DROP TABLE risk; UPDATE party SET name = 'wrong'")
    }
    let reader = try Workspace.open(at: folder.file(), readOnly: true).load()
    #expect(lines(of: reader) == lines(of: desk.assessment))
    let writer = try Workspace.open(at: folder.file())
    #expect(lines(of: try writer.load()) == lines(of: desk.assessment))
    #expect(try writer.verify().isSound)
  }
}
