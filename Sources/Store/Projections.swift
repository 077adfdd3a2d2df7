import Domain
import GRDB
import Journal

/// Keeps the projections in step with the journal: only the rows and columns that a batch touches are written.
enum Projections {
  /// What a batch did to one record, taken together.
  private struct Touched {
    let kind: RecordKind
    let number: UInt32
    let id: RecordID
    var born: (Bool, party: RecordID?) = (false, nil)
    var removed: Bool?
    var values: [Int: Value?] = [:]
  }

  static func write(_ entries: some Sequence<Entry>, _ database: Database) throws {
    var order: [RecordID] = []
    var touched: [RecordID: Touched] = [:]
    for entry in entries {
      guard let id = entry.record, let kind = entry.recordKind.flatMap(RecordKind.init(rawValue:)),
        let number = entry.label, let change = entry.change
      else { continue }
      if case .phase = change { continue }
      if touched[id] == nil { order.append(id) }
      try note(change, &touched[id, default: Touched(kind: kind, number: number, id: id)], database)
    }
    for id in order {
      guard let record = touched[id] else { continue }
      try write(record, database)
    }
  }

  private static func note(_ change: Change, _ record: inout Touched, _ database: Database) throws {
    switch change {
    case .created(_, _, _, let party):
      record.born = (true, party)
      record.removed = false
    case .removed: record.removed = true
    case .set(let id, let slot, _, let after):
      guard slot.party == nil else { return try write(after, of: id, slot, database) }
      guard let position = record.kind.description.fields.firstIndex(where: { $0.key == slot.key }) else {
        return
      }
      record.values[position] = .some(after)
    case .phase: break
    }
  }

  private static func write(_ value: Value?, of id: RecordID, _ slot: Slot, _ database: Database) throws {
    let sql =
      value == nil
      ? "DELETE FROM slot WHERE record = ? AND field = ? AND party = ?"
      : "INSERT OR REPLACE INTO slot (record, field, party, value) VALUES (?, ?, ?, ?)"
    let statement = try Prepared(database, sql)
    statement.bind(1, Int64(bitPattern: id.raw))
    statement.bind(2, slot.key.name)
    statement.bind(3, slot.party.map { Int64(bitPattern: $0.raw) })
    if let value { statement.bind(4, value.written) }
    try statement.run()
  }

  private static func write(_ record: Touched, _ database: Database) throws {
    if record.born.0, try insert(record, database) { return }
    let fields = record.kind.description.fields
    let positions = record.values.keys.sorted()
    var columns = positions.map { "\"\(fields[$0].name)\" = ?" }
    if record.removed != nil { columns.append("\"_removed\" = ?") }
    guard !columns.isEmpty else { return }
    let update = try Prepared(
      database,
      "UPDATE \"\(record.kind.rawValue)\" SET \(columns.joined(separator: ", ")) WHERE \"_number\" = ?")
    for (index, position) in positions.enumerated() {
      bind(record.values[position] ?? nil, to: update, index + 1)
    }
    if let removed = record.removed { update.bind(columns.count, removed ? 1 : 0) }
    update.bind(columns.count + 1, Int64(record.number))
    try update.run()
  }

  /// False when the record was there before and comes back.
  private static func insert(_ record: Touched, _ database: Database) throws -> Bool {
    let fields = record.kind.description.fields
    let names = ["_number", "_id", "_party", "_removed"] + fields.map(\.name)
    let insert = try Prepared(
      database,
      """
      INSERT OR IGNORE INTO "\(record.kind.rawValue)" (\(names.map { "\"\($0)\"" }.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      """)
    insert.bind(1, Int64(record.number))
    insert.bind(2, Int64(bitPattern: record.id.raw))
    insert.bind(3, record.born.party.map { Int64(bitPattern: $0.raw) })
    insert.bind(4, record.removed == true ? 1 : 0)
    for (position, value) in record.values { bind(value, to: insert, position + 5) }
    try insert.run()
    return database.changesCount > 0
  }

  private static func bind(_ value: Value?, to statement: Prepared, _ position: Int) {
    switch value {
    case nil: statement.bind(position, Int64?.none)
    case .text(let text): statement.bind(position, text)
    case .number(let number): statement.bind(position, number)
    case .integer(let integer): statement.bind(position, Int64(integer))
    case .flag(let flag): statement.bind(position, flag ? 1 : 0)
    case .day(let day): statement.bind(position, Int64(day.number))
    case .choice(let key): statement.bind(position, key)
    case .choices(let keys): statement.bind(position, keys.joined(separator: " "))
    case .reference(let id): statement.bind(position, Int64(bitPattern: id.raw))
    case .references, .list, .table: statement.bind(position, value?.written)
    }
  }

  // MARK: Phases

  /// Writes the phases that differ.
  static func write(_ phases: PhaseTable, butNot before: PhaseTable, _ database: Database) throws {
    guard phases != before else { return }
    let put = try Prepared(
      database,
      """
      INSERT OR REPLACE INTO phase (party, phase, state, agreedBefore, submittedBy, agreedBy, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    for (key, entry) in phases.entries where before.entries[key] != entry {
      put.bind(1, Int64(bitPattern: key.party.raw))
      put.bind(2, Int64(key.phase.rawValue))
      put.bind(3, entry.state.rawValue)
      put.bind(4, entry.agreedBefore ? 1 : 0)
      put.bind(5, entry.submittedBy)
      put.bind(6, entry.agreedBy)
      put.bind(7, entry.changed.sorted().map(\.text).joined(separator: " "))
      try put.run()
    }
  }
}
