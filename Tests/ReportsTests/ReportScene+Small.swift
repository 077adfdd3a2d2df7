import Domain
import Testing

extension ReportScene {
  /// One organisation, three risks, four controls, one finding.
  static func small(_ language: Language) throws -> ReportScene {
    var scene = ReportScene(language)
    let party = try scene.foundation()
    let words = scene
    let owner = try scene.add(.person, party) { $0.set(Person.name, words.say("Ken Sato", "佐藤 健")) }
    let objective = try scene.add(.objective, party) {
      $0.set(Objective.statement, words.say("Orders are never lost", "受注データを失わない"))
      $0.set(Objective.measure, words.say("Lost orders", "失った受注"))
      $0.set(Objective.comparison, .atMost)
      $0.set(Objective.baseline, 4)
      $0.set(Objective.target, "50%")
    }
    try scene.risks(party, owner, objective)
    try scene.evaluation(party, owner)
    return scene
  }

  private func say(_ en: String, _ ja: String) -> String { Words(en, ja)[language] }

  private mutating func foundation() throws -> RecordID {
    let scene = self
    try add(.assessment, nil) {
      $0.set(AssessmentRecord.title, scene.say("Order desk", "受注窓口"))
      $0.set(AssessmentRecord.scope, .singleOrganization)
      $0.set(AssessmentRecord.cycle, 1)
      $0.set(AssessmentRecord.periodFrom, Self.today.adding(-200))
      $0.set(AssessmentRecord.periodTo, Self.today.adding(164))
    }
    let party = try add(.party, nil) {
      $0.set(Party.name, scene.say("Sample Trading", "サンプル商事"))
      $0.set(Party.partyKey, "org")
      $0.set(Party.role, .standalone)
    }
    let boss = try add(.person, party) { $0.set(Person.name, scene.say("Hanako Rei", "例田 花子")) }
    try set(party, Party.topManagement, boss)
    _ = try assessment.perform(
      [.set(party, Slot(Party.catalogues.key), .list(["short"]))], in: context)
    let criteria = DefaultCriteria.draft(party: nil, title: scene.say("Criteria", "リスク基準"))
    _ = try assessment.perform([.create(criteria)], in: context)
    return party
  }

  private mutating func risks(_ party: RecordID, _ owner: RecordID, _ objective: RecordID) throws {
    let scene = self
    let criteria = try #require(assessment.ids(.riskCriteria).first)
    let treated = try add(.risk, party) {
      $0.set(Risk.event, scene.say("The backup cannot be restored", "バックアップから復元できない"))
      $0.set(Risk.objective, objective)
      $0.set(Risk.consequence, scene.say("Orders are lost\nfor a day", "受注データを失う\n1日分"))
      $0.set(Risk.likelihood, 3)
      $0.set(Risk.consequenceStep, 5)
      $0.set(Risk.criteria, criteria)
      $0.set(Risk.owner, owner)
      $0.set(Risk.treatment, ChoiceSet([.modify]))
      $0.set(Risk.planActions, scene.say("Try to restore each quarter", "四半期ごとに復元を試す"))
      $0.set(Risk.planDue, Self.today.adding(30))
      $0.set(Risk.residualLikelihood, 1)
      $0.set(Risk.residualConsequenceStep, 5)
      $0.set(Risk.residualCriteria, criteria)
    }
    try add(.risk, party) {
      $0.set(Risk.event, scene.say("A printer jams", "プリンタの紙詰まり"))
      $0.set(Risk.likelihood, 4)
      $0.set(Risk.consequenceStep, 1)
      $0.set(Risk.criteria, criteria)
    }
    try add(.risk, party) { $0.set(Risk.event, scene.say("Nobody rated this", "未評価の事象")) }
    try statement(party, "1.1", .implemented, treated)
    try statement(party, "1.2", .planned, treated)
    try add(.controlStatement, party) {
      $0.set(ControlStatement.control, "2.2")
      $0.set(ControlStatement.catalogue, "short")
      $0.set(ControlStatement.applicability, .excluded)
      $0.set(ControlStatement.exclusionReason, scene.say("Nobody works away from the desk", "在宅勤務がない"))
    }
  }

  private mutating func statement(
    _ party: RecordID, _ number: String, _ status: ControlStatus, _ risk: RecordID
  ) throws {
    try add(.controlStatement, party) {
      $0.set(ControlStatement.control, number)
      $0.set(ControlStatement.catalogue, "short")
      $0.set(ControlStatement.applicability, .applicable)
      $0.set(ControlStatement.inclusionReasons, ChoiceSet([.riskTreatment]))
      $0.set(ControlStatement.status, status)
      $0.set(ControlStatement.risks, [risk])
    }
  }

  private mutating func evaluation(_ party: RecordID, _ owner: RecordID) throws {
    let scene = self
    let finding = try add(.finding, party) {
      $0.set(Finding.text, scene.say("No restore was tried", "復元の試験をしていない"))
      $0.set(Finding.grade, .minorNonconformity)
      $0.set(Finding.foundOn, Self.today.adding(-10))
    }
    try add(.correctiveAction, party) {
      $0.set(CorrectiveAction.action, scene.say("Put it into the calendar", "年間計画に組み込む"))
      $0.set(CorrectiveAction.finding, finding)
      $0.set(CorrectiveAction.owner, owner)
      $0.set(CorrectiveAction.due, Self.today.adding(20))
    }
  }
}
