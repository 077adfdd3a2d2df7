/// What became of one record between two states of an assessment.
package struct RecordDifference: Hashable, Sendable {
  /// Whether it came, went or stayed.
  package enum Kind: Hashable, Sendable {
    case created
    case changed
    case removed
  }

  /// One field that holds something else.
  package struct Field: Hashable, Sendable {
    package let slot: Slot
    package let before: Value?
    package let after: Value?
  }

  package let record: RecordID
  package let kind: Kind
  /// Of a record that stayed, in the order of its description.
  package let fields: [Field]
}

/// A phase of a party that stands elsewhere in another state of an assessment.
package struct PhaseDifference: Hashable, Sendable {
  package let party: RecordID
  package let phase: Phase
  package let before: PhaseState
  package let after: PhaseState
}

extension Assessment {
  /// What is otherwise than in an earlier state, kind by kind: what came and what changed in the order of creation,
  /// then what went.
  package func differences(from earlier: Assessment) -> [RecordDifference] {
    RecordKind.allCases.flatMap { kind -> [RecordDifference] in
      let here = ids(kind).compactMap { id -> RecordDifference? in
        guard earlier.exists(id) else { return RecordDifference(record: id, kind: .created, fields: []) }
        let fields = changedFields(of: id, from: earlier)
        return fields.isEmpty ? nil : RecordDifference(record: id, kind: .changed, fields: fields)
      }
      let gone = earlier.ids(kind).filter { !exists($0) }
      return here + gone.map { RecordDifference(record: $0, kind: .removed, fields: []) }
    }
  }

  private func changedFields(of id: RecordID, from earlier: Assessment) -> [RecordDifference.Field] {
    let (before, after) = (earlier.values(of: id), values(of: id))
    guard !before.elementsEqual(after, by: { $0 == $1 }) else { return [] }
    let slots = after.map(\.slot) + before.map(\.slot).filter { value(id, $0) == nil }
    return slots.compactMap { slot in
      let (old, new) = (earlier.value(id, slot), value(id, slot))
      return old == new ? nil : RecordDifference.Field(slot: slot, before: old, after: new)
    }
  }

  /// The phases that stood elsewhere in an earlier state, party by party.
  package func phaseDifferences(from earlier: Assessment) -> [PhaseDifference] {
    ids(.party).flatMap { party in
      Phase.allCases.compactMap { phase in
        let (before, after) = (earlier.phases[party, phase], phases[party, phase])
        return before == after
          ? nil : PhaseDifference(party: party, phase: phase, before: before, after: after)
      }
    }
  }
}
