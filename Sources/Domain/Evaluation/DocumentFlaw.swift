/// What is wrong with a document of the hierarchy, as rules P1, P2, P3 and P6 ask; the worst first.
package enum DocumentFlaw: Hashable, Sendable, CaseIterable {
  /// Below the top tier and under nothing that is there.
  case orphan
  /// Without a tier, or under a document of a lower one.
  case misplaced
  /// A draft where rules ask for one in force.
  case unapproved
  case unowned
  /// In force past its review date.
  case overdue

  package var words: Words {
    switch self {
    case .orphan: Words("nothing above", "上位文書なし")
    case .misplaced: Words("wrong place", "階層の誤り")
    case .unapproved: Words("not approved", "未承認")
    case .unowned: Words("no owner", "管理責任者なし")
    case .overdue: Words("review overdue", "見直し超過")
    }
  }
}

extension Assessment {
  /// What is wrong with a document; nothing ever is with a retired one.
  package func flaws(ofDocument id: RecordID, today: Day) -> [DocumentFlaw] {
    let status = self[id, PolicyDocument.status]
    guard status != .retired else { return [] }
    var flaws: [DocumentFlaw] = []
    if let flaw = placeFlaw(ofDocument: id) { flaws.append(flaw) }
    if status == nil || (status == .draft && mustBeApproved(id)) { flaws.append(.unapproved) }
    if lacks(id, PolicyDocument.owner) { flaws.append(.unowned) }
    if status == .approved, let due = self[id, PolicyDocument.reviewDue], due < today {
      flaws.append(.overdue)
    }
    return flaws
  }

  private func placeFlaw(ofDocument id: RecordID) -> DocumentFlaw? {
    guard let tier = self[id, PolicyDocument.tier] else { return .misplaced }
    guard tier != .basicPolicy else { return nil }
    guard let parent = link(id, PolicyDocument.parent) else { return .orphan }
    guard let above = self[parent, PolicyDocument.tier] else { return nil }
    return above.rank > tier.rank ? .misplaced : nil
  }

  /// Topic policies and standards always; a basic policy where none is in force.
  private func mustBeApproved(_ document: RecordID) -> Bool {
    switch self[document, PolicyDocument.tier] {
    case .topicPolicy, .standard: return true
    case .procedure, .form, nil: return false
    case .basicPolicy:
      guard let party = party(of: document) else { return true }
      return !ids(.policyDocument, of: party).contains {
        self[$0, PolicyDocument.tier] == .basicPolicy && self[$0, PolicyDocument.status] == .approved
      }
    }
  }

  /// Whether a document in force was changed since it was approved: its revision is being drafted.
  package func isRevised(document id: RecordID) -> Bool {
    guard self[id, PolicyDocument.status] == .approved, let digest = self[id, PolicyDocument.approvedDigest]
    else { return false }
    return digest != self.digest(ofDocument: id)
  }
}
