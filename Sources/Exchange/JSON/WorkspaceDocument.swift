import Domain
package import Journal

/// A workspace as JSON, read: either its journal, which brings it back as it was, or what stood when it was written.
package struct WorkspaceDocument {
  /// Where the workspace's new records get their numbers.
  package let replica: UInt32
  private let bytes: [UInt8]
  /// Where the values of the top-level keys begin.
  private let places: [String: Int]

  /// Reads the outline.
  ///
  /// - Throws: `JSONFault` when it is not JSON, not a workspace, or of a later version.
  package init(_ bytes: [UInt8]) throws {
    var reader = JSONReader(bytes)
    var places: [String: Int] = [:]
    guard reader.peek() == UInt8(ascii: "{") else { throw reader.fault(.notAWorkspace) }
    try reader.object { reader, key in
      _ = reader.peek()
      places[key] = reader.position
      try reader.skip()
    }
    try reader.end()
    self.bytes = bytes
    self.places = places
    func top(_ key: String) throws -> JSONReader {
      guard let place = places[key] else { throw JSONReader(bytes).fault(.missing(key)) }
      return JSONReader(bytes, at: place, key: key)
    }
    guard places["format"] != nil else { throw JSONReader(bytes).fault(.notAWorkspace) }
    var format = try top("format")
    guard try format.string() == "kyokumen" else { throw format.fault(.notAWorkspace) }
    var version = try top("version")
    let number = Int(try version.integer())
    guard number >= 1 else { throw version.fault(.wrongValue) }
    guard number <= WorkspaceExport.version else { throw version.fault(.newerVersion(number)) }
    var replica = try top("replica")
    guard let read = UInt32(try replica.string(), radix: 16), read > 0, read < .max else {
      throw replica.fault(.wrongValue)
    }
    self.replica = read
  }

  /// Whether the journal came along.
  package var hasJournal: Bool { places["journal"] != nil }

  /// Hands over the journal's entries in order, each checked against the one before.
  ///
  /// - Throws: `JSONFault` at the first that cannot be read or whose digest is not its own, and what `each` throws.
  package func eachEntry(_ each: (Entry) throws -> Void) throws {
    guard let place = places["journal"] else { throw JSONReader(bytes).fault(.missing("journal")) }
    var reader = JSONReader(bytes, at: place, key: "journal")
    var head = Head.empty
    try reader.array { reader in
      let entry = try reader.entry()
      guard entry.seq == head.seq + 1, Chain.digest(of: entry, after: head.digest) == entry.digest else {
        throw reader.fault(.digest)
      }
      head = Head(seq: entry.seq, digest: entry.digest)
      try each(entry)
    }
  }

  /// What stood, as facts that bring it about: records, their values, phases.
  ///
  /// - Throws: `JSONFault` at the first record, field or link that makes no sense.
  package func facts() throws -> [Fact] {
    var records = RecordReading()
    if let place = places["assessment"] {
      var reader = JSONReader(bytes, at: place, key: "assessment")
      if reader.peek() == UInt8(ascii: "{") { try records.record(.assessment, &reader) }
    }
    guard let place = places["records"] else { throw JSONReader(bytes).fault(.missing("records")) }
    var reader = JSONReader(bytes, at: place, key: "records")
    try reader.object { reader, name in
      guard let kind = RecordKind(rawValue: name) else { throw reader.fault(.unknown(name)) }
      try reader.array { try records.record(kind, &$0) }
    }
    try records.checkLinks()
    return records.facts + (try phaseFacts())
  }

  private func phaseFacts() throws -> [Fact] {
    guard let place = places["phases"] else { return [] }
    var facts: [Fact] = []
    var reader = JSONReader(bytes, at: place, key: "phases")
    try reader.array { facts.append(try $0.phase()) }
    return facts
  }
}

extension JSONReader {
  fileprivate mutating func phase() throws -> Fact {
    var entry = PhaseTable.Entry()
    var party: RecordID?
    var phase: Phase?
    try object { reader, key in
      switch key {
      case "agreedBefore": entry.agreedBefore = try reader.flag()
      case "agreedBy": entry.agreedBy = try reader.optionalString()
      case "submittedBy": entry.submittedBy = try reader.optionalString()
      case "changed": entry.changed = Set(try reader.strings().map { try reader.id($0) })
      case "party": party = try reader.id(reader.string())
      case "phase": phase = Phase(rawValue: Int(try reader.integer()))
      case "state":
        guard let state = PhaseState(rawValue: try reader.string()) else { throw reader.fault(.wrongValue) }
        entry.state = state
      default: try reader.skip()
      }
    }
    guard let party else { throw fault(.missing("party")) }
    guard let phase else { throw fault(.missing("phase")) }
    return .restored(party, phase, entry)
  }

  /// Reads a record's id out of a text.
  func id(_ text: String) throws -> RecordID {
    guard let id = RecordID(text: text), !id.isPending, id.number > 0, id.number < RecordID.highestNumber
    else {
      throw fault(.wrongValue)
    }
    return id
  }
}
