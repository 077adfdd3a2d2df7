// The transition table of one party in one phase. A guard that says no is named in the refusal; guards are asked
// in the order of the row, participation before the state and the others after it. A test reads this table and holds the code against it.
//
// | event       | from          | to         | guards                                                |
// |-------------|---------------|------------|-------------------------------------------------------|
// | begin       | notStarted    | inProgress | participation                                         |
// | submit      | inProgress    | inReview   | participation, previousPhase, gate                    |
// | sendBack    | inReview      | inProgress | participation, reason                                 |
// | agree       | inReview      | agreed     | participation, authority, previousPhase, circle, gate |
// | reopen      | agreed, stale | inProgress | participation, reason                                 |
// | amend       | agreed        | stale      | participation, reason, notJoint                       |
// | confirm     | stale         | agreed     | participation, authority, previousPhase, circle, gate |
// | closeCycle  | agreed        | 1–5 stale  | participation, authority, cycleOpen, gate             |
// | closeCycle  | agreed        | 6 notStarted | participation, authority, cycleOpen, gate           |
// | becomeStale | agreed        | stale      |                                                       |

/// Where one party stands in one phase, and which events lead on from there.
///
/// Knows no clock, ids, records or files: what its guards need comes with the event. A refused event changes
/// nothing.
package struct PhaseMachine: Hashable, Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case moved([Consequence])
    case refused(Obstacle)
  }

  /// What an event brings about beyond the machine's own state.
  package enum Consequence: Hashable, Sendable {
    /// The party's later agreed phases become stale.
    case laterBecomeStale
    /// Whatever links to something changed since the last agreement becomes stale.
    case linkedBecomeStale
  }

  /// The guard that said no, with what it saw.
  package struct Obstacle: Hashable, Sendable {
    package let guardName: PhaseRefusal.Guard
    package var findings: [GateFinding] = []
    package var records: [RecordID] = []
  }

  private enum State {
    case notStarted, inProgress, inReview, agreed, stale
  }

  package let phase: Phase
  private var at: State
  private var agreedBefore: Bool

  /// A phase nobody has begun.
  package init(_ phase: Phase) {
    self.phase = phase
    at = .notStarted
    agreedBefore = false
  }

  /// The machine as the journal has it.
  init(_ phase: Phase, asFolded entry: PhaseTable.Entry) {
    self.phase = phase
    agreedBefore = entry.agreedBefore
    switch entry.state {
    case .notStarted: at = .notStarted
    case .inProgress: at = .inProgress
    case .inReview: at = .inReview
    case .agreed: at = .agreed
    case .stale: at = .stale
    }
  }

  package var state: PhaseState {
    switch at {
    case .notStarted: .notStarted
    case .inProgress: .inProgress
    case .inReview: .inReview
    case .agreed: .agreed
    case .stale: .stale
    }
  }

  // MARK: Events

  /// 着手; drafting ahead is allowed, so no earlier phase is asked.
  package mutating func begin(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .notStarted: move(to: .inProgress, facts.firstObstacle(of: [.participation]))
    case .inProgress, .inReview, .agreed, .stale: misplaced(facts)
    }
  }

  /// 提出; the party's previous phase is in review or agreed.
  package mutating func submit(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .inProgress:
      move(
        to: .inReview,
        facts.firstObstacle(of: [.participation, .previousPhase, .gate], previous: [.inReview, .agreed]))
    case .notStarted, .inReview, .agreed, .stale: misplaced(facts)
    }
  }

  /// 差戻し
  package mutating func sendBack(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .inReview: move(to: .inProgress, facts.firstObstacle(of: [.participation, .reason]))
    case .notStarted, .inProgress, .agreed, .stale: misplaced(facts)
    }
  }

  /// 合意
  package mutating func agree(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .inReview: settle(facts)
    case .notStarted, .inProgress, .agreed, .stale: misplaced(facts)
    }
  }

  /// 再確認; the guards of `agree`.
  package mutating func confirm(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .stale: settle(facts)
    case .notStarted, .inProgress, .inReview, .agreed: misplaced(facts)
    }
  }

  /// 再開
  package mutating func reopen(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .agreed, .stale:
      move(
        to: .inProgress, facts.firstObstacle(of: [.participation, .reason]), [.laterBecomeStale])
    case .notStarted, .inProgress, .inReview: misplaced(facts)
    }
  }

  /// 変更; of a joint record that binds the party.
  package mutating func amend(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .agreed:
      move(
        to: .stale, facts.firstObstacle(of: [.participation, .reason, .notJoint]), [.laterBecomeStale])
    case .notStarted, .inProgress, .inReview, .stale: misplaced(facts)
    }
  }

  /// 期締め; what stands is confirmed in the next cycle, evaluation starts anew.
  package mutating func closeCycle(_ facts: PhaseFacts) -> Outcome {
    switch at {
    case .agreed:
      let last = phase == .evaluation
      let outcome = move(
        to: last ? .notStarted : .stale,
        facts.firstObstacle(of: [.participation, .authority, .cycleOpen, .gate]))
      if last, at == .notStarted { agreedBefore = false }
      return outcome
    case .notStarted, .inProgress, .inReview, .stale: return misplaced(facts)
    }
  }

  /// Something the agreement rested on changed elsewhere.
  package mutating func becomeStale() -> Outcome {
    switch at {
    case .agreed: move(to: .stale, nil)
    case .notStarted, .inProgress, .inReview, .stale: .refused(Obstacle(guardName: .state))
    }
  }

  // MARK: Moving

  /// A party without phases is told so, and not that its phase stands elsewhere.
  private func misplaced(_ facts: PhaseFacts) -> Outcome {
    .refused(facts.firstObstacle(of: [.participation]) ?? Obstacle(guardName: .state))
  }

  private mutating func settle(_ facts: PhaseFacts) -> Outcome {
    let outcome = move(
      to: .agreed,
      facts.firstObstacle(
        of: [.participation, .authority, .previousPhase, .circle, .gate], previous: [.agreed]),
      agreedBefore ? [.linkedBecomeStale] : [])
    if at == .agreed { agreedBefore = true }
    return outcome
  }

  private mutating func move(
    to next: State, _ obstacle: Obstacle?, _ consequences: [Consequence] = []
  ) -> Outcome {
    if let obstacle { return .refused(obstacle) }
    at = next
    return .moved(consequences)
  }
}
