import GRDB
import Journal

/// Copies what a damaged file still holds into a new one: first as SQLite reads it, then, where that comes to an end
/// before the journal does, page by page as it lies on the disk.
struct Salvage {
  /// What the damaged file says of itself.
  struct Said {
    let replica: UInt32
    /// The last place of the journal.
    let end: Int64
  }

  private let path: String
  private let database: Database
  private let progress: (Int64) -> Void
  private static let pace = 500

  /// Nil when it says nothing.
  private(set) var said: Said?
  /// Everything up to the end of the journal was read or is known to be missing.
  private(set) var isEndKnown = true

  /// Prepares to copy from a file into a database of this program's tables, unguarded and empty.
  init(_ path: String, into database: Database, _ progress: @escaping (Int64) -> Void) {
    self.path = path
    self.database = database
    self.progress = progress
  }

  /// Copies all that can be read.
  ///
  /// - Throws: `DatabaseError` for all that is no damage, as a full disk; `WorkspaceError.damaged` where nothing at all
  ///   can be read.
  mutating func copyAll() throws {
    guard try !copyTables() else { return }
    try database.inTransaction {
      try copyPages()
      return .commit
    }
    let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.entry")
    guard let last else { throw WorkspaceError.damaged(path: path, reason: "no entry can be read") }
    // A file that says it ends before what was read already says nothing.
    isEndKnown = said.map { $0.end >= last } ?? false
  }

  // MARK: As SQLite reads it

  /// False where something could not be read.
  private mutating func copyTables() throws -> Bool {
    let source = Workspace.addressToRead(path)
    // Only while rows are copied: a name without its file could mean the damaged one's table.
    let isOpen = try Self.isRead { try database.execute(sql: "ATTACH ? AS damaged", arguments: [source]) }
    guard isOpen else { return false }
    defer { try? database.execute(sql: "DETACH damaged") }
    var meta: Said?
    let isSaid = try Self.isRead { meta = try Self.meta(database) }
    said = meta
    let hasOpenings = try Self.isRead(copyOpenings)
    return try Self.isRead(copyEntries) && isSaid && hasOpenings
  }

  private static func meta(_ database: Database) throws -> Said? {
    let row = try Row.fetchOne(database, sql: "SELECT replica, seq FROM damaged.meta WHERE id = 1")
    guard let row, let replica = UInt32(exactly: row["replica"] as Int64) else { return nil }
    return Said(replica: replica, end: row["seq"])
  }

  /// What sealed estimates say stands beside the journal; formats of before estimates have none.
  private func copyOpenings() throws {
    let isThere = "SELECT EXISTS (SELECT 1 FROM damaged.sqlite_schema WHERE name = 'opening')"
    guard try Bool.fetchOne(database, sql: isThere) == true else { return }
    try database.execute(sql: "INSERT OR IGNORE INTO main.opening SELECT * FROM damaged.opening")
  }

  private func copyEntries() throws {
    var last: Int64 = .min
    while last < .max {
      try database.execute(
        sql: """
          INSERT INTO main.entry (\(EntryTable.columns))
          SELECT \(EntryTable.columns) FROM damaged.entry NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ?
          """, arguments: [last, Self.pace])
      guard database.changesCount > 0 else { return }
      last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.entry") ?? .max
      progress(last)
    }
  }

  /// False where the file is damaged.
  private static func isRead(_ work: () throws -> Void) throws -> Bool {
    do {
      try work()
      return true
    } catch let error as DatabaseError where damage.contains(error.resultCode) {
      return false
    }
  }

  /// Codes of a file that is not as it was written. A row of which a bit was turned may also break what the table
  /// holds rows to, and a table may be gone.
  private static let damage: [ResultCode] = [
    .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_CONSTRAINT, .SQLITE_ERROR,
  ]

  // MARK: As it lies on the disk

  /// Adds what the pages hold and SQLite did not come to.
  private mutating func copyPages() throws {
    guard let pages = DamagedPages(path) else { return }
    let entry = try Prepared(
      database,
      "INSERT OR IGNORE INTO main.entry (\(EntryTable.columns)) VALUES (\(Self.marks(Entry.columnNames.count)))"
    )
    let opening = try Prepared(database, "INSERT OR IGNORE INTO main.opening VALUES (\(Self.marks(6)))")
    var (said, count): (Said?, Int64) = (nil, 0)
    try pages.eachRow { row in
      if row.isEntry {
        try Self.add(row, to: entry)
        count += 1
        if count.isMultiple(of: 256) { progress(count) }
      } else if row.isOpening {
        try Self.add(row, to: opening)
      } else if let found = row.said, said.map({ $0.end < found.end }) ?? true {
        said = found
      }
    }
    self.said = self.said ?? said
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  /// A row that breaks what the table holds rows to is none.
  private static func add(_ row: PageRow, to insert: Prepared) throws {
    for (place, cell) in row.cells.enumerated() {
      switch cell {
      // The table's key is the row's own number, and its column is left empty.
      case .null: insert.bind(place + 1, place == 0 ? row.number : nil)
      case .integer(let integer): insert.bind(place + 1, integer)
      case .text(let text): insert.bind(place + 1, text)
      case .blob(let bytes): insert.bind(place + 1, blob: bytes)
      }
    }
    do {
      try insert.run()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return
    }
  }

  /// Whether there is anything of a journal in a file that SQLite takes for none.
  static func findsEntry(in path: String) -> Bool {
    struct Found: Error {}
    do {
      try DamagedPages(path)?.eachRow { if $0.isEntry { throw Found() } }
      return false
    } catch {
      return true
    }
  }

  // MARK: What is missing

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

extension PageRow {
  /// Rows are told by their shape: no other table's is the same.
  private func isShaped(_ shape: [Int: Kind], count: Int) -> Bool {
    cells.count == count && shape.allSatisfy { cells[$0.key].kind == $0.value }
  }

  fileprivate enum Kind {
    case null, integer, text, blob
  }

  fileprivate var isEntry: Bool {
    isShaped(
      [0: .null, 1: .integer, 2: .integer, 3: .integer, 4: .integer, 5: .text, 7: .text, 17: .blob],
      count: Entry.columnNames.count)
  }

  fileprivate var isOpening: Bool {
    isShaped([0: .text, 1: .integer, 2: .integer, 3: .text, 4: .integer, 5: .integer], count: 6)
  }

  /// What the file says of itself, if this is the row.
  fileprivate var said: Salvage.Said? {
    guard number == 1,
      isShaped([0: .null, 1: .integer, 2: .integer, 3: .integer, 5: .blob, 6: .text], count: 7),
      case .integer(let replica) = cells[1], case .integer(let end) = cells[2],
      let replica = UInt32(exactly: replica)
    else { return nil }
    return Salvage.Said(replica: replica, end: end)
  }
}

extension PageRow.Cell {
  fileprivate var kind: PageRow.Kind {
    switch self {
    case .null: .null
    case .integer: .integer
    case .text: .text
    case .blob: .blob
    }
  }
}
