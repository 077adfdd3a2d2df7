import Domain
import Glibc
import Journal
import Store
import Testing

@Suite("Two terminals on one file")
struct TwoDesksTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func desks() throws -> (Desk, Desk, RecordID) {
    var one = try Desk(Workspace.create(at: folder.file()))
    let csc = try one.party("csc")
    return (one, try Desk(Workspace.open(at: folder.file()), actor: "鈴木"), csc)
  }

  private func isReadable(_ watch: FileWatch, within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) == 1
  }

  @Test("each loses nothing and numbers never collide")
  func interleaved() throws {
    var (one, two, csc) = try desks()
    for round in 0..<10 {
      try one.risk("one \(round)", of: csc)
      try two.risk("two \(round)", of: csc)
    }
    let told = try one.workspace.refresh(&one.assessment)
    #expect(!told.isEmpty)
    #expect(lines(of: one.assessment) == lines(of: two.assessment))
    #expect(Set(one.assessment.ids(.risk).map(one.assessment.label(of:))).count == 20)
    #expect(try one.workspace.verify().isSound)
  }

  @Test("the guards run on what the other has stored meanwhile")
  func guardsRunAgain() throws {
    var (one, two, csc) = try desks()
    let risk = try one.risk("one", of: csc)
    _ = try two.workspace.refresh(&two.assessment)
    try two.perform(.remove(risk))
    #expect(throws: Refusal.noSuchRecord(risk)) { try one.set(risk, Risk.cause, "late") }
    #expect(!one.assessment.exists(risk))
    #expect(try one.workspace.refresh(&one.assessment) == [.removed(risk)])
  }

  @Test("undo stops where another has written since, and names the field")
  func undoStops() throws {
    var (one, two, csc) = try desks()
    let risk = try one.risk("one", of: csc)
    try one.set(risk, Risk.cause, "mine")
    _ = try two.workspace.refresh(&two.assessment)
    try two.set(risk, Risk.cause, "theirs")
    #expect(throws: Refusal.changedSince(risk, Risk.cause.field)) { try one.undo() }
    try two.undo()
    try one.undo()
    #expect(one.assessment[risk, Risk.cause] == nil)
    #expect(throws: Refusal.nothingToUndo) { try two.undo() }
  }

  @Test("a phase that another wrote in stays begun when its first entry is taken back")
  func phaseStaysBegun() throws {
    var (one, two, csc) = try desks()
    try one.risk("one", of: csc)
    try two.risk("two", of: csc)
    try one.undo()
    #expect(one.assessment.phases[csc, .riskManagement] == .inProgress)
    #expect(one.assessment.count(.risk) == 1)
    try two.undo()
    #expect(two.assessment.count(.risk) == 0)
  }

  @Test("an act of the other wakes the watch, silence does not")
  func watch() throws {
    var (one, two, csc) = try desks()
    let watch = try #require(try one.workspace.watch())
    watch.drain()
    #expect(!isReadable(watch, within: 0))
    try two.risk("two", of: csc)
    #expect(isReadable(watch, within: 1000))
    watch.drain()
    #expect(!isReadable(watch, within: 0))
    #expect(try one.workspace.refresh(&one.assessment).count == 3)
  }
}
