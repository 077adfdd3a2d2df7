package import Domain

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What one entry says, read.
package enum Fact: Equatable, Sendable {
  case change(Change)
  case marker(Marker)
  /// What was remembered of a party in a phase, put down whole (a workspace brought in without its journal).
  case restored(RecordID, Phase, PhaseTable.Entry)
}

extension Entry {
  /// What the entry says; nil if this version does not know its record kind, or the entry makes no sense.
  package var fact: Fact? {
    switch kind {
    case .created:
      guard let record, let known = knownKind, let label else { return nil }
      return .change(.created(record, kind: known, number: label, party: owner))
    case .set, .sealed, .revealed:
      guard let record, let field else { return nil }
      let slot = Slot(FieldKey(field), party: slotParty)
      return .change(
        .set(
          record, slot, before: before.flatMap(Value.init(written:)),
          after: after.flatMap(Value.init(written:))
        ))
    case .removed: return record.map { .change(.removed($0)) }
    case .phase: return phaseFact
    case .undone: return payload.flatMap { EntryID(text: $0) }.map { .marker(.undone($0)) }
    case .redone: return payload.flatMap { EntryID(text: $0) }.map { .marker(.redone($0)) }
    }
  }

  /// The change it tells of; nil for marks and for what this version does not know.
  package var change: Change? {
    guard case .change(let change) = fact else { return nil }
    return change
  }

  private var knownKind: RecordKind? { recordKind.flatMap(RecordKind.init(rawValue:)) }

  /// Why and by whom a phase moved; nil for entries of other kinds.
  package var phaseStep: PhaseStep? {
    guard kind == .phase, let record, let phase = field.flatMap({ Int($0) }).flatMap(Phase.init(rawValue:)),
      let payload = payload.flatMap(PhasePayload.init(text:)),
      let event = PhaseEventKind(rawValue: payload.event ?? ""), let from = state(before),
      let to = state(after)
    else { return nil }
    return PhaseStep(
      party: record, phase: phase, event: event, from: from, to: to, by: payload.by, reason: payload.reason)
  }

  private var phaseFact: Fact? {
    if let phaseStep { return .change(.phase(phaseStep)) }
    guard let record, let phase = field.flatMap({ Int($0) }).flatMap(Phase.init(rawValue:)),
      let kept = payload.flatMap(PhasePayload.init(text:))?.restored, let state = state(after)
    else { return nil }
    return .restored(record, phase, kept.entry(state: state))
  }

  private func state(_ written: String?) -> PhaseState? {
    guard case .choice(let key) = written.flatMap(Value.init(written:)) else { return nil }
    return PhaseState(rawValue: key)
  }

  mutating func note(_ fact: Fact, in assessment: Assessment) {
    switch fact {
    case .change(let change): note(change, in: assessment)
    case .marker(.undone(let batch)):
      kind = .undone
      payload = batch.text
    case .marker(.redone(let batch)):
      kind = .redone
      payload = batch.text
    case .restored(let party, let phase, let kept):
      note(party, in: assessment)
      kind = .phase
      field = String(phase.rawValue)
      after = Value.choice(kept.state.rawValue).written
      payload = PhasePayload(restored: PhasePayload.Kept(kept)).text
    }
  }

  private mutating func note(_ change: Change, in assessment: Assessment) {
    switch change {
    case .created(let id, let recordKind, let number, let party):
      kind = .created
      record = id
      self.recordKind = recordKind.rawValue
      label = number
      owner = party
    case .set(let id, let slot, let before, let after):
      note(id, in: assessment)
      kind = Self.kind(ofSetting: slot.key, of: assessment.kind(of: id))
      field = slot.key.name
      slotParty = slot.party
      self.before = before?.written
      self.after = after?.written
    case .removed(let id):
      note(id, in: assessment)
      kind = .removed
    case .phase(let step):
      note(step.party, in: assessment)
      kind = .phase
      field = String(step.phase.rawValue)
      before = Value.choice(step.from.rawValue).written
      after = Value.choice(step.to.rawValue).written
      payload = PhasePayload(event: step.event.rawValue, by: step.by, reason: step.reason).text
    }
  }

  /// A blind round's two acts are told apart from other edits by their kind.
  private static func kind(ofSetting key: FieldKey, of record: RecordKind?) -> Kind {
    switch (record, key) {
    case (.estimate, Estimate.seal.key): .sealed
    case (.estimateRound, EstimateRound.revealed.key): .revealed
    default: .set
    }
  }

  private mutating func note(_ id: RecordID, in assessment: Assessment) {
    record = id
    recordKind = assessment.kind(of: id)?.rawValue
    label = assessment.labelNumber(of: id)
  }
}

/// The part of a phase entry that has no column, as JSON with sorted keys.
struct PhasePayload: Codable {
  var event: String?
  var by: String?
  var reason: String?
  var restored: Kept?

  /// What `PhaseTable.Entry` keeps besides the state.
  struct Kept: Codable {
    let agreedBefore: Bool
    let submittedBy: String?
    let agreedBy: String?
    let changed: [String]

    init(_ entry: PhaseTable.Entry) {
      agreedBefore = entry.agreedBefore
      submittedBy = entry.submittedBy
      agreedBy = entry.agreedBy
      changed = entry.changed.sorted().map(\.text)
    }

    func entry(state: PhaseState) -> PhaseTable.Entry {
      var entry = PhaseTable.Entry()
      entry.state = state
      entry.agreedBefore = agreedBefore
      entry.submittedBy = submittedBy
      entry.agreedBy = agreedBy
      entry.changed = Set(changed.compactMap { RecordID(text: $0) })
      return entry
    }
  }
}

extension PhasePayload {
  init?(text: String) {
    guard let read = try? JSONDecoder().decode(PhasePayload.self, from: Data(text.utf8)) else { return nil }
    self = read
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

extension Assessment {
  /// Folds one entry in. What is in the journal is fact and is not judged again.
  ///
  /// - Returns: The change it told of; nil for marks and for what this version does not know.
  @discardableResult
  package mutating func fold(_ entry: Entry) -> Change? {
    guard let fact = entry.fact else { return nil }
    return fold(fact)
  }

  /// Folds one fact in.
  ///
  /// - Returns: The change it is; nil for marks.
  @discardableResult
  package mutating func fold(_ fact: Fact) -> Change? {
    switch fact {
    case .change(let change):
      apply(change)
      return change
    case .restored(let party, let phase, let kept):
      restore(kept, of: party, phase)
      return nil
    case .marker: return nil
    }
  }

  /// The state that a journal tells of.
  package init(folding entries: some Sequence<Entry>) {
    self.init()
    for entry in entries { fold(entry) }
  }
}
