import Canvas
import Domain

/// Saying yes in phase 4 and 5: to criteria, treatment plans, and risks as they are or as they will remain.
enum ConsentActions {
  static let all: [Action] = [
    Action(
      "consent", "approve plan / accept risk", "対応計画の承認・受容", keys: [.character("A")], screens: [.register],
      capability: .change, footer: 35, unless: RecordActions.nothingChosen
    ) { consent(&$0) },
    Action(
      "agree-criteria", "agree to the criteria", "基準に合意", keys: [.character("A")], screens: [.criteria],
      capability: .change, footer: 15, unless: noCriteria
    ) { agree(&$0) },
  ]

  // MARK: Criteria

  @Sendable private static func noCriteria(_ model: Model) -> Words? {
    if model.party == nil { return UI.choosePartyFirst }
    let fault = model.chosen.lazy.flatMap { model.assessment.faults(of: $0) }.first
    return fault?.words ?? RecordActions.nothingChosen(model)
  }

  /// In the name of the top management of the party shown.
  private static func agree(_ model: inout Model) -> [Effect] {
    guard let party = model.party,
      let head = model.assessment[party, Party.topManagement].flatMap({ model.assessment.title(of: $0) })
    else {
      model.notice = Notice(
        model.say(
          Words(
            "Name the party's top management first (\(key: "overview"), then \(key: "edit")).",
            "先に組織のトップマネジメントを定めてください（\(key: "overview") の画面で \(key: "edit")）。")),
        .warning)
      return []
    }
    let commands = model.chosen.flatMap { criteria -> [Command] in
      [
        .set(criteria, Slot(RiskCriteria.agreedBy.key, party: party), .text(head)),
        .set(criteria, Slot(RiskCriteria.agreedOn.key, party: party), .day(model.context.today)),
      ]
    }
    let question = Words("Agree to these criteria today, in the name of:", "本日付で、次の者の名でこの基準に合意します:")
    model.layers.append(ConfirmLayer(deciding: question, lines: [head], commands, model))
    return []
  }

  // MARK: Risks

  /// One thing that somebody entitled has not said yes to.
  private struct Consent {
    let risk: RecordID
    let words: Words
    let person: RecordID
    let commands: [Command]
  }

  /// What of the chosen risks waits for a yes: plans for their owners, levels for whom the band names.
  private static func consent(_ model: inout Model) -> [Effect] {
    let waiting = model.chosen.flatMap { consents(to: $0, model) }
    guard !waiting.isEmpty else {
      model.notice = Notice(
        model.say(
          Words(
            "Nothing waits for a yes: rate the risk, choose its treatment, name owner and top management first.",
            "承認・受容を待つものはありません。評価、リスク対応、リスク所有者、トップマネジメントを先に定めてください。")), .info)
      return []
    }
    let lines = waiting.prefix(8).map { consent in
      model.assessment.label(of: consent.risk) + " " + model.say(consent.words) + "   "
        + (model.assessment.title(of: consent.person) ?? "")
    }
    let more = waiting.count > lines.count ? ["+\(waiting.count - lines.count)"] : []
    let question = Words("Approve and accept for a year, in the name of:", "次の者の名で承認・受容します（受容は1年間）:")
    model.layers.append(
      ConfirmLayer(deciding: question, lines: lines + more, waiting.flatMap(\.commands), model))
    return []
  }

  private static func consents(to risk: RecordID, _ model: Model) -> [Consent] {
    [plan(risk, model), present(risk, model), residual(risk, model)].compactMap(\.self)
  }

  private static func plan(_ risk: RecordID, _ model: Model) -> Consent? {
    let assessment = model.assessment
    guard let treatment = assessment[risk, Risk.treatment], let owner = assessment[risk, Risk.owner],
      treatment.members.contains(where: { $0 != .retain }), assessment[risk, Risk.planApprovedBy] != owner
    else { return nil }
    return Consent(
      risk: risk, words: Words("treatment plan", "対応計画"), person: owner,
      commands: [
        .set(risk, Slot(Risk.planApprovedBy.key), .reference(owner)),
        .set(risk, Slot(Risk.planApprovedOn.key), .day(model.context.today)),
      ])
  }

  /// A level is retained as it is; one to be treated is accepted only once it is known what remains.
  private static func present(_ risk: RecordID, _ model: Model) -> Consent? {
    let assessment = model.assessment
    guard assessment[risk, Risk.treatment]?.contains(.retain) == true,
      assessment.acceptance(of: risk, .present, today: model.context.today) != .inForce,
      let (level, person) = acceptor(of: risk, .present, assessment)
    else { return nil }
    return Consent(
      risk: risk, words: Words("level \(level)", "リスクレベル \(level)"), person: person,
      commands: [
        .set(risk, Slot(Risk.acceptedBy.key), .reference(person)),
        .set(risk, Slot(Risk.acceptedOn.key), .day(model.context.today)),
        .set(risk, Slot(Risk.acceptedUntil.key), .day(model.context.today.adding(365))),
      ])
  }

  private static func residual(_ risk: RecordID, _ model: Model) -> Consent? {
    let assessment = model.assessment
    guard assessment.acceptance(of: risk, .residual, today: model.context.today) != .inForce,
      let (level, person) = acceptor(of: risk, .residual, assessment)
    else { return nil }
    return Consent(
      risk: risk, words: Words("residual level \(level)", "残留リスクレベル \(level)"), person: person,
      commands: [
        .set(risk, Slot(Risk.residualAcceptedBy.key), .reference(person)),
        .set(risk, Slot(Risk.residualAcceptedOn.key), .day(model.context.today)),
        .set(risk, Slot(Risk.residualAcceptedUntil.key), .day(model.context.today.adding(365))),
      ])
  }

  private static func acceptor(
    of risk: RecordID, _ kind: RatingKind, _ assessment: Assessment
  ) -> (level: Int, person: RecordID)? {
    guard let standing = assessment.standing(of: risk, kind) else { return nil }
    let person =
      switch standing.band.acceptor {
      case .riskOwner: assessment[risk, Risk.owner]
      case .topManagement: assessment.party(of: risk).flatMap { assessment[$0, Party.topManagement] }
      }
    return person.map { (standing.level, $0) }
  }
}
