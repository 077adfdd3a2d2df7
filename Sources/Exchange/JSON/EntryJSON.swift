import Domain
import Journal

/// A journal entry between its columns and JSON, byte for byte the same on the way back.
extension JSONWriter {
  mutating func entry(_ entry: Entry) {
    let members: [(String, String?)] = [
      ("actor", entry.actor), ("after", entry.after), ("at", entry.at.text), ("batch", entry.batch.text),
      ("before", entry.before), ("digest", entry.digest.hex), ("field", entry.field), ("id", entry.id.text),
      ("kind", entry.kind.rawValue), ("label", entry.label.map { String($0) }), ("owner", entry.owner?.text),
      ("party", entry.party?.text), ("payload", entry.payload), ("record", entry.record?.text),
      ("recordKind", entry.recordKind), ("seq", String(entry.seq)), ("slotParty", entry.slotParty?.text),
    ]
    object { writer in
      for case (let key, let text?) in members {
        writer.key(key)
        if let integer = ["label", "seq"].contains(key) ? Int64(text) : nil {
          writer.integer(integer)
        } else {
          writer.string(text)
        }
      }
    }
  }
}

extension JSONReader {
  mutating func entry() throws -> Entry {
    var texts: [String: String] = [:]
    var seq: Int64?
    var label: UInt32?
    try object { reader, key in
      switch key {
      case "seq": seq = try reader.integer()
      case "label":
        label = UInt32(exactly: try reader.integer())
        guard label.map({ $0 <= RecordID.highestNumber }) ?? false else { throw reader.fault(.wrongValue) }
      default: texts[key] = try reader.optionalString()
      }
    }
    func required<Value>(_ key: String, _ read: (String) -> Value?) throws -> Value {
      guard let text = texts[key] else { throw fault(.missing(key)) }
      guard let value = read(text) else { throw fault(.wrongValue) }
      return value
    }
    func record(_ key: String) throws -> RecordID? {
      texts[key] == nil ? nil : try required(key) { RecordID(text: $0) }
    }
    guard let seq else { throw fault(.missing("seq")) }
    return Entry(
      seq: seq, id: try required("id") { EntryID(text: $0) },
      batch: try required("batch") { EntryID(text: $0) },
      at: try required("at") { Moment(text: $0) }, actor: try required("actor") { $0 },
      party: try record("party"),
      kind: try required("kind", Entry.Kind.init(rawValue:)), record: try record("record"),
      recordKind: texts["recordKind"], label: label, owner: try record("owner"), field: texts["field"],
      slotParty: try record("slotParty"), before: texts["before"], after: texts["after"],
      payload: texts["payload"], digest: try required("digest", Digest.init(hex:)))
  }
}
