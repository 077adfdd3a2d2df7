import Catalogues
import Domain
import Exchange
import Foundation
import Testing

@Suite("OSCAL documents coming in")
struct OSCALReadingTests {
  @Test(
    "every example of NIST's comes in, whole, and a second time changes nothing",
    arguments: ReadingDesk.examples)
  func examples(_ name: String) throws {
    var desk = try ReadingDesk()
    let bytes = try ReadingDesk.example(name)
    let first = try desk.bring(bytes, named: name + ".json")
    #expect(!first.changes.isEmpty)
    let record = try #require(desk.assessment.ids(.importedDocument).first)
    let kept = try #require(desk.assessment[record, ImportedDocument.original])
    #expect(try OSCALValue(json: Array(kept.utf8)) == OSCALValue(json: bytes))
    #expect(desk.assessment[record, ImportedDocument.source] == name + ".json")
    let second = try desk.bring(bytes, named: name + ".json")
    #expect(second.changes.isEmpty && second.plan.isKnown)
  }

  @Test("a plan of action becomes risks with their rating and treatment, and corrective action")
  func planOfAction() throws {
    var desk = try ReadingDesk()
    let outcome = try desk.bring(ReadingDesk.example("ifa_plan-of-action-and-milestones"))
    #expect(desk.assessment.count(.risk) == 2)
    #expect(desk.assessment.count(.correctiveAction) == 2)
    let risk = try #require(desk.assessment.ids(.risk).first)
    #expect(desk.assessment[risk, Risk.event]?.hasPrefix("IFA-GOODREAD-RISK-1") == true)
    #expect(desk.assessment[risk, Risk.likelihood] == 2)
    #expect(desk.assessment[risk, Risk.consequenceStep] == 4)
    #expect(desk.assessment[risk, Risk.criteria] == desk.assessment.ids(.riskCriteria).first)
    #expect(desk.assessment[risk, Risk.treatment]?.members == [.retain])
    #expect(desk.assessment[risk, Risk.planDue] == Day(year: 2024, month: 1, day: 1))
    #expect(desk.assessment[risk, SharedFields.externalID] == "8b8bae66-b28c-4fa5-9a20-b79e7322fc00")
    #expect(desk.assessment.party(of: risk) == desk.party)
    let wrong = outcome.plan.notes.contains {
      if case .wrongKind(_, isIn: "mitigating-factors", _) = $0 { true } else { false }
    }
    #expect(wrong)
  }

  @Test("results become findings with their evidence")
  func results() throws {
    var desk = try ReadingDesk()
    try desk.bring(ReadingDesk.example("ifa_assessment-results-example"))
    let finding = try #require(desk.assessment.ids(.finding).first)
    #expect(desk.assessment[finding, Finding.grade] == .minorNonconformity)
    #expect(desk.assessment[finding, Finding.at] == "ac-6.1")
    #expect(desk.assessment[finding, Finding.evidence]?.isEmpty == false)
    #expect(desk.assessment[finding, Finding.foundOn] != nil)
  }

  @Test("a security plan becomes a statement of applicability; controls of no catalogue stand outside")
  func securityPlan() throws {
    var desk = try ReadingDesk()
    let outcome = try desk.bring(ReadingDesk.example("oscal_leveraging-example_ssp"))
    let statement = try #require(desk.assessment.ids(.controlStatement, of: desk.party).first)
    #expect(desk.assessment[statement, ControlStatement.control] == "ac-2")
    #expect(desk.assessment[statement, ControlStatement.responsibility] == .shared)
    #expect(desk.assessment[statement, ControlStatement.applicability] == .applicable)
    let isUnknown = outcome.plan.notes.contains {
      if case .unknownControl("ac-2", _) = $0 { true } else { false }
    }
    #expect(isUnknown)
  }

  @Test("what a new version of a document leaves as it was stays as people left it; what it changes follows")
  func newVersion() throws {
    var desk = try ReadingDesk()
    let old = String(decoding: try ReadingDesk.example("ifa_plan-of-action-and-milestones"), as: UTF8.self)
    try desk.bring(old)
    let risk = try #require(desk.assessment.ids(.risk).first)
    _ = try desk.assessment.perform(
      [
        .set(risk, Slot(Risk.event.key), .text("Our own words")),
        .set(risk, Slot(Risk.planDue.key), .day(Day(number: 20_700))),
      ], in: desk.context)
    let new = old.replacing(
      "2024-01-01T05:00:00-04:00\",\n        \"remediations\"",
      with: "2024-02-01T05:00:00-04:00\",\n        \"remediations\"")
    #expect(new != old)
    let outcome = try desk.bring(new)
    #expect(!outcome.changes.isEmpty)
    #expect(desk.assessment.count(.risk) == 2 && desk.assessment.count(.importedDocument) == 1)
    #expect(desk.assessment[risk, Risk.event] == "Our own words")
    #expect(desk.assessment[risk, Risk.planDue] == Day(year: 2024, month: 2, day: 1))
  }

  @Test(
    "our own documents say what is there already, and make it anew elsewhere", arguments: WorkedCase.allCases)
  func ownDocuments(_ worked: WorkedCase) throws {
    let today = Day(number: 20_600)
    var assessment = Assessment()
    try worked.build(language: .english, today: today) { commands, actor, party in
      let context = Context(today: today, actor: actor, party: party, catalogues: Catalogues.shelf)
      return try assessment.perform(commands, in: context)
    }
    let source = OSCALSource(
      assessment, shelf: Catalogues.shelf, lastModified: Moment(milliseconds: 1_700_000_000_123), today: today
    )
    var files: [OSCALExport.File] = []
    OSCALExport(source).write { files.append($0) }
    for file in files {
      let document = try OSCALDocument(file.document.jsonBytes, path: file.name)
      let owner = document.isShared ? nil : try DocumentImport.party(of: document, in: assessment)
      #expect(document.isShared || owner != nil, "\(file.name)")
      let plan = try DocumentImport(document, for: owner, into: assessment, shelf: Catalogues.shelf)
      let others = plan.commands.filter {
        if case .create(let draft) = $0 { draft.kind != .importedDocument } else { true }
      }
      #expect(others.isEmpty, "\(file.name): \(others.prefix(3))")
      #expect(plan.notes.isEmpty || document.format == .oscalProfile, "\(file.name): \(plan.notes.prefix(3))")
    }
  }
}
