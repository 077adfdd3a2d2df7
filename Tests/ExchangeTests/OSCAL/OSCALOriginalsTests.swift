import Domain
import Exchange
import Testing

/// What came as OSCAL and what the records cannot hold comes out again.
@Suite("OSCAL that came in goes out again")
struct OSCALOriginalsTests {
  private static let uuid = "6248a7fd-0d66-4231-81d1-413e93674cc0"
  private static let original = """
    {"plan-of-action-and-milestones":{"uuid":"aa4cf6ae-4409-433d-9da3-a378656585fa","metadata":{"title":"Theirs",
    "last-modified":"2026-01-01T00:00:00Z","version":"7","oscal-version":"1.1.2",
    "document-ids":[{"identifier":"x-1"}]},"risks":[{"uuid":"\(uuid)","title":"Old title","description":"old",
    "statement":"old","status":"closed","props":[{"name":"their","ns":"https://their.example","value":"1"}],
    "threat-ids":[{"system":"https://their.example","id":"https://their.example/t1"}],
    "characterizations":[{"origin":{"actors":[{"type":"tool","actor-uuid":"\(uuid)"}]},
    "facets":[{"name":"cvss","system":"https://their.example","value":"9.8"}]}]},
    {"uuid":"7348a7fd-0d66-4231-81d1-413e93674cc0","title":"Taken away here","description":"d","statement":"s",
    "status":"open"}],"poam-items":[{"uuid":"c05924c0-9bd2-4632-be7e-ae49a16f3a1e","title":"Item",
    "description":"theirs","remarks":"kept","related-risks":[{"risk-uuid":"\(uuid)"}]}]}}
    """

  private func exported(_ change: (inout Assessment, RecordID) -> Void = { _, _ in }) throws -> OSCALValue {
    var assessment = Assessment()
    let (party, risk) = (RecordID(replica: 1, number: 1), RecordID(replica: 1, number: 2))
    let document = RecordID(replica: 1, number: 3)
    assessment.apply(.created(party, kind: .party, number: 1, party: nil))
    assessment.apply(.set(party, Slot(Party.partyKey.key), before: nil, after: .text("org")))
    assessment.apply(.created(risk, kind: .risk, number: 1, party: party))
    assessment.apply(.set(risk, Slot(Risk.event.key), before: nil, after: .text("New title")))
    assessment.apply(.set(risk, Slot(SharedFields.externalID.key), before: nil, after: .text(Self.uuid)))
    assessment.apply(.created(document, kind: .importedDocument, number: 1, party: party))
    let text = Value.text(Self.original)
    assessment.apply(.set(document, Slot(ImportedDocument.original.key), before: nil, after: text))
    change(&assessment, risk)
    var files: [OSCALExport.File] = []
    let source = OSCALSource(
      assessment, shelf: CatalogueShelf([]), lastModified: Moment(milliseconds: 0), today: Day(number: 20_000)
    )
    OSCALExport(source).write { files.append($0) }
    #expect(files.map(\.name) == ["org-poam.json"])
    return try #require(files.first?.document["plan-of-action-and-milestones"])
  }

  @Test("a risk keeps its uuid and what only the document knew; what the record says lies over it")
  func risk() throws {
    let risk = try #require(try exported()["risks"]?.elements.first)
    #expect(risk["uuid"] == .text(Self.uuid))
    #expect(risk["title"] == .text("New title"))
    #expect(risk["status"] == .text("closed"))
    #expect(risk["threat-ids"]?.elements.count == 1)
    #expect(risk["characterizations"]?.elements.count == 1)
    #expect(risk["props"]?.elements.contains { $0["name"] == .text("their") } == true)
  }

  @Test("a risk rated here has both ratings, and the status that follows")
  func rated() throws {
    let document = try exported { assessment, risk in
      assessment.apply(.set(risk, Slot(Risk.likelihood.key), before: nil, after: .integer(3)))
    }
    let risk = document["risks"]?.elements.first
    #expect(risk?["characterizations"]?.elements.count == 2)
  }

  @Test("the document keeps its uuid and ids; what was taken away here stays away")
  func document() throws {
    let document = try exported()
    #expect(document["uuid"] == .text("aa4cf6ae-4409-433d-9da3-a378656585fa"))
    #expect(document["metadata"]?["document-ids"]?.elements.count == 1)
    #expect(document["metadata"]?["title"] == .text("Theirs"))
    #expect(document["metadata"]?["oscal-version"] == .text("1.1.3"))
    #expect(document["risks"]?.elements.count == 1)
  }

  @Test(
    "an item that became a corrective action keeps what only the document knew, and its words while nobody changes them"
  )
  func item() throws {
    let item = "c05924c0-9bd2-4632-be7e-ae49a16f3a1e"
    for (text, title) in [("Item\ntheirs", "Item"), ("Install the update", "Install the update")] {
      let document = try exported { assessment, _ in
        let action = RecordID(replica: 1, number: 4)
        let party = RecordID(replica: 1, number: 1)
        assessment.apply(.created(action, kind: .correctiveAction, number: 1, party: party))
        let key = Slot(SharedFields.externalID.key)
        assessment.apply(.set(action, key, before: nil, after: .text(item)))
        assessment.apply(.set(action, Slot(CorrectiveAction.action.key), before: nil, after: .text(text)))
      }
      let items = document["poam-items"]?.elements ?? []
      #expect(items.count == 1)
      #expect(items.first?["uuid"] == .text(item))
      #expect(items.first?["title"] == .text(title))
      #expect(items.first?["remarks"] == .text("kept"))
      #expect(items.first?["related-risks"]?.elements.count == 1)
    }
  }

  @Test("a document that nothing of ours takes the place of goes out as it came")
  func unused() throws {
    var assessment = Assessment()
    let document = RecordID(replica: 1, number: 3)
    assessment.apply(.created(document, kind: .importedDocument, number: 1, party: nil))
    let text = #"{"component-definition":{"uuid":"c05924c0-9bd2-4632-be7e-ae49a16f3a1e","x":[1.50]}}"#
    assessment.apply(.set(document, Slot(ImportedDocument.original.key), before: nil, after: .text(text)))
    var files: [OSCALExport.File] = []
    let source = OSCALSource(
      assessment, shelf: CatalogueShelf([]), lastModified: Moment(milliseconds: 0), today: Day(number: 20_000)
    )
    OSCALExport(source).write { files.append($0) }
    #expect(files.map(\.name) == ["IM-1-component-definition.json"])
    #expect(files.map(\.document.jsonText) == [text])
  }
}
