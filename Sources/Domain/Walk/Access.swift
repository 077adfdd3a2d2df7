/// What acts may touch. The one gate of an auditor's walk and of a look at the past: `perform` and `enact` ask here.
package enum Access: Hashable, Sendable {
  /// Whatever phases and locks leave open.
  case all
  /// Findings, and what is kept of a walk.
  case audit
  /// Nothing.
  case look

  /// What an auditor writes.
  package static let auditKinds: Set<RecordKind> = [.finding, .walk, .walkStop]
}

extension Assessment {
  /// Looks whether an order is within the access, before its own guards say something of less weight.
  func admit(_ command: Command, for access: Access) throws(Refusal) {
    switch (access, command) {
    case (.all, _): return
    case (.look, _): throw .readOnly
    case (.audit, .create(let draft)):
      guard Access.auditKinds.contains(draft.kind) else { throw .audited(nil) }
    case (.audit, .set(let id, _, _)): try admitInAudit(id)
    case (.audit, .remove(let id)), (.audit, .removeAndUnlink(let id)):
      try admitInAudit(id)
      throw .keptByAudit(id)
    case (.audit, .phase), (.audit, .cast), (.audit, .reveal): throw .audited(nil)
    }
  }

  private func admitInAudit(_ record: RecordID) throws(Refusal) {
    guard let kind = kind(of: record), !Access.auditKinds.contains(kind) else { return }
    throw .audited(record)
  }

  /// Looks whether what an act came to, or what an undo is about to do, lies within the access.
  ///
  /// - Parameters:
  ///   - changes: All that the act brings about, what follows by rule included.
  ///   - access: What may be touched.
  ///   - asUndone: Facts of an act are taken back: a record may go the way it came.
  /// - Throws: `Refusal.readOnly`, `.audited` or `.keptByAudit`, of the first fact beyond it.
  func admit(_ changes: [Change], for access: Access, asUndone: Bool = false) throws(Refusal) {
    guard access != .all else { return }
    for change in changes {
      guard access == .audit else { throw .readOnly }
      guard let record = change.record, let kind = kind(of: record) ?? change.kindBorn else {
        throw .audited(nil)
      }
      guard Access.auditKinds.contains(kind) else { throw .audited(record) }
      if case .removed = change, !asUndone { throw .keptByAudit(record) }
    }
  }
}

extension Change {
  fileprivate var kindBorn: RecordKind? {
    if case .created(_, let kind, _, _) = self { kind } else { nil }
  }
}
