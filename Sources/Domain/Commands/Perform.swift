extension Assessment {
  /// Carries out one act, or nothing of it.
  ///
  /// - Parameters:
  ///   - commands: What belongs to the act, in order.
  ///   - context: Who, when, on whose behalf.
  /// - Returns: The facts it brought about, already folded in; empty when nothing changed.
  /// - Throws: The refusal of the first command that may not be; the assessment is then as before.
  package mutating func perform(_ commands: [Command], in context: Context) throws(Refusal) -> [Change] {
    var act = Act(context: context, phasesBefore: phases)
    do throws(Refusal) {
      for command in commands { try admit(command, for: context.access) }
      for command in commands { try perform(command, &act) }
      try draw(consequencesOf: &act)
      try admit(act.changes, for: context.access)
      return act.changes
    } catch {
      retract(act.changes, phases: act.phasesBefore)
      throw error
    }
  }

  /// Carries out facts that another act left (undo, redo), if every field still holds its `before`, none is locked,
  /// links lead somewhere and no record comes back beside another of its name.
  ///
  /// - Throws: The refusal of the first that may not be; the assessment is then as before.
  package mutating func enact(_ changes: [Change], in context: Context) throws(Refusal) -> [Change] {
    var act = Act(context: context, phasesBefore: phases)
    do throws(Refusal) {
      try admit(changes, for: context.access, asUndone: true)
      for change in changes {
        try admit(change)
        make(change, &act)
      }
      for case .created(let id, let kind, _, let party) in changes where exists(id) {
        // What it pointed to may be gone since; records that came back with it stand only now.
        for (slot, value) in values(of: id) { try checkTargets(of: value, field(id, slot.key), from: id) }
        try ensureUnique(id, kind.description, party)
      }
      return act.changes
    } catch {
      retract(act.changes, phases: act.phasesBefore, reborn: true)
      throw error
    }
  }

  /// Takes facts back that were folded in but could not be kept, latest first.
  ///
  /// - Parameters:
  ///   - changes: What `perform` returned.
  ///   - phases: The phases as they were before.
  ///   - reborn: Created records were there before, removed (`enact`): they are removed again and not forgotten.
  package mutating func retract(_ changes: [Change], phases: PhaseTable, reborn: Bool = false) {
    for change in changes.reversed() {
      revision += 1
      switch change {
      case .created(let id, _, _, _): if reborn { setRemoved(id, true) } else { discard(id) }
      case .set(let id, let slot, let before, _): write(before, to: id, slot)
      case .removed(let id): setRemoved(id, false)
      case .phase: break
      }
    }
    self.phases = phases
  }

  private func admit(_ change: Change) throws(Refusal) {
    switch change {
    case .set(let id, let slot, let before, let after):
      let field = try field(id, slot.key)
      guard exists(id) else { throw .noSuchRecord(id) }
      try admitEstimate(id, field)
      guard value(id, slot) == before else { throw .changedSince(id, field) }
      try unlocked(id, slot, field)
      if let after { try checkTargets(of: after, field, from: id) }
    case .removed(let id):
      guard exists(id) else { throw .noSuchRecord(id) }
      try removable(id)
    case .created(let id, let kind, _, let party):
      if let lock = lock(onNew: kind, party: party) {
        throw .locked(id, kind.description.title, party: lock.party, phase: lock.phase, state: lock.state)
      }
    case .phase: break
    }
  }
}

/// One act on its way: what it did so far.
struct Act {
  let context: Context
  let phasesBefore: PhaseTable
  var changes: [Change] = []
  /// Drafts that became records, by pending number.
  var born: [UInt32: RecordID] = [:]
  /// Slots written by the act's own commands, so that consequences do not overrule them.
  var written: Set<Written> = []
  /// Whose own fields the act's commands wrote, even where that changed nothing: who says yes again says yes.
  var answered: Set<Answer> = []
  /// What each party rates under, found once for all ratings of the act.
  var criteriaInForce: [RecordID?: RecordID?] = [:]
  /// It lays out a new assessment, before anyone works in it.
  var isFounding = false

  struct Written: Hashable {
    let record: RecordID
    let key: FieldKey
  }

  /// A party's own field of a record.
  struct Answer: Hashable {
    let record: RecordID
    let party: RecordID
  }

  func real(_ id: RecordID) -> RecordID { id.isPending ? born[id.number] ?? id : id }

  func real(_ value: Value?) -> Value? {
    switch value {
    case .reference(let id): .reference(real(id))
    case .references(let ids): .references(ids.map { real($0) })
    case nil, .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: value
    }
  }
}

extension Assessment {
  mutating func make(_ change: Change, _ act: inout Act) {
    apply(change)
    act.changes.append(change)
  }

  mutating func perform(_ command: Command, _ act: inout Act) throws(Refusal) {
    switch command {
    case .create(let draft): try create(draft, &act)
    case .set(let id, let slot, let value): try set(act.real(id), slot, act.real(value), &act)
    case .remove(let id):
      let id = act.real(id)
      guard exists(id) else { throw .noSuchRecord(id) }
      try ensureNoEstimate(id)
      try removable(id)
      make(.removed(id), &act)
    case .removeAndUnlink(let id):
      let id = act.real(id)
      guard exists(id) else { throw .noSuchRecord(id) }
      try ensureNoEstimate(id)
      try unlink(id, &act)
      try removable(id)
      make(.removed(id), &act)
    case .phase(let event):
      for change in try decide(event, act.context) { make(change, &act) }
    case .cast(let opening): try cast(opening, &act)
    case .reveal(let round, let openings, let leavingOut): try reveal(round, openings, leavingOut, &act)
    }
  }

