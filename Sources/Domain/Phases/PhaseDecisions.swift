extension Assessment {
  /// Where the gate's findings come from; tests and rehearsals bring their own.
  package typealias Gate = (_ party: RecordID, _ phase: Phase) -> [GateFinding]

  /// The facts a phase event would bring about now.
  ///
  /// - Throws: The refusal that names the guard.
  func decide(_ event: PhaseEvent, _ context: Context) throws(Refusal) -> [Change] {
    // All gates are asked then: each record is looked at once for all of them.
    guard case .closeCycle = event else {
      return try decide(event, context) { gateFindings(party: $0, phase: $1, context) }
    }
    return try decide(event, context, gate: GateLook(self, context).findings)
  }

  /// The facts a phase event would bring about now, under the gate given. Decides only: nothing is changed.
  ///
  /// - Throws: The refusal that names the guard.
  package func decide(_ event: PhaseEvent, _ context: Context, gate: @escaping Gate) throws(Refusal)
    -> [Change]
  {
    switch event {
    case .begin(let phase, let party):
      try move(.begin, phase, party, gate, context)
    case .submit(let phase, let party, let by):
      try move(.submit, phase, party, gate, context, by: by)
    case .sendBack(let phase, let party, let by, let reason):
      try move(.sendBack, phase, party, gate, context, by: by, reason: reason)
    case .agree(let phase, let party, let by):
      try move(.agree, phase, party, gate, context, by: by)
    case .reopen(let phase, let party, let by, let reason):
      try move(.reopen, phase, party, gate, context, by: by, reason: reason)
    case .confirm(let phase, let party, let by):
      try move(.confirm, phase, party, gate, context, by: by)
    case .amend(let record, let by, let reason):
      try amend(record, by: by, reason: reason)
    case .closeCycle(let by, let from, let to, let keeping):
      try closeCycle(by: by, from: from, to: to, keeping: keeping, context, gate)
    case .leave(let party, let day, let reason):
      try leave(party, on: day, reason: reason)
    }
  }

  // MARK: One party in one phase

  private func move(
    _ kind: PhaseEventKind, _ phase: Phase, _ party: RecordID, _ gate: @escaping Gate, _ context: Context,
    by: String? = nil, reason: String? = nil
  ) throws(Refusal) -> [Change] {
    guard self.kind(of: party) == .party, exists(party) else { throw .noSuchRecord(party) }
    var steps = PhaseSteps(phases)
    var machine = steps.machine(party, phase)
    let facts = facts(phase, party, gate, context, by: by ?? "", reason: reason ?? "")
    switch machine.receive(kind, facts) {
    case .refused(let obstacle):
      throw .phase(refusal(kind, phase, party, obstacle))
    case .moved(let consequences):
      let name = by.flatMap { self.name(called: $0, for: party) }
      steps.step(machine, kind, party, by: name, reason: reason)
      for consequence in consequences { draw(consequence, phase, party, reason, &steps) }
      return steps.changes
    }
  }

  private func facts(
    _ phase: Phase, _ party: RecordID, _ gate: @escaping Gate, _ context: Context, by: String, reason: String
  ) -> PhaseFacts {
    var facts = PhaseFacts()
    facts.participates = participates(party)
    facts.party = party
    facts.reason = reason
    facts.authorities = authorities(of: party, phase: phase, on: context.today)
    facts.hasAuthority = persons(called: by, for: party).contains(where: facts.authorities.contains)
    facts.blockers = { gate(party, phase).filter { $0.severity == .blocker } }
    if let before = phase.previous {
      facts.previous = phases[party, before]
      facts.circleBehind = { circleBehind(of: party, before) }
    }
    return facts
  }

  private func refusal(
    _ kind: PhaseEventKind, _ phase: Phase, _ party: RecordID, _ obstacle: PhaseMachine.Obstacle
  ) -> PhaseRefusal {
    PhaseRefusal(
      kind, phase: phase, party: party, obstacle.guardName, state: phases[party, phase],
      findings: obstacle.findings, records: obstacle.records)
  }

  /// The person's own name, so that the same person is the same name whatever it was typed as; the words
  /// themselves where they name nobody known, nil when empty.
  private func name(called by: String, for party: RecordID) -> String? {
    if by.allSatisfy(\.isWhitespace) { return nil }
    return persons(called: by, for: party).first.flatMap { self[$0, Person.name] } ?? by
  }

  // MARK: Consequences

  private func draw(
    _ consequence: PhaseMachine.Consequence, _ phase: Phase, _ party: RecordID, _ reason: String?,
    _ steps: inout PhaseSteps
  ) {
    switch consequence {
    case .laterBecomeStale:
      if let next = phase.next { steps.becomeStale(party, from: next, reason: reason) }
    case .linkedBecomeStale:
      for record in phases.entry(party, phase).changed.sorted() {
        makeStaleWhatRests(on: record, changedIn: phase, of: party, &steps)
      }
    }
  }

  /// Whatever links to a changed record from the same phase or a later one rested on it. Foundations such as a
  /// party are named everywhere and carry nothing.
  private func makeStaleWhatRests(
    on record: RecordID, changedIn phase: Phase, of party: RecordID, _ steps: inout PhaseSteps
  ) {
    guard kind(of: record)?.description.phase != nil else { return }
    var told: Set<PhaseTable.Key> = []
    for (source, _) in sources(of: record) {
      guard let resting = kind(of: source)?.description.phase, resting >= phase else { continue }
      for other in parties(boundBy: source) where participates(other) {
        guard other != party || resting > phase, told.insert(PhaseTable.Key(other, resting)).inserted else {
          continue
        }
        steps.becomeStale(other, from: resting)
      }
    }
  }

  // MARK: Joint records

  private func amend(_ record: RecordID, by: String, reason: String) throws(Refusal) -> [Change] {
    guard exists(record), let description = kind(of: record)?.description else { throw .noSuchRecord(record) }
    var facts = PhaseFacts()
    facts.reason = reason
    facts.isJoint = party(of: record) == nil && description.phase != nil
    let phase = description.phase ?? .agreement
    let bound = parties(boundBy: record).filter(participates)
    if let obstacle = facts.firstObstacle(of: [.reason, .notJoint]) {
      throw .phase(
        PhaseRefusal(.amend, phase: description.phase, party: nil, obstacle.guardName, records: [record]))
    }
    var steps = PhaseSteps(phases)
    for party in bound {
      var machine = steps.machine(party, phase)
      guard case .moved = machine.amend(facts) else { continue }
      steps.step(machine, .amend, party, by: by, reason: reason)
      if let next = phase.next { steps.becomeStale(party, from: next, reason: reason) }
    }
    guard !steps.changes.isEmpty else {
      let state = bound.first.map { phases[$0, phase] }
      throw .phase(
        PhaseRefusal(.amend, phase: phase, party: bound.first, .state, state: state, records: [record]))
    }
    reopenAnswers(in: record, &steps)
    return steps.changes
  }

  private func reopenAnswers(in clause: RecordID, _ steps: inout PhaseSteps) {
    guard kind(of: clause) == .commitment else { return }
    for party in parties(boundBy: clause) where !has(party, Party.leftOn) {
      let slot = Slot(Commitment.answer.key, party: party)
      guard let before = value(clause, slot) else { continue }
      steps.set(clause, slot, from: before, to: .choice(Answer.proposed.rawValue))
    }
  }
}

extension PhaseMachine {
  /// Hands an event of one party's phase to its function.
  mutating func receive(_ kind: PhaseEventKind, _ facts: PhaseFacts) -> Outcome {
    switch kind {
    case .begin, .beginByItself: begin(facts)
    case .submit: submit(facts)
    case .sendBack: sendBack(facts)
    case .agree: agree(facts)
    case .reopen: reopen(facts)
    case .amend: amend(facts)
    case .confirm: confirm(facts)
    case .closeCycle: closeCycle(facts)
    case .becomeStale: becomeStale()
    case .leave: .refused(Obstacle(guardName: .state))
    }
  }
}
