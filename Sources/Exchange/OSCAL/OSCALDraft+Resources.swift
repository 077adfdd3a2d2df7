import Domain

/// Records without an element of their own in OSCAL: objectives, documents, agreements, criteria, evidence.
extension OSCALDraft {
  mutating func resource(_ record: RecordID) -> OSCALValue {
    let kind = assessment.kind(of: record)
    let isEvidence = kind == .evidence
    return .object([
      "uuid": .text(source.uuid(record)),
      "title": .text(source.title(record)),
      "description": .text(kind.map { OSCALSource.both($0.description.words) } ?? "?"),
      "props": properties(of: record, line: kind?.description.title.key),
      "rlinks": isEvidence ? link(toEvidence: record) : nil,
    ])
  }

  private func link(toEvidence record: RecordID) -> OSCALValue? {
    guard let place = assessment[record, Evidence.place].flatMap({ OSCALName.line($0) }) else { return nil }
    let digest = assessment[record, Evidence.digest].flatMap { $0.count == 64 ? $0 : nil }
    return .array([
      .object([
        "href": .text(OSCALName.reference(place)),
        "hashes": digest.map {
          .array([.object(["algorithm": .text("SHA-256"), "value": .text($0)])])
        },
      ])
    ])
  }

  /// A link to a resource of this document.
  mutating func link(to record: RecordID, _ relation: String) -> OSCALValue {
    .object(["href": .text("#" + mention(record)), "rel": .text(relation)])
  }
}
