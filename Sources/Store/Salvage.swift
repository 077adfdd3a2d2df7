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

  /// All that can be read.
  ///
  /// - Parameter end: The last place there should be; nil when nobody knows.
  /// - Returns: Whether the end was come to; false where the last that was tried could not be read.
  /// - Throws: `DatabaseError` for all that is no damage, as a full disk.
  func copyAll(upTo end: Int64?) throws -> Bool {
    var last: Int64 = .min
    while true {
      do {
        guard try copy(after: last, Self.pace) > 0 else { return true }
        last = try furthest() ?? last
      } catch let error as DatabaseError where Self.isDamage(error) {
        switch try step(after: last, upTo: end) {
        case .row(let next): last = next
        case .end: return true
        case .lost: return end.map { $0 > last } ?? false
        }
      }
    }
  }

  /// What lies behind a place that cannot be read.
  private enum Step {
    /// A row that can.
    case row(Int64)
    case end
    /// Nothing that can be read, as far as anybody looked.
    case lost
  }

  private func step(after last: Int64, upTo end: Int64?) throws -> Step {
    var place = max(last, 0)
    let (furthestTried, isBeyond) = place.addingReportingOverflow(Self.patience)
    // A file that says it ends before what was read already says nothing.
    let limit = min(end.flatMap { $0 > last ? $0 : nil } ?? .max, isBeyond ? .max : furthestTried)
    while true {
      do {
        guard try copy(after: place, 1) > 0, let next = try furthest() else { return .end }
        return .row(next)
      } catch let error as DatabaseError where Self.isDamage(error) {
        guard place < limit else { return .lost }
        place += 1
      }
    }
  }

  private func copy(after place: Int64, _ most: Int) throws -> Int {
    guard place < .max else { return 0 }
    // From the next place on, and not beyond this one: that would begin in the page of this one, which may be the bad.
    try database.execute(
      sql: """
        INSERT INTO main.entry (\(EntryTable.columns))
        SELECT \(EntryTable.columns) FROM damaged.entry NOT INDEXED WHERE seq >= ? ORDER BY seq LIMIT ?
        """, arguments: [place + 1, most])
    return database.changesCount
  }

  private func furthest() throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.entry")
  }

  /// A row of which a bit was turned may also break what the table holds rows to.
  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_IOERR, .SQLITE_CONSTRAINT].contains(error.resultCode)
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
