import Canvas
import Domain

/// Actions of phase 6's screen, and raising a finding from any screen.
enum EvaluationActions {
  static let all: [Action] = [
    Action(
      "reading", "record a reading", "測定値を記録", keys: [.character("r")], screens: [.evaluation],
      capability: .change, footer: 25, unless: notMeasured
    ) { model in
      guard let record = model.current else { return [] }
      model.layers.append(PromptLayer(Words("Value read today", "本日の測定値"), .reading(record)))
      return []
    },
    Action(
      "review-done", "reviewed / closed today", "確認・完了（本日）", keys: [.character("A")], screens: [.evaluation],
      capability: .change, footer: 30, unless: notReviewable
    ) { settle(&$0) },
    Action(
      "raise-finding", "raise a finding on this row", "この行に所見を起票", keys: [.character("F")],
      capability: .change,
      unless: RecordActions.nothingChosen
    ) { raise(&$0) },
  ]

  @Sendable private static func notMeasured(_ model: Model) -> Words? {
    switch EvaluationScreen.section(model) {
    case .serviceLevels, .objectives: model.current == nil ? UI.nothingChosen : nil
    case .audits, .findings, .correctiveActions, .disclosures, .managementReviews, nil:
      Words("Readings belong to service levels and objectives.", "測定値はサービス水準か目的の行で記録します。")
    }
  }

  @Sendable private static func notReviewable(_ model: Model) -> Words? {
    switch EvaluationScreen.section(model) {
    case .findings, .correctiveActions, .disclosures: model.chosen.isEmpty ? UI.nothingChosen : nil
    case .serviceLevels, .objectives, .audits, .managementReviews, nil:
      Words(
        "Findings, corrective actions and disclosures can be closed or reviewed.",
        "完了・確認にできるのは所見、是正処置、監査情報です。")
    }
  }

  /// A finding closed, an action found effective, a disclosure found sufficient: today, in the name of who acts.
  private static func settle(_ model: inout Model) -> [Effect] {
    let today = Value.day(model.context.today)
    let commands = model.chosen.flatMap { record -> [Command] in
      switch model.assessment.kind(of: record) {
      case .finding: [.set(record, Slot(Finding.closedOn.key), today)]
      case .correctiveAction:
        [
          .set(record, Slot(CorrectiveAction.reviewedOn.key), today),
          .set(
            record, Slot(CorrectiveAction.effectiveness.key), .choice(Effectiveness.effective.rawValue)),
        ]
      case .disclosure:
        [
          .set(record, Slot(Disclosure.reviewedBy.key), .text(model.context.actor)),
          .set(record, Slot(Disclosure.reviewedOn.key), today),
          .set(record, Slot(Disclosure.sufficient.key), .flag(true)),
        ]
      case nil, .some: []
      }
    }
    let lines = model.chosen.prefix(6).map {
      model.assessment.label(of: $0) + " " + (model.assessment.title(of: $0) ?? "")
    }
    let question = Words(
      "Finding closed, action effective, disclosure sufficient, today?", "本日付で、所見は完了、是正処置は有効、監査情報は十分としますか？")
    model.layers.append(
      ConfirmLayer(question, lines: Array(lines), onYes: .effects([.perform(commands, .decision)])))
    return []
  }

  /// Addressed to the record's party; at the control's number where it is one.
  private static func raise(_ model: inout Model) -> [Effect] {
    guard let record = model.current, model.assessment.exists(record) else { return [] }
    let assessment = model.assessment
    let at = assessment[record, ControlStatement.control] ?? assessment.label(of: record)
    var defaults: [Slot: Value] = [
      Slot(Finding.record.key): .reference(record), Slot(Finding.at.key): .text(at),
      Slot(Finding.foundOn.key): .day(model.context.today),
    ]
    if let owner = assessment.party(of: record) {
      defaults[Slot(Finding.addressedTo.key)] = .reference(owner)
    }
    let party = model.party ?? assessment.party(of: record) ?? assessment.participants.first
    model.layers.append(EntryLayer(Birth(.finding, party: party, defaults: defaults), model))
    return []
  }
}
