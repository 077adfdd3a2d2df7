/// What an act would bring about, found out before it is done.
package struct Foreseen: Hashable, Sendable {
  /// Phases of a party that would move to another state.
  package struct Moves: Hashable, Sendable {
    package let party: RecordID
    package let phases: [Phase]
    package let to: PhaseState
  }

  /// A clause whose answers would be open again.
  package struct Reopened: Hashable, Sendable {
    package let clause: RecordID
    package let parties: [RecordID]
  }

  /// Why it would not be done; everything else is then empty.
  package var refusal: Refusal?
  package var moves: [Moves] = []
  /// Clauses that would end.
  package var ending: [RecordID] = []
  package var reopened: [Reopened] = []
  /// All facts it would leave.
  package var changes: [Change] = []

  package init() {}
}

extension Assessment {
  /// Tries an act on a copy and tells what came of it; nothing changes.
  package func foresee(_ commands: [Command], in context: Context) -> Foreseen {
    var trial = self
    var foreseen = Foreseen()
    do throws(Refusal) {
      foreseen.changes = try trial.perform(commands, in: context)
    } catch {
      foreseen.refusal = error
      return foreseen
    }
    foreseen.moves = moves(in: foreseen.changes, trial)
    foreseen.ending = foreseen.changes.compactMap {
      if case .set(let id, let slot, _, .some) = $0, slot.key == Commitment.inForceTo.key,
        kind(of: id) == .commitment
      {
        id
      } else {
        nil
      }
    }
    foreseen.reopened = reopened(in: foreseen.changes)
    return foreseen
  }

  /// By party in the order of joining and by the state arrived at; only phases that end elsewhere than they stood.
  private func moves(in changes: [Change], _ after: Assessment) -> [Foreseen.Moves] {
    var touched: [RecordID: Set<Phase>] = [:]
    for case .phase(let step) in changes { touched[step.party, default: []].insert(step.phase) }
    return touched.keys.sorted().flatMap { party -> [Foreseen.Moves] in
      let moved = (touched[party] ?? []).sorted().filter { phases[party, $0] != after.phases[party, $0] }
      return PhaseState.allCases.compactMap { state in
        let arrived = moved.filter { after.phases[party, $0] == state }
        return arrived.isEmpty ? nil : Foreseen.Moves(party: party, phases: arrived, to: state)
      }
    }
  }

  private func reopened(in changes: [Change]) -> [Foreseen.Reopened] {
    var order: [RecordID] = []
    var parties: [RecordID: [RecordID]] = [:]
    for case .set(let id, let slot, _, .choice(Answer.proposed.rawValue)?) in changes
    where slot.key == Commitment.answer.key {
      guard let party = slot.party else { continue }
      if parties[id] == nil { order.append(id) }
      parties[id, default: []].append(party)
    }
    return order.map { Foreseen.Reopened(clause: $0, parties: parties[$0] ?? []) }
  }
}
