import Catalogues
import Domain
import Exchange
import Foundation
import Testing

@Suite("A workspace as OSCAL")
struct OSCALExportTests {
  private static let today = Day(number: 20_600)

  private static func files(
    _ assessment: Assessment, party: RecordID? = nil
  ) -> [OSCALExport.File] {
    var files: [OSCALExport.File] = []
    let source = OSCALSource(
      assessment, shelf: Catalogues.shelf, lastModified: Moment(milliseconds: 1_700_000_000_123),
      today: today, party: party)
    OSCALExport(source).write { files.append($0) }
    return files
  }

  private static func built(_ worked: WorkedCase, _ language: Language = .english) throws -> Assessment {
    var assessment = Assessment()
    try worked.build(language: language, today: today) { commands, actor, party in
      let context = Context(today: today, actor: actor, party: party, catalogues: Catalogues.shelf)
      return try assessment.perform(commands, in: context)
    }
    return assessment
  }

  @Test(
    "what the worked cases' documents point to is there, of the right kind, and there once",
    arguments: WorkedCase.allCases, Language.allCases)
  func workedCases(_ worked: WorkedCase, _ language: Language) throws {
    let files = Self.files(try Self.built(worked, language))
    #expect(DocumentCheck.faults(in: files) == [])
    #expect(files.count > 5)
  }

  @Test("whatever is in a workspace gives documents that hold, twice the same bytes", arguments: 0..<40)
  func anything(_ seed: UInt64) throws {
    let files = Self.files(RandomAssessment(seed: seed).assessment)
    #expect(DocumentCheck.faults(in: files).prefix(5).joined(separator: "\n") == "", "seed \(seed)")
    let again = Self.files(RandomAssessment(seed: seed).assessment)
    #expect(files.map(\.name) == again.map(\.name))
    #expect(files.map(\.document.jsonBytes) == again.map(\.document.jsonBytes), "seed \(seed)")
    try keep(files, seed)
  }

  /// For the schemas and compliance-trestle, which look at the same documents.
  private func keep(_ files: [OSCALExport.File], _ seed: UInt64) throws {
    guard let folder = ProcessInfo.processInfo.environment["KYOKUMEN_OSCAL"] else { return }
    let place = URL(filePath: folder).appending(path: "seed-\(seed)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for file in files { try Data(file.document.jsonBytes).write(to: place.appending(path: file.name)) }
  }

  @Test("a customer inherits what its provider's plan provides, and does what that asks")
  func sharedControls() throws {
    let files = Self.files(try Self.built(.cloud))
    let provider = try plan("csp-ssp.json", files)
    let customer = try plan("csc-ssp.json", files)
    let provided = uuids("provided", in: provider)
    let inherited = values("provided-uuid", in: customer)
    #expect(!inherited.isEmpty && inherited.isSubset(of: provided))
    let asked = uuids("responsibilities", in: provider)
    let done = values("responsibility-uuid", in: customer)
    #expect(!done.isEmpty && done.isSubset(of: asked))
  }

  @Test("a register without a statement of applicability is a plan of action that stands alone")
  func loneRegister() throws {
    var assessment = Assessment()
    let party = RecordID(replica: 1, number: 1)
    let risk = RecordID(replica: 1, number: 2)
    assessment.apply(.created(party, kind: .party, number: 1, party: nil))
    assessment.apply(.set(party, Slot(Party.partyKey.key), before: nil, after: .text("org")))
    assessment.apply(.created(risk, kind: .risk, number: 1, party: party))
    assessment.apply(.set(risk, Slot(Risk.event.key), before: nil, after: .text("停電\n二行目")))
    let files = Self.files(assessment)
    #expect(files.map(\.name) == ["org-poam.json"])
    #expect(DocumentCheck.faults(in: files) == [])
    let actions = files[0].document["plan-of-action-and-milestones"]
    #expect(actions?["import-ssp"] == nil)
    let written = actions?["risks"]?.elements.first
    #expect(written?["title"] == .text("停電 二行目"))
    #expect(written?["description"] == .text("停電\n二行目"))
    let event = written?["props"]?.elements.first { $0["name"] == .text("event") }
    #expect(event?["remarks"] == .text("停電\n二行目"))
  }

  @Test("a finding that names no addressee stands in the documents of whom its audit audited")
  func auditee() throws {
    var assessment = try Self.built(.cloud)
    let context = Context(today: Self.today, actor: "tester", catalogues: Catalogues.shelf)
    let (auditor, auditee) = (assessment.party(key: "csc"), try #require(assessment.party(key: "csp")))
    var audit = Draft(.audit, party: auditor)
    audit.set(Audit.title, "Second-party audit")
    audit.set(Audit.auditee, auditee)
    _ = try assessment.perform([.create(audit)], in: context)
    var finding = Draft(.finding, party: auditor)
    finding.set(Finding.text, "No restore was tried")
    finding.set(Finding.grade, .majorNonconformity)
    finding.set(Finding.audit, try #require(assessment.ids(.audit).last))
    _ = try assessment.perform([.create(finding)], in: context)
    let made = try #require(assessment.ids(.finding).last)
    #expect(assessment.answerer(of: made) == auditee)
    let files = Self.files(assessment)
    #expect(DocumentCheck.faults(in: files) == [])
    let named = try ["csp", "csc"].map { party in
      try ["poam", "assessment-results"].contains { model in
        try uuids("findings", in: plan("\(party)-\(model).json", files)).contains(OSCALName.uuid(of: made))
      }
    }
    #expect(named == [true, false])
  }

  @Test("one party's documents are the same as among all, and leave the others' out")
  func oneParty() throws {
    let assessment = try Self.built(.cloud)
    let party = try #require(assessment.party(key: "csp"))
    let names = Self.files(assessment, party: party).map(\.name)
    #expect(names.contains("csp-ssp.json") && !names.contains { $0.hasPrefix("csc") })
  }

  private func plan(_ name: String, _ files: [OSCALExport.File]) throws -> OSCALValue {
    try #require(files.first { $0.name == name }).document
  }

  private func uuids(_ key: String, in value: OSCALValue) -> Set<String> {
    switch value {
    case .object(let object):
      Set(
        object.members.flatMap { member -> [String] in
          let own = member.key == key ? member.value.elements.compactMap { $0["uuid"]?.text } : []
          return own + uuids(key, in: member.value)
        })
    case .array(let elements): Set(elements.flatMap { uuids(key, in: $0) })
    case .null, .flag, .number, .text: []
    }
  }

  private func values(_ key: String, in value: OSCALValue) -> Set<String> {
    // What is asked for stands in a part the plan does itself, not where it was offered.
    switch value {
    case .object(let object):
      Set(
        object.members.flatMap { member -> [String] in
          (member.key == key ? [member.value.text].compactMap(\.self) : []) + values(key, in: member.value)
        })
    case .array(let elements): Set(elements.flatMap { values(key, in: $0) })
    case .null, .flag, .number, .text: []
    }
  }
}
