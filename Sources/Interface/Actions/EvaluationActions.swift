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
      model.layers.append(ReadingLayer(record, on: EvaluationScreen.dayToRead(record, model)))
      return []
    },
    Action(
      "review-done", "close / done / review", "完了・実施・確認", keys: [.character("A")], screens: [.evaluation],
      capability: .change, footer: 30, unless: notReviewable
    ) { SettleActions.settle(&$0) },
    Action(
      "supports", "what relies on it", "裏付ける対象", keys: [.character("+")], screens: [.evaluation],
      capability: .change, footer: 31, unless: noDisclosure
    ) { model in
      guard let record = model.current else { return [] }
      model.layers.append(SupportLayer(record, model))
      return []
    },
    Action(
      "earlier-cycles", "earlier cycles too", "以前の期も表示", keys: [.character("z")], screens: [.evaluation],
      footer: 57, unless: firstCycle
    ) { model in
      model.state.variant = model.state.variant == 0 ? 1 : 0
      return []
    },
    Action(
      "raise-finding", "raise a finding on this row", "この行に所見を起票", keys: [.character("F")],
      capability: .audit, unless: nothingToFind
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

  @Sendable private static func noDisclosure(_ model: Model) -> Words? {
    model.current.flatMap(model.assessment.kind(of:)) == .disclosure
      ? nil : Words("Put the cursor on audit information.", "監査情報の行を選んでください。")
  }

  /// Why there are no earlier cycles to look at; nil where there are.
  @Sendable static func firstCycle(_ model: Model) -> Words? {
    model.assessment.cycle > 1 ? nil : Words("This is the first cycle.", "最初の期です。")
  }

  /// A control without a statement can be found wanting too.
  @Sendable private static func nothingToFind(_ model: Model) -> Words? {
    if model.screen == .controls,
      model.state.current.flatMap({ ControlsScreen.control(of: $0, model) }) != nil
    {
      return nil
    }
    return model.current == nil ? UI.nothingChosen : nil
  }

  // MARK: Raising

  /// Addressed to the record's party; at the clause or control it is about.
  private static func raise(_ model: inout Model) -> [Effect] {
    if model.walk.walk != nil, let record = model.current, model.assessment.exists(record) {
      return model.find(at: WalkPlace("", Words("", ""), record: record, isPicked: true))
    }
    let assessment = model.assessment
    let control =
      model.screen == .controls
      ? model.state.current.flatMap { ControlsScreen.control(of: $0, model) } : nil
    var defaults: [Slot: Value] = [
      Slot(Finding.foundOn.key): .day(model.context.today),
      Slot(Finding.cycle.key): .integer(assessment.cycle),
    ]
    guard let record = model.current, assessment.exists(record) else {
      guard let control, let party = ControlsScreen.front(model, model.state) else { return [] }
      defaults[Slot(Finding.at.key)] = .text(control.number)
      defaults[Slot(Finding.addressedTo.key)] = .reference(party)
      model.layers.append(EntryLayer(Birth(.finding, party: party, defaults: defaults), model))
      return []
    }
    defaults[Slot(Finding.at.key)] = .text(control?.number ?? place(of: record, assessment))
    defaults.merge(subject(record, model)) { _, new in new }
    let owner = assessment.party(of: record)
    if let owner { defaults[Slot(Finding.addressedTo.key)] = .reference(owner) }
    let party = model.party ?? owner ?? assessment.participants.first
    model.layers.append(EntryLayer(Birth(.finding, party: party, defaults: defaults), model))
    return []
  }

  /// The number of the control or of the clause of ISO/IEC 27001, else the record's label.
  private static func place(of record: RecordID, _ assessment: Assessment) -> String {
    assessment[record, ControlStatement.control] ?? assessment[record, ClauseConformity.clause]
      ?? assessment.label(of: record)
  }

  /// What it is about and where it came from; a missed period of a service level by the reading that tells it.
  private static func subject(_ record: RecordID, _ model: Model) -> [Slot: Value] {
    let assessment = model.assessment
    var values: [Slot: Value] = [Slot(Finding.record.key): .reference(record)]
    func came(_ source: FindingSource) { values[Slot(Finding.source.key)] = .choice(source.rawValue) }
    switch assessment.kind(of: record) {
    case .audit:
      came(.audit)
      values[Slot(Finding.audit.key)] = .reference(record)
    case .disclosure: came(.disclosureReview)
    case .objective, .reading: came(.measurement)
    case .commitment where assessment[record, Commitment.kind] == .serviceLevel:
      came(.measurement)
      values.merge(missed(record, model)) { _, new in new }
    case nil, .some: break
    }
    return values
  }

  private static func missed(_ clause: RecordID, _ model: Model) -> [Slot: Value] {
    guard model.screen == .evaluation,
      let period = ServiceLevelMonths(model).periodToRaise(clause, back: model.state.column),
      let reading = period.readings.last, let value = period.value
    else { return [:] }
    let text = "\(period.from.text) – \(period.until.text): \(value.short)"
    return [
      Slot(Finding.record.key): .reference(reading), Slot(Finding.evidence.key): .text(text),
    ]
  }
}
