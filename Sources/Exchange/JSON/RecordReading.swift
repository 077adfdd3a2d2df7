import Domain
import Foundation
import Journal

/// Records of a document as they come, with what must be checked once all are there.
struct RecordReading {
  private var births: [(number: UInt32, fact: Fact)] = []
  private var values: [Fact] = []
  private var kinds: [RecordID: RecordKind] = [:]
  private var labels: [RecordKind: Set<UInt32>] = [:]
  private var hanging: [(id: RecordID, reader: JSONReader)] = []
  private var above: [RecordID: RecordID] = [:]
  private var links: [(target: RecordID, allowed: [RecordKind], reader: JSONReader)] = []

  /// All births, then all values, so that links lead to records that are there.
  var facts: [Fact] { births.sorted { $0.number < $1.number }.map(\.fact) + values }

  func checkLinks() throws {
    for link in links {
      guard let kind = kinds[link.target], link.allowed.contains(kind) else {
        throw link.reader.fault(.danglingReference(link.target.text))
      }
    }
    try checkHierarchies()
  }

  /// Each chain is followed up to where an earlier one went.
  private func checkHierarchies() throws {
    var seen: Set<RecordID> = []
    for (id, reader) in hanging {
      var here: Set<RecordID> = []
      var current: RecordID? = id
      while let below = current, seen.insert(below).inserted {
        here.insert(below)
        current = above[below]
      }
      if let current, here.contains(current) { throw reader.fault(.circle(current.text)) }
    }
  }

  mutating func record(_ kind: RecordKind, _ reader: inout JSONReader) throws {
    var id: RecordID?
    var number: UInt32?
    var party: RecordID?
    var slots: [(Slot, Value)] = []
    try reader.object { reader, key in
      switch key {
      case "id": id = try reader.id(reader.string())
      case "number": number = UInt32(exactly: try reader.integer())
      case "party":
        party = try reader.optionalString().map { try reader.id($0) }
        if let party { links.append((party, [.party], reader)) }
      case "fields":
        try reader.object { reader, name in
          slots.append(try slot(kind, name, nil, &reader))
        }
      case "own":
        try reader.object { reader, name in
          try reader.object { reader, owner in
            let owner = try reader.id(owner)
            links.append((owner, [.party], reader))
            slots.append(try slot(kind, name, owner, &reader))
          }
        }
      default: try reader.skip()
      }
    }
    guard let id else { throw reader.fault(.missing("id")) }
    guard let number, number > 0, number <= RecordID.highestNumber else {
      throw reader.fault(.missing("number"))
    }
    try keep(id, kind, number, party, slots, reader)
  }

  private mutating func keep(
    _ id: RecordID, _ kind: RecordKind, _ number: UInt32, _ party: RecordID?, _ slots: [(Slot, Value)],
    _ reader: JSONReader
  ) throws {
    guard kinds.updateValue(kind, forKey: id) == nil else { throw reader.fault(.duplicate(id.text)) }
    guard labels[kind, default: []].insert(number).inserted else {
      throw reader.fault(.duplicate(kind.description.letter + "-\(number)"))
    }
    births.append((number, .change(.created(id, kind: kind, number: number, party: party))))
    for (slot, value) in slots where slot.key == kind.description.hierarchy?.key {
      guard case .reference(let target) = value else { continue }
      above[id] = target
      hanging.append((id, reader))
    }
    values += slots.map { .change(.set(id, $0, before: nil, after: $1)) }
  }

  private mutating func slot(
    _ kind: RecordKind, _ name: String, _ party: RecordID?, _ reader: inout JSONReader
  ) throws -> (Slot, Value) {
    guard let field = kind.description.field(named: name), party == nil || field.perParty else {
      throw reader.fault(.unknown(name))
    }
    // What the program keeps is nobody's typing: it comes back as it went out, composed or not.
    let value = try field.isKept && field.type.isText ? .text(reader.string()) : reader.value(of: field.type)
    guard field.type.admits(value) else { throw reader.fault(.wrongValue) }
    for target in Self.targets(value) { links.append((target, field.type.targets, reader)) }
    return (Slot(field.key, party: party), value)
  }

  private static func targets(_ value: Value) -> [RecordID] {
    switch value {
    case .reference(let id): [id]
    case .references(let ids): ids
    case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: []
    }
  }
}

extension JSONReader {
  /// Reads a value as a field's type wants it.
  fileprivate mutating func value(of type: FieldType) throws -> Value {
    switch type {
    case .text, .longText, .target: return .text(IncomingText.whole(try string()))
    case .number: return .number(try number())
    case .integer, .step: return .integer(Int(try integer()))
    case .flag: return .flag(try flag())
    case .day:
      guard let day = Day(text: try string()) else { throw fault(.wrongValue) }
      return .day(day)
    case .choice: return .choice(try string())
    case .choices: return .choices(try strings())
    case .reference: return .reference(try id(string()))
    case .references: return .references(try strings().map { try id($0) })
    case .list: return .list(try strings().map(IncomingText.whole))
    case .table, .loss:
      var rows: [[String]] = []
      try array { rows.append(try $0.strings().map(IncomingText.whole)) }
      return .table(rows)
    }
  }
}
