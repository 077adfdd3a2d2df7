import Catalogues
import Domain
import Exchange
import Testing

@Suite("What goes from one workspace to another as OSCAL")
struct OSCALTransferTests {
  /// The documents of a desk by their names.
  private func export(_ desk: ReadingDesk) -> [String: [UInt8]] {
    let source = OSCALSource(
      desk.assessment, shelf: desk.context.catalogues, lastModified: Moment(milliseconds: 0),
      today: desk.context.today)
    var files: [String: [UInt8]] = [:]
    OSCALExport(source).write { files[$0.name] = $0.document.jsonBytes }
    return files
  }

  private func create(_ draft: Draft, in desk: inout ReadingDesk) throws -> RecordID {
    let changes = try desk.assessment.perform([.create(draft)], in: desk.context)
    return try #require(
      changes.lazy.compactMap { if case .created(let id, _, _, _) = $0 { id } else { nil } }.first)
  }

  /// A risk that top management accepted, present and residual, with a control that treats it.
  private func accepted() throws -> (desk: ReadingDesk, risk: RecordID) {
    var desk = try ReadingDesk()
    var person = Draft(.person, party: desk.party)
    person.set(Person.name, "Rei")
    let boss = try create(person, in: &desk)
    let top = Slot(Party.topManagement.key)
    _ = try desk.assessment.perform([.set(desk.party, top, .reference(boss))], in: desk.context)
    var draft = Draft(.risk, party: desk.party)
    draft.set(Risk.event, "Keys leak")
    for steps in [
      Risk.likelihood, Risk.consequenceStep, Risk.residualLikelihood, Risk.residualConsequenceStep,
    ] {
      draft.set(steps, 4)
    }
    let risk = try create(draft, in: &desk)
    var statement = Draft(.controlStatement, party: desk.party)
    statement.set(ControlStatement.catalogue, "iso-27002-2022")
    statement.set(ControlStatement.control, "8.24")
    statement.set(ControlStatement.risks, [risk])
    _ = try create(statement, in: &desk)
    _ = try desk.assessment.perform(
      [
        .set(risk, Slot(Risk.acceptedBy.key), .reference(boss)),
        .set(risk, Slot(Risk.residualAcceptedBy.key), .reference(boss)),
      ], in: desk.context)
    return (desk, risk)
  }

  private func acceptances(_ desk: ReadingDesk) throws -> [Acceptance] {
    let risk = try #require(desk.assessment.ids(.risk).first)
    return [RatingKind.present, .residual].map {
      desk.assessment.acceptance(of: risk, $0, today: desk.context.today)
    }
  }

  @Test("an acceptance that held holds, also once the controls it was given with have come")
  func held() throws {
    let files = export(try accepted().desk)
    var other = try ReadingDesk()
    for name in ["csc-poam.json", "csc-ssp.json"] { try other.bring(try #require(files[name])) }
    #expect(other.assessment.ids(.controlStatement).count == 1)
    // Who manages a party comes with no document.
    let boss = try #require(other.assessment.ids(.person).first)
    _ = try other.assessment.perform(
      [.set(other.party, Slot(Party.topManagement.key), .reference(boss))], in: other.context)
    #expect(try acceptances(other) == [.inForce, .inForce])
  }

  @Test("an acceptance of what the risk was before does not hold again where it comes in")
  func stale() throws {
    var (desk, risk) = try accepted()
    _ = try desk.assessment.perform(
      [.set(risk, Slot(Risk.event.key), .text("All keys leak"))], in: desk.context)
    #expect(try acceptances(desk) == [.changed, .changed])
    var other = try ReadingDesk()
    let outcome = try other.bring(try #require(export(desk)["csc-poam.json"]))
    #expect(try acceptances(other) == [.missing, .missing])
    #expect(outcome.plan.notes.contains(.staleAcceptances(2)))
  }

  @Test("what does not come in is told by kind, and how many links lead nowhere for it")
  func left() throws {
    var (desk, risk) = try accepted()
    var objective = Draft(.objective, party: desk.party)
    objective.set(Objective.statement, "No key leaks")
    let made = try create(objective, in: &desk)
    _ = try desk.assessment.perform(
      [.set(risk, Slot(Risk.objective.key), .reference(made))], in: desk.context)
    var other = try ReadingDesk()
    let plan = try other.bring(try #require(export(desk)["csc-poam.json"])).plan
    #expect(plan.notes.contains(.notTaken([.objective: 1])), "\(plan.notes)")
    #expect(plan.notes.contains { if case .lostLinks = $0 { true } else { false } })
    // What is known here is neither.
    var same = desk
    let again = try same.bring(try #require(export(desk)["csc-poam.json"])).plan
    #expect(
      !again.notes.contains {
        switch $0 {
        case .notTaken, .lostLinks: true
        default: false
        }
      }, "\(again.notes)")
  }

  @Test("a document behind its schema's name goes out with all that came in")
  func schema() throws {
    var desk = try ReadingDesk()
    try desk.bring(
      """
      {"$schema":"https://example.org/s.json","catalog":{
      "uuid":"11111111-1111-4111-8111-111111111111",
      "metadata":{"title":"Theirs","last-modified":"2026-01-01T00:00:00Z","version":"1",
      "oscal-version":"1.1.3"},
      "controls":[{"id":"t-1","title":"One",
      "parts":[{"id":"t-1_smt","name":"statement","prose":"Keep it"}]}]}}
      """)
    let files = export(desk)
    #expect(files.count == 1)
    let text = String(decoding: try #require(files.values.first), as: UTF8.self)
    #expect(text.contains("Keep it") && text.contains("$schema"))
  }

  @Test("two requirements on one control: the first counts, the other is told with its place")
  func twice() throws {
    var desk = try ReadingDesk()
    let outcome = try desk.bring(
      """
      {"system-security-plan":{"uuid":"22222222-2222-4222-8222-222222222222",
      "metadata":{"title":"P","last-modified":"2026-01-01T00:00:00Z","version":"1",
      "oscal-version":"1.1.3"},
      "control-implementation":{"description":"-","implemented-requirements":[
      {"uuid":"33333333-3333-4333-8333-333333333333","control-id":"x-1"},
      {"uuid":"44444444-4444-4444-8444-444444444444","control-id":"x-1"}]}}}
      """)
    #expect(desk.assessment.ids(.controlStatement).count == 1)
    let places = outcome.plan.notes.compactMap { note -> String? in
      if case .duplicateControl("x-1", let place) = note { place.text } else { nil }
    }
    #expect(places.count == 1 && places[0].contains("/1/"), "\(places)")
  }
}
