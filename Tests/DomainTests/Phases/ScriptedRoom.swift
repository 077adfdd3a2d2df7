import Domain

/// A room in which a script of random orders and edits runs, and which looks after each whether all still holds.
struct ScriptedRoom {
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var room: OpenRoom
  /// Which events were carried out so far.
  private(set) var passed: Set<PhaseEventKind> = []
  private var random: ScriptGenerator
  private var replayed: [PhaseTable.Key: PhaseState]

  init(_ start: OpenRoom, random: ScriptGenerator) {
    room = start
    self.random = random
    replayed = Self.states(start.assessment.phases)
  }

  /// One order or edit, and the look afterwards.
  mutating func step() throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: try edit()
    case 3..<8: try advance()
    default: try disturb()
    }
    for party in room.parties {
      if let fault = PhaseScriptTests.fault(room.states(party)) { throw Broken(description: fault) }
    }
  }

  // MARK: Orders

  private mutating func any<Element>(_ list: [Element]) throws -> Element {
    guard let element = list.randomElement(using: &random) else { throw Broken(description: "empty list") }
    return element
  }

  /// What a party would do next; mostly the earliest phase that is not agreed, so that scripts come far.
  private mutating func advance() throws {
    let party = try any(room.parties)
    let next = Phase.allCases.first { room.state(party, $0) != .agreed } ?? .evaluation
    let phase = Bool.random(using: &random) ? next : try any(Phase.allCases)
    let by = Int.random(in: 0..<6, using: &random) == 0 ? "stranger" : room.head(party)
    switch room.assessment.nextEvent(for: party, phase) {
    case .begin: try order(.begin(phase, party: party))
    case .submit: try order(.submit(phase, party: party, by: by))
    case .agree: try order(.agree(phase, party: party, by: by))
    default: try order(.confirm(phase, party: party, by: by))
    }
    // Whole rooms move on together now and then, or seven parties would rarely leave phase 1.
    if Int.random(in: 0..<3, using: &random) == 0 {
      for party in room.assessment.participants {
        try order(.begin(phase, party: party))
        try order(.submit(phase, party: party, by: by))
        try order(.agree(phase, party: party, by: room.head(party)))
      }
    }
  }

  private mutating func disturb() throws {
    let party = try any(room.parties)
    let phase = try any(Phase.allCases)
    let reason = Int.random(in: 0..<5, using: &random) == 0 ? "" : "because"
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<3: try order(.sendBack(phase, party: party, by: "x", reason: reason))
    case 3..<7: try order(.reopen(phase, party: party, by: "x", reason: reason))
    case 7..<10:
      let joint = room.assessment.ids(.commitment) + room.assessment.ids(.objectivePair)
      try order(.amend(try any(joint), by: "x", reason: reason))
    case 10:
      let today = room.context.today
      try order(.closeCycle(by: room.head(party), from: today, to: today.adding(365)))
    default: try order(.leave(party: party, on: room.context.today, reason: reason))
    }
  }

  /// Sends an event; what is decided is folded one by one, each write under the locks of its moment.
  private mutating func order(_ event: PhaseEvent) throws {
    let before = room.assessment.phases
    let revision = room.assessment.revision
    let changes: [Change]
    do throws(Refusal) {
      changes = try room.assessment.decide(event, room.context) { _, _ in [] }
    } catch {
      guard case .phase(let refusal) = error, refusal.event == event.kind else {
        throw Broken(description: "\(event) was refused without its guard: \(error)")
      }
      guard room.assessment.revision == revision, room.assessment.phases == before else {
        throw Broken(description: "\(event) was refused and changed something")
      }
      return
    }
    guard !changes.isEmpty else { throw Broken(description: "\(event) passed and did nothing") }
    for change in changes { try fold(change, of: event) }
    passed.insert(event.kind)
    guard replayed == Self.states(room.assessment.phases) else {
      throw Broken(description: "the changes of \(event) replay to other states")
    }
  }

  private mutating func fold(_ change: Change, of event: PhaseEvent) throws {
    switch change {
    case .set(let id, let slot, let before, _):
      if case .closeCycle = event {
      } else if let lock = room.assessment.lock(on: id, slot) {
        throw Broken(description: "\(event) writes \(slot.key.name) under \(lock)")
      }
      guard room.assessment.value(id, slot) == before else {
        throw Broken(description: "\(event) mistakes what stands in \(slot.key.name)")
      }
    case .phase(let step):
      guard room.state(step.party, step.phase) == step.from, step.from != step.to else {
        throw Broken(description: "\(event) steps from where nobody stands: \(step)")
      }
    case .created, .removed: throw Broken(description: "\(event) makes or removes records")
    }
    room.assessment.apply(change)
    replay(change)
  }

  private mutating func replay(_ change: Change) {
    if case .phase(let step) = change { replayed[PhaseTable.Key(step.party, step.phase)] = step.to }
  }

  private static func states(_ table: PhaseTable) -> [PhaseTable.Key: PhaseState] {
    table.entries.mapValues(\.state)
  }

  // MARK: Edits

  private mutating func edit() throws {
    let assessment = room.assessment
    let party = try any(room.parties)
    let text = Value.text(String(random.next() % 1000))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: try write(try any(assessment.ids(.objective)), Slot(Objective.statement.key), text)
    case 1: try write(try any(assessment.ids(.commitment)), Slot(Commitment.text.key), text)
    case 2:
      let answer = try any(Answer.allCases).rawValue
      let slot = Slot(Commitment.answer.key, party: party)
      try write(try any(assessment.ids(.commitment)), slot, .choice(answer))
    case 3: try write(try any(assessment.ids(.risk)), Slot(Risk.event.key), text)
    case 4:
      try write(
        try any(assessment.ids(.controlStatement)), Slot(ControlStatement.due.key), .day(room.context.today))
    case 5: try create(.objective, party, Slot(Objective.statement.key), text)
    case 6: try create(.risk, party, Slot(Risk.event.key), text)
    default: try create(.commitment, nil, Slot(Commitment.text.key), text)
    }
  }

  private mutating func write(_ id: RecordID, _ slot: Slot, _ value: Value) throws {
    let (lock, before) = (room.assessment.lock(on: id, slot), room.assessment.value(id, slot))
    let passed = try perform(.set(id, slot, value))
    if let lock, before != value, passed {
      throw Broken(description: "\(slot.key.name) was written under \(lock)")
    }
    if lock == nil, !passed { throw Broken(description: "\(slot.key.name) is free and was refused") }
    if !passed, room.assessment.value(id, slot) != before {
      throw Broken(description: "\(slot.key.name) was refused and changed")
    }
  }

  private mutating func create(_ kind: RecordKind, _ party: RecordID?, _ slot: Slot, _ value: Value) throws {
    let locked = room.assessment.lock(onNew: kind, party: party) != nil
    let count = room.assessment.count(kind)
    let passed = try perform(.create(Draft(kind, party: party, values: [slot: value])))
    if locked, passed { throw Broken(description: "a \(kind) came in under a lock") }
    guard room.assessment.count(kind) == count + (passed ? 1 : 0) else {
      throw Broken(description: "a refused \(kind) is there")
    }
  }

  /// False when a lock refused it.
  private mutating func perform(_ command: Command) throws -> Bool {
    let before = room.assessment.phases
    do throws(Refusal) {
      for change in try room.assessment.perform([command], in: room.context) { replay(change) }
    } catch {
      guard case .locked = error else { throw error }
      guard room.assessment.phases == before else {
        throw Broken(description: "a refused edit moved a phase")
      }
      return false
    }
    guard replayed == Self.states(room.assessment.phases) else {
      throw Broken(description: "the changes of an edit replay to other states")
    }
    return true
  }
}

extension PhaseEvent {
  fileprivate var kind: PhaseEventKind {
    switch self {
    case .begin: .begin
    case .submit: .submit
    case .sendBack: .sendBack
    case .agree: .agree
    case .reopen: .reopen
    case .confirm: .confirm
    case .amend: .amend
    case .closeCycle: .closeCycle
    case .leave: .leave
    }
  }
}
