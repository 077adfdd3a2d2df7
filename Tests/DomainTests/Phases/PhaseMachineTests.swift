import Domain
import Testing

@Suite("The machine of one party in one phase")
struct PhaseMachineTests {
  static let events = PhaseEventKind.allCases.filter { $0 != .leave && $0 != .beginByItself }
  static let anyone = RecordID(replica: 1, number: 7)

  /// Facts that let every event pass.
  static func open(_ phase: Phase = .policy) -> PhaseFacts {
    var facts = PhaseFacts()
    facts.previous = phase.previous.map { _ in .agreed }
    facts.reason = "because"
    return facts
  }

  /// Facts that let every guard but one pass.
  static func closed(_ name: PhaseRefusal.Guard, _ phase: Phase = .policy) -> PhaseFacts {
    var facts = open(phase)
    switch name {
    case .participation: facts.participates = false
    case .reason: facts.reason = " \u{3000}\t"
    case .authority: facts.hasAuthority = false
    case .previousPhase: facts.previous = .inProgress
    case .circle: facts.circleBehind = { [anyone] }
    case .gate:
      facts.blockers = {
        [
          GateFinding(
            rule: "R3", severity: .blocker, phase: phase, party: nil, record: anyone,
            words: Words("no owner", "所有者なし"))
        ]
      }
    case .cycleOpen: facts.cycleBehind = [anyone]
    case .notJoint: facts.isJoint = false
    case .state, .openMatters: break
    }
    return facts
  }

  static func send(
    _ event: PhaseEventKind, to machine: inout PhaseMachine, _ facts: PhaseFacts
  ) -> PhaseMachine.Outcome {
    switch event {
    case .begin, .beginByItself: machine.begin(facts)
    case .submit: machine.submit(facts)
    case .sendBack: machine.sendBack(facts)
    case .agree: machine.agree(facts)
    case .reopen: machine.reopen(facts)
    case .amend: machine.amend(facts)
    case .confirm: machine.confirm(facts)
    case .closeCycle: machine.closeCycle(facts)
    case .becomeStale: machine.becomeStale()
    case .leave: .moved([])
    }
  }

  /// A machine in a state, led there by events.
  static func machine(_ phase: Phase, at state: PhaseState) -> PhaseMachine {
    let way: [PhaseEventKind] =
      switch state {
      case .notStarted: []
      case .inProgress: [.begin]
      case .inReview: [.begin, .submit]
      case .agreed: [.begin, .submit, .agree]
      case .stale: [.begin, .submit, .agree, .becomeStale]
      }
    var machine = PhaseMachine(phase)
    for event in way { _ = send(event, to: &machine, open(phase)) }
    return machine
  }

  @Test("the comment's table is the code's, for every event, state and phase", arguments: events)
  func tableIsTheCode(event: PhaseEventKind) throws {
    let table = try TransitionTable()
    #expect(Set(table.rows.map(\.event)) == Set(Self.events))
    for phase in Phase.allCases {
      for state in PhaseState.allCases {
        var machine = Self.machine(phase, at: state)
        #expect(machine.state == state)
        let outcome = Self.send(event, to: &machine, Self.open(phase))
        if let arrow = table.arrow(event, from: state, in: phase) {
          #expect(machine.state == arrow.to, "\(event) from \(state) in phase \(phase.rawValue)")
          #expect(outcome.isMove)
        } else {
          #expect(outcome.guardName == .state, "\(event) from \(state) in phase \(phase.rawValue)")
          #expect(machine.state == state)
        }
      }
    }
  }

  @Test("each guard of the table refuses alone, and no other does", arguments: events)
  func guardsAreTheTables(event: PhaseEventKind) throws {
    let table = try TransitionTable()
    for row in table.rows where row.event == event {
      guard let phase = Phase(rawValue: row.phases.upperBound) else { continue }
      for state in row.from {
        for name in PhaseRefusal.Guard.allCases {
          let before = Self.machine(phase, at: state)
          var machine = before
          let outcome = Self.send(event, to: &machine, Self.closed(name, phase))
          let refuses = row.guards.contains(name)
          #expect(outcome.guardName == (refuses ? name : nil), "\(event) from \(state), \(name)")
          #expect(refuses ? machine == before : machine.state == row.to)
        }
      }
    }
  }

  @Test("when several guards refuse, the first of the row is named", arguments: events)
  func firstGuardIsNamed(event: PhaseEventKind) throws {
    for row in try TransitionTable().rows where row.event == event {
      guard let phase = Phase(rawValue: row.phases.upperBound), let state = row.from.first else { continue }
      var facts = PhaseFacts()
      facts.participates = false
      facts.hasAuthority = false
      facts.previous = .notStarted
      facts.isJoint = false
      facts.cycleBehind = [Self.anyone]
      facts.blockers = Self.closed(.gate).blockers
      facts.circleBehind = { [Self.anyone] }
      var machine = Self.machine(phase, at: state)
      #expect(Self.send(event, to: &machine, facts).guardName == row.guards.first)
    }
  }

  @Test("a refusal carries what stands in the way")
  func refusalsCarryFacts() {
    var machine = Self.machine(.policy, at: .inReview)
    guard case .refused(let gate) = machine.agree(Self.closed(.gate)) else {
      Issue.record("the gate let it pass")
      return
    }
    #expect(gate.findings.map(\.rule) == ["R3"])
    guard case .refused(let circle) = machine.agree(Self.closed(.circle)) else {
      Issue.record("the circle let it pass")
      return
    }
    #expect(circle.records == [Self.anyone])
  }

  @Test("the previous phase may be in review for submit, but must be agreed for agree; stale never counts")
  func previousPhase() {
    for state in PhaseState.allCases {
      var facts = Self.open()
      facts.previous = state
      var drafted = Self.machine(.policy, at: .inProgress)
      #expect(drafted.submit(facts).isMove == (state == .inReview || state == .agreed))
      var reviewed = Self.machine(.policy, at: .inReview)
      #expect(reviewed.agree(facts).isMove == (state == .agreed))
      var stale = Self.machine(.policy, at: .stale)
      #expect(stale.confirm(facts).isMove == (state == .agreed))
    }
  }

  @Test("only an agreement after an agreement makes what links here stale")
  func secondAgreementTellsOthers() {
    var machine = Self.machine(.policy, at: .inReview)
    #expect(machine.agree(Self.open()) == .moved([]))
    #expect(machine.reopen(Self.open()) == .moved([.laterBecomeStale]))
    _ = machine.submit(Self.open())
    #expect(machine.agree(Self.open()) == .moved([.linkedBecomeStale]))
  }

  @Test("gate and circle are not asked while a cheaper guard says no")
  func costlyFactsComeLast() {
    var facts = Self.closed(.authority)
    facts.blockers = {
      Issue.record("the gate was asked")
      return []
    }
    facts.circleBehind = {
      Issue.record("the circle was asked")
      return []
    }
    var machine = Self.machine(.policy, at: .inReview)
    #expect(machine.agree(facts).guardName == .authority)
    facts.hasAuthority = true
    var early = Self.machine(.policy, at: .notStarted)
    #expect(early.agree(facts).guardName == .state)
  }
}

extension PhaseMachine.Outcome {
  var isMove: Bool { guardName == nil }

  /// The guard that refused; nil when the machine moved.
  var guardName: PhaseRefusal.Guard? {
    switch self {
    case .moved: nil
    case .refused(let obstacle): obstacle.guardName
    }
  }
}
