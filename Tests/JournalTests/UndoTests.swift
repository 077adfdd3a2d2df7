import Domain
import Journal
import Testing

/// A journal in memory.
private struct Memory: History {
  var entries: [Entry] = []
  var assessment = Assessment()
  let context = Context(today: Day(number: 20_000), actor: "佐藤", catalogues: CatalogueShelf([]))

  func acts(of actor: String, before seq: Int64, limit: Int) -> [Entry] {
    Array(entries.reversed().filter { $0.actor == actor && $0.seq < seq && $0.opensBatch }.prefix(limit))
  }

  func batch(openedBy first: Entry) -> Batch { Batch(entries: entries.filter { $0.batch == first.id }) }

  func entries(after seq: Int64, notBy actor: String) -> [Entry] {
    entries.filter { $0.seq > seq && $0.actor != actor }
  }

  @discardableResult
  mutating func store(_ changes: [Change], marker: Marker? = nil, actor: String = "佐藤") -> Batch {
    let head = entries.last.map { Head(seq: $0.seq, digest: $0.digest) } ?? .empty
    let first = EntryID(replica: 1, number: UInt32(entries.count + 1))
    let signature = Signature(at: Moment(milliseconds: 1), actor: actor)
    let batch = Batch(changes, marker: marker, by: signature, after: head, first: first, in: assessment)
    entries += batch.entries
    return batch
  }

  @discardableResult
  mutating func perform(_ commands: Command..., actor: String = "佐藤") throws -> Batch {
    store(try assessment.perform(commands, in: context), actor: actor)
  }

  /// A party and a risk of it; the party's act is the first.
  static func withRisk() throws -> (Memory, party: RecordID, risk: RecordID, batch: Batch) {
    var memory = Memory()
    var party = Draft(.party, party: nil)
    party.set(Party.partyKey, "csc")
    try memory.perform(.create(party))
    let csc = try #require(memory.assessment.party(key: "csc"))
    var risk = Draft(.risk, party: csc)
    risk.set(Risk.event, "one")
    let batch = try memory.perform(.create(risk))
    return (memory, csc, try #require(memory.assessment.ids(.risk).first), batch)
  }
}

@Suite("Taking back")
struct UndoTests {
  private func step(_ event: PhaseEventKind, _ party: RecordID, _ from: PhaseState, _ to: PhaseState)
    -> Change
  {
    .phase(
      PhaseStep(
        party: party, phase: .riskManagement, event: event, from: from, to: to, by: "社長",
        reason: "\"理由\" / \\"))
  }

  @Test("entries tell the changes they were made of, and fold to the same state")
  func entriesTellChanges() throws {
    let (memory, csc, risk, batch) = try Memory.withRisk()
    #expect(batch.entries.map(\.kind) == [.created, .set, .phase])
    #expect(batch.entries.allSatisfy { $0.batch == batch.entries[0].id })
    #expect(batch.entries.compactMap(\.change).count == 3)
    let folded = Assessment(folding: memory.entries)
    #expect(folded[risk, Risk.event] == "one")
    #expect(folded.phases[csc, .riskManagement] == .inProgress)
    #expect(folded.label(of: risk) == "R-1")
  }

  @Test("a phase step comes back with who and why", arguments: PhaseEventKind.allCases)
  func phaseStep(event: PhaseEventKind) throws {
    var (memory, csc, _, _) = try Memory.withRisk()
    let change = step(event, csc, .inReview, .agreed)
    #expect(memory.store([change]).entries.map(\.change) == [change])
  }

  @Test("each phase event but the automatic beginning answers what it is", arguments: PhaseEventKind.allCases)
  func phaseEventsStay(event: PhaseEventKind) throws {
    var (memory, csc, _, _) = try Memory.withRisk()
    let batch = memory.store([step(event, csc, .notStarted, .inProgress)])
    guard event != .beginByItself else {
      #expect(try batch.inverse(in: memory.assessment).count == 1)
      return
    }
    #expect(throws: Refusal.notUndoable(event, phase: .riskManagement)) {
      try batch.inverse(in: memory.assessment)
    }
  }

  @Test("what an agreed phase holds stays as it is")
  func lockedStays() throws {
    var (memory, csc, risk, batch) = try Memory.withRisk()
    var agreed = PhaseTable.Entry()
    agreed.state = .agreed
    memory.assessment.fold(.restored(csc, .riskManagement, agreed))
    let inverse = try batch.inverse(in: memory.assessment)
    let refusal = Refusal.locked(
      risk, Risk.event.field, party: csc, phase: .riskManagement, state: .agreed)
    #expect(throws: refusal) { try memory.assessment.enact(inverse, in: memory.context) }
    #expect(memory.assessment[risk, Risk.event] == "one")
  }

  @Test("undo walks back over what is taken back already, redo only until the next change")
  func stack() throws {
    var (memory, _, risk, second) = try Memory.withRisk()
    let third = try memory.perform(.set(risk, Slot(Risk.cause.key), .text("why")))
    try memory.perform(.set(risk, Slot(Risk.likelihood.key), .integer(2)), actor: "鈴木")
    #expect(try UndoStack.toUndo(by: "佐藤", in: memory)?.id == third.entries[0].id)
    #expect(try UndoStack.toRedo(by: "佐藤", in: memory) == nil)
    memory.store([], marker: .undone(third.entries[0].id))
    #expect(try UndoStack.toUndo(by: "佐藤", in: memory)?.id == second.entries[0].id)
    memory.store([], marker: .undone(second.entries[0].id))
    #expect(try UndoStack.toRedo(by: "佐藤", in: memory) == second.entries[0].id)
    memory.store([], marker: .redone(second.entries[0].id))
    #expect(try UndoStack.toUndo(by: "佐藤", in: memory)?.id == second.entries[0].id)
    #expect(try UndoStack.toRedo(by: "佐藤", in: memory) == third.entries[0].id)
    try memory.perform(.set(risk, Slot(Risk.planResources.key), .text("two people")))
    #expect(try UndoStack.toRedo(by: "佐藤", in: memory) == nil)
  }

  @Test("the act that founded the workspace is not taken back")
  func founding() throws {
    var memory = Memory()
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "x")
    let batch = try memory.perform(.create(head))
    #expect(throws: Refusal.nothingToUndo) { try batch.inverse(in: memory.assessment) }
  }

  @Test("a deep past is found page by page")
  func paging() throws {
    var (memory, _, risk, second) = try Memory.withRisk()
    var taken: [EntryID] = []
    for round in 0..<150 {
      taken.append(try memory.perform(.set(risk, Slot(Risk.cause.key), .text("\(round)"))).entries[0].id)
    }
    for id in taken.reversed() { memory.store([], marker: .undone(id)) }
    #expect(try UndoStack.toUndo(by: "佐藤", in: memory)?.id == second.entries[0].id)
    #expect(try UndoStack.toRedo(by: "佐藤", in: memory) == taken[0])
  }
}
