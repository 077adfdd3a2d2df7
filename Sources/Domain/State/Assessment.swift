/// The whole assessment as the journal has it: records by identity, kind and back-link, and the state of the
/// phases. A value, but a large one: nobody keeps old copies; the past is in the journal.
package struct Assessment: Sendable {
  var tables: [Table]
  var heap = Heap()
  var links = Backlinks()
  var methods: [RecordID: CriteriaMethod] = [:]
  var catalogues: [RecordID: ControlCatalogue] = [:]
  private var places = Places()
  /// State of every (party, phase).
  package internal(set) var phases = PhaseTable()
  /// Counts changes applied; two equal revisions of one value mean equal content.
  package internal(set) var revision = 0

  package init() {
    tables = Array(repeating: Table(), count: RecordKind.allCases.count)
  }

  // MARK: Records

  /// Whether the record is there and not removed.
  package func exists(_ id: RecordID) -> Bool {
    guard let place = places[id] else { return false }
    return !tables[place.kind.ordinal].removed[place.row]
  }

  /// The record's kind, removed or not; nil if it never was.
  package func kind(of id: RecordID) -> RecordKind? { places[id]?.kind }

  /// The party the record belongs to; nil for joint records.
  package func party(of id: RecordID) -> RecordID? {
    places[id].flatMap { tables[$0.kind.ordinal].party(row: $0.row) }
  }

  /// All records of a kind that are not removed, in the order of their creation.
  package func ids(_ kind: RecordKind) -> [RecordID] { tables[kind.ordinal].live }

  /// The records of a kind that belong to a party.
  package func ids(_ kind: RecordKind, of party: RecordID) -> [RecordID] {
    tables[kind.ordinal].ids(of: party)
  }

  package func count(_ kind: RecordKind) -> Int { tables[kind.ordinal].live.count }

  /// The number in the record's label.
  package func labelNumber(of id: RecordID) -> UInt32? {
    places[id].map { tables[$0.kind.ordinal].numbers[$0.row] }
  }

  /// The record of that kind and label number, not removed.
  package func id(_ kind: RecordKind, number: UInt32) -> RecordID? {
    let table = tables[kind.ordinal]
    guard let row = table.row(number: number), !table.removed[row] else { return nil }
    return table.ids[row]
  }

  /// The first label number of a kind never used, counting removed records.
  package func nextLabelNumber(_ kind: RecordKind) -> UInt32 {
    let last = tables[kind.ordinal].numbers.last ?? 0
    return last == .max ? last : last + 1
  }

  /// The first record number never used by a replica.
  package func nextNumber(replica: UInt32) -> UInt32 { places.nextNumber(replica: replica) }

  // MARK: Fields

  /// The value in a slot; nil when absent or when there is no such record.
  package func value(_ id: RecordID, _ slot: Slot) -> Value? {
    guard let place = places[id], let field = place.kind.description.field(slot.key) else { return nil }
    return heap.decode(tables[place.kind.ordinal].cell(row: place.row, slot), as: field.type)
  }

  package func value(_ id: RecordID, _ key: FieldKey) -> Value? { value(id, Slot(key)) }

  /// All values of a record, in the order of its description, each party's own after the common one.
  package func values(of id: RecordID) -> [(slot: Slot, value: Value)] {
    guard let place = places[id] else { return [] }
    let table = tables[place.kind.ordinal]
    let own = table.ownSlots(row: place.row).sorted { ($0.party?.raw ?? 0) < ($1.party?.raw ?? 0) }
    return place.kind.description.fields.flatMap { field in
      ([Slot(field.key)] + own.filter { $0.key == field.key }).compactMap { slot in
        heap.decode(table.cell(row: place.row, slot), as: field.type).map { (slot, $0) }
      }
    }
  }

  func place(of id: RecordID) -> Places.Place? { places[id] }

  func cell(_ id: RecordID, _ slot: Slot) -> UInt64 {
    guard let place = places[id] else { return Heap.absent }
    return tables[place.kind.ordinal].cell(row: place.row, slot)
  }

  // MARK: Links

  /// The records that point here through a field, not removed, in the order in which they came to.
  package func sources<Content>(of target: RecordID, via attribute: Attribute<Content>) -> [RecordID] {
    let kind = RecordKind.declaring(attribute.field)
    return links.sources(of: target, via: attribute.key).filter {
      exists($0) && (kind == nil || self.kind(of: $0) == kind)
    }
  }

  /// Every record that points here, with the field it does so by.
  package func sources(of target: RecordID) -> [(id: RecordID, key: FieldKey)] {
    links.sources(of: target).filter { exists($0.id) }
  }

  // MARK: Change

  mutating func insert(_ id: RecordID, kind: RecordKind, number: UInt32, party: RecordID?) {
    guard id.number <= RecordID.highestNumber else { return }
    let row = tables[kind.ordinal].append(id, number: number, party: party)
    places.note(id, kind: kind, row: row)
  }

  /// Takes all rows of a kind at once, in the order of their creation.
  mutating func adopt(
    _ kind: RecordKind, ids: [RecordID], numbers: [UInt32], parties: [UInt64], removed: [Bool]
  ) {
    tables[kind.ordinal].adopt(ids: ids, numbers: numbers, parties: parties, removed: removed)
    places.adopt(ids, kind: kind)
  }

  mutating func setRemoved(_ id: RecordID, _ removed: Bool) {
    guard let place = places[id] else { return }
    if removed {
      tables[place.kind.ordinal].remove(row: place.row)
    } else {
      tables[place.kind.ordinal].restore(row: place.row)
    }
  }

  /// Forgets a record that never stood; only the latest of its kind can be forgotten.
  mutating func withdraw(_ id: RecordID) {
    guard let place = places[id] else { return }
    if tables[place.kind.ordinal].dropLast(id) {
      places.forget(id)
    } else {
      setRemoved(id, true)
    }
  }

  mutating func write(_ value: Value?, to id: RecordID, _ slot: Slot) {
    guard let place = places[id], let field = place.kind.description.field(slot.key) else { return }
    let old = tables[place.kind.ordinal].cell(row: place.row, slot)
    links.remove(heap.decode(old, as: field.type), from: id, slot.key)
    heap.release(old, as: field.type)
    tables[place.kind.ordinal].write(heap.encode(value), row: place.row, slot)
    links.add(value, from: id, slot.key)
    if place.kind == .riskCriteria { methods[id] = readMethod(id) }
    if place.kind == .importedDocument, Self.isOfCatalogue(slot.key) { catalogues[id] = readCatalogue(id) }
  }
}
