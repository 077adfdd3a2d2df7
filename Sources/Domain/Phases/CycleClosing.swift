extension Assessment {
  /// Closes the cycle: what was decided stands to be confirmed, evaluation starts anew, measured values become the
  /// baselines of the next cycle and residual risks whose controls are verified the present ones.
  ///
  /// These writes are the event's own and the one exception to the locks; they come before the steps, so that
  /// nobody counts them as changes made since.
  func closeCycle(
    by: String, from: Day, to: Day, keeping: Set<RecordID>, _ context: Context, _ gate: Gate
  ) throws(Refusal) -> [Change] {
    guard from <= to else { throw .notAllowed(AssessmentRecord.periodTo.field, .day(to)) }
    let parties = participants
    let closer = parties.lazy.compactMap { self.topManager(called: by, of: $0) }.first
    var facts = PhaseFacts()
    facts.hasAuthority = closer != nil
    facts.authorities = parties.compactMap { self[$0, Party.topManagement] }
    let open = Phase.allCases.first { phase in parties.contains { phases[$0, phase] != .agreed } }
    facts.cycleBehind = open.map { phase in parties.filter { phases[$0, phase] != .agreed } } ?? []
    if let obstacle = facts.firstObstacle(of: [.authority, .cycleOpen]) {
      throw .phase(closingRefusal(obstacle, open, context.party))
    }
    var steps = PhaseSteps(phases)
    setCycles(before: from, &steps)
    setBaselines(before: from, &steps)
    askAnewForReadings(&steps)
    setPresentRatings(but: keeping, &steps)
    setPeriod(from, to, &steps)
    for party in parties {
      for phase in Phase.allCases {
        let blockers = gate(party, phase).filter { $0.severity == .blocker }
        facts.blockers = { blockers }
        var machine = steps.machine(party, phase)
        if case .refused(let obstacle) = machine.closeCycle(facts) {
          throw .phase(closingRefusal(obstacle, phase, party))
        }
        steps.step(machine, .closeCycle, party, by: closer.flatMap { self[$0, Person.name] } ?? by)
      }
    }
    return steps.changes
  }

  private func topManager(called name: String, of party: RecordID) -> RecordID? {
    guard let head = self[party, Party.topManagement] else { return nil }
    return persons(called: name, for: party).contains(head) ? head : nil
  }

  private func closingRefusal(
    _ obstacle: PhaseMachine.Obstacle, _ phase: Phase?, _ party: RecordID?
  ) -> PhaseRefusal {
    PhaseRefusal(
      .closeCycle, phase: phase, party: party, obstacle.guardName, findings: obstacle.findings,
      records: obstacle.records)
  }

  private func setPeriod(_ from: Day, _ to: Day, _ steps: inout PhaseSteps) {
    guard let head else { return }
    write(head, AssessmentRecord.cycle, cycle + 1, &steps)
    write(head, AssessmentRecord.periodFrom, from, &steps)
    write(head, AssessmentRecord.periodTo, to, &steps)
  }

  /// What was read, audited, found, given and reviewed until now keeps its cycle, also where nobody named it: later
  /// the day alone would no longer tell.
  private func setCycles(before next: Day, _ steps: inout PhaseSteps) {
    let dated: [(RecordKind, Attribute<Int>, Attribute<Day>)] = [
      (.reading, Reading.cycle, Reading.date), (.audit, Audit.cycle, Audit.from),
      (.finding, Finding.cycle, Finding.foundOn), (.disclosure, Disclosure.cycle, Disclosure.issuedOn),
      (.managementReview, ManagementReview.cycle, ManagementReview.date),
    ]
    for (kind, named, on) in dated {
      for record in ids(kind) where !has(record, named) && self[record, on].map({ $0 < next }) ?? true {
        write(record, named, cycle(record, named, on), &steps)
      }
    }
  }

  private func setBaselines(before next: Day, _ steps: inout PhaseSteps) {
    for objective in ids(.objective) {
      guard let value = closingValue(of: objective, before: next) else { continue }
      write(objective, Objective.baseline, value, &steps)
    }
  }

  /// Why none was due in one cycle is no reason in the next.
  private func askAnewForReadings(_ steps: inout PhaseSteps) {
    let key = Objective.noReadingReason.key
    for objective in ids(.objective) {
      steps.set(objective, Slot(key), from: value(objective, key), to: nil)
    }
  }

  /// Risks whose residual rating may become the present one: rated, treated, and all their controls verified.
  package var risksToTakeOver: [RecordID] {
    ids(.risk).filter { isTreatedAsVerified($0) && rating($0, .residual) != nil }
  }

  private func setPresentRatings(but keeping: Set<RecordID>, _ steps: inout PhaseSteps) {
    for risk in risksToTakeOver where !keeping.contains(risk) {
      guard let residual = rating(risk, .residual) else { continue }
      write(risk, Risk.likelihood, residual.likelihood, &steps)
      write(risk, Risk.consequenceStep, residual.consequence, &steps)
      write(risk, Risk.criteria, residual.criteria, &steps)
    }
  }

  /// Whether controls treat the risk and every one of them that applies was verified.
  private func isTreatedAsVerified(_ risk: RecordID) -> Bool {
    let controls = sources(of: risk, via: ControlStatement.risks)
      .filter { self[$0, ControlStatement.applicability] != .excluded }
    return !controls.isEmpty && controls.allSatisfy { has($0, ControlStatement.verifiedOn) }
  }

  private func write<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content, _ steps: inout PhaseSteps
  ) {
    steps.set(id, Slot(attribute.key), from: value(id, attribute.key), to: content.value)
  }
}
