import Domain
import Testing

@Suite("Versions of risk criteria")
struct CriteriaVersionTests {
  /// 4 × 4, replacing `old`; its third steps (3 and 4 of the old) are one, the old highest maps to nothing.
  private func smaller(_ old: RecordID?, party: RecordID?) -> Draft {
    var tables = CriteriaTables()
    tables.removeStep(.likelihood, at: 4)
    tables.removeStep(.consequence, at: 4)
    tables.fillCells(*)
    var draft = Draft(.riskCriteria, party: party, values: tables.values)
    draft.set(RiskCriteria.title, "smaller")
    draft.set(RiskCriteria.version, 2)
    if let old { draft.set(RiskCriteria.replaces, old) }
    draft.set(RiskCriteria.likelihoodMapping, [["1", "1"], ["2", "2"], ["3", "3"], ["4", "3"]])
    draft.set(
      RiskCriteria.consequenceMapping, [["1", "1"], ["2", "2"], ["3", "3"], ["4", "4"], ["5", "4"]])
    return draft
  }

  private func add(_ draft: Draft, _ room: inout Room) throws -> RecordID {
    try room.add(.riskCriteria, draft.party) { $0.values = draft.values }
  }

  @Test("a draft takes nothing over: own agreed, then joint agreed by all, then whatever there is")
  func inForce() throws {
    var room = try Room()
    #expect(room.assessment.criteriaInForce(for: room.csc) == nil)
    let joint = try room.criteria()
    #expect(room.assessment.criteriaInForce(for: room.csc) == joint, "nobody is kept from rating")
    let own = try add(smaller(nil, party: room.csc), &room)
    #expect(room.assessment.criteriaInForce(for: room.csc) == own, "neither is agreed: its own comes first")
    try room.set(joint, RiskCriteria.agreedBy, "chief", for: room.csp)
    #expect(room.assessment.criteriaInForce(for: room.csc) == joint, "agreed by all, and its own is a draft")
    let next = try add(smaller(joint, party: nil), &room)
    try room.set(next, RiskCriteria.agreedBy, "boss", for: room.csc)
    #expect(room.assessment.criteriaInForce(for: nil) == joint, "one of two has not agreed to the next")
    try room.set(own, RiskCriteria.agreedBy, "boss", for: room.csc)
    #expect(room.assessment.criteriaInForce(for: room.csc) == own)
    try room.set(next, RiskCriteria.agreedBy, "chief", for: room.csp)
    #expect(room.assessment.criteriaInForce(for: room.csp) == next)
    #expect(room.assessment.successor(of: joint) == next)
  }

