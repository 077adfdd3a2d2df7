import Domain
import Journal
import Store
import Testing

@Suite("Past moments")
struct PastTests {
  private let midnight: (Day) -> Moment = { Moment(milliseconds: Int64($0.number) * 86_400_000) }

  /// A long history with undo and redo in it, and what stood after each act.
  private struct Life {
    var desk: Desk
    var states: [(head: Int64, wanted: [String])] = []

    init(seed: UInt64, batches: Int) throws {
      desk = try Desk(Workspace.inMemory())
      try desk.party("csc")
      try desk.party("csp")
      var script = RandomScript(seed: seed)
      try note()
      while states.count < batches {
        switch Int.random(in: 0..<8, using: &script.chance) {
        case 0: _ = try? desk.undo()
        case 1: _ = try? desk.redo()
        default:
          for command in script.commands(in: desk.assessment) { _ = try? desk.perform(command) }
        }
        try note()
      }
    }

    private mutating func note() throws {
      let head = try desk.workspace.entryCount()
      guard head != states.last?.head else { return }
      states.append((head, lines(of: desk.assessment)))
    }
  }

  @Test("the end of a day is what stood then")
  func endOfDay() throws {
    var desk = try Desk(Workspace.inMemory())
    let csc = try desk.party("csc")
    let day = Moment(milliseconds: desk.clock).day
    desk.clock += 3 * 86_400_000
    try desk.perform(.set(csc, Slot(Party.name.key), .text("甲")))
    for offset in 0...2 {
      let past = try #require(try desk.workspace.past(.endOf(day.adding(offset)), startOfDay: midnight))
      #expect(past.assessment[csc, Party.name] == "Party csc" && !past.isLatest)
    }
    #expect(try desk.workspace.past(.endOf(day.adding(3)), startOfDay: midnight)?.isLatest == true)
    #expect(try desk.workspace.past(.endOf(day.adding(-1)), startOfDay: midnight) == nil)
  }

  @Test("the ends of several days, and what was done on each, come from one reading")
  func endsOfDays() throws {
    var desk = try Desk(Workspace.inMemory())
    let csc = try desk.party("csc")
    let first = Moment(milliseconds: desk.clock).day
    for name in ["甲", "乙", "丙"] {
      desk.clock += 2 * 86_400_000
      try desk.perform(.set(csc, Slot(Party.name.key), .text(name)))
    }
    let days = [5, 2, -1, 0, 3].map { first.adding($0) }
    var seen: [Day] = []
    try desk.workspace.eachEnd(of: days, startOfDay: midnight) { day, assessment, entries in
      seen.append(day)
      let after = midnight(day.adding(1))
      #expect(entries.allSatisfy { $0.at >= midnight(day) && $0.at < after })
      #expect(entries.isEmpty == [-1, 3, 5].contains(day.number - first.number))
      let wanted: [Day: String] = [
        first: "Party csc", first.adding(2): "甲", first.adding(3): "甲", first.adding(5): "乙",
      ]
      #expect(assessment?[csc, Party.name] == wanted[day])
    }
    #expect(seen == days.sorted())
    for day in days {
      let past = try desk.workspace.past(.endOf(day), startOfDay: midnight)
      try desk.workspace.eachEnd(of: [day], startOfDay: midnight) { _, assessment, _ in
        #expect(assessment.map(lines) == past.map { lines(of: $0.assessment) })
      }
    }
  }

  @Test("a cycle that was only written down as counted was not closed")
  func countedCycle() throws {
    var desk = try Desk(Workspace.inMemory())
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.cycle, 1)
    try desk.perform(.create(head))
    let record = try #require(desk.assessment.head)
    try desk.perform(.set(record, Slot(AssessmentRecord.cycle.key), .integer(2)))
    #expect(try desk.workspace.past(.closing(cycle: 1), startOfDay: midnight) == nil)
    #expect(try desk.workspace.closedCycles(day: \.day).isEmpty)
  }

  @Test("any moment of a history of a thousand acts opens and equals the state then", arguments: [7, 2026])
  func anyMoment(seed: UInt64) throws {
    let life = try Life(seed: seed, batches: 1000)
    var chance = RandomScript(seed: seed + 1).chance
    let places =
      [0, 1, life.states.count - 2, life.states.count - 1]
      + (0..<60).map { _ in Int.random(in: life.states.indices, using: &chance) }
    for place in places {
      let (head, wanted) = life.states[place]
      let past = try #require(try life.desk.workspace.past(.act(of: head), startOfDay: midnight))
      try #require(past.moment.seq == head, "seed \(seed), act \(place)")
      try #require(lines(of: past.assessment) == wanted, "seed \(seed), act \(place)")
      #expect(past.isLatest == (place == life.states.count - 1))
    }
  }

  @Test("a moment inside an act is the act's end; act by act one comes from the first to the last")
  func actByAct() throws {
    var desk = try Desk(Workspace.inMemory())
    let csc = try desk.party("csc")
    try desk.perform(.set(csc, Slot(Party.name.key), .text("甲")))
    let count = try desk.workspace.entryCount()
    let first = try #require(try desk.workspace.past(.act(of: 1), startOfDay: midnight))
    #expect(first.moment.seq > 1 && first.moment.seq < count)
    #expect(first.assessment[csc, Party.name] != "甲")
    let next = try #require(
      try desk.workspace.past(.after(act: first.moment.seq), startOfDay: midnight))
    #expect(next.isLatest && next.assessment[csc, Party.name] == "甲")
    let back = try #require(
      try desk.workspace.past(.before(act: next.moment.seq), startOfDay: midnight))
    #expect(back.moment == first.moment)
    #expect(try desk.workspace.past(.before(act: 1), startOfDay: midnight) == nil)
    #expect(try desk.workspace.past(.after(act: count), startOfDay: midnight) == nil)
    #expect(try desk.workspace.past(.closing(cycle: 1), startOfDay: midnight) == nil)
  }
}
