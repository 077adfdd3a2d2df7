import Domain
import Journal
import Store
import Testing

@Suite("The workspace file")
struct WorkspaceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("what was done is there again after reopening")
  func reopens() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    let risk = try desk.risk("復旧できない", of: csc)
    try desk.set(risk, Risk.likelihood, 4)
    let again = try Workspace.open(at: folder.file()).load()
    #expect(lines(of: again) == lines(of: desk.assessment))
    #expect(again[risk, Risk.event] == "復旧できない")
    #expect(again.phases[csc, .riskManagement] == .inProgress)
  }

  @Test("undo and redo go through the journal, also after reopening")
  func undoesAcrossRestarts() throws {
    var desk = try Desk(Workspace.create(at: folder.file()))
    let csc = try desk.party("csc")
    let empty = lines(of: desk.assessment)
    let risk = try desk.risk("one", of: csc)
    let created = lines(of: desk.assessment)
    try desk.set(risk, Risk.likelihood, 4)
    let rated = lines(of: desk.assessment)
    try desk.undo()
    #expect(lines(of: desk.assessment) == created)
    desk = try Desk(Workspace.open(at: folder.file()))
    try desk.undo()
    #expect(lines(of: desk.assessment) == empty)
    try desk.redo()
    #expect(lines(of: desk.assessment) == created)
    desk = try Desk(Workspace.open(at: folder.file()))
    try desk.redo()
    #expect(lines(of: desk.assessment) == rated)
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    try desk.undo()
    try desk.set(risk, Risk.cause, "other")
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    #expect(lines(of: try Workspace.open(at: folder.file()).load()) == lines(of: desk.assessment))
  }
}
