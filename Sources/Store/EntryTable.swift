import Domain
import GRDB
import Journal

/// The journal's table: appended to and read, nothing else.
enum EntryTable {
  static let columns = Entry.columnNames.map { "\"\($0)\"" }.joined(separator: ", ")

  /// What `meta` says.
  struct Meta {
    var head: Head
    var count: Int64
    /// The last number this file's replica used.
    var number: UInt32
    var replica: UInt32
    var shape: String
  }

  static func meta(_ database: Database) throws -> Meta {
    let read = try Prepared(
      database, "SELECT seq, count, number, replica, digest, shape FROM meta WHERE id = 1")
    defer { read.reset() }
    guard try read.step(), let digest = Digest(read.bytes(4)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "meta")
    }
    return Meta(
      head: Head(seq: read.integer(0), digest: digest), count: read.integer(1),
      number: UInt32(truncatingIfNeeded: read.integer(2)),
      replica: UInt32(truncatingIfNeeded: read.integer(3)),
      shape: read.text(5))
  }

  /// Appends entries that follow the head, and moves the head; projections are not touched.
  static func append(_ entries: some Sequence<Entry>, to meta: Meta, _ database: Database) throws {
    let marks = Array(repeating: "?", count: Entry.columnNames.count).joined(separator: ", ")
    let insert = try Prepared(database, "INSERT INTO entry (\(columns)) VALUES (\(marks))")
    var meta = meta
    for entry in entries {
      bind(entry, to: insert)
      try insert.run()
      meta.head = Head(seq: entry.seq, digest: entry.digest)
      meta.count += 1
      if entry.id.replica == meta.replica { meta.number = max(meta.number, entry.id.number) }
    }
    let update = try Prepared(
      database, "UPDATE meta SET seq = ?, count = ?, number = ?, digest = ? WHERE id = 1")
    update.bind(1, meta.head.seq)
    update.bind(2, meta.count)
    update.bind(3, Int64(meta.number))
    update.bind(4, blob: meta.head.digest.bytes)
    try update.run()
  }

  private static func bind(_ entry: Entry, to insert: Prepared) {
    let columns = entry.columns
    for (position, column) in columns.enumerated() {
      switch column {
      case .integer(let integer): insert.bind(position + 1, integer)
      case .text(let text): insert.bind(position + 1, text)
      }
    }
    insert.bind(columns.count + 1, blob: entry.digest.bytes)
  }

  /// Says of the journal what it is, whatever was said before.
  static func writeMeta(_ database: Database, replica: UInt32) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO meta (id, replica, seq, count, number, digest, shape)
        SELECT 1, :replica, coalesce(max(seq), 0), count(*),
          coalesce(max(number) FILTER (WHERE replica = :replica), 0),
          coalesce((SELECT digest FROM entry WHERE length(digest) = 32 ORDER BY seq DESC LIMIT 1), zeroblob(32)),
          '' FROM entry
        """, arguments: ["replica": Int64(replica)])
  }

  /// Reads entries one by one, in the order of the query, until `each` says false; `tail` is what follows
  /// `FROM entry`. `leavingOut` passes over entries that make no sense, else they are an error.
  static func read(
    _ database: Database, _ tail: String, _ arguments: [Argument] = [], leavingOut: Bool = false,
    each: (Entry) throws -> Bool
  ) throws {
    let read = try Prepared(database, "SELECT \(columns) FROM entry \(tail)")
    for (position, argument) in arguments.enumerated() {
      switch argument {
      case .integer(let integer): read.bind(position + 1, integer)
      case .text(let text): read.bind(position + 1, text)
      }
    }
    defer { read.reset() }
    while try read.step() {
      guard let entry = entry(read) else {
        guard leavingOut else { throw UnreadableEntry(seq: read.integer(0)) }
        continue
      }
      guard try each(entry) else { return }
    }
  }

  static func all(_ database: Database, _ tail: String, _ arguments: [Argument] = []) throws -> [Entry] {
    var entries: [Entry] = []
    try read(database, tail, arguments) {
      entries.append($0)
      return true
    }
    return entries
  }

  /// The assessment that entries come to, in the order of the query.
  static func fold(_ database: Database, _ tail: String, _ arguments: [Argument] = []) throws -> Assessment {
    var assessment = Assessment()
    try read(database, tail, arguments) {
      assessment.fold($0)
      return true
    }
    return assessment
  }

  enum Argument {
    case integer(Int64)
    case text(String)
  }

  /// An entry whose columns make no sense.
  struct UnreadableEntry: Error {
    let seq: Int64
  }

  private static func entry(_ row: Prepared) -> Entry? {
    guard [0, 1, 2, 3, 4].allSatisfy(row.isInteger), row.isText(5), row.isText(7),
      [6, 8, 10, 11, 13].allSatisfy({ row.isNull($0) || row.isInteger($0) }),
      [9, 12, 14, 15, 16].allSatisfy({ row.isNull($0) || row.isText($0) }),
      let replica = UInt32(exactly: row.integer(1)), let number = UInt32(exactly: row.integer(2)),
      let kind = Entry.Kind(rawValue: row.text(7)), let digest = Digest(row.bytes(17))
    else { return nil }
    let label = row.isNull(10) ? nil : UInt32(exactly: row.integer(10))
    guard row.isNull(10) || label != nil else { return nil }
    func record(_ position: Int) -> RecordID? {
      row.isNull(position) ? nil : RecordID(raw: UInt64(bitPattern: row.integer(position)))
    }
    func text(_ position: Int) -> String? { row.isNull(position) ? nil : row.text(position) }
    return Entry(
      seq: row.integer(0), id: EntryID(replica: replica, number: number),
      batch: EntryID(raw: UInt64(bitPattern: row.integer(3))), at: Moment(milliseconds: row.integer(4)),
      actor: row.text(5), party: record(6), kind: kind, record: record(8), recordKind: text(9), label: label,
      owner: record(11), field: text(12), slotParty: record(13), before: text(14), after: text(15),
      payload: text(16), digest: digest)
  }
}
