package import Domain
import GRDB
import Journal

/// What checking a workspace file found.
package struct Verification: Hashable, Sendable {
  /// Why a file is not as it was written; the raw value is the word of the command line.
  package enum Why: String, CaseIterable, Sendable {
    /// An entry does not bear the digest of its columns and of the entry before.
    case digest
    /// An entry is missing.
    case gap
    /// An entry stands where another stood.
    case order
    /// The journal does not end where the file says.
    case head
    /// A table does not say what the journal tells.
    case projection
    case unreadable
  }

  /// The first thing that does not fit.
  package struct Failure: Hashable, Sendable {
    /// The entry at fault, for a projection the last of its record; nil when it is no single entry's.
    package let seq: Int64?
    package let why: Why
    /// The record whose table row is wrong; nil for other failures.
    package let record: RecordID?

    package init(seq: Int64?, why: Why, record: RecordID? = nil) {
      self.seq = seq
      self.why = why
      self.record = record
    }
  }

  /// How many entries were read.
  package let entries: Int64
  /// Nil when all is well.
  package let firstBad: Failure?

  package var isSound: Bool { firstBad == nil }

  package init(entries: Int64, firstBad: Failure?) {
    self.entries = entries
    self.firstBad = firstBad
  }
}

extension Workspace {
  /// Checks a file that is perhaps too damaged to be opened.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - progress: Is told how many entries were read.
  /// - Returns: How many entries there are, and what does not fit.
  /// - Throws: `WorkspaceError`, but not for damage: that is the finding.
  package static func verify(
    at path: String, progress: (Int64) -> Void = { _ in }
  ) throws -> Verification {
    do {
      return try open(at: path, readOnly: true).verify(progress)
    } catch WorkspaceError.damaged {
      return Verification(entries: 0, firstBad: Verification.Failure(seq: nil, why: .unreadable))
    }
  }

  /// Computes the chain again, compares head and count, replays, and compares the tables with the replay.
  ///
  /// The journal is read entry by entry and never held as a whole.
  package func verify(_ progress: (Int64) -> Void = { _ in }) throws -> Verification {
    var inspection = Inspection()
    do {
      try queue.read { try inspection.run($0, progress) }
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
    {
      let isAmongEntries = inspection.entries > 0 && !inspection.isRead
      inspection.fail(.unreadable, seq: isAmongEntries ? inspection.expected : nil)
    } catch let error as EntryTable.UnreadableEntry {
      inspection.fail(.unreadable, seq: error.seq)
    } catch let error as DatabaseError {
      throw WorkspaceError(error, path: name)
    }
    return Verification(entries: inspection.entries, firstBad: inspection.failure)
  }
}

/// One run over the file.
private struct Inspection {
  var entries: Int64 = 0
  private(set) var failure: Verification.Failure?
  /// All entries were read.
  private(set) var isRead = false
  private var head = Head.empty
  private var numbers: [UInt32: UInt32] = [:]
  private var replayed = Assessment()

  /// The seq that should come next.
  var expected: Int64 { head.seq + 1 }

  mutating func fail(_ why: Verification.Why, seq: Int64?, record: RecordID? = nil) {
    failure = failure ?? Verification.Failure(seq: seq, why: why, record: record)
  }

  mutating func run(_ database: Database, _ progress: (Int64) -> Void) throws {
    try EntryTable.read(database, "ORDER BY seq") { entry in
      entries += 1
      if entries.isMultiple(of: 256) { progress(entries) }
      inspect(entry)
      return failure == nil
    }
    guard failure == nil else {
      entries = Int64(try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0)
      return
    }
    isRead = true
    let meta = try EntryTable.meta(database)
    guard meta.head == head, meta.count == entries, meta.number == numbers[meta.replica] ?? 0 else {
      return fail(.head, seq: head.seq)
    }
    let sound = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
    guard sound == "ok" else { return fail(.unreadable, seq: nil) }
    if meta.shape == Schema.shape { try compareProjections(database) }
  }

  private mutating func inspect(_ entry: Entry) {
    if entry.seq != expected { return fail(.gap, seq: expected) }
    if entry.id.number != (numbers[entry.id.replica] ?? 0) + 1 { return fail(.order, seq: entry.seq) }
    if Chain.digest(of: entry, after: head.digest) != entry.digest { return fail(.digest, seq: entry.seq) }
    numbers[entry.id.replica] = entry.id.number
    head = Head(seq: entry.seq, digest: entry.digest)
    replayed.fold(entry)
  }

  private mutating func compareProjections(_ database: Database) throws {
    let difference = replayed.difference(from: try ProjectionReader.load(database))
    guard difference.exists else { return }
    let seq = try difference.record.flatMap {
      try Int64.fetchOne(
        database, sql: "SELECT max(seq) FROM entry WHERE record = ?", arguments: [Int64(bitPattern: $0.raw)])
    }
    fail(.projection, seq: seq, record: difference.record)
  }
}
