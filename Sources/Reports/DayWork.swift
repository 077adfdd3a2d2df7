import Domain
package import Journal

/// What a day's entries come to: what was done and taken back the same day is not there.
package struct DayWork: Sendable {
  /// One field from its value of the morning to that of the evening.
  struct FieldChange: Sendable {
    let slot: Slot
    let before: Value?
    let after: Value?
  }

  /// Records that came and stayed, and by whom.
  private(set) var born: [RecordID: String] = [:]
  private(set) var gone: Set<RecordID> = []
  private(set) var steps: [PhaseStep] = []
  /// Every record touched, in the order of its first change.
  private(set) var touched: [RecordID] = []
  private var fields: [RecordID: [FieldChange]] = [:]

  /// - Parameter entries: Of one day, in their order. What founded the assessment is no work of the day.
  package init(_ entries: [Entry]) {
    let founding = Set(
      entries.filter { $0.kind == .created && $0.recordKind == RecordKind.assessment.rawValue }.map(\.batch))
    for entry in entries where !founding.contains(entry.batch) {
      guard let change = entry.change else { continue }
      take(change, by: entry.actor)
    }
    fields = fields.mapValues { $0.filter { $0.before != $0.after } }
  }

  private mutating func take(_ change: Change, by actor: String) {
    switch change {
    case .created(let id, _, _, _):
      note(id)
      // One that was there in the morning and came back is no newcomer.
      if gone.remove(id) == nil { born[id] = actor }
    case .removed(let id):
      note(id)
      if born.removeValue(forKey: id) == nil { gone.insert(id) } else { fields[id] = [] }
    case .set(let id, let slot, let before, let after):
      note(id)
      set(id, slot, before, after)
    case .phase(let step): steps.append(step)
    }
  }

  private mutating func note(_ id: RecordID) {
    if fields.updateValue(fields[id] ?? [], forKey: id) == nil { touched.append(id) }
  }

  private mutating func set(_ id: RecordID, _ slot: Slot, _ before: Value?, _ after: Value?) {
    var known = fields[id] ?? []
    if let place = known.firstIndex(where: { $0.slot == slot }) {
      known[place] = FieldChange(slot: slot, before: known[place].before, after: after)
    } else {
      known.append(FieldChange(slot: slot, before: before, after: after))
    }
    fields[id] = known
  }

  func changes(of record: RecordID) -> [FieldChange] { fields[record] ?? [] }
}
