import Domain
import Testing

@Suite("The places of a walk")
struct ItineraryTests {
  var assessment = Assessment()
  let shelf = CatalogueShelf(
    [],
    clauses: ClauseList(
      ["6", "6.1.2", "6.2", "10.2"].map { Clause(number: $0, title: Words("clause \($0)", "箇条\($0)")) }))
  var context: Context
  let party: RecordID

  init() throws {
    context = Context(today: Day(number: 20_781), actor: "auditor", replica: 1, catalogues: shelf)
    var party = Draft(.party, party: nil)
    party.set(Party.partyKey, "csc")
    let risks = (1...12).map { number -> Command in
      var risk = Draft(.risk, party: party.id, pending: number)
      risk.set(Risk.event, "event \(number)")
      return .create(risk)
    }
    var objective = Draft(.objective, party: party.id, pending: 20)
    objective.set(Objective.statement, "fewer incidents")
    _ = try assessment.perform([.create(party)] + risks + [.create(objective)], in: context)
    self.party = try #require(assessment.party(key: "csc"))
  }

  @Test("clauses in their order, with a sample of the records that answer them")
  func clauses() {
    let itinerary = Itinerary(WalkPlan(auditee: party, seed: 7, size: 4), assessment, shelf)
    #expect(itinerary.places.filter { $0.record == nil }.map(\.stop) == ["6", "6.1.2", "6.2", "10.2"])
    #expect(itinerary.places.filter(\.isHeading).map(\.stop) == ["6"])
    #expect(itinerary.sample(at: "6.1.2")?.population == 12)
    #expect(itinerary.sample(at: "6.1.2")?.chosen.count == 4)
    #expect(itinerary.sample(at: "6.2")?.chosen == assessment.ids(.objective))
    #expect(itinerary.sample(at: "10.2")?.population == 0)
  }

  @Test("what a walk drew when it began stays, whatever comes after; picks stand beside it, marked")
  mutating func frozen() throws {
    let plan = WalkPlan(auditee: party, seed: 7, size: 4)
    let before = Itinerary(plan, assessment, shelf)
    var walk = Draft(.walk, party: nil)
    walk.set(Walk.auditee, party)
    walk.set(Walk.rule, .seed)
    walk.set(Walk.seed, 7)
    walk.set(Walk.size, 4)
    walk.set(Walk.sample, before.rows(assessment))
    _ = try assessment.perform([.create(walk)], in: context)
    let begun = try #require(assessment.ids(.walk).first)
    let chosen = try #require(before.sample(at: "6.1.2")).chosen
    let picked = try #require(assessment.ids(.risk).first { !chosen.contains($0) })
    var stop = Draft(.walkStop, party: nil)
    stop.set(WalkStop.walk, begun)
    stop.set(WalkStop.clause, "6.1.2")
    stop.set(WalkStop.record, picked)
    stop.set(WalkStop.chosen, .judgement)
    var risk = Draft(.risk, party: party, pending: 1)
    risk.set(Risk.event, "late")
    _ = try assessment.perform([.create(stop), .create(risk)], in: context)
    let after = Itinerary(WalkPlan(of: begun, assessment), walk: begun, assessment, shelf)
    #expect(after.sample(at: "6.1.2") == before.sample(at: "6.1.2"))
    #expect(after.places.filter(\.isPicked).map(\.record) == [picked])
  }

  @Test("what changed since the last audit, and nothing by judgement before anything is picked")
  func rules() throws {
    let changed = try #require(assessment.ids(.risk).last)
    let plan = WalkPlan(auditee: party, rule: .changed, changed: [changed])
    #expect(Itinerary(plan, assessment, shelf).places.compactMap(\.record) == [changed])
    let judged = WalkPlan(auditee: party, rule: .judgement)
    #expect(Itinerary(judged, assessment, shelf).places.compactMap(\.record).isEmpty)
  }

  @Test("along a trace from the reasons to what makes sure of it")
  mutating func trace() throws {
    let objective = try #require(assessment.ids(.objective).first)
    let risk = try #require(assessment.ids(.risk).first)
    _ = try assessment.perform(
      [.set(risk, Slot(Risk.objective.key), .reference(objective))], in: context)
    let places = Itinerary(WalkPlan(way: .trace, root: risk), assessment, shelf).places
    #expect(places.map(\.record) == [objective, risk])
    #expect(places.map(\.depth) == [0, 1])
  }
}
