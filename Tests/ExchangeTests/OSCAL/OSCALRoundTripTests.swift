import Catalogues
import Domain
import Exchange
import Testing

/// What went out and comes back says what is known already.
@Suite("OSCAL there and back")
struct OSCALRoundTripTests {
  private static let today = OSCALFiles.today

  private static func context(_ party: RecordID? = nil) -> Context {
    Context(today: today, actor: "Ann", party: party, catalogues: Catalogues.shelf)
  }

  private static func built(_ worked: WorkedCase) throws -> Assessment {
    var assessment = Assessment()
    try worked.build(language: .japanese, today: today) { commands, actor, party in
      let context = Context(today: today, actor: actor, party: party, catalogues: Catalogues.shelf)
      return try assessment.perform(commands, in: context)
    }
    return assessment
  }

  @Test(
    "coming back into its own workspace it changes no record, and goes out the same",
    arguments: WorkedCase.allCases)
  func ownWorkspace(_ worked: WorkedCase) throws {
    var assessment = try Self.built(worked)
    let files = OSCALFiles.of(assessment)
    for file in files where !file.name.hasPrefix("catalog") && !file.name.hasSuffix("profile.json") {
      let document = try OSCALDocument(file.document.jsonBytes, path: file.name)
      let party = try #require(try DocumentImport.party(of: document, in: assessment))
      let incoming = try DocumentImport(document, for: party, into: assessment, shelf: Catalogues.shelf)
      let others = incoming.commands.filter { command in
        if case .create(let draft) = command { return draft.kind != .importedDocument }
        return true
      }
      #expect(others == [], "\(file.name)")
      _ = try assessment.perform(incoming.commands, in: Self.context(party))
    }
    let again = OSCALFiles.of(assessment)
    #expect(again.map(\.name) == files.map(\.name))
    for (before, after) in zip(files, again) {
      #expect(before.document == after.document, "\(before.name)")
    }
  }
}
