import Domain

extension WorkspaceFile {
  /// Takes out of memory what a party may not see; the file stays as it is.
  ///
  /// - Returns: How many records went.
  mutating func hide(from party: RecordID) throws -> Int {
    let hidden = Audience(party: party, assessment).hidden(in: assessment)
    assessment.hide(hidden)
    return hidden.count
  }
}

extension Assessment {
  /// Takes records away, and every link to them.
  mutating func hide(_ hidden: [RecordID]) {
    let gone = Set(hidden)
    for record in hidden {
      for source in sources(of: record) where !gone.contains(source.id) {
        unlink(source.id, source.key, gone)
      }
      apply(.removed(record))
    }
  }

  private mutating func unlink(_ record: RecordID, _ key: FieldKey, _ gone: Set<RecordID>) {
    for (slot, value) in values(of: record) where slot.key == key {
      let left: Value?
      switch value {
      case .reference(let target): left = gone.contains(target) ? nil : value
      case .references(let targets): left = .references(targets.filter { !gone.contains($0) })
      case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: continue
      }
      apply(.set(record, slot, before: value, after: left))
    }
  }
}
