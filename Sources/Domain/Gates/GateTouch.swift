/// What an act touched.
struct GateTouch {
  private(set) var records: [RecordID: RecordKind] = [:]
  private(set) var kinds: Set<RecordKind> = []
  /// Parties a phase of which moved.
  private(set) var moved: Set<RecordID> = []
  private var linked: [RecordID: Set<RecordID>] = [:]

  init(_ changes: [Change], _ assessment: Assessment) {
    for change in changes {
      switch change {
      case .created(let id, _, _, _), .removed(let id): note(id, assessment)
      case .set(let id, _, let before, let after):
        note(id, assessment)
        linked[id, default: []].formUnion(Backlinks.targets(before) + Backlinks.targets(after))
      case .phase(let step): moved.insert(step.party)
      }
    }
  }

  private mutating func note(_ id: RecordID, _ assessment: Assessment) {
    guard records[id] == nil, let kind = assessment.kind(of: id) else { return }
    records[id] = kind
    kinds.insert(kind)
  }

  /// Records of some kinds that a touched record of some others is, or was, joined to by a link.
  func neighbours(_ wanted: [RecordKind], of near: Set<RecordKind>, in assessment: Assessment)
    -> Set<RecordID>
  {
    var found: Set<RecordID> = []
    for (id, kind) in records where near.contains(kind) {
      let now = assessment.values(of: id).flatMap { Backlinks.targets($0.value) }
      let pointing = assessment.sources(of: id).map(\.id)
      found.formUnion(now + pointing + (linked[id] ?? []))
    }
    return found.filter { id in assessment.kind(of: id).map(wanted.contains) ?? false }
  }
}
