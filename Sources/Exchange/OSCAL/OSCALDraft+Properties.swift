import Domain

/// What a record says beyond OSCAL's own words, as properties of the project's namespace: one per field and value,
/// named as in files. A text of several lines stands whole in the remarks.
extension OSCALDraft {
  /// The properties of a record: kind, label, and every field but those that stand elsewhere in its element. The
  /// field `line` is carried by an OSCAL string and repeated only if that changed it; `texts` are carried as they are.
  mutating func properties(
    of record: RecordID, line: FieldKey? = nil, texts: Set<FieldKey> = []
  ) -> OSCALValue? {
    guard let kind = assessment.kind(of: record) else { return nil }
    var made = [
      Self.property("record-kind", kind.rawValue), Self.property("label", assessment.label(of: record)),
    ]
    for (slot, value) in assessment.values(of: record) where !Self.unsaid.contains(slot.key) {
      if case .text(let text) = value, slot.party == nil {
        if texts.contains(slot.key) { continue }
        if slot.key == line, OSCALName.line(text) == text { continue }
      }
      let owner = slot.party.map { mention($0) }
      made += written(value).map { Self.property(slot.key.name, $0, of: owner) }
    }
    for rating in kind == .risk ? RatingKind.allCases : []
    where assessment.hasChanged(record, sinceAccepted: rating) {
      made.append(Self.property(OwnProperties.changedAcceptance, rating.rawValue))
    }
    return .list(made.compactMap(\.self))
  }

  /// The uuid says it, or the document itself.
  private static let unsaid: Set<FieldKey> = [
    SharedFields.externalID.key, ImportedDocument.original.key, ImportedDocument.controls.key,
    ImportedDocument.groups.key,
  ]

  /// A property of ours; nil if nothing would be left of its value. `owner` is the party whose own value it is.
  static func property(_ name: String, _ text: String, of owner: String? = nil) -> OSCALValue? {
    guard let line = OSCALName.line(text) else { return nil }
    return .object([
      "name": .text(name), "ns": .text(OSCALName.namespace), "value": .text(line),
      "class": owner.map { .text("party-" + $0) }, "remarks": line == text ? nil : .text(text),
    ])
  }

  private mutating func written(_ value: Value) -> [String] {
    switch value {
    case .text(let text), .choice(let text): [text]
    case .number(let number): [Value.plain(number)]
    case .integer(let integer): [String(integer)]
    case .flag(let flag): [flag ? "true" : "false"]
    case .day(let day): [day.text]
    case .choices(let texts), .list(let texts): texts
    case .reference(let record): uuids([record])
    case .references(let records): uuids(records)
    case .table(let rows): rows.map { row in JSONWriter.text { $0.strings(row) } }
    }
  }

  private mutating func uuids(_ records: [RecordID]) -> [String] {
    records.filter(assessment.exists).map { mention($0) }
  }
}
