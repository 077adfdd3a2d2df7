package import Domain
import GRDB
import Glibc
import Journal

extension Workspace {
  /// Carries out one act and stores it, or nothing of it.
  ///
  /// What others stored meanwhile is folded in first, and the commands and their guards run on that.
  ///
  /// - Parameters:
  ///   - commands: What belongs to the act.
  ///   - assessment: The one that `load` gave.
  ///   - context: Who, when, on whose behalf; its replica is the workspace's.
  ///   - moment: When.
  /// - Returns: The facts it brought about; empty when nothing changed.
  /// - Throws: `Refusal`, or `WorkspaceError` when it could not be stored; the act has then not happened.
  package func perform(
    _ commands: [Command], on assessment: inout Assessment, in context: Context, at moment: Moment
  ) throws -> [Change] {
    try act(on: &assessment, in: context, at: moment) { assessment, context in
      Decision(changes: try assessment.perform(commands, in: context))
    }
  }

  /// Takes back the actor's latest batch that still stands.
  ///
  /// - Throws: `Refusal.nothingToUndo`, `.notUndoable` for phase events, or what stands in the way.
  package func undo(
    on assessment: inout Assessment, in context: Context, at moment: Moment
  ) throws -> [Change] {
    try act(on: &assessment, in: context, at: moment) { assessment, context in
      guard let first = try UndoStack.toUndo(by: context.actor, in: self) else { throw Refusal.nothingToUndo }
      let batch = try self.batch(openedBy: first)
      let others = batch.beginsPhase ? try self.entries(after: first.seq, notBy: context.actor) : []
      let inverse = try batch.inverse(in: assessment, others: others)
      return Decision(
        changes: try assessment.enact(inverse, in: context), marker: .undone(first.id), reborn: true)
    }
  }

  /// Brings back the batch the actor took back last, unless the actor changed something since.
  ///
  /// - Throws: `Refusal.nothingToRedo`, or what stands in the way.
  package func redo(
    on assessment: inout Assessment, in context: Context, at moment: Moment
  ) throws -> [Change] {
    try act(on: &assessment, in: context, at: moment) { assessment, context in
      guard let id = try UndoStack.toRedo(by: context.actor, in: self),
        let first = try UndoStack.act(id, of: context.actor, in: self)
      else { throw Refusal.nothingToRedo }
      let changes = try self.batch(openedBy: first).repetition(in: assessment)
      return Decision(changes: try assessment.enact(changes, in: context), marker: .redone(id), reborn: true)
    }
  }

  /// Folds in what others stored.
  ///
  /// - Returns: Their changes, also those that an act of ours folded in on its way.
  package func refresh(_ assessment: inout Assessment) throws -> [Change] {
    try foldIn(&assessment)
    defer { untold = [] }
    return untold
  }

  // MARK: One act

  /// What an act comes to, before it is stored.
  struct Decision {
    let changes: [Change]
    var marker: Marker?
    var reborn = false
    /// What belongs to the act and to no journal, written in the same transaction.
    var aside: ((Database) throws -> Void)?
  }

  /// Decides on what is in the file now, stores the decision, and decides anew where another was faster.
  func act(
    on assessment: inout Assessment, in context: Context, at moment: Moment,
    decide: (inout Assessment, Context) throws -> Decision
  ) throws -> [Change] {
    guard !isReadOnly, context.access != .look else { throw Refusal.readOnly }
    var context = context
    context.replica = replica
    let signature = Signature(at: moment, actor: context.actor, party: context.party)
    var tried: Head?
    while true {
      try foldIn(&assessment)
      // Moved, and yet nothing came: the file says of itself what it does not hold.
      guard tried != head else { throw WorkspaceError.damaged(path: name, reason: "head") }
      let before = assessment.phases
      let decision = try decide(&assessment, context)
      guard !decision.changes.isEmpty || decision.marker != nil else { return [] }
      do {
        if try store(decision, by: signature, in: assessment, before) { return decision.changes }
        assessment.retract(decision.changes, phases: before, reborn: decision.reborn)
        tried = head
        dataVersion = -1
      } catch {
        assessment.retract(decision.changes, phases: before, reborn: decision.reborn)
        throw error
      }
    }
  }

  /// False when the head has moved and nothing was stored.
  private func store(
    _ decision: Decision, by signature: Signature, in assessment: Assessment, _ before: PhaseTable
  ) throws -> Bool {
    let stored = try writing { database -> Head? in
      let meta = try EntryTable.meta(database)
      guard meta.head == head else { return nil }
      let batch = Batch(
        decision.changes, marker: decision.marker, by: signature, after: meta.head,
        first: EntryID(replica: meta.replica, number: meta.number + 1), in: assessment)
      try EntryTable.append(batch.entries, to: meta, database)
      try Projections.write(batch.entries, database)
      try Projections.write(assessment.phases, butNot: before, database)
      try decision.aside?(database)
      return batch.head ?? meta.head
    }
    guard let stored else { return false }
    head = stored
    return true
  }

  /// One IMMEDIATE transaction on the file that was opened, and not on one that took its place.
  func writing<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try ensureInPlace()
    return try WorkspaceError.translating(name) {
      try queue.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(.immediate) {
          result = try work(database)
          return .commit
        }
        signal()
        guard let result else { throw WorkspaceError.inputOutput(path: name, reason: "no result") }
        return result
      }
    }
  }

  /// Tells those who watch the file that what was written can now be read.
  private func signal() {
    if let path { utimensat(AT_FDCWD, path, nil, 0) }
  }

  private func ensureInPlace() throws {
    if let path, FileIdentity(path: path) != file { throw WorkspaceError.vanished(path: path) }
  }

  private func foldIn(_ assessment: inout Assessment) throws {
    try ensureInPlace()
    let (entries, version) = try WorkspaceError.translating(name) {
      try queue.inDatabase { database in
        let version = try Self.dataVersion(database)
        guard version != dataVersion else { return ([Entry](), version) }
        let tail = try EntryTable.all(database, "WHERE seq > ? ORDER BY seq", [.integer(head.seq)])
        return (tail, version)
      }
    }
    dataVersion = version
    for entry in entries {
      if let change = assessment.fold(entry) { untold.append(change) }
      head = Head(seq: entry.seq, digest: entry.digest)
    }
  }
}
