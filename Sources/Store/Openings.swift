import Domain
import GRDB

/// What sealed estimates say, kept beside the journal until their round is revealed: no projection, in no export,
/// and no secret from someone who opens the file with other means.
///
/// Estimates cast anew or taken back keep their rows until then, so that undo and redo find what they bring back.
enum Openings {
  static let table = """
    CREATE TABLE IF NOT EXISTS opening (
      seal TEXT PRIMARY KEY, round INTEGER NOT NULL, participant INTEGER NOT NULL, salt TEXT NOT NULL,
      likelihood INTEGER NOT NULL, consequence INTEGER NOT NULL
    ) WITHOUT ROWID, STRICT;
    """

  static func write(_ openings: [Opening], _ database: Database) throws {
    let insert = try Prepared(
      database,
      """
      INSERT OR REPLACE INTO opening (seal, round, participant, salt, likelihood, consequence)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    for opening in openings {
      insert.bind(1, opening.seal)
      insert.bind(2, Int64(bitPattern: opening.ballot.round.raw))
      insert.bind(3, Int64(bitPattern: opening.ballot.participant.raw))
      insert.bind(4, opening.salt)
      insert.bind(5, Int64(opening.ballot.likelihood))
      insert.bind(6, Int64(opening.ballot.consequence))
      try insert.run()
    }
  }

  static func read(of round: RecordID, _ database: Database) throws -> [Opening] {
    let row = try Prepared(
      database,
      "SELECT participant, likelihood, consequence, salt FROM opening WHERE round = ? ORDER BY seal")
    row.bind(1, Int64(bitPattern: round.raw))
    defer { row.reset() }
    var openings: [Opening] = []
    while try row.step() {
      let ballot = Ballot(
        round: round, participant: RecordID(raw: UInt64(bitPattern: row.integer(0))),
        likelihood: Int(row.integer(1)), consequence: Int(row.integer(2)))
      openings.append(Opening(ballot, salt: row.text(3)))
    }
    return openings
  }

  static func delete(of round: RecordID, _ database: Database) throws {
    let delete = try Prepared(database, "DELETE FROM opening WHERE round = ?")
    delete.bind(1, Int64(bitPattern: round.raw))
    try delete.run()
  }
}
