import Domain
import GRDB
import Journal
import Store
import Testing

@Suite("A damaged file made whole again")
struct RepairTests {
  let folder: Folder
  let sound: [String]

  init() throws {
    folder = try Folder()
    let desk = try Desk(editedIn: folder)
    sound = lines(of: desk.assessment)
    try desk.workspace.close()
  }

  /// Every column of every entry, as it stands.
  private func journal(_ path: String) throws -> [Row] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM entry NOT INDEXED ORDER BY seq") }
  }

  private func edit(_ statements: String) throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write {
      try $0.execute(sql: "DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER entry_insert;")
      try $0.execute(sql: statements)
    }
    try queue.close()
  }

  @Test("nothing is done to a sound file")
  func untouched() throws {
    let before = try Folder.bytes(folder.file())
    let repair = try Workspace.repair(at: folder.file())
    #expect(repair.found == nil && repair.remaining == nil && repair.deeds.isEmpty && repair.entries == 10)
    #expect(try Folder.bytes(folder.file()) == before)
  }

  @Test(
    "whatever was edited, no entry is changed or dropped, and a new file opens", arguments: TamperTests.edits)
  func everyEdit(_ statements: String, _ why: Verification.Why, _: Int64?) throws {
    try edit(statements)
    let damaged = try Folder.bytes(folder.file())
    let before = try journal(folder.file())
    let copy = folder.file("new.kyokumen")
    let salvaged = try Workspace.repair(at: folder.file(), to: copy)
    #expect(try Folder.bytes(folder.file()) == damaged)
    #expect(try journal(copy) == before)
    let isOfJournal =
      [.digest, .gap, .order].contains(why) || statements.contains("FROM entry WHERE seq = 10")
      || statements.contains("nonsense") || statements.contains("zeroblob(31)")
    #expect((salvaged.remaining == nil) != (isOfJournal && why != .head), "\(salvaged)")
    var desk = try Desk(Workspace.open(at: copy))
    let party = try desk.assessment.ids(.party).first ?? desk.party("new")
    try desk.risk("goes on", of: party)
    #expect(try journal(copy).count > before.count)

    let repair = try Workspace.repair(at: folder.file())
    #expect(try journal(folder.file()) == before)
    #expect(repair.needsNewFile == isOfJournal, "\(repair)")
    guard !isOfJournal else {
      #expect(repair.deeds.isEmpty && repair.remaining == repair.found)
      #expect(try Folder.bytes(folder.file()) == damaged)
      return
    }
    #expect(repair.remaining == nil && repair.entries == 10)
    #expect(try lines(of: Workspace.open(at: folder.file()).load()) == sound)
    #expect(throws: DatabaseError.self, "guarded again") { try erase() }
  }

  private func erase() throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { try $0.execute(sql: "DELETE FROM entry WHERE seq = 2") }
  }

  private func entry(_ seq: Int64) throws {
    let queue = try DatabaseQueue(path: folder.file())
    defer { try? queue.close() }
    _ = try queue.read {
      try Row.fetchOne($0, sql: "SELECT * FROM entry NOT INDEXED WHERE seq = ?", arguments: [seq])
    }
  }

  @Test("a journal of which nobody can tell where it ended is not called whole")
  func unknownEnd() throws {
    try fill(risks: 40)
    try overwrite(pages: ["meta", "entry"])
    let repair = try Workspace.repair(at: folder.file(), to: folder.file("new.kyokumen"))
    #expect(repair.isEndUnknown && !repair.isWhole)
  }

  @Test("a table whose page is gone is no fault of the journal, and is named as beyond mending in place")
  func rootOfATable() throws {
    try fill(risks: 40)
    try overwrite(pages: ["risk"])
    let before = try Folder.bytes(folder.file())
    let refused = try Workspace.repair(at: folder.file())
    #expect(refused.needsNewFile && !refused.isWhole)
    #expect(try Folder.bytes(folder.file()) == before)
    let repair = try Workspace.repair(at: folder.file(), to: folder.file("new.kyokumen"))
    #expect(repair.isWhole)
    #expect(try Workspace.open(at: folder.file("new.kyokumen")).load().ids(.risk).count >= 40)
  }

  private func fill(risks: Int) throws {
    var desk = try Desk(Workspace.open(at: folder.file()))
    let party = try #require(desk.assessment.ids(.party).first)
    for number in 0..<risks { try desk.risk("risk \(number)", of: party) }
    try desk.workspace.close()
  }

  /// Overwrites the root pages of tables.
  private func overwrite(pages names: [String]) throws {
    let queue = try DatabaseQueue(path: folder.file())
    let pages = try queue.read { database in
      try names.map { name in
        try #require(
          try Int.fetchOne(
            database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [name]))
      }
    }
    try queue.close()
    try overwrite(pages)
  }

  private func overwrite(_ pages: [Int]) throws {
    var bytes = try Folder.bytes(folder.file())
    for page in pages { for offset in 0..<4096 { bytes[(page - 1) * 4096 + offset] = 0xA5 } }
    try Folder.write(bytes, to: folder.file())
  }

  @Test("around pages that cannot be read, all other entries come over, and what is missing is named")
  func unreadablePages() throws {
    try fill(risks: 400)
    let whole = try journal(folder.file())
    let queue = try DatabaseQueue(path: folder.file())
    // A leaf of the journal's own tree, in its middle.
    let page = try queue.read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf' ORDER BY path
          LIMIT 1 OFFSET (SELECT count(*) / 2 FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf')
          """)
    }
    try queue.close()
    try overwrite([try #require(page)])
    #expect(try Workspace.repair(at: folder.file()).needsNewFile)
    let copy = folder.file("new.kyokumen")
    let repair = try Workspace.repair(at: folder.file(), to: copy)
    let missing = try #require(repair.missing.first)
    #expect(repair.missing.count == 1 && missing.count < 100)
    for seq in missing { #expect(throws: DatabaseError.self, "entry \(seq) can be read") { try entry(seq) } }
    let left = whole.filter { row in !missing.contains(row["seq"]) }
    #expect(try journal(copy) == left)
    #expect(repair.remaining?.seq == missing.lowerBound && repair.remaining?.why == .gap)
    #expect(try Workspace.open(at: copy).load().ids(.risk).count > 300)
  }

  @Test("a file without its head, and one that is no workspace")
  func beyond() throws {
    try edit("DELETE FROM meta")
    let copy = folder.file("new.kyokumen")
    #expect(try Workspace.repair(at: folder.file()).needsNewFile)
    #expect(try Workspace.repair(at: folder.file(), to: copy).remaining == nil)
    #expect(try lines(of: Workspace.open(at: copy).load()) == sound)
    #expect(throws: WorkspaceError.exists(path: copy)) { try Workspace.repair(at: folder.file(), to: copy) }
    try Folder.write(Array("no database".utf8), to: folder.file())
    #expect(throws: WorkspaceError.notAWorkspace(path: folder.file())) {
      try Workspace.repair(at: folder.file(), to: folder.file("other"))
    }
  }
}
