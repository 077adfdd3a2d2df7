package import Domain
package import Journal

/// Writes a workspace as JSON: what stands, and if wanted how it came to stand. Keys are sorted, so that equal states
/// are equal bytes.
package struct WorkspaceExport {
  private let assessment: Assessment
  private let replica: UInt32

  /// - Parameters:
  ///   - assessment: What is written.
  ///   - replica: Where the workspace's new records get their numbers.
  package init(_ assessment: Assessment, replica: UInt32) {
    self.assessment = assessment
    self.replica = replica
  }

  /// The version of the shape.
  package static let version = 1

  /// Writes the document.
  ///
  /// - Parameters:
  ///   - journal: Hands over all entries in order; nil leaves the journal out.
  ///   - sink: Takes the bytes, some tens of thousands at a time.
  /// - Throws: What `journal` or `sink` throws.
  package func write(
    journal: (((Entry) throws -> Void) throws -> Void)?, to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    var writer = JSONWriter(sink: sink)
    try writer.object { writer in
      writer.key("assessment")
      if let head = assessment.head { write(head, to: &writer) } else { writer.null() }
      writer.member("format", "kyokumen")
      if let journal { try write(journal, to: &writer) }
      writer.key("phases")
      writePhases(to: &writer)
      writer.key("records")
      try writeRecords(to: &writer)
      writer.member("replica", String(replica, radix: 16))
      writer.member("version", Self.version)
    }
    writer.newline()
    try writer.finish()
  }

  /// The whole document in memory, without the journal: equal exactly when two states are.
  package func stateBytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(journal: nil) { bytes += $0 }
    return bytes
  }

  private func writeRecords(to writer: inout JSONWriter) throws {
    let kinds = RecordKind.allCases.filter { $0 != .assessment && assessment.count($0) > 0 }
    try writer.object { writer in
      for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
        writer.key(kind.rawValue)
        try writer.array { writer in
          for id in ids(kind) {
            writer.newline()
            write(id, to: &writer)
            try writer.relieve()
          }
        }
      }
    }
  }

  private func ids(_ kind: RecordKind) -> [RecordID] {
    assessment.ids(kind).map { (assessment.labelNumber(of: $0) ?? 0, $0) }.sorted(by: <).map(\.1)
  }

  private func write(_ id: RecordID, to writer: inout JSONWriter) {
    let values = assessment.values(of: id)
    writer.object { writer in
      writer.object("fields") { writer in
        for (slot, value) in values.filter({ $0.slot.party == nil }).sorted(by: {
          $0.slot.key.name < $1.slot.key.name
        }) {
          writer.key(slot.key.name)
          writer.value(value, name: \.text)
        }
      }
      writer.member("id", id.text)
      writer.member("label", assessment.label(of: id))
      writer.member("number", assessment.labelNumber(of: id) ?? 0)
      writeOwn(values, to: &writer)
      writer.member("party", assessment.party(of: id)?.text)
    }
  }

  /// Each party's own values, by field and then by party.
  private func writeOwn(_ values: [(slot: Slot, value: Value)], to writer: inout JSONWriter) {
    let own = Dictionary(grouping: values.filter { $0.slot.party != nil }, by: \.slot.key.name)
    guard !own.isEmpty else { return }
    writer.object("own") { writer in
      for (name, values) in own.sorted(by: { $0.key < $1.key }) {
        writer.object(name) { writer in
          let byParty = values.map { ($0.slot.party?.text ?? "", $0.value) }
          for (party, value) in byParty.sorted(by: { $0.0 < $1.0 }) {
            writer.key(party)
            writer.value(value, name: \.text)
          }
        }
      }
    }
  }

  private func writePhases(to writer: inout JSONWriter) {
    let told = assessment.phases.told.sorted {
      ($0.key.party, $0.key.phase.rawValue) < ($1.key.party, $1.key.phase.rawValue)
    }
    writer.array { writer in
      for (key, entry) in told {
        writer.object { writer in
          writer.member("agreedBefore", entry.agreedBefore)
          writer.member("agreedBy", entry.agreedBy)
          writer.key("changed")
          writer.strings(entry.changed.sorted().map(\.text))
          writer.member("party", key.party.text)
          writer.member("phase", key.phase.rawValue)
          writer.member("state", entry.state.rawValue)
          writer.member("submittedBy", entry.submittedBy)
        }
      }
    }
  }

  private func write(
    _ journal: ((Entry) throws -> Void) throws -> Void, to writer: inout JSONWriter
  ) throws {
    writer.key("journal")
    try writer.array { writer in
      try journal { entry in
        writer.newline()
        writer.entry(entry)
        try writer.relieve()
      }
    }
  }
}
