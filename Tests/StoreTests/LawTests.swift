import Domain
import Journal
import Store
import Testing

@Suite("The laws of the journal, by random scripts")
struct LawTests {
  static let seeds = (0..<6).map { _ in UInt64.random(in: 0..<1_000_000) } + [7, 2026]

  private func desk() throws -> Desk {
    var desk = try Desk(Workspace.inMemory())
    try desk.party("csc")
    try desk.party("csp")
    return desk
  }

  private func replayed(_ workspace: Workspace) throws -> Assessment {
    var assessment = Assessment()
    try workspace.eachEntry { assessment.fold($0) }
    return assessment
  }

  @Test(
    "taking everything back leads through every state there was, and bringing it back does too",
    arguments: seeds)
  func inverse(seed: UInt64) throws {
    var desk = try desk()
    var script = RandomScript(seed: seed)
    var states = [lines(of: desk.assessment)]
    // A script may be refused over and over: it is drawn until enough of it was done.
    for _ in 0..<600 where states.count <= 30 {
      let changes = try? desk.workspace.perform(
        script.commands(in: desk.assessment), on: &desk.assessment, in: desk.context,
        at: Moment(milliseconds: desk.clock))
      if changes?.isEmpty == false { states.append(lines(of: desk.assessment)) }
    }
    #expect(states.count > 30, "seed \(seed)")
    for step in states.indices.dropLast().reversed() {
      try desk.undo()
      try #require(lines(of: desk.assessment) == states[step], "seed \(seed), back to \(step)")
    }
    for step in states.indices.dropFirst() {
      try desk.redo()
      try #require(lines(of: desk.assessment) == states[step], "seed \(seed), forth to \(step)")
    }
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    #expect(lines(of: try replayed(desk.workspace)) == lines(of: desk.assessment), "seed \(seed)")
    #expect(try desk.workspace.verify().firstBad == nil, "seed \(seed)")
  }

  @Test("the journal told again, the tables and the memory agree, whatever two people do", arguments: seeds)
  func replayIsProjection(seed: UInt64) throws {
    let folder = try Folder()
    var desks = [try Desk(Workspace.create(at: folder.file()))]
    try desks[0].party("csc")
    try desks[0].party("csp")
    desks.append(try Desk(Workspace.open(at: folder.file()), actor: "鈴木"))
    var script = RandomScript(seed: seed)
    for _ in 0..<80 {
      let who = Int.random(in: 0...1, using: &script.chance)
      switch Int.random(in: 0..<6, using: &script.chance) {
      case 0: _ = try? desks[who].undo()
      case 1: _ = try? desks[who].redo()
      default:
        for command in script.commands(in: desks[who].assessment) { _ = try? desks[who].perform(command) }
      }
    }
    for who in 0...1 { _ = try desks[who].workspace.refresh(&desks[who].assessment) }
    let state = lines(of: desks[0].assessment)
    #expect(lines(of: desks[1].assessment) == state, "seed \(seed)")
    #expect(lines(of: try replayed(desks[0].workspace)) == state, "seed \(seed)")
    #expect(lines(of: try Workspace.open(at: folder.file()).load()) == state, "seed \(seed)")
    #expect(try Workspace.verify(at: folder.file()).firstBad == nil, "seed \(seed)")
  }

  @Test("a refused or failed act leaves memory and file as they were", arguments: seeds.prefix(2))
  func refusalLeavesNothing(seed: UInt64) throws {
    var desk = try desk()
    var script = RandomScript(seed: seed)
    for _ in 0..<80 {
      let before = (lines(of: desk.assessment), try desk.workspace.entryCount())
      let commands = script.commands(in: desk.assessment) + [.remove(RecordID(raw: 12_345))]
      #expect(throws: Refusal.self) {
        try desk.workspace.perform(
          commands, on: &desk.assessment, in: desk.context, at: Moment(milliseconds: 0))
      }
      #expect(lines(of: desk.assessment) == before.0, "seed \(seed)")
      #expect(try desk.workspace.entryCount() == before.1)
      for command in script.commands(in: desk.assessment) { _ = try? desk.perform(command) }
    }
  }
}
