import Domain
import Testing

/// SplitMix64: the same seed gives the same script everywhere.
struct ScriptGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Random scripts keep the invariants")
struct PhaseScriptTests {
  @Test("six machines of one party, 7,000 scripts", arguments: [UInt64(20_261_124)])
  func machines(seed: UInt64) {
    print("phase machine scripts, seed \(seed)")
    var random = ScriptGenerator(seed: seed)
    for script in 0..<7_000 {
      var machines = Phase.allCases.map { PhaseMachine($0) }
      for step in 0..<15 {
        let index = Int.random(in: 0..<6, using: &random)
        let before = machines
        let refused = Self.send(&machines, index, &random)
        if refused != nil { #expect(machines == before, "script \(script), step \(step)") }
        if let fault = Self.fault(machines.map(\.state)) {
          Issue.record("seed \(seed), script \(script), step \(step): \(fault)")
          return
        }
      }
    }
  }

  private static func send(
    _ machines: inout [PhaseMachine], _ index: Int, _ random: inout ScriptGenerator
  ) -> PhaseRefusal.Guard? {
    // Agreement is likelier, or scripts would rarely come far.
    let likely: [PhaseEventKind] = [.begin, .submit, .agree, .submit, .agree, .confirm]
    let event =
      Bool.random(using: &random)
      ? likely.randomElement(using: &random) ?? .begin
      : [.sendBack, .reopen, .amend, .closeCycle].randomElement(using: &random) ?? .reopen
    var facts = PhaseMachineTests.open(machines[index].phase)
    facts.previous = index == 0 ? nil : machines[index - 1].state
    facts.hasAuthority = Int.random(in: 0..<8, using: &random) > 0
    facts.participates = Int.random(in: 0..<20, using: &random) > 0
    if event == .closeCycle {
      guard machines.allSatisfy({ $0.state == .agreed }) else {
        return .cycleOpen
      }
      guard facts.hasAuthority, facts.participates else { return .authority }
      for each in machines.indices { _ = machines[each].closeCycle(facts) }
      return nil
    }
    let outcome = PhaseMachineTests.send(event, to: &machines[index], facts)
    if case .moved(let consequences) = outcome, consequences.contains(.laterBecomeStale) {
      for later in machines.indices where later > index { _ = machines[later].becomeStale() }
    }
    return outcome.guardName
  }

  /// What no party's states may be; nil when all is well.
  static func fault(_ states: [PhaseState]) -> String? {
    for (index, state) in states.enumerated() where state == .agreed {
      if let early = states[..<index].first(where: { $0 == .notStarted || $0 == .inProgress }) {
        return "phase \(index + 1) is agreed while an earlier one is \(early)"
      }
    }
    return nil
  }

  @Test(
    "a real assessment",
    arguments: [(2, 2_000, UInt64(1_124)), (7, 1_000, UInt64(2_026))])
  func assessments(parties: Int, scripts: Int, seed: UInt64) throws {
    print("phase scripts in an assessment of \(parties), seed \(seed)")
    let starts = try Self.starts(parties: parties)
    var random = ScriptGenerator(seed: seed)
    var passed: Set<PhaseEventKind> = []
    for script in 0..<scripts {
      var room = ScriptedRoom(starts[script % starts.count], random: ScriptGenerator(seed: random.next()))
      do {
        for _ in 0..<12 { try room.step() }
      } catch {
        Issue.record("seed \(seed), script \(script): \(error)")
        return
      }
      passed.formUnion(room.passed)
    }
    #expect(passed == Set(PhaseMachineTests.events + [.leave]).subtracting([.becomeStale]))
  }

  /// The parties at the beginning, midway, and with all agreed, so that late events have their turn.
  private static func starts(parties: Int) throws -> [OpenRoom] {
    let start = try start(parties: parties)
    let heights: [Phase?] = [nil, .objectives, .evaluation]
    return try heights.map { last in
      var room = start
      if let last { try room.agreeAll(upTo: last) }
      return room
    }
  }

  /// Two parties under one agreement; or seven in circles of different sizes, one alone.
  private static func start(parties count: Int) throws -> OpenRoom {
    var room = try OpenRoom(parties: count, scope: count == 2 ? .cloud : .cyberspace)
    let p = room.parties
    for pair in zip(p, p.dropFirst()).prefix(3) {
      _ = try room.clause(of: room.agreement([pair.0, pair.1]))
    }
    if count > 4 { _ = try room.pair(room.objective(of: p[4]), room.objective(of: p[5])) }
    _ = try room.clause(of: room.agreement(p, .rulesOfSharedUse))
    let assets = try room.clause(of: room.agreement([p[0], p[1]]), "assets are returned")
    try room.perform([.set(assets, Slot(Commitment.topic.key), .choice("assetReturn"))])
    for party in p[0...1] { try room.answer(assets, party, .accepted) }
    let objective = try room.objective(of: p[0])
    let risk = try room.risk(of: p[1], for: objective)
    _ = try room.control(of: p[1], "8.13", treats: [risk])
    return room
  }
}
