extension Assessment {
  func field(_ id: RecordID, _ key: FieldKey) throws(Refusal) -> FieldDescription {
    guard let kind = kind(of: id) else { throw .noSuchRecord(id) }
    guard let field = kind.description.field(key) else { throw .noSuchField(kind, key.name) }
    return field
  }

  func unlocked(_ id: RecordID, _ slot: Slot, _ field: FieldDescription) throws(Refusal) {
    guard let lock = lock(on: id, slot) else { return }
    throw .locked(id, field, party: lock.party, phase: lock.phase, state: lock.state)
  }

  func removable(_ id: RecordID) throws(Refusal) {
    guard let kind = kind(of: id) else { throw .noSuchRecord(id) }
    if let lock = lock(on: id) {
      throw .locked(id, kind.description.title, party: lock.party, phase: lock.phase, state: lock.state)
    }
    let pointing = sources(of: id).map(\.id)
    if kind == .party, let own = firstRecord(of: id) { throw .pointedAt(id, by: [own]) }
    guard pointing.isEmpty else { throw .pointedAt(id, by: Array(Set(pointing)).sorted()) }
  }

  private func firstRecord(of party: RecordID) -> RecordID? {
    RecordKind.allCases.lazy.compactMap { self.ids($0, of: party).first }.first
  }

  /// Links lead to records of the kinds the field names, and never from a record up to itself.
  func checkTargets(of value: Value, _ field: FieldDescription, from id: RecordID) throws(Refusal) {
    for target in Backlinks.targets(value) {
      guard exists(target), let kind = kind(of: target) else { throw .noSuchRecord(target) }
      guard field.type.targets.contains(kind) else { throw .wrongTarget(field, target) }
      guard field == kind.description.hierarchy else { continue }
      if target == id || ancestors(of: target, via: field.key).contains(id) { throw .cycle(id, field) }
    }
  }

  func ensureUnique(_ id: RecordID, _ description: KindDescription, _ party: RecordID?) throws(Refusal) {
    guard !description.unique.isEmpty else { return }
    let mine = description.unique.map { value(id, $0) }
    for other in party.map({ ids(description.kind, of: $0) }) ?? ids(description.kind) where other != id {
      if zip(description.unique, mine).allSatisfy({ value(other, $0) == $1 }) {
        throw .duplicate(description.kind, of: other)
      }
    }
  }

  mutating func unlink(_ id: RecordID, _ act: inout Act) throws(Refusal) {
    for (source, key) in sources(of: id) {
      let slots = values(of: source).filter { $0.slot.key == key }
      for (slot, value) in slots where Backlinks.targets(value).contains(id) {
        let field = try field(source, key)
        try ensureWritable(source, field, ofNew: false)
        try unlocked(source, slot, field)
        let rest = Backlinks.targets(value).filter { $0 != id }
        make(.set(source, slot, before: value, after: rest.isEmpty ? nil : .references(rest)), &act)
      }
    }
  }

  /// Takes a record out that was made by an act which did not stand.
  mutating func discard(_ id: RecordID) {
    for (slot, _) in values(of: id) { write(nil, to: id, slot) }
    withdraw(id)
  }
}
