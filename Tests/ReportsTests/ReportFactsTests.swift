import Domain
import Interface
import Journal
import Reports
import Testing

@Suite("Reports say no more and no less than is so")
struct ReportFactsTests {
  private func text(_ scene: ReportScene, _ kind: ReportKind) -> String {
    MarkdownWriter.write(scene.report(kind))
  }

  private func section(_ scene: ReportScene, _ kind: ReportKind, _ heading: String) throws -> String {
    let found = try #require(scene.report(kind).sections.first { $0.heading == heading })
    return MarkdownWriter.write(
      Document(language: scene.language, title: "", subtitle: [], sections: [found]))
  }

  @Test("a party that has not begun a phase hides no other party's blockers in it")
  func obstacles() throws {
    var scene = try ReportScene.small(.english)
    let heading = "What stands in the way of agreement"
    let before = try section(scene, .cycle, heading)
    #expect(before.contains("| 4 "))
    try scene.add(.party, nil) { $0.set(Party.name, "Newcomer") }
    #expect(try section(scene, .cycle, heading).contains("| 4 "))
  }

  @Test("exceptions are listed in the audit report and in minutes")
  func waivers() throws {
    var scene = try ReportScene.small(.english)
    try scene.add(.waiver, scene.assessment.ids(.party)[0]) {
      $0.set(Waiver.rule, "R4")
      $0.set(Waiver.reason, "New plant")
      $0.set(Waiver.approvedBy, "Hanako Rei")
      $0.set(Waiver.until, ReportScene.today.adding(30))
    }
    #expect(text(scene, .audit).contains("New plant"))
    let minutes = Minutes(
      of: ReportScene.today, in: scene.assessment, work: DayWork([]), language: .english)
    #expect(MarkdownWriter.write(minutes.document).contains("New plant"))
  }

  @Test("while a revision is drafted the version approved is the one in force")
  func versions() throws {
    var scene = try ReportScene.small(.english)
    let party = scene.assessment.ids(.party)[0]
    let approver = scene.assessment.ids(.person)[0]
    let policy = try scene.add(.policyDocument, party) {
      $0.set(PolicyDocument.title, "Policy")
      $0.set(PolicyDocument.version, "1.0")
      $0.set(PolicyDocument.approver, approver)
    }
    _ = try scene.assessment.perform(
      [.set(policy, Slot(PolicyDocument.status.key), .choice(DocumentStatus.approved.rawValue))],
      in: scene.context)
    try scene.set(policy, PolicyDocument.version, "2.0")
    let told = text(scene, .all)
    #expect(told.contains("version 1.0<br>") && told.contains("version 2.0 being drafted"))
    #expect(!told.contains("version 2.0<br>"))
  }

  @Test("no comparison is printed that nobody set")
  func comparisons() throws {
    var scene = try ReportScene.small(.english)
    let party = scene.assessment.ids(.party)[0]
    try scene.add(.objective, party) {
      $0.set(Objective.statement, "Drafted")
      $0.set(Objective.target, "77")
    }
    try scene.add(.commitment, nil) {
      $0.set(Commitment.kind, .serviceLevel)
      $0.set(Commitment.metric, "Uptime")
      $0.set(Commitment.target, "88.5")
      $0.set(Commitment.unit, "%")
    }
    let told = text(scene, .all)
    #expect(told.contains("| 77 |"))
    let levels = try section(scene, .cycle, "Service levels")
    #expect(levels.contains(#"| 88\.5 %"#), "\(levels)")
  }

  @Test("a band that the acceptance line cuts is accepted only below it")
  func cutBand() throws {
    var scene = try ReportScene.small(.english)
    let criteria = try #require(scene.assessment.ids(.riskCriteria).first)
    let method = try #require(scene.assessment.method(criteria))
    let band = try #require(method.bands.indices.dropLast().last)
    let line = method.bands[band].from + 1
    try scene.set(criteria, RiskCriteria.acceptanceLine, line)
    #expect(text(scene, .register).contains("accepted below \(line), then to be treated"))
  }

  @Test("a plan is overdue only while a residual risk waits to be rated or accepted")
  func overdue() throws {
    var scene = try ReportScene.small(.english)
    let risk = scene.assessment.ids(.risk)[0]
    try scene.set(risk, Risk.planDue, ReportScene.today.adding(-1))
    #expect(!text(scene, .treatmentPlan).contains("overdue"))
    try scene.set(risk, Risk.residualLikelihood, 5)
    #expect(text(scene, .treatmentPlan).contains("of them overdue"))
    let low = scene.assessment.ids(.risk)[1]
    _ = try scene.assessment.perform(
      [.set(low, Slot(Risk.treatment.key), .choices([Treatment.retain.rawValue]))], in: scene.context)
    #expect(text(scene, .treatmentPlan).contains("**Retained, accepted** 1"))
  }

  @Test("of many parties all who answer for something are named")
  func responsibilities() throws {
    var scene = try ReportScene.small(.english)
    let parties = try (1...14).map { number in
      try scene.add(.party, nil) {
        $0.set(Party.name, "Party \(number)")
        $0.set(Party.partyKey, "p\(number)")
      }
    }
    let duty = try scene.add(.commitment, nil) {
      $0.set(Commitment.kind, .responsibility)
      $0.set(Commitment.activity, "Patching")
    }
    let slot = Slot(Commitment.responsibility.key, party: parties[13])
    _ = try scene.assessment.perform(
      [.set(duty, slot, .choice(Responsibility.accountable.rawValue))], in: scene.context)
    #expect(try section(scene, .all, "Table of responsibilities").contains("Party 14"))
  }

  @Test("a day's changes leave out what the program keeps, and an Arabic letter mark leaves the page")
  func keptFields() throws {
    var desk = try MinutesDesk(.english)
    var draft = Draft(.importedDocument, party: nil)
    draft.set(ImportedDocument.title, "Theirs\u{61C}")
    draft.set(ImportedDocument.original, "{\"xyzzy\":{}}")
    try desk.act([.create(draft)])
    let text = MarkdownWriter.write(desk.minutes())
    #expect(text.contains("Theirs") && !text.contains("xyzzy"))
    #expect(!HTMLWriter.write(desk.minutes()).unicodeScalars.contains("\u{61C}"))
  }
}
