import Catalogues
import Domain
import Exchange
import Testing

@Suite("Our own OSCAL documents coming back")
struct OwnDocumentsTests {
  private static let today = OSCALFiles.today

  private static func plan(_ file: OSCALExport.File, into assessment: Assessment) throws -> DocumentImport {
    let document = try OSCALDocument(file.document.jsonBytes, path: file.name)
    let owner = document.isShared ? nil : try DocumentImport.party(of: document, in: assessment)
    return try DocumentImport(document, for: owner, into: assessment, shelf: Catalogues.shelf)
  }

  @Test(
    "whatever is in a workspace, its documents bring nothing that is not there already", arguments: 0..<40)
  func random(_ seed: UInt64) throws {
    let assessment = RandomAssessment(seed: seed).assessment
    for file in OSCALFiles.of(assessment) {
      for command in try Self.plan(file, into: assessment).commands {
        switch command {
        case .create(let draft): #expect(draft.kind == .importedDocument, "\(seed) \(file.name): \(draft)")
        case .set(let id, let slot, let value):
          // Only what nobody can type is written otherwise than it stood: control characters, blank texts.
          let before = assessment.value(id, slot)
          #expect(
            Self.isOdd(before),
            "\(seed) \(file.name): \(slot.key.name) \(String(describing: (before, value)))")
        case .remove, .removeAndUnlink, .phase, .cast, .reveal:
          Issue.record("\(seed) \(file.name): \(command)")
        }
      }
    }
  }

  private static func isOdd(_ value: Value?) -> Bool {
    let texts: [String] =
      switch value {
      case .text(let text): [text]
      case .list(let texts): texts
      case .table(let rows): rows.flatMap(\.self)
      // A link to what was taken away, and a set of nothing, do not go out.
      case .references, .choices: [""]
      case nil, .number, .integer, .flag, .day, .choice, .reference: []
      }
    return texts.contains { text in
      text.allSatisfy(\.isWhitespace)
        || text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{FEFF}" }
    }
  }

  @Test("a register brought into another workspace is the same register there", arguments: Language.allCases)
  func elsewhere(_ language: Language) throws {
    var assessment = Assessment()
    try WorkedCase.single.build(language: language, today: Self.today) { commands, actor, party in
      let context = Context(today: Self.today, actor: actor, party: party, catalogues: Catalogues.shelf)
      return try assessment.perform(commands, in: context)
    }
    var desk = try ReadingDesk()
    for file in OSCALFiles.of(assessment) { try desk.bring(file.document.jsonBytes, named: file.name) }
    for kind in [RecordKind.risk, .controlStatement, .finding, .correctiveAction] {
      #expect(desk.assessment.count(kind) == assessment.count(kind), "\(kind)")
    }
    let pairs = zip(assessment.ids(.risk), desk.assessment.ids(.risk))
    for (here, there) in pairs {
      for attribute in [Risk.event, Risk.cause, Risk.consequence, Risk.planActions] {
        #expect(assessment[here, attribute] == desk.assessment[there, attribute])
      }
      #expect(assessment[here, Risk.likelihood] == desk.assessment[there, Risk.likelihood])
      #expect(assessment[here, Risk.treatment] == desk.assessment[there, Risk.treatment])
      let owners = (assessment[here, Risk.owner], desk.assessment[there, Risk.owner])
      #expect(owners.0.flatMap(assessment.title) == owners.1.flatMap(desk.assessment.title))
    }
  }
}
