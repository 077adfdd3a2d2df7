/// Why a document or objective cannot hang from another.
package enum PlacementObstacle: Hashable, Sendable {
  /// It is the same record.
  case itself
  /// The other hangs from it: they would stand above each other.
  case belowItself
  /// The other is of another party.
  case otherParty
  /// The other stands lower in the order of tiers or levels.
  case lowerTier
  /// It stands at the top: nothing is above it.
  case isTop
  /// The other is of another kind of record.
  case otherKind
}

extension Assessment {
  /// The field by which a kind of record hangs from another of its kind; nil for kinds without such trees.
  package func parentSlot(of id: RecordID) -> Slot? {
    switch kind(of: id) {
    case .policyDocument: Slot(PolicyDocument.parent.key)
    case .objective: Slot(Objective.parent.key)
    case nil, .some: nil
    }
  }

  /// Why a record, with all that hangs from it, cannot be moved under another; nil when it can.
  package func obstacle(toMoving id: RecordID, under parent: RecordID) -> PlacementObstacle? {
    guard let slot = parentSlot(of: id), kind(of: id) == kind(of: parent) else { return .otherKind }
    if id == parent { return .itself }
    if party(of: id) != party(of: parent) { return .otherParty }
    if ancestors(of: parent, via: slot.key).contains(id) { return .belowItself }
    if self[id, PolicyDocument.tier] == .basicPolicy { return .isTop }
    if let own = tierRank(id), let above = tierRank(parent), above > own { return .lowerTier }
    return nil
  }

  /// Everything that hangs from a record, however far below.
  package func subtree(of id: RecordID) -> [RecordID] {
    guard let slot = parentSlot(of: id) else { return [] }
    var found: [RecordID] = []
    var seen: Set<RecordID> = [id]
    var open = [id]
    while let next = open.popLast() {
      for child in backlinks(to: next, via: slot) where exists(child) && seen.insert(child).inserted {
        found.append(child)
        open.append(child)
      }
    }
    return found
  }

  private func backlinks(to id: RecordID, via slot: Slot) -> [RecordID] {
    sources(of: id).filter { $0.key == slot.key }.map(\.id)
  }

  private func tierRank(_ id: RecordID) -> Int? {
    if let tier = self[id, PolicyDocument.tier] { return tier.rank }
    return self[id, Objective.level].flatMap(ObjectiveLevel.allCases.firstIndex(of:))
  }
}
