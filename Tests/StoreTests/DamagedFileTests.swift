import Domain
import GRDB
import Journal
import Store
import Testing

@Suite("A file of which SQLite can make nothing any more")
struct DamagedFileTests {
  let folder: Folder
  let copy: String

  init() throws {
    folder = try Folder()
    copy = folder.file("new.kyokumen")
  }

  /// A file with a journal of many pages, closed; what it holds.
  private func filled() throws -> [String] {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    for number in 0..<300 { try desk.risk("risk \(number)", of: csc) }
    // Longer than a page.
    try desk.risk(String(repeating: "長い出来事", count: 2000), of: csc)
    let lines = lines(of: desk.assessment)
    try desk.workspace.close()
    return lines
  }

  private func rows(_ path: String) throws -> [Row] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM entry NOT INDEXED ORDER BY seq") }
  }

  private func pages(_ query: String) throws -> [Int] {
    let queue = try DatabaseQueue(path: folder.file())
    defer { try? queue.close() }
    return try queue.read { try Int.fetchAll($0, sql: query) }
  }

  private func overwrite(_ pages: [Int], with byte: UInt8 = 0xA5) throws {
    var bytes = try Folder.bytes(folder.file())
    for page in pages { for place in 0..<4096 { bytes[(page - 1) * 4096 + place] = byte } }
    try Folder.write(bytes, to: folder.file())
  }

  @Test("without its first page all comes over", arguments: [0xA5, 0] as [UInt8])
  func firstPage(_ byte: UInt8) throws {
    let sound = try filled()
    let before = try rows(folder.file())
    try overwrite([1], with: byte)
    let damaged = try Folder.bytes(folder.file())
    #expect(throws: WorkspaceError.notAWorkspace(path: folder.file())) {
      try Workspace.open(at: folder.file())
    }
    #expect(try Workspace.repair(at: folder.file()).needsNewFile)
    let repair = try Workspace.repair(at: folder.file(), to: copy)
    #expect(repair.isWhole && repair.found?.why == .unreadable)
    #expect(try rows(copy) == before)
    #expect(try lines(of: Workspace.open(at: copy).load()) == sound)
    #expect(try Folder.bytes(folder.file()) == damaged)
  }

  @Test("without a page that names the tables all comes over")
  func schemaPage() throws {
    let sound = try filled()
    let leaf = try pages("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' AND pagetype = 'leaf'")
    #expect(leaf.count > 1)
    try overwrite(leaf)
    #expect(try Workspace.repair(at: folder.file()).needsNewFile)
    let repair = try Workspace.repair(at: folder.file(), to: copy)
    #expect(repair.isWhole)
    #expect(try lines(of: Workspace.open(at: copy).load()) == sound)
  }

  @Test("behind a page that leads to others, those are read all the same")
  func insidePage() throws {
    let sound = try filled()
    try overwrite(pages("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'"))
    let repair = try Workspace.repair(at: folder.file(), to: copy)
    #expect(repair.isWhole)
    #expect(try lines(of: Workspace.open(at: copy).load()) == sound)
  }

  @Test(
    "of a file cut short comes over what lies before the cut, and what is missing is named",
    arguments: [3, 2])
  func cutShort(_ part: Int) throws {
    _ = try filled()
    let before = try rows(folder.file())
    let bytes = try Folder.bytes(folder.file())
    let leaves = "FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf'"
    let cut = try pages(
      "SELECT pageno \(leaves) ORDER BY pageno LIMIT 1 OFFSET (SELECT count(*) / \(part) \(leaves))")
    let kept = try #require(cut.first) - 1
    let whole = try pages(
      """
      SELECT coalesce(sum(ncell), 0) FROM dbstat
      WHERE name = 'entry' AND pagetype = 'leaf' AND pageno <= \(kept)
      """)
    try Folder.write(Array(bytes.prefix(kept * 4096 + 100)), to: folder.file())
    #expect(try Workspace.repair(at: folder.file()).needsNewFile)
    let repair = try Workspace.repair(at: folder.file(), to: copy)
    let left = try rows(copy)
    #expect(left.count > 50 && left.count == whole.first)
    #expect(left.allSatisfy(before.contains))
    let missing = repair.missing.reduce(0) { $0 + $1.count }
    #expect(missing + left.count == before.count && !repair.isEndUnknown && !repair.isWhole)
  }

  @Test("what stands in the log only comes over")
  func log() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    for number in 0..<40 { try desk.risk("risk \(number)", of: csc) }
    let sound = lines(of: desk.assessment)
    let damaged = folder.file("damaged.kyokumen")
    for ending in ["", "-wal"] {
      var bytes = try Folder.bytes(folder.file() + ending)
      if ending.isEmpty { for place in 0..<min(4096, bytes.count) { bytes[place] = 0 } }
      try Folder.write(bytes, to: damaged + ending)
    }
    // A log whose copy of the first page is gone too.
    var log = try Folder.bytes(damaged + "-wal")
    for place in stride(from: 32, to: log.count - 4120, by: 4120)
    where log[place..<place + 4] == [0, 0, 0, 1] {
      for offset in 0..<4096 { log[place + 24 + offset] = 0xA5 }
    }
    try Folder.write(log, to: damaged + "-wal")
    let repair = try Workspace.repair(at: damaged, to: copy)
    #expect(repair.isWhole, "\(repair)")
    #expect(try lines(of: Workspace.open(at: copy).load()) == sound)
    try desk.workspace.close()
  }

  @Test("sealed estimates come over and can be revealed, and whose words are gone are told")
  func openings() throws {
    var desk = try Desk(Workspace.create(at: folder.file()), actor: "facilitator")
    let csc = try desk.party("csc")
    let people = try desk.room(of: csc)
    let round = try #require(try desk.round(on: desk.risk("one", of: csc), of: csc))
    for person in people { try desk.cast(round, person, 3, 4) }
    try desk.workspace.close()
    let opening = try pages("SELECT rootpage FROM sqlite_schema WHERE name = 'opening'")
    try overwrite([1])
    #expect(try Workspace.repair(at: folder.file(), to: copy).isWhole)
    var other = try Desk(Workspace.open(at: copy), actor: "facilitator")
    other.clock = desk.clock
    try other.reveal(round)
    #expect(other.assessment.ids(.estimate).allSatisfy { other.assessment[$0, Estimate.likelihood] == 3 })
    try overwrite(opening)
    let repair = try Workspace.repair(at: folder.file(), to: folder.file("third.kyokumen"))
    #expect(repair.areOpeningsLost && !repair.isWhole)
  }

  @Test("how far it has come is told")
  func progress() throws {
    _ = try filled()
    var told: [Int64] = []
    _ = try Workspace.repair(at: folder.file(), to: copy) { told.append($0) }
    #expect(told.count > 3 && told.contains { $0 > 500 })
  }
}
