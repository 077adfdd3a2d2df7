import Domain
import GRDB
import Journal

/// Reads the projections straight into the packed columns of an assessment.
enum ProjectionReader {
  static func load(_ database: Database) throws -> Assessment {
    let size = try Int.fetchOne(
      database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    var loading = Loading(textBytes: (size ?? 0) / 2)
    for kind in RecordKind.allCases { try load(kind, into: &loading, database) }
    return loading.finish(own: try slots(database), phases: try phases(database))
  }

  private static func load(_ kind: RecordKind, into loading: inout Loading, _ database: Database) throws {
    let table = "\"\(kind.rawValue)\""
    let rows = try Int.fetchOne(database, sql: "SELECT max(\"_number\") FROM \(table)") ?? 0
    guard rows > 0 else { return }
    let fields = kind.description.fields
    let names = ["_number", "_id", "_party", "_removed"] + fields.map(\.name)
    let columns = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let row = try Prepared(database, "SELECT \(columns) FROM \(table) ORDER BY \"_number\"")
    defer { row.reset() }
    loading.open(kind, fields: fields, rows: min(rows, 1 << 20))
    while try row.step() {
      let id = RecordID(raw: UInt64(bitPattern: row.integer(1)))
      guard id.number <= RecordID.highestNumber else { continue }
      loading.row(
        id, number: UInt32(truncatingIfNeeded: row.integer(0)),
        party: row.isNull(2) ? nil : RecordID(raw: UInt64(bitPattern: row.integer(2))),
        removed: row.integer(3) != 0)
      for position in fields.indices where !row.isNull(position + 4) {
        read(row, position, fields[position].type, into: &loading)
      }
    }
    loading.close()
  }

  @inline(__always)
  private static func read(_ row: Prepared, _ position: Int, _ type: FieldType, into loading: inout Loading) {
    switch type {
    case .text, .longText, .target: loading.text(position, row.bytes(position + 4))
    case .choice, .choices: loading.word(position, row.bytes(position + 4))
    case .integer, .step, .day: loading.integer(position, row.integer(position + 4))
    case .flag: loading.flag(position, row.integer(position + 4) != 0)
    case .number: loading.number(position, row.number(position + 4))
    case .reference: loading.reference(position, RecordID(raw: UInt64(bitPattern: row.integer(position + 4))))
    case .list, .table, .loss:
      // Behind its letter the written form is what the text buffer holds.
      loading.text(position, UnsafeRawBufferPointer(rebasing: row.bytes(position + 4).dropFirst()))
    case .references:
      if let value = Value(written: row.text(position + 4)) { loading.value(position, value) }
    }
  }

  private static func slots(_ database: Database) throws -> [(RecordID, Slot, Value)] {
    let row = try Prepared(
      database, "SELECT record, field, party, value FROM slot ORDER BY record, field, party")
    var slots: [(RecordID, Slot, Value)] = []
    while try row.step() {
      guard let value = Value(written: row.text(3)) else { continue }
      let party = RecordID(raw: UInt64(bitPattern: row.integer(2)))
      slots.append(
        (
          RecordID(raw: UInt64(bitPattern: row.integer(0))), Slot(FieldKey(row.text(1)), party: party), value
        ))
    }
    return slots
  }

  private static func phases(_ database: Database) throws -> PhaseTable {
    let row = try Prepared(
      database, "SELECT party, phase, state, agreedBefore, submittedBy, agreedBy, changed FROM phase")
    var phases = PhaseTable()
    while try row.step() {
      guard let phase = Phase(rawValue: Int(row.integer(1))), let state = PhaseState(rawValue: row.text(2))
      else {
        continue
      }
      var entry = PhaseTable.Entry()
      entry.state = state
      entry.agreedBefore = row.integer(3) != 0
      entry.submittedBy = row.isNull(4) ? nil : row.text(4)
      entry.agreedBy = row.isNull(5) ? nil : row.text(5)
      entry.changed = Set(row.text(6).split(separator: " ").compactMap { RecordID(text: $0) })
      phases.restore(entry, at: PhaseTable.Key(RecordID(raw: UInt64(bitPattern: row.integer(0))), phase))
    }
    return phases
  }
}
