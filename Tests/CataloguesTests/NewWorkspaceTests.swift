import Catalogues
import Domain
import Testing

@Suite("A new workspace")
struct NewWorkspaceTests {
  private let today = Day(number: 20_781)

  private func found(
    _ scope: Scope, _ entrants: [Entrant], agreements: [AgreementPair]? = nil, catalogues: [String]? = nil
  ) throws -> Assessment {
    let workspace = try NewWorkspace(
      scope, title: "T", entrants: entrants, agreements: agreements, catalogues: catalogues,
      language: .english, today: today)
    var assessment = Assessment()
    _ = try assessment.perform(
      workspace.commands, in: Context(today: today, actor: "t", catalogues: Catalogues.shelf))
    return assessment
  }

  private func keys(_ assessment: Assessment) -> [String?] {
    assessment.ids(.party).map { assessment[$0, Party.partyKey] }
  }

  @Test("one organisation: its own criteria, annex A, nothing begun")
  func single() throws {
    let assessment = try found(.singleOrganization, [Entrant(.standalone, "Mihon")])
    let org = try #require(assessment.party(key: "org"))
    #expect(assessment[org, Party.catalogues] == ["iso-27001-2022-annex-a"])
    #expect(assessment[org, Party.participation] == .present)
    #expect(assessment.criteriaInForce(for: org).flatMap(assessment.party(of:)) == org)
    #expect(assessment.scope == .singleOrganization)
    #expect(assessment.cycle == 1)
    #expect(Phase.allCases.allSatisfy { assessment.phases[org, $0] == .notStarted })
  }

  @Test("cloud: keys by role, csc>csp and csp>csp2, joint criteria, annex A with the cloud controls")
  func cloud() throws {
    let assessment = try found(.cloud, [Entrant(.csp, "A"), Entrant(.csc, "B"), Entrant(.csp, "C")])
    #expect(keys(assessment) == ["csp", "csc", "csp2"])
    let pairs = assessment.ids(.service).map { service in
      [Service.customer, Service.provider].map { assessment[service, $0].map(assessment.label(of:)) }
    }
    #expect(pairs == [["csc", "csp"], ["csp", "csp2"]])
    #expect(assessment.count(.agreement) == 2)
    #expect(assessment.ids(.riskCriteria).map { assessment.party(of: $0) } == [nil])
    for party in assessment.participants {
      #expect(assessment[party, Party.catalogues] == ["iso-27001-2022-annex-a", "iso-27017-2015"])
      #expect(assessment.phases[party, .agreement] == .notStarted)
    }
  }

  @Test("cyberspace: org-1, org-2 whatever the role, no catalogues until chosen, no agreements")
  func cyberspace() throws {
    let assessment = try found(
      .cyberspace, [Entrant(.operator, "A"), Entrant(.user, "B"), Entrant(.user, "C")])
    #expect(keys(assessment) == ["org-1", "org-2", "org-3"])
    #expect(assessment.participants.allSatisfy { assessment[$0, Party.catalogues].isEmpty })
    #expect(assessment.count(.agreement) == 0)
  }

  @Test("agreements and catalogues as asked")
  func asAsked() throws {
    let pair = try #require(AgreementPair(text: "csc>csp2"))
    let assessment = try found(
      .cloud, [Entrant(.csc, "A"), Entrant(.csp, "B"), Entrant(.csp, "C")], agreements: [pair],
      catalogues: ["nist-csf-2.0"])
    #expect(
      assessment.ids(.service).map { assessment[$0, Service.provider] } == [assessment.party(key: "csp2")])
    #expect(assessment.participants.allSatisfy { assessment[$0, Party.catalogues] == ["nist-csf-2.0"] })
  }

  @Test("what does not fit is refused with the fact")
  func refusals() {
    let csc = Entrant(.csc, "A")
    let csp = Entrant(.csp, "B")
    #expect(throws: NewWorkspaceError.noParties) { try found(.cloud, []) }
    #expect(throws: NewWorkspaceError.cloudNeeds(.csp)) { try found(.cloud, [csc]) }
    #expect(throws: NewWorkspaceError.cloudNeeds(.csp)) { try found(.cloud, [csc, Entrant(.csc, "C")]) }
    #expect(throws: NewWorkspaceError.cloudNeeds(.csc)) { try found(.cloud, [csp]) }
    #expect(throws: NewWorkspaceError.wrongRole(.csc, .cyberspace)) { try found(.cyberspace, [csc]) }
    #expect(throws: NewWorkspaceError.emptyName(.csp)) { try found(.cloud, [csc, Entrant(.csp, "")]) }
    #expect(throws: NewWorkspaceError.tooManyParties(2)) {
      try found(.singleOrganization, [Entrant(.standalone, "A"), Entrant(.standalone, "B")])
    }
    #expect(throws: NewWorkspaceError.unknownParty("csp9")) {
      try found(.cloud, [csc, csp], agreements: [AgreementPair(customer: "csc", provider: "csp9")])
    }
    #expect(throws: NewWorkspaceError.agreementWithItself("csp")) {
      try found(.cloud, [csc, csp], agreements: [AgreementPair(customer: "csp", provider: "csp")])
    }
    #expect(throws: NewWorkspaceError.unknownCatalogue("x")) {
      try found(.cloud, [csc, csp], catalogues: ["x"])
    }
  }

  @Test("an agreement is written customer>provider", arguments: ["", "csc", "csc>", ">csp", "a>b>c"])
  func badAgreement(_ text: String) {
    #expect(AgreementPair(text: text) == nil)
  }
}
