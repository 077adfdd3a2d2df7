/// Who points where, kept as links are written, so that nobody scans for it.
struct Backlinks: Sendable {
  private struct Key: Hashable {
    let target: RecordID
    let field: Int
  }

  private var lists: [Key: [RecordID]] = [:]
  private var fields: [RecordID: [FieldKey]] = [:]

  func sources(of target: RecordID, via field: FieldKey) -> [RecordID] {
    lists[Key(target: target, field: field.index)] ?? []
  }

  func sources(of target: RecordID) -> [(id: RecordID, key: FieldKey)] {
    (fields[target] ?? []).flatMap { field in sources(of: target, via: field).map { ($0, field) } }
  }

  /// Takes a whole list for a field that has none yet.
  mutating func adopt(_ sources: [RecordID], of target: RecordID, via field: FieldKey) {
    guard !sources.isEmpty else { return }
    let key = Key(target: target, field: field.index)
    if lists.updateValue((lists[key] ?? []) + sources, forKey: key) == nil {
      fields[target, default: []].append(field)
    }
  }

  mutating func add(_ value: Value?, from source: RecordID, _ field: FieldKey) {
    for target in Self.targets(value) {
      let key = Key(target: target, field: field.index)
      if lists[key] == nil { fields[target, default: []].append(field) }
      lists[key, default: []].append(source)
    }
  }

  mutating func remove(_ value: Value?, from source: RecordID, _ field: FieldKey) {
    for target in Self.targets(value) {
      let key = Key(target: target, field: field.index)
      guard let position = lists[key]?.lastIndex(of: source) else { continue }
      lists[key]?.remove(at: position)
      if lists[key]?.isEmpty == true {
        lists[key] = nil
        fields[target]?.removeAll { $0 == field }
      }
    }
  }

  static func targets(_ value: Value?) -> [RecordID] {
    switch value {
    case .reference(let id): [id]
    case .references(let ids): ids
    case nil, .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: []
    }
  }
}
