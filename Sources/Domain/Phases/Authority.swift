extension Assessment {
  /// The persons a name may mean when somebody agrees for a party: those so called, else the label, else those in
  /// a role so called; `CISO` means the party's CISO and top management.
  package func persons(called name: String, for party: RecordID) -> [RecordID] {
    let wanted = Self.folded(name)
    guard !wanted.isEmpty else { return [] }
    if wanted == "ciso" {
      let heads = [self[party, Party.ciso], self[party, Party.topManagement]].compactMap(\.self)
      if !heads.isEmpty { return heads }
    }
    let known = ids(.person, of: party)
    let all = known + authorities(of: party, phase: nil, on: nil).filter { !known.contains($0) }
    let called = all.filter { self[$0, Person.name].map(Self.folded) == wanted }
    if !called.isEmpty { return called }
    if let labelled = record(labelled: name), all.contains(labelled) { return [labelled] }
    return all.filter { self[$0, Person.roles].contains { Self.folded($0) == wanted } }
  }

  /// Who may agree in a party's name: its top management, its CISO, and whoever it delegated the phase to.
  ///
  /// - Parameters:
  ///   - party: For whom.
  ///   - phase: For which phase; nil for any.
  ///   - today: The day on which a delegation must be in force, first and last day included; nil for any day.
  /// - Returns: No one twice, top management first.
  package func authorities(of party: RecordID, phase: Phase?, on today: Day?) -> [RecordID] {
    var found = [self[party, Party.topManagement], self[party, Party.ciso]].compactMap(\.self)
    for delegation in ids(.delegation, of: party) where isInForce(delegation, phase, today) {
      if let delegate = self[delegation, Delegation.to] { found.append(delegate) }
    }
    return found.filter(exists).distinct()
  }

  /// Top management of parties, no one twice.
  package func topManagers(of parties: [RecordID]) -> [RecordID] {
    parties.compactMap { self[$0, Party.topManagement] }.distinct()
  }

  /// Whether somebody called so is a party's top management.
  func isTopManagement(_ name: String?, of party: RecordID) -> Bool {
    guard let name, let head = self[party, Party.topManagement] else { return false }
    return self[head, Person.name].map(Self.folded) == Self.folded(name) || label(of: head) == name
  }

  private func isInForce(_ delegation: RecordID, _ phase: Phase?, _ today: Day?) -> Bool {
    if let phase {
      let covered = self[delegation, Delegation.phases]
      guard covered.contains(where: { Int($0.filter { !$0.isWhitespace }) == phase.rawValue }) else {
        return false
      }
    }
    guard let today else { return true }
    let begun = self[delegation, Delegation.from].map { $0 <= today } ?? true
    let over = self[delegation, Delegation.until].map { $0 < today } ?? false
    return begun && !over
  }

  /// Japanese names are written with and without a space.
  private static func folded(_ name: String) -> String {
    name.filter { !$0.isWhitespace }.lowercased()
  }
}
