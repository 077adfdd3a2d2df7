import GRDB

/// Copies the rows of a damaged journal as they stand, around pages that cannot be read.
struct Salvage {
  private let database: Database
  private static let pace = 500
  /// Places tried one by one behind the last that was read, before the journal is taken to end.
  private static let patience: Int64 = 200_000

  init(_ database: Database) { self.database = database }

  /// What the damaged file says of itself; nil when it says nothing.
  static func meta(_ database: Database) throws -> (replica: UInt32, end: Int64)? {
    let row = try Row.fetchOne(database, sql: "SELECT replica, seq FROM damaged.meta WHERE id = 1")
    guard let row, let replica = UInt32(exactly: row["replica"] as Int64) else { return nil }
    return (replica, row["seq"])
  }

  /// All that can be read; `end` is the last place there should be, nil when nobody knows.
  func copyAll(upTo end: Int64?) throws {
    var last: Int64 = .min
    while true {
      do {
        guard try copy(after: last, Self.pace) > 0 else { return }
        last = try furthest() ?? last
      } catch let error as DatabaseError where Self.isDamage(error) {
        guard let next = try step(after: last, upTo: end) else { return }
        last = next
      }
    }
  }

  /// The next place from which on rows can be read again; nil when there is none.
  private func step(after last: Int64, upTo end: Int64?) throws -> Int64? {
    var place = max(last, 0)
    let limit = min(end ?? .max, place + Self.patience)
    while true {
      do {
        let found = try copy(after: place, 1)
        return found > 0 ? try furthest() : nil
      } catch let error as DatabaseError where Self.isDamage(error) {
        guard place < limit else { return nil }
        place += 1
      }
    }
  }

  private func copy(after place: Int64, _ most: Int) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO main.entry (\(EntryTable.columns))
        SELECT \(EntryTable.columns) FROM damaged.entry NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ?
        """, arguments: [place, most])
    return database.changesCount
  }

  private func furthest() throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.entry")
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_IOERR].contains(error.resultCode)
  }

  /// The places from 1 to the end that hold no entry.
  static func gaps(_ database: Database, upTo end: Int64?) throws -> [ClosedRange<Int64>] {
    var gaps: [ClosedRange<Int64>] = []
    var last: Int64 = 0
    let rows = try Int64.fetchCursor(database, sql: "SELECT seq FROM main.entry WHERE seq > 0 ORDER BY seq")
    while let seq = try rows.next() {
      if seq > last + 1 { gaps.append(last + 1...seq - 1) }
      last = seq
    }
    if let end, end > last { gaps.append(last + 1...end) }
    return gaps
  }
}
