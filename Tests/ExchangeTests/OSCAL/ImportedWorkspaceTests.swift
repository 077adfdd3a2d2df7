import Catalogues
import Domain
import Exchange
import Journal
import Store
import Testing

@Suite("What came in, in the workspace")
struct ImportedWorkspaceTests {
  private let workspace: Workspace
  private var assessment: Assessment
  private var context: Context
  private let now = Moment(milliseconds: 1_700_000_000_123)

  init() throws {
    workspace = try Workspace.inMemory(replica: 0xAB)
    assessment = try workspace.load()
    context = Context(today: Day(number: 20_600), actor: "tester", catalogues: Catalogues.shelf)
    var party = Draft(.party, party: nil, pending: 1)
    party.set(Party.partyKey, "org")
    _ = try workspace.perform(
      [.create(Draft(.assessment, party: nil)), .create(party)], on: &assessment, in: context, at: now)
  }

  private mutating func bring(_ bytes: [UInt8]) throws {
    let document = try OSCALDocument(bytes, path: "it.json")
    let plan = try DocumentImport(
      document, for: assessment.party(key: "org"), into: assessment, shelf: context.catalogues)
    _ = try workspace.perform(plan.commands, on: &assessment, in: context, at: now)
  }

  private func state(_ assessment: Assessment) throws -> [UInt8] {
    try WorkspaceExport(assessment, replica: 0xAB).stateBytes()
  }

  @Test(
    "a document comes in as one step, which undo takes back and redo brings again",
    arguments: ReadingDesk.examples)
  mutating func oneStep(_ name: String) throws {
    let before = try state(assessment)
    try bring(ReadingDesk.example(name))
    let after = try state(assessment)
    #expect(after != before)
    _ = try workspace.undo(on: &assessment, in: context, at: now)
    #expect(assessment.ids(.importedDocument).isEmpty && assessment.ids(.risk).isEmpty)
    _ = try workspace.redo(on: &assessment, in: context, at: now)
    #expect(try state(assessment) == after)
    #expect(try state(workspace.load()) == after)
  }

  @Test(
    "it goes out and comes back with the workspace as it came, composed or not, and is a catalogue there too")
  mutating func json() throws {
    let text = #"{"catalog":{"metadata":{"title":"Für"},"controls":[{"id":"a","title":"カ\#u{3099}"}]}}"#
    try bring(Array(text.utf8))
    let bytes = try state(assessment)
    let copy = try Workspace.inMemory(replica: 0xAB)
    try copy.adopt(WorkspaceDocument(bytes).facts(), by: Signature(at: now, actor: "tester"))
    let back = try copy.load()
    #expect(try state(back) == bytes)
    let record = try #require(back.ids(.importedDocument).first)
    let original = try #require(back[record, ImportedDocument.original])
    #expect(original.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(back.ownCatalogues.first?.control("a")?.title.en.unicodeScalars.count == 1)
  }
}
