import Domain
import Exchange
import Testing

@Suite("CISO Assistant libraries coming in")
struct LibraryReadingTests {
  private static let framework = """
    urn: urn:sample:risk:library:guide
    locale: fr
    ref_id: GUIDE
    name: Guide
    version: 2
    objects:
      framework:
        urn: urn:sample:risk:framework:guide
        ref_id: GUIDE
        name: Guide
        requirement_nodes:
        - urn: urn:sample:risk:req_node:guide:i
          assessable: false
          depth: 1
          ref_id: I
          name: Sensibiliser
          translations: {en: {name: Raise awareness}, ja: {name: 意識向上}}
        - urn: urn:sample:risk:req_node:guide:1
          assessable: true
          depth: 2
          parent_urn: urn:sample:risk:req_node:guide:i
          ref_id: '1'
          name: Former
          translations:
            en: {name: Train, description: null}
            ja: {name: 訓練する}
        - urn: urn:sample:risk:req_node:guide:2
          assessable: true
          depth: 2
          parent_urn: urn:sample:risk:req_node:guide:i
          description: Dire ce qui est permis
    """

  private static func matrix(grid: String = "[[0, 0, 1], [0, 1, 2], [1, 2, 2]]") -> String {
    """
    urn: urn:sample:risk:library:matrix
    name: Three by three
    objects:
      risk_matrix:
      - urn: urn:sample:risk:matrix:3x3
        name: Three by three
        probability:
        - {id: 0, abbreviation: L, name: Low, description: seldom, translations: {ja: {name: 低, description: まれ}}}
        - {id: 1, abbreviation: M, name: Medium, description: ''}
        - {id: 2, abbreviation: H, name: High}
        impact: [{name: Minor}, {name: Serious}, {name: Grave}]
        risk: [{name: Low}, {name: Medium}, {name: High}]
        grid: \(grid)
    """
  }

  @Test("a framework is a catalogue: what can be assessed are its controls, what cannot its headings")
  func frameworks() throws {
    var desk = try ReadingDesk()
    let outcome = try desk.bring(Self.framework)
    let catalogue = try #require(outcome.plan.catalogueKey.flatMap { desk.context.catalogues[$0] })
    #expect(catalogue.controls.map(\.number) == ["1", "2"])
    #expect(catalogue.control("1")?.title == Words("Train", "訓練する"))
    #expect(catalogue.control("2")?.title.en == "Dire ce qui est permis")
    #expect(catalogue.groups.map(\.title) == [Words("Sensibiliser", "意識向上")])
    #expect(try desk.bring(Self.framework).changes.isEmpty)
  }

  @Test("a risk matrix is a version of the criteria that nobody has agreed to yet")
  func matrices() throws {
    var desk = try ReadingDesk()
    try desk.bring(Self.matrix())
    let criteria = try #require(desk.assessment.ids(.riskCriteria).last)
    let method = try #require(desk.assessment.method(criteria))
    #expect(
      method.likelihood.map(\.label) == [Words("Low", "低"), Words("Medium", "Medium"), Words("High", "High")])
    #expect(method.level(likelihood: 2, consequence: 3) == 3)
    #expect(method.level(likelihood: 3, consequence: 1) == 2)
    #expect(method.bands.map(\.label.en) == ["Low", "Medium", "High"])
    #expect(method.acceptanceLine == 2)
    #expect(desk.assessment.count(.riskCriteria) == 2)
    #expect(try desk.bring(Self.matrix()).changes.isEmpty)
  }

  @Test(
    "a matrix that does not fit is refused with its place",
    arguments: ["[[0, 0], [0, 1], [1, 2]]", "[[0, 0, 9], [0, 1, 2], [1, 2, 2]]", "[[0, 0, 1]]"])
  func misfits(_ grid: String) throws {
    var desk = try ReadingDesk()
    let fault = #expect(throws: OSCALFault.self) { try desk.bring(Self.matrix(grid: grid)) }
    #expect(fault?.why == .matrix)
    #expect(fault?.place.text == "/objects/risk_matrix/0/grid")
  }

  @Test("a library with neither is refused")
  func empty() throws {
    var desk = try ReadingDesk()
    let fault = #expect(throws: OSCALFault.self) {
      try desk.bring("urn: urn:x\nname: X\nobjects: {threats: []}")
    }
    #expect(fault?.why == .emptyLibrary)
  }
}
