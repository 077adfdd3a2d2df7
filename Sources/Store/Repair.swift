import Domain
import GRDB
import Glibc
import Journal

/// What making a workspace file whole again found and did. The journal is never changed: what can be made of it is
/// made anew, and where it is at fault itself, all that can be read of it goes to a new file.
package struct Repair: Hashable, Sendable {
  /// What was made anew.
  package enum Deed: String, CaseIterable, Sendable {
    /// All entries that can be read, into a new file.
    case journal
    /// The indexes of the journal and what guards it.
    case indexes
    /// What the file says of its journal's end.
    case head
    /// The tables that are made of the journal.
    case projections
  }

  /// What did not fit before; nil when all was well.
  package var found: Verification.Failure?
  /// How many entries the file holds now; before, where nothing was done.
  package var entries: Int64 = 0
  package var deeds: [Deed] = []
  /// Places in the journal at which no entry could be read, or is none; each from, to.
  package var missing: [ClosedRange<Int64>] = []
  /// What does not fit now: faults of the journal itself stay as they are.
  package var remaining: Verification.Failure?
  /// It cannot be mended in place, and no new file was named.
  package var needsNewFile = false
  /// Behind the last entry that could be read there may have been more.
  package var isEndUnknown = false
  /// Sealed estimates could not be read and are gone.
  package var areOpeningsLost = false

  /// Whether the file is now as it was written, nothing missing.
  package var isWhole: Bool {
    remaining == nil && missing.isEmpty && !needsNewFile && !isEndUnknown && !areOpeningsLost
  }
}

extension Workspace {
  /// Makes what is made of the journal anew, in place; where the journal itself is at fault, only in a new file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - output: The new file; nil for in place.
  ///   - progress: Is told how many entries the step at hand has come to.
  /// - Returns: What was found and done.
  /// - Throws: `WorkspaceError`: no workspace at all, the new file exists, the disk is full.
  package static func repair(
    at path: String, to output: String? = nil, progress: @escaping (Int64) -> Void = { _ in }
  ) throws -> Repair {
    let before = try judged(path, progress)
    var repair = Repair(found: before.firstBad, entries: before.entries, remaining: before.firstBad)
    if let output {
      try salvage(path, to: output, &repair, progress)
    } else {
      guard let found = before.firstBad else { return repair }
      do {
        repair.needsNewFile = try isOfJournal(found, in: path)
        guard !repair.needsNewFile else { return repair }
        try mend(path, &repair)
      } catch let error as WorkspaceError where error.isDamage {
        // What is made anew must be taken away first, and that cannot be read either.
        repair.needsNewFile = true
        return repair
      }
    }
    let after = try verify(at: output ?? path, progress: progress)
    (repair.entries, repair.remaining) = (after.entries, after.firstBad)
    return repair
  }

  /// What a file is like. One that SQLite takes for none, or cannot read, may still have entries on its pages.
  private static func judged(_ path: String, _ progress: (Int64) -> Void) throws -> Verification {
    do {
      return try verify(at: path, progress: progress)
    } catch let error as WorkspaceError where error.isDamage {
      guard Salvage.findsEntry(in: path) else { throw error }
      return Verification(entries: 0, firstBad: .init(seq: nil, why: .unreadable))
    }
  }

  /// Whether the journal is at fault, not what was made of it.
  private static func isOfJournal(_ found: Verification.Failure, in path: String) throws -> Bool {
    switch found.why {
    case .projection: return false
    case .digest, .gap, .order: return true
    // A file that says of more entries than there are has lost some.
    case .head:
      return try inspecting(path) { database in
        let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM entry") ?? 0
        return try (EntryTable.meta(database).head.seq) > last
      }
    case .unreadable:
      return try inspecting(path) { database in
        do {
          try EntryTable.read(database, "NOT INDEXED ORDER BY seq") { _ in true }
          _ = try EntryTable.meta(database)
          return false
        } catch is EntryTable.UnreadableEntry {
          return true
        } catch is DatabaseError {
          return true
        }
      }
    }
  }

  private static func inspecting<Result>(_ path: String, _ work: (Database) throws -> Result) throws -> Result
  {
    try WorkspaceError.translating(path) {
      let queue = try connect(path, readOnly: true)
      defer { try? queue.close() }
      return try queue.inDatabase(work)
    }
  }

  // MARK: In place

  /// One transaction: a crash leaves the file as it was or whole.
  private static func mend(_ path: String, _ repair: inout Repair) throws {
    guard access(path, W_OK) == 0 else { throw WorkspaceError.readOnly(path: path) }
    try WorkspaceError.translating(path) {
      let queue = try connect(path, readOnly: false)
      try queue.inDatabase { database in
        try database.inTransaction(.immediate) {
          try makeAnew(database, replica: EntryTable.meta(database).replica)
          return .commit
        }
      }
      try queue.close()
    }
    repair.deeds = [.indexes, .head, .projections]
  }

  /// All that follows from the journal.
  private static func makeAnew(_ database: Database, replica: UInt32) throws {
    try database.execute(sql: "REINDEX")
    try database.execute(sql: Schema.guards)
    try database.execute(sql: Openings.table)
    try EntryTable.writeMeta(database, replica: replica)
    // A later program of the same kind may have written it.
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    try database.execute(sql: "PRAGMA user_version = \(max(version, Schema.userVersion))")
    try rebuildProjections(database, leavingOut: true)
  }

  // MARK: Into a new file

  private static func salvage(
    _ path: String, to output: String, _ repair: inout Repair, _ progress: @escaping (Int64) -> Void
  ) throws {
    try build(at: output) { queue in
      var said: Salvage.Said?
      try queue.write { database in
        try Schema.create(database, replica: .random(in: 1...UInt32(Int32.max)))
        try database.execute(sql: Schema.unguarded)
      }
      try queue.inDatabase { database in
        var salvage = Salvage(path, into: database, progress)
        try salvage.copyAll()
        said = salvage.said
        repair.isEndUnknown = !salvage.isEndKnown
      }
      try queue.write { database in
        try makeAnew(database, replica: said?.replica ?? EntryTable.meta(database).replica)
        repair.missing = try Salvage.gaps(database, upTo: said?.end)
        repair.areOpeningsLost = try lacksOpening(database)
      }
    }
    repair.deeds = [.journal, .indexes, .head, .projections]
  }

  /// Whether a sealed estimate that is not revealed can never be.
  private static func lacksOpening(_ database: Database) throws -> Bool {
    let assessment = try ProjectionReader.load(database)
    return try assessment.ids(.estimate).contains { estimate in
      guard let seal = assessment[estimate, Estimate.seal], let round = assessment[estimate, Estimate.round],
        assessment[round, EstimateRound.revealed] != true
      else { return false }
      let isThere = "SELECT EXISTS (SELECT 1 FROM opening WHERE seal = ?)"
      return try Bool.fetchOne(database, sql: isThere, arguments: [seal]) != true
    }
  }
}

extension WorkspaceError {
  /// Perhaps a workspace once, of which something is gone.
  fileprivate var isDamage: Bool {
    switch self {
    case .damaged, .notAWorkspace, .inputOutput, .unreadable: true
    case .notFound, .exists, .cannotCreate, .newerFormat, .readOnly, .locked, .diskFull, .vanished: false
    }
  }
}
