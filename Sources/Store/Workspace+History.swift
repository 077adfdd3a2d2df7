package import Domain
import GRDB
package import Journal

extension Workspace: History {
  package func acts(of actor: String, before seq: Int64, limit: Int) throws -> [Entry] {
    try entries(
      "WHERE actor = ? AND seq < ? AND batch = (replica << 32 | number) ORDER BY seq DESC LIMIT ?",
      [.text(actor), .integer(seq), .integer(Int64(limit))])
  }

  package func batch(openedBy first: Entry) throws -> Batch {
    var entries: [Entry] = []
    try reading { database in
      try EntryTable.read(database, "WHERE seq >= ? ORDER BY seq", [.integer(first.seq)]) { entry in
        guard entry.batch == first.id else { return false }
        entries.append(entry)
        return true
      }
    }
    return Batch(entries: entries)
  }

  package func entries(after seq: Int64, notBy actor: String) throws -> [Entry] {
    try entries("WHERE seq > ? AND actor <> ? ORDER BY seq", [.integer(seq), .text(actor)])
  }

  /// A page of the journal before a position, latest first.
  package func entries(before seq: Int64 = .max, limit: Int) throws -> [Entry] {
    try entries("WHERE seq < ? ORDER BY seq DESC LIMIT ?", [.integer(seq), .integer(Int64(limit))])
  }

  /// A page of one record's history, latest first; for a party also its phases.
  package func entries(of record: RecordID, before seq: Int64 = .max, limit: Int = .max) throws -> [Entry] {
    try entries(
      "WHERE record = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
      [.integer(Int64(bitPattern: record.raw)), .integer(seq), .integer(Int64(limit))])
  }

  /// Reads the journal in its order, one entry at a time, however long it is: all of it, or one record's entries,
  /// or those of a moment or later. `each` must not read the journal itself.
  package func eachEntry(
    of record: RecordID? = nil, since: Moment? = nil, _ each: (Entry) throws -> Void
  ) throws {
    var conditions: [String] = []
    var arguments: [EntryTable.Argument] = []
    if let record {
      conditions.append("record = ?")
      arguments.append(.integer(Int64(bitPattern: record.raw)))
    }
    if let since {
      conditions.append("at >= ?")
      arguments.append(.integer(since.milliseconds))
    }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    try reading { database in
      try EntryTable.read(database, filter + " ORDER BY seq", arguments) {
        try each($0)
        return true
      }
    }
  }

  /// How many entries the journal has.
  package func entryCount() throws -> Int64 {
    try reading { try EntryTable.meta($0).count }
  }

  func entries(_ tail: String, _ arguments: [EntryTable.Argument]) throws -> [Entry] {
    try reading { try EntryTable.all($0, tail, arguments) }
  }

  func reading<Result>(_ work: (Database) throws -> Result) throws -> Result {
    do {
      return try WorkspaceError.translating(name) { try queue.unsafeReentrantRead(work) }
    } catch let error as EntryTable.UnreadableEntry {
      throw WorkspaceError.unreadable(path: name, seq: error.seq)
    }
  }
}
