import Domain
import Testing

@Suite("Performing commands")
struct PerformTests {
  var assessment = Assessment()
  var context = Context(
    today: Day(number: 20_000), actor: "tester", replica: 1, catalogues: CatalogueShelf([]))

  private mutating func party() throws -> RecordID {
    var draft = Draft(.party, party: nil)
    draft.set(Party.name, "Sample")
    draft.set(Party.partyKey, "csc")
    _ = try assessment.perform([.create(draft)], in: context)
    return try #require(assessment.party(key: "csc"))
  }

  @Test("creates a record with label and values, and begins the phase")
  mutating func createsRecord() throws {
    let csc = try party()
    var risk = Draft(.risk, party: csc)
    risk.set(Risk.event, "backup cannot be restored")
    risk.set(Risk.likelihood, 3)
    let changes = try assessment.perform([.create(risk)], in: context)
    let id = try #require(assessment.ids(.risk).first)
    #expect(assessment.label(of: id) == "R-1")
    #expect(assessment[id, Risk.event] == "backup cannot be restored")
    #expect(assessment[id, Risk.likelihood] == 3)
    #expect(assessment.phases[csc, .riskManagement] == .inProgress)
    #expect(changes.count == 4)
  }

  @Test("numbers that nothing counts with are refused, and a label's number never overflows")
  mutating func wildNumbers() throws {
    let csc = try party()
    for number in [Int.max, Int.min] {
      var draft = Draft(.reading, party: csc)
      draft.set(Reading.cycle, number)
      #expect(throws: Refusal.self) { try assessment.perform([.create(draft)], in: context) }
    }
    var tables = CriteriaTables()
    tables.bands[0][0] = String(Int.min)
    tables.cells[0][0] = String(Int.max)
    #expect(tables.method == nil)
    assessment.apply(.created(RecordID(replica: 9, number: 1), kind: .risk, number: .max, party: csc))
    #expect(assessment.nextLabelNumber(.risk) == .max)
  }

  @Test("what was removed does not come back pointing to what is gone since")
  mutating func danglingUndo() throws {
    let csc = try party()
    var objective = Draft(.objective, party: csc)
    objective.set(Objective.statement, "fewer incidents")
    _ = try assessment.perform([.create(objective)], in: context)
    let target = try #require(assessment.ids(.objective).first)
    var risk = Draft(.risk, party: csc)
    risk.set(Risk.event, "fire")
    risk.set(Risk.objective, target)
    _ = try assessment.perform([.create(risk)], in: context)
    let source = try #require(assessment.ids(.risk).first)
    _ = try assessment.perform([.remove(source)], in: context)
    let back = Change.created(source, kind: .risk, number: 1, party: csc)
    _ = try assessment.enact([back], in: context)
    _ = try assessment.perform([.remove(source)], in: context)
    _ = try assessment.perform([.remove(target)], in: context)
    #expect(throws: Refusal.self) { try assessment.enact([back], in: context) }
    #expect(!assessment.exists(source))
  }

  @Test("a refused act leaves nothing behind")
  mutating func refusedActLeavesNothing() throws {
    let csc = try party()
    var good = Draft(.risk, party: csc)
    good.set(Risk.event, "one")
    var bad = Draft(.risk, party: csc, pending: 1)
    bad.values[Slot(Risk.likelihood.key)] = .integer(99)
    #expect(throws: Refusal.self) { try assessment.perform([.create(good), .create(bad)], in: context) }
    #expect(assessment.count(.risk) == 0)
    #expect(assessment.nextLabelNumber(.risk) == 1)
    #expect(assessment.phases[csc, .riskManagement] == .notStarted)
  }

  @Test("removal is refused while another record points here, and names it")
  mutating func removalNamesPointers() throws {
    let csc = try party()
    var objective = Draft(.objective, party: csc, pending: 0)
    objective.set(Objective.statement, "fewer incidents")
    var risk = Draft(.risk, party: csc, pending: 1)
    risk.set(Risk.event, "one")
    risk.set(Risk.objective, objective.id)
    _ = try assessment.perform([.create(objective), .create(risk)], in: context)
    let target = try #require(assessment.ids(.objective).first)
    let source = try #require(assessment.ids(.risk).first)
    #expect(throws: Refusal.pointedAt(target, by: [source])) {
      try assessment.perform([.remove(target)], in: context)
    }
    _ = try assessment.perform([.removeAndUnlink(target)], in: context)
    #expect(!assessment.exists(target))
    #expect(assessment[source, Risk.objective] == nil)
  }

  @Test("every kind has its own letter and every field a name of its own in the kind")
  func lettersAndNamesAreUnique() {
    #expect(Set(RecordKind.allCases.map(\.description.letter)).count == RecordKind.allCases.count)
    for kind in RecordKind.allCases {
      let names = kind.description.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(kind)")
    }
  }

  @Test("kinds count as they are declared")
  func ordinals() {
    #expect(RecordKind.allCases.map(\.ordinal) == Array(0..<RecordKind.allCases.count))
  }
}