  @Test("an old rating keeps its version and is read in the new one along the mapping, or not at all")
  func translated() throws {
    var room = try Room()
    let joint = try room.criteria()
    let risk = try room.risk(4, 5)
    let highest = try room.risk(5, 5)
    let next = try add(smaller(joint, party: nil), &room)
    for (party, name) in [(room.csc, "boss"), (room.csp, "chief")] {
      try room.set(next, RiskCriteria.agreedBy, name, for: party)
    }
    let rating = try #require(room.assessment.rating(risk))
    #expect(rating.criteria == joint)
    #expect(room.assessment.level(risk) == 20)
    #expect(
      room.assessment.translated(rating, to: next) == Rating(likelihood: 3, consequence: 4, criteria: next))
    let lost = try #require(room.assessment.rating(highest))
    #expect(room.assessment.translated(lost, to: next) == nil, "step 5 maps to nothing and is not clamped")
    #expect(
      room.assessment.translated(Rating(likelihood: 1, consequence: 1, criteria: next), to: joint) == nil,
      "there is no way back")
    let rerated = try room.risk(4, 4)
    #expect(room.assessment.rating(rerated)?.criteria == next)
  }

  @Test("a party's own criteria are read in the joint ones, and on through their next version")
  func joint() throws {
    var room = try Room()
    let joint = try room.criteria()
    let own = try add(smaller(nil, party: room.csp), &room)
    let rating = Rating(likelihood: 2, consequence: 3, criteria: own)
    #expect(room.assessment.translated(rating, to: joint) == nil)
    try room.set(own, RiskCriteria.mapsTo, joint)
    let rows = [["1", "1"], ["2", "3"], ["3", "4"], ["4", "5"]]
    try room.write(own, Slot(RiskCriteria.jointLikelihoodMapping.key), .table(rows))
    try room.write(own, Slot(RiskCriteria.jointConsequenceMapping.key), .table(rows))
    #expect(
      room.assessment.translated(rating, to: joint) == Rating(likelihood: 3, consequence: 4, criteria: joint))
    var draft = smaller(joint, party: nil)
    draft.set(RiskCriteria.acceptanceLine, 8)
    let next = try add(draft, &room)
    var translator = RatingTranslator(to: next, room.assessment)
    #expect(translator.translated(rating) == Rating(likelihood: 3, consequence: 4, criteria: next))
  }

  @Test("nobody has agreed to criteria that changed, but for who agrees in the same act")
  func withdrawn() throws {
    var room = try Room()
    let joint = try room.criteria()
    try room.set(joint, RiskCriteria.agreedBy, "chief", for: room.csp)
    try room.set(joint, RiskCriteria.agreedOn, Room.today, for: room.csp)
    try room.set(joint, RiskCriteria.title, "Another name")
    #expect(room.assessment[joint, RiskCriteria.agreedBy, room.csc] == "boss")
    let changes = try room.assessment.perform(
      [
        .set(joint, Slot(RiskCriteria.acceptanceLine.key), .integer(12)),
        .set(joint, Slot(RiskCriteria.agreedBy.key, party: room.csc), .text("boss again")),
      ], in: room.context)
    #expect(room.assessment[joint, RiskCriteria.agreedBy, room.csc] == "boss again")
    #expect(room.assessment[joint, RiskCriteria.agreedBy, room.csp] == nil)
    #expect(room.assessment[joint, RiskCriteria.agreedOn, room.csp] == nil)
    #expect(changes.count == 4, "line, one yes, two fields of the other's yes: all in one act")
  }

  @Test("tables that do not fit make no method and say why")
  func faults() throws {
    var room = try Room()
    let joint = try room.criteria()
    try room.write(joint, Slot(RiskCriteria.cells.key), .table([["1", "2"], ["3", "x"]]))
    #expect(room.assessment.method(joint) == nil)
    #expect(
      room.assessment.faults(of: joint) == [.cellCount(likelihood: 5, consequence: 5), .notALevel("x")])
    var tables = CriteriaTables()
    tables.likelihood[1] = ["", "", "", ""]
    tables.bands[0][0] = "2"
    #expect(tables.allFaults == [.unnamedStep(.likelihood, 2), .levelBelowBands(1)])
  }

  static let seeds = (0..<4).map { _ in UInt64.random(in: 0..<1_000_000) } + [11]

  @Test("steps put in, taken out and exchanged at random always leave tables that fit", arguments: seeds)
  func editing(seed: UInt64) throws {
    var chance = Chance(state: seed)
    var tables = CriteriaTables()
    for _ in 0..<200 {
      let axis: ScaleAxis = chance.pick(2) == 0 ? .likelihood : .consequence
      let index = chance.pick(tables[axis].count)
      switch chance.pick(4) {
      case 0: tables.insertStep(axis, after: index)
      case 1: tables.removeStep(axis, at: index)
      case 2: tables.exchangeSteps(axis, index, chance.pick(tables[axis].count))
      default: tables.fillCells { $0 + $1 }
      }
      let method = try #require(tables.method, "seed \(seed)")
      #expect(method.cells.count == method.likelihood.count, "seed \(seed)")
      #expect(method.level(likelihood: tables.likelihood.count, consequence: 1) != nil, "seed \(seed)")
    }
  }
}

/// SplitMix64.
struct Chance {
  var state: UInt64

  mutating func pick(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
