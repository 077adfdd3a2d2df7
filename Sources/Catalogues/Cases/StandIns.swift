import Domain

/// Which records the stand-ins of earlier acts have become.
struct StandIns {
  private var real: [RecordID: RecordID] = [:]

  /// Remembers what the drafts among `commands` became.
  mutating func note(_ changes: [Change], of commands: [Command]) {
    let drafts = commands.compactMap { if case .create(let draft) = $0 { draft.id } else { nil } }
    let born = changes.compactMap { if case .created(let id, _, _, _) = $0 { id } else { nil } }
    for (draft, id) in zip(drafts, born) { real[draft] = id }
  }

  func resolved(_ id: RecordID) -> RecordID { real[id] ?? id }

  func resolved(_ command: Command) -> Command {
    switch command {
    case .create(let draft): .create(resolved(draft))
    case .set(let id, let slot, let value): .set(resolved(id), resolved(slot), value.map(resolved))
    case .remove(let id): .remove(resolved(id))
    case .removeAndUnlink(let id): .removeAndUnlink(resolved(id))
    case .phase(let event): .phase(resolved(event))
    case .cast, .reveal: command
    }
  }

  private func resolved(_ draft: Draft) -> Draft {
    let values = draft.values.map { (resolved($0.key), resolved($0.value)) }
    return Draft(
      draft.kind, party: draft.party.map { resolved($0) }, pending: Int(draft.id.number),
      values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
  }

  private func resolved(_ slot: Slot) -> Slot {
    Slot(slot.key, party: slot.party.map { resolved($0) })
  }

  private func resolved(_ value: Value) -> Value {
    switch value {
    case .reference(let id): .reference(resolved(id))
    case .references(let ids): .references(ids.map { resolved($0) })
    case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: value
    }
  }

  private func resolved(_ event: PhaseEvent) -> PhaseEvent {
    switch event {
    case .begin(let phase, let party): .begin(phase, party: resolved(party))
    case .submit(let phase, let party, let by): .submit(phase, party: resolved(party), by: by)
    case .sendBack(let phase, let party, let by, let reason):
      .sendBack(phase, party: resolved(party), by: by, reason: reason)
    case .agree(let phase, let party, let by): .agree(phase, party: resolved(party), by: by)
    case .reopen(let phase, let party, let by, let reason):
      .reopen(phase, party: resolved(party), by: by, reason: reason)
    case .confirm(let phase, let party, let by): .confirm(phase, party: resolved(party), by: by)
    case .amend(let record, let by, let reason): .amend(resolved(record), by: by, reason: reason)
    case .closeCycle: event
    case .leave(let party, let on, let reason): .leave(party: resolved(party), on: on, reason: reason)
    }
  }
}
