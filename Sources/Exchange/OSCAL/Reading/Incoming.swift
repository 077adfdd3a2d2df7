import Domain

/// A record as a document describes it.
struct Incoming {
  let kind: RecordKind
  /// What the document calls it.
  let externalID: String
  /// Whose it is, where it is not of the party whose document it is.
  var party: RecordID?
  var values: [Slot: Value] = [:]
  /// Fields that lead to what the document calls so; nothing is set where nobody bears the name.
  var links: [FieldKey: [String]] = [:]

  init(_ kind: RecordKind, _ externalID: String) {
    self.kind = kind
    self.externalID = externalID
  }

  mutating func set<Content: FieldContent>(_ attribute: Attribute<Content>, _ content: Content?) {
    guard let content else { return }
    values[Slot(attribute.key)] = content.value
  }

  mutating func set<Content: Choice>(_ attribute: Attribute<Content>, _ content: Content?) {
    guard let content else { return }
    values[Slot(attribute.key)] = .choice(content.rawValue)
  }

  mutating func set(_ attribute: Attribute<[String]>, _ content: [String]) {
    guard !content.isEmpty else { return }
    values[Slot(attribute.key)] = .list(content)
  }
}

/// What a document's records mean for an assessment: records to be made, and fields of known ones to be set.
///
/// What the document says now is held against what it said when it last came: a field that it did not change stays as
/// people left it.
struct IncomingPlan {
  private(set) var commands: [Command] = []
  /// How many links lead to what nobody here bears the name of.
  private(set) var lostLinks = 0
  private let assessment: Assessment
  private let party: RecordID?
  private var known: [String: RecordID] = [:]
  private var targets: [String: RecordID] = [:]

  /// - Parameters:
  ///   - incoming: Records in the order in which they are made.
  ///   - before: The same document's records when it last came; empty the first time.
  ///   - party: Whose they are.
  ///   - assessment: Where known ones are looked for.
  ///   - firstPending: The first number for records to be.
  init(
    _ incoming: [Incoming], before: [Incoming], of party: RecordID?, in assessment: Assessment,
    firstPending: Int
  ) {
    self.assessment = assessment
    self.party = party
    noteKnown(incoming)
    var pending = firstPending
    for record in incoming {
      let target = found(record) ?? .pending(pending)
      if target.isPending { pending += 1 }
      targets[record.externalID] = target
    }
    let earlier = Dictionary(before.map { ($0.externalID, $0) }) { first, _ in first }
    var made: Set<String> = []
    for record in incoming where made.insert(record.externalID).inserted {
      add(record, earlier[record.externalID])
    }
  }

  /// The names by which records are known: those they came with, else those they go out with. Another party's record
  /// is known only by the latter: two parties may well have brought in the same document.
  private mutating func noteKnown(_ incoming: [Incoming]) {
    let linked = incoming.flatMap { record in
      record.links.keys.flatMap { record.kind.description.field($0)?.type.targets ?? [] }
    }
    for kind in Set(incoming.map(\.kind) + linked) {
      for id in assessment.ids(kind) {
        let isOurs = assessment.party(of: id) == party || assessment.party(of: id) == nil
        let name = assessment[id, SharedFields.externalID]
        if isOurs, let name { known[name] = id }
        // What is no uuid does not go out: the record then goes by its own. Parties are named by it here.
        if kind == .party || !(name.map(OSCALName.isUUID) ?? false) { known[ownName(of: id)] = id }
      }
    }
  }

  /// What a record is called that never came from elsewhere.
  private func ownName(of id: RecordID) -> String { OSCALName.uuid("record/" + id.text) }

  private func found(_ record: Incoming) -> RecordID? {
    if let id = known[record.externalID], assessment.kind(of: id) == record.kind { return id }
    let unique = record.kind.description.unique
    guard !unique.isEmpty else { return nil }
    let ids = (record.party ?? party).map { assessment.ids(record.kind, of: $0) } ?? []
    return ids.first { id in
      unique.allSatisfy { assessment.value(id, $0) == record.values[Slot($0)] }
    }
  }

  private mutating func add(_ record: Incoming, _ earlier: Incoming?) {
    guard let target = targets[record.externalID] else { return }
    let values = values(of: record)
    lostLinks += record.links.reduce(0) { count, link in
      let field = record.kind.description.field(link.key)
      return count + link.value.count { name in field.flatMap { resolve(name, $0) } == nil }
    }
    if target.isPending {
      create(record, target, values)
    } else {
      change(target, values, earlier.map { self.values(of: $0) } ?? [:])
      let names = [assessment[target, SharedFields.externalID], ownName(of: target)]
      if !names.contains(record.externalID) {
        commands.append(.set(target, Slot(SharedFields.externalID.key), .text(record.externalID)))
      }
    }
  }

  private mutating func create(_ record: Incoming, _ target: RecordID, _ values: [Slot: Value]) {
    var values = values
    values[Slot(SharedFields.externalID.key)] = .text(record.externalID)
    // What leads to a record that is made later is set when all are there.
    let later = values.filter { links(of: $0.value).contains { $0.isPending && $0.number >= target.number } }
    for slot in later.keys { values[slot] = nil }
    let draft = Draft(record.kind, party: record.party ?? party, pending: Int(target.number), values: values)
    commands.append(.create(draft))
    waiting += sorted(later).map { .set(target, $0.key, $0.value) }
  }

  private var waiting: [Command] = []

  /// All commands, those last that lead to records made on the way.
  var all: [Command] { commands + waiting }

  private mutating func change(_ target: RecordID, _ values: [Slot: Value], _ earlier: [Slot: Value]) {
    for (slot, value) in sorted(values) where earlier[slot] != value {
      if assessment.value(target, slot) != value { commands.append(.set(target, slot, value)) }
    }
    for (slot, value) in sorted(earlier) where values[slot] == nil {
      if assessment.value(target, slot) == value { commands.append(.set(target, slot, nil)) }
    }
  }

  /// The values with their links led to the records they mean.
  private func values(of record: Incoming) -> [Slot: Value] {
    var values = record.values
    for (key, names) in record.links {
      guard let field = record.kind.description.field(key) else { continue }
      let ids = names.compactMap { resolve($0, field) }
      guard let first = ids.first else { continue }
      if case .references = field.type {
        values[Slot(key)] = .references(ids)
      } else {
        values[Slot(key)] = .reference(first)
      }
    }
    return values
  }

  private func resolve(_ name: String, _ field: FieldDescription) -> RecordID? {
    if let target = targets[name] { return target }
    guard let id = known[name], let kind = assessment.kind(of: id) else { return nil }
    return field.type.targets.contains(kind) ? id : nil
  }

  private func links(of value: Value) -> [RecordID] {
    switch value {
    case .reference(let id): [id]
    case .references(let ids): ids
    case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: []
    }
  }

  private func sorted(_ values: [Slot: Value]) -> [(key: Slot, value: Value)] {
    values.sorted { ($0.key.key.name, $0.key.party?.raw ?? 0) < ($1.key.key.name, $1.key.party?.raw ?? 0) }
  }
}
