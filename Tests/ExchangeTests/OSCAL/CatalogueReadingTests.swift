import Domain
import Exchange
import Testing

@Suite("Catalogues coming in")
struct CatalogueReadingTests {
  private static let json = """
    {"catalog":{"uuid":"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724","metadata":{"title":"Sample: controls",
    "last-modified":"2024-02-01T13:57:28Z","version":"1.0","oscal-version":"1.2.1"},
    "groups":[{"id":"ac","title":"Access","props":[{"name":"label","value":"AC"}],"controls":[
    {"id":"ac-1","title":"Policy","props":[{"name":"label","class":"zero-padded","value":"AC-01"},
    {"name":"label","value":"AC-1"},{"name":"title-ja","value":"方針"}],"links":[{"href":"#ac-9","rel":"related"}]},
    {"id":"ac-2","title":"Accounts","props":[{"name":"label","value":"AC-2"}],"controls":[
    {"id":"ac-2.1","title":"Automated","props":[{"name":"label","value":"AC-2(1)"}]},
    {"id":"ac-2.2","title":"Gone","props":[{"name":"status","value":"withdrawn"}]}]},
    {"id":"ac-1","title":"Twice"}]},
    {"id":"x","title":"Outer","groups":[{"id":"y","title":"Inner","controls":[{"id":"y-1","title":"Deep"}]}]}]}}
    """
  private static let yaml = """
    catalog:
      uuid: 74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724
      metadata: {title: "Sample: controls", last-modified: 2024-02-01T13:57:28Z, version: 1.0, oscal-version: 1.2.1}
      groups:
        - id: ac
          title: Access
          props: [{name: label, value: AC}]
          controls:
            - {id: ac-1, title: Policy, props: [{name: label, value: AC-1}, {name: title-ja, value: 方針}]}
            - id: ac-2
              title: Accounts
              props: [{name: label, value: AC-2}]
              controls: [{id: ac-2.1, title: Automated, props: [{name: label, value: AC-2(1)}]}]
        - id: x
          title: Outer
          groups: [{id: y, title: Inner, controls: [{id: y-1, title: Deep}]}]
    """

  @Test(
    "numbers, titles in both languages and headings, from JSON and from YAML alike", arguments: [json, yaml])
  func controls(_ text: String) throws {
    var desk = try ReadingDesk()
    let outcome = try desk.bring(text)
    let catalogue = try #require(outcome.plan.catalogueKey.flatMap { desk.context.catalogues[$0] })
    #expect(catalogue.key == "sample")
    #expect(catalogue.controls.map(\.number) == ["AC-1", "AC-2", "AC-2(1)", "y-1"])
    #expect(catalogue.controls.map(\.sourceID) == ["ac-1", "ac-2", "ac-2.1", "y-1"])
    #expect(catalogue.control("AC-1")?.title == Words("Policy", "方針"))
    #expect(catalogue.groups.map(\.title.en) == ["AC Access", "Outer / Inner"])
  }

  @Test("what is withdrawn, there twice or leads nowhere is told, and the rest comes in")
  func notes() throws {
    var desk = try ReadingDesk()
    let notes = try desk.bring(Self.json).plan.notes
    #expect(notes.contains(.withdrawn(1)))
    let twice = notes.contains { if case .duplicateControl("ac-1", _) = $0 { true } else { false } }
    #expect(twice)
    #expect(notes.contains(.linksOutside(1)))
  }

  @Test("statements of a plan find their control in it, by id")
  func statements() throws {
    var desk = try ReadingDesk()
    try desk.bring(Self.json)
    try desk.bring(ReadingDesk.example("oscal_leveraging-example_ssp"))
    let statement = try #require(desk.assessment.ids(.controlStatement).first)
    #expect(desk.assessment[statement, ControlStatement.control] == "AC-2")
    #expect(desk.assessment[statement, ControlStatement.catalogue] == "sample")
  }

  @Test("another catalogue of the same title gets another key, a new version of the same keeps it")
  func keys() throws {
    var desk = try ReadingDesk()
    try desk.bring(Self.json)
    try desk.bring(Self.json.replacing("74c8ba1e", with: "84c8ba1e"))
    try desk.bring(Self.json.replacing("Accounts", with: "Accounts and more"))
    #expect(desk.assessment.ownCatalogues.map(\.key) == ["sample", "sample-1.0"])
    #expect(desk.assessment.ownCatalogues[0].control("AC-2")?.title.en == "Accounts and more")
  }

  @Test(
    "what is wrong is told with its place in the document",
    arguments: [
      (
        #"{"catalog":{"metadata":{"title":"T"},"groups":[{"controls":[{"title":"x"}]}]}}"#,
        "/catalog/groups/0/controls/0", OSCALFault.Why.missing("id")
      ),
      (
        #"{"catalog":{"metadata":{"title":"T"},"groups":{"controls":[]}}}"#, "/catalog/groups",
        .wrongType(expected: .array)
      ),
      (
        #"{"catalog":{"metadata":{"title":"T"},"controls":[{"id":["x"]}]}}"#, "/catalog/controls/0/id",
        .wrongType(expected: .text)
      ),
      (
        #"{"catalog":{"metadata":{"title":"T"},"groups":["x"]}}"#, "/catalog/groups/0",
        .wrongType(expected: .object)
      ),
      (#"{"catalog":{"title":"T"}}"#, "/catalog", .missing("metadata")),
      (#"{"catalog":{"metadata":{"title":"T"}}}"#, "/catalog", .emptyCatalogue),
      (#"{"catalogue":{}}"#, "", .unknownDocument),
      (#"[]"#, "", .unknownDocument),
      ("just words", "", .unknownDocument),
    ])
  func faults(_ text: String, _ place: String, _ why: OSCALFault.Why) throws {
    var desk = try ReadingDesk()
    let before = desk.assessment.revision
    let fault = #expect(throws: OSCALFault.self) { try desk.bring(text) }
    #expect(fault?.place.text == place)
    #expect(fault?.why == why)
    #expect(desk.assessment.revision == before)
  }
}
