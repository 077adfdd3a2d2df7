import Domain
import GRDB
import Glibc
import Journal
import Testing

@testable import Store

@Suite("Blind estimates in the file")
struct EstimateStoreTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A file with an open round and three participants.
  private func begun() throws -> (Desk, round: RecordID, people: [RecordID]) {
    var desk = try Desk(Workspace.create(at: folder.file()), actor: "facilitator")
    let csc = try desk.party("csc")
    let people = try desk.room(of: csc)
    let round = try desk.round(on: desk.risk("one", of: csc), of: csc)
    return (desk, try #require(round), people)
  }

  private func rows(_ desk: Desk, _ sql: String) throws -> [String] {
    try desk.workspace.queue.inDatabase { database in
      try Row.fetchAll(database, sql: sql).map { $0.map { "\($0.1)" }.joined(separator: " ") }
    }
  }

  @Test("entries tell casting and reveal apart, and read back as what they are")
  func kinds() throws {
    var (desk, round, people) = try begun()
    try desk.cast(round, people[0], 3, 4)
    try desk.reveal(round)
    var kinds: [Entry.Kind: [Entry]] = [:]
    try desk.workspace.eachEntry { kinds[$0.kind, default: []].append($0) }
    #expect(kinds[.sealed]?.map(\.field) == ["seal"])
    #expect(kinds[.revealed]?.map(\.field) == ["revealed"])
    let sealed = try #require(kinds[.sealed]?.first)
    #expect(sealed.change != nil && sealed.before == nil && sealed.after?.count == 65)
  }

  @Test("what is cast stands in no table but the one for openings, and in all of them after the reveal")
  func nothingShows() throws {
    var (desk, round, people) = try begun()
    for person in people { try desk.cast(round, person, 4, 2) }
    let told =
      "SELECT likelihood, consequenceStep, salt FROM estimate WHERE likelihood IS NOT NULL OR salt IS NOT NULL"
    let entries = "SELECT seq FROM entry WHERE recordKind = 'estimate' AND field IN ('likelihood', 'salt')"
    #expect(try rows(desk, told).isEmpty)
    #expect(try rows(desk, entries).isEmpty)
    #expect(try rows(desk, "SELECT likelihood FROM opening").count == 3)
    #expect(try desk.workspace.verify().isSound)
    try desk.reveal(round)
    #expect(try rows(desk, told).count == 3)
    #expect(try rows(desk, entries).count == 6)
    #expect(try rows(desk, "SELECT likelihood FROM opening").isEmpty)
    #expect(try desk.workspace.verify().isSound)
    #expect(lines(of: try Workspace.open(at: folder.file()).load()) == lines(of: desk.assessment))
  }

  @Test("two desks cast at once: none is lost, and a guard runs on what the other has stored")
  func twoDesks() throws {
    var (one, round, people) = try begun()
    var two = try Desk(Workspace.open(at: folder.file()), actor: "鈴木")
    try one.cast(round, people[0], 1, 1)
    try two.cast(round, people[1], 2, 2)
    try one.cast(round, people[2], 3, 3)
    try two.cast(round, people[1], 5, 5)
    try one.reveal(round)
    #expect(throws: Refusal.estimate(.revealed(round))) { try two.cast(round, people[1], 1, 1) }
    _ = try two.workspace.refresh(&two.assessment)
    #expect(two.assessment.result(of: round)?.casts.map(\.likelihood) == [1, 5, 3])
    #expect(lines(of: one.assessment) == lines(of: two.assessment))
  }

  @Test("undo takes one's own estimate back, also to the one before; after the reveal it does not")
  func undo() throws {
    var (desk, round, people) = try begun()
    try desk.cast(round, people[0], 1, 1)
    try desk.cast(round, people[0], 5, 5)
    try desk.undo()
    try desk.cast(round, people[1], 2, 2)
    try desk.undo()
    #expect(desk.assessment.count(.estimate) == 1)
    try desk.redo()
    try desk.reveal(round)
    #expect(desk.assessment.result(of: round)?.casts.map(\.likelihood) == [1, 2])
    #expect(throws: Refusal.estimate(.revealStands(round))) { try desk.undo() }
    #expect(desk.assessment.isRevealed(round))
  }

  @Test("another's estimate is not taken back once it is revealed")
  func undoAfterReveal() throws {
    var (one, round, people) = try begun()
    var two = try Desk(Workspace.open(at: folder.file()), actor: "鈴木")
    try two.cast(round, people[1], 2, 2)
    try one.reveal(round)
    let before = lines(of: one.assessment)
    #expect(throws: Refusal.estimate(.revealed(round))) { try two.undo() }
    #expect(lines(of: two.assessment) == before)
  }

  @Test("an estimate taken back is not brought back beside one cast meanwhile")
  func redo() throws {
    var (one, round, people) = try begun()
    try one.cast(round, people[0], 1, 1)
    try one.undo()
    var two = try Desk(Workspace.open(at: folder.file()), actor: "鈴木")
    try two.cast(round, people[0], 2, 2)
    #expect(throws: Refusal.self) { try one.redo() }
    #expect(one.assessment.count(.estimate) == 1)
  }

  @Test("estimate and opening are one transaction: what cannot be stored leaves neither")
  func together() throws {
    var (desk, round, people) = try begun()
    let before = lines(of: desk.assessment)
    try desk.workspace.queue.inDatabase {
      try $0.execute(
        sql: "CREATE TRIGGER full BEFORE INSERT ON opening BEGIN SELECT RAISE(ABORT, 'no room'); END")
    }
    #expect(throws: WorkspaceError.self) { try desk.cast(round, people[0], 3, 3) }
    #expect(lines(of: desk.assessment) == before)
    #expect(try rows(desk, "SELECT seq FROM entry WHERE recordKind = 'estimate'").isEmpty)
    try desk.workspace.queue.inDatabase { try $0.execute(sql: "DROP TRIGGER full") }
    try desk.cast(round, people[0], 3, 3)
    #expect(try desk.workspace.verify().isSound)
  }

  @Test("openings that are gone are named; those people cast again, or are left out")
  func lost() throws {
    var (desk, round, people) = try begun()
    for person in people { try desk.cast(round, person, 4, 2) }
    try desk.workspace.queue.inDatabase {
      try $0.execute(
        sql: "DELETE FROM opening WHERE participant = ?", arguments: [Int64(bitPattern: people[1].raw)])
    }
    #expect(throws: Refusal.estimate(.unopened(round, participants: [people[1]]))) {
      try desk.reveal(round)
    }
    try desk.cast(round, people[1], 5, 5)
    try desk.reveal(round)
    #expect(desk.assessment.result(of: round)?.casts.count == 3)
  }

  @Test("a workspace of the earlier layout gets its place for openings when it is opened to be changed")
  func earlierLayout() throws {
    var (desk, round, people) = try begun()
    try desk.workspace.queue.inDatabase {
      try $0.execute(sql: "DROP TABLE opening; PRAGMA user_version = 1000")
    }
    try desk.workspace.close()
    let reader = try Workspace.open(at: folder.file(), readOnly: true)
    #expect(try reader.load().count(.estimateRound) == 1)
    #expect(try reader.verify().isSound)
    try reader.close()
    desk = try Desk(Workspace.open(at: folder.file()))
    try desk.cast(round, people[0], 3, 3)
    try desk.reveal(round)
    #expect(desk.assessment.result(of: round)?.casts.map(\.consequence) == [3])
    #expect(try rows(desk, "PRAGMA user_version") == ["1001"])
  }
}

extension Desk {
  mutating func cast(_ round: RecordID, _ participant: RecordID, _ l: Int, _ c: Int) throws {
    clock += 1
    let ballot = Ballot(round: round, participant: participant, likelihood: l, consequence: c)
    let opening = Opening(ballot, salt: String(repeating: "5", count: 32) + String(clock) + context.actor)
    _ = try workspace.cast(
      [opening], on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  mutating func reveal(_ round: RecordID) throws {
    clock += 1
    _ = try workspace.reveal(round, on: &assessment, in: context, at: Moment(milliseconds: clock))
  }
}
