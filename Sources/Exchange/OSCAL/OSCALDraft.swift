import Domain

/// A document while it is made: it notes the records that its parts mention, so that what they lead to can be put
/// into the same document.
struct OSCALDraft {
  let source: OSCALSource
  /// Whose document it is; nil for what all share.
  let party: RecordID?
  private var mentioned: [RecordID] = []
  private var seen: Set<RecordID> = []

  init(_ source: OSCALSource, party: RecordID?) {
    self.source = source
    self.party = party
  }

  var assessment: Assessment { source.assessment }

  /// Notes a record and says how it is called.
  mutating func mention(_ record: RecordID) -> String {
    if seen.insert(record).inserted { mentioned.append(record) }
    return source.uuid(record)
  }

  // MARK: The whole

  /// The document of a model: its own members between metadata and back matter.
  mutating func document(
    _ model: String, named name: String, title: Words, body: KeyValuePairs<String, OSCALValue?>
  ) -> OSCALValue {
    let resources = OSCALValue.list(self.resources())
    let bases = party.map { source.originals.documents(model, of: $0) } ?? []
    let known = bases.count == 1 ? bases[0]["uuid"] : nil
    var members: [(String, OSCALValue)] = [
      ("uuid", known ?? .text(OSCALName.uuid(name))), ("metadata", metadata(title)),
    ]
    members += body.compactMap { member in member.value.map { (member.key, $0) } }
    if let resources { members.append(("back-matter", .object(["resources": resources]))) }
    // What came as this document, and what came with its elements, lies under it.
    let whole = OSCALObject(members.map { ($0.0, source.originals.laid($0.1)) })
    let merged = bases.reduce(whole, OSCALOriginals.merged)
    return .object([model: .object(bases.count == 1 ? OSCALOriginals.named(merged, as: bases[0]) : merged)])
  }

  /// Everything mentioned that is no element of any document, and what that leads to in turn.
  private mutating func resources() -> [OSCALValue] {
    var made: [OSCALValue] = []
    var next = 0
    while next < mentioned.count {
      let record = mentioned[next]
      next += 1
      if !source.isPlaced(record) { made.append(resource(record)) }
    }
    return made
  }

  /// Mentioned records of some kinds, in the order of their creation.
  func mentions(of kinds: RecordKind...) -> [RecordID] {
    let wanted = mentioned.filter { assessment.kind(of: $0).map(kinds.contains) ?? false }
    return wanted.sorted { $0.raw < $1.raw }
  }

  /// How many records were mentioned so far: equal counts mean nothing new.
  var mentionCount: Int { mentioned.count }
}
