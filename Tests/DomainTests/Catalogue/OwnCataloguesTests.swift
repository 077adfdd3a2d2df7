import Domain
import Testing

@Suite("Catalogues that came with a document")
struct OwnCataloguesTests {
  private static let program = ControlCatalogue(
    key: "ours", title: Words("Ours", "当方"),
    controls: [CatalogueControl(number: "5.1", title: Words("Policies", "方針"), group: "5")],
    groups: [("5", Words("Five", "五"))])
  private var assessment = Assessment()
  private var context = Context(
    today: Day(number: 20_000), actor: "tester", replica: 1, catalogues: CatalogueShelf([program]))

  private func draft(key: String = "theirs") -> Draft {
    var draft = Draft(.importedDocument, party: nil)
    draft.set(ImportedDocument.title, "Theirs")
    draft.set(ImportedDocument.catalogueKey, key)
    draft.set(ImportedDocument.groups, [["5", "Their five", ""]])
    draft.set(
      ImportedDocument.controls,
      [["AC-1", "ac-1", "Policy", "方針", "5"], ["AC-2", "ac-2", "Accounts", "", "5"]])
    return draft
  }

  @Test("it stands on the shelf behind the program's own, with headings of its own")
  mutating func onTheShelf() throws {
    let before = context.follow(assessment)
    #expect(!before)
    _ = try assessment.perform([.create(draft())], in: context)
    let after = context.follow(assessment)
    #expect(after)
    #expect(context.catalogues.catalogues.map(\.key) == ["ours", "theirs"])
    let theirs = try #require(context.catalogues["theirs"])
    #expect(theirs.control("AC-1")?.title == Words("Policy", "方針"))
    #expect(theirs.control("AC-2")?.title == Words("Accounts", "Accounts"))
    #expect(theirs.control("AC-2")?.sourceID == "ac-2")
    #expect(theirs.control("AC-2")?.group == theirs.groups.first?.key)
    #expect(theirs.groups.first?.key != "5")
    let again = context.follow(assessment)
    #expect(!again)
  }

  @Test("taken back or removed it leaves the shelf; a document without controls never gets there")
  mutating func leavesTheShelf() throws {
    var plan = Draft(.importedDocument, party: nil, pending: 1)
    plan.set(ImportedDocument.title, "A plan")
    let changes = try assessment.perform([.create(draft()), .create(plan)], in: context)
    #expect(assessment.ownCatalogues.count == 1)
    context.follow(assessment)
    assessment.retract(changes, phases: assessment.phases)
    let after = context.follow(assessment)
    #expect(after)
    #expect(context.catalogues.catalogues.map(\.key) == ["ours"])
    #expect(context.catalogues["theirs"] == nil)
  }

  @Test("a key of the program stays the program's")
  mutating func keysOfTheProgram() throws {
    _ = try assessment.perform([.create(draft(key: "ours"))], in: context)
    context.follow(assessment)
    #expect(context.catalogues.catalogues.count == 1)
    #expect(context.catalogues["ours"]?.control("AC-1") == nil)
    #expect(context.catalogues["ours"]?.control("5.1") != nil)
  }

  @Test("what the program keeps is not found by search, not even whole documents")
  mutating func notSearched() throws {
    var draft = draft()
    draft.set(ImportedDocument.original, "{\"needle\":1}")
    draft.set(ImportedDocument.source, "file.json")
    _ = try assessment.perform([.create(draft)], in: context)
    let id = try #require(assessment.ids(.importedDocument).first)
    #expect(!assessment.holds(Needle("needle"), in: id))
    #expect(assessment.holds(Needle("file.json"), in: id))
  }
}