  private mutating func create(_ draft: Draft, _ act: inout Act) throws(Refusal) {
    let description = draft.kind.description
    if draft.kind == .estimate { throw .estimate(.castOnly(Estimate.by.field)) }
    let party = draft.party.map { act.real($0) }
    if party == nil, description.ownership == .party { throw .partyNeeded(draft.kind) }
    if party != nil, description.ownership == .joint { throw .jointOnly(draft.kind) }
    if let party, kind(of: party) != .party { throw .noSuchRecord(party) }
    let replica = act.context.replica
    let id = RecordID(replica: replica, number: nextNumber(replica: replica))
    if let lock = lock(onNew: draft.kind, party: party) {
      throw .locked(id, description.title, party: lock.party, phase: lock.phase, state: lock.state)
    }
    act.born[draft.id.number] = id
    act.isFounding = act.isFounding || draft.kind == .assessment
    make(.created(id, kind: draft.kind, number: nextLabelNumber(draft.kind), party: party), &act)
    // A dictionary has no order of its own, and the same act must always leave the same facts.
    let values = draft.values.sorted { ($0.key.party?.raw ?? 0) < ($1.key.party?.raw ?? 0) }
    for field in description.fields {
      for (slot, value) in values where slot.key == field.key {
        let slot = Slot(slot.key, party: slot.party.map { act.real($0) })
        try set(id, slot, act.real(value), &act, ofNewJoint: party == nil)
      }
    }
    if let stranger = draft.values.keys.first(where: { description.field($0.key) == nil }) {
      throw .noSuchField(draft.kind, stranger.key.name)
    }
    try ensureUnique(id, description, party)
    if draft.kind == .estimateRound { try admitRound(id) }
    guard party == nil else { return begin(phase: description.phase, touching: id, answering: nil, &act) }
    let slots = draft.values.keys.map { Slot($0.key, party: $0.party.map(act.real)) }
    try settle(id, description, slots, &act)
  }

  /// Whom a new joint record binds is known only once it stands: only then locks are asked and phases begun.
  private mutating func settle(
    _ id: RecordID, _ description: KindDescription, _ slots: [Slot], _ act: inout Act
  ) throws(Refusal) {
    if let lock = lock(on: id) {
      throw .locked(id, description.title, party: lock.party, phase: lock.phase, state: lock.state)
    }
    for slot in slots { try unlocked(id, slot, try field(id, slot.key)) }
    // Whoever joins has begun nothing by being written down.
    guard description.kind != .party else { return }
    begin(phase: description.phase, touching: id, answering: nil, &act)
    for party in Set(slots.map(\.party)).sorted(by: { ($0?.raw ?? 0) < ($1?.raw ?? 0) }) {
      let phases = Set(slots.filter { $0.party == party }.compactMap { description.lockingPhase(of: $0) })
      for phase in phases.sorted() { begin(phase: phase, touching: id, answering: party, &act) }
    }
  }

  private mutating func set(
    _ id: RecordID, _ slot: Slot, _ value: Value?, _ act: inout Act, ofNewJoint isNew: Bool = false
  ) throws(Refusal) {
    guard exists(id) else { throw .noSuchRecord(id) }
    let field = try field(id, slot.key)
    try ensureWritable(id, field, ofNew: isNew)
    let before = self.value(id, slot)
    let value = Self.isEmpty(value) ? nil : value
    act.written.insert(Act.Written(record: id, key: slot.key))
    if let party = slot.party { act.answered.insert(Act.Answer(record: id, party: party)) }
    guard before != value else { return }
    if let value {
      guard field.type.admits(value) else { throw .notAllowed(field, value) }
      try checkTargets(of: value, field, from: id)
    }
    if !isNew { try unlocked(id, slot, field) }
    make(.set(id, slot, before: before, after: value), &act)
    if isNew { return }
    begin(phase: kind(of: id)?.description.lockingPhase(of: field), touching: id, answering: slot.party, &act)
  }

  static func isEmpty(_ value: Value?) -> Bool {
    switch value {
    case .text(let text): text.isEmpty
    case .choices(let keys): keys.isEmpty
    case .references(let ids): ids.isEmpty
    case .list(let texts): texts.isEmpty
    case .table(let rows): rows.isEmpty
    case nil: true
    case .number, .integer, .flag, .day, .choice, .reference: false
    }
  }

  /// Writing the first field of a phase begins it, for every party the record binds; what an assessment is founded
  /// with begins nothing.
  private mutating func begin(
    phase: Phase?, touching id: RecordID, answering: RecordID?, _ act: inout Act
  ) {
    // What an auditor finds is no work of the audited.
    guard let phase, !act.isFounding, act.context.access == .all else { return }
    for party in answering.map({ [$0] }) ?? parties(boundBy: id)
    where participates(party) && phases[party, phase] == .notStarted {
      make(
        .phase(
          PhaseStep(party: party, phase: phase, event: .beginByItself, from: .notStarted, to: .inProgress)),
        &act)
    }
  }
}
