import Domain
import GRDB
package import Journal

extension Workspace {
  /// Takes over a whole journal as it stands, digests and all, into a workspace that is still empty; all or nothing.
  ///
  /// - Throws: `WorkspaceError.exists` when something is in it already, and what `source` throws.
  package func adopt(journal source: ((Entry) throws -> Void) throws -> Void) throws {
    try writing { database in
      guard try EntryTable.meta(database).count == 0 else { throw WorkspaceError.exists(path: name) }
      var assessment = Assessment()
      var page: [Entry] = []
      func store() throws {
        try EntryTable.append(page, to: EntryTable.meta(database), database)
        try Projections.write(page, database)
        page = []
      }
      try source { entry in
        if entry.opensBatch, page.count > 20_000 { try store() }
        assessment.fold(entry)
        page.append(entry)
      }
      try store()
      try Projections.write(assessment.phases, butNot: PhaseTable(), database)
    }
  }

  /// Takes over facts as one act, into a workspace that is still empty; they are not judged.
  ///
  /// - Throws: `WorkspaceError.exists` when something is in it already.
  package func adopt(_ facts: [Fact], by signature: Signature) throws {
    var assessment = Assessment()
    for fact in facts { assessment.fold(fact) }
    let batch = Batch(
      facts, by: signature, after: .empty, first: EntryID(replica: replica, number: 1), in: assessment)
    try adopt { store in for entry in batch.entries { try store(entry) } }
  }
}
