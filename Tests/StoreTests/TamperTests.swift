import Domain
import GRDB
import Journal
import Store
import Testing

@Suite("A file edited behind the program's back")
struct TamperTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    _ = try Desk(editedIn: folder)
  }

  private func edit(_ statements: String) throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write {
      try $0.execute(sql: "DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER entry_insert;")
      try $0.execute(sql: statements)
    }
    try queue.close()
  }

  private func finding() throws -> Verification.Failure? { try Workspace.verify(at: folder.file()).firstBad }

  @Test("untouched, it is sound")
  func untouched() throws {
    #expect(try finding() == nil)
    #expect(try Workspace.verify(at: folder.file()).entries == 10)
  }

  static let edits: [(String, Verification.Why, Int64?)] = [
    ("UPDATE entry SET seq = 99 WHERE seq = 4", .gap, 4),
    ("UPDATE entry SET replica = 77 WHERE seq = 4", .order, 4),
    ("UPDATE entry SET number = 99 WHERE seq = 4", .order, 4),
    ("UPDATE entry SET batch = batch + 1 WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET at = at + 1 WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET actor = '鈴木' WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET party = 1 WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET kind = 'removed' WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET kind = 'nonsense' WHERE seq = 4", .unreadable, 4),
    ("UPDATE entry SET record = record + 1 WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET recordKind = 'party' WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET label = 9 WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET owner = NULL WHERE seq = 4", .digest, 4),
    ("UPDATE entry SET field = 'cause' WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET slotParty = 1 WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET before = 'tx' WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET after = 'tonf' WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET payload = 'x' WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET digest = zeroblob(32) WHERE seq = 5", .digest, 5),
    ("UPDATE entry SET digest = zeroblob(31) WHERE seq = 5", .unreadable, 5),
    ("DELETE FROM entry WHERE seq = 5", .gap, 5), ("DELETE FROM entry WHERE seq = 1", .gap, 1),
    ("DELETE FROM entry WHERE seq = 10", .head, 9),
    ("DELETE FROM entry WHERE seq = 5; UPDATE entry SET seq = seq - 1 WHERE seq > 5", .order, 5),
    (
      """
      UPDATE entry SET seq = 0 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 7;
      UPDATE entry SET seq = 7 WHERE seq = 0
      """, .order, 5
    ),
    (
      """
      INSERT INTO entry SELECT 11, replica, 11, batch, at, actor, party, kind, record, recordKind, label, owner,
      field, slotParty, before, after, payload, digest FROM entry WHERE seq = 7
      """, .digest, 11
    ),
    ("UPDATE meta SET count = 11", .head, 10), ("UPDATE meta SET seq = 9", .head, 10),
    ("UPDATE meta SET digest = zeroblob(32)", .head, 10), ("UPDATE meta SET number = 3", .head, 10),
    ("UPDATE risk SET event = 'onf'", .projection, 10), ("DELETE FROM risk", .projection, 10),
    ("UPDATE risk SET likelihood = 5", .projection, 10), ("UPDATE risk SET _removed = 1", .projection, 10),
    ("UPDATE risk SET _id = 4611686018427387904", .projection, 10),
    ("UPDATE phase SET state = 'agreed'", .projection, nil), ("DROP TABLE risk", .unreadable, nil),
  ]

  @Test("every edit is found and named", arguments: edits)
  func editIsFound(statements: String, why: Verification.Why, seq: Int64?) throws {
    try edit(statements)
    let found = try finding()
    #expect(found?.why == why, "\(statements)")
    if why != .unreadable || seq != nil { #expect(found?.seq == seq, "\(statements)") }
  }

  @Test(
    "the program itself cannot change, shorten or overwrite the journal",
    arguments: [
      "UPDATE entry SET actor = 'x' WHERE seq = 1", "DELETE FROM entry WHERE seq = 1",
      "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 3",
      """
      INSERT OR REPLACE INTO entry SELECT 11, replica, number, batch, at, actor, party, kind, record, recordKind,
      label, owner, field, slotParty, before, after, payload, digest FROM entry WHERE seq = 3
      """,
    ])
  func triggersRefuse(statement: String) throws {
    let queue = try DatabaseQueue(path: folder.file())
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
    try queue.close()
    #expect(try finding() == nil)
  }

  @Test("a file with any byte flipped opens, is refused or is found out, and never ends the program")
  func flippedBytes() throws {
    let path = folder.file()
    let original = try Folder.bytes(path)
    var chance = SeededGenerator(seed: 4)
    var found = 0
    for _ in 0..<150 {
      var bytes = original
      let position = Int.random(in: 0..<bytes.count, using: &chance)
      bytes[position] ^= UInt8.random(in: 1...255, using: &chance)
      try Folder.write(bytes, to: path)
      do {
        if try Workspace.verify(at: path).firstBad != nil { found += 1 }
        if let workspace = try? Workspace.open(at: path) { _ = try? workspace.load() }
      } catch is WorkspaceError { found += 1 }
    }
    #expect(found > 0)
  }
}
