import Canvas
import Domain

/// Actions of the screens of phases 1 to 3: answering clauses, approving documents, recording readings, folding.
enum DocumentActions {
  static let all: [Action] = [
    Action(
      "accept-clause", "accept", "受諾", keys: [.character("a")], screens: [.agreement], capability: .change,
      footer: 15, unless: cannotAnswer
    ) {
      accept(&$0)
    },
    Action(
      "approve", "approve", "承認", keys: [.character("A")], screens: [.policy], capability: .change,
      footer: 15,
      unless: noDocument
    ) {
      approve(&$0)
    },
    Action(
      "record-reading", "record a reading", "測定値を記録", keys: [.character("r")], screens: [.objectives],
      capability: .change, footer: 15, unless: noObjective
    ) { model in
      guard let objective = model.current else { return [] }
      let measure = model.assessment[objective, Objective.measure] ?? ""
      let unit = model.assessment[objective, Objective.measureUnit].map { " (\($0))" } ?? ""
      let question = Words("Reading today: \(measure)\(unit)", "本日の測定値: \(measure)\(unit)")
      model.layers.append(PromptLayer(question, .reading(objective)))
      return []
    },
    Action(
      "write-share", "who does what", "分担を書く", keys: [.character("n")], screens: [.overview],
      capability: .change, footer: 10, unless: noPartyUnderCursor
    ) { model in
      guard let party = model.current else { return [] }
      return writeShare(of: party, OverviewScreen.phase(model.state), &model)
    },
    Action(
      "phase-share", "who does what in this phase", "この局面の分担を書く", capability: .change, unless: noPhase
    ) { model in
      guard let party = model.party, let phase = model.screen.phase else { return [] }
      return writeShare(of: party, phase, &model)
    },
    Action(
      "choose-phase", "choose the phase", "局面を選ぶ", keys: [.right, .character("l")], screens: [.overview],
      footer: 12, unless: noPartyUnderCursor
    ) { model in
      guard model.pane == .main else { return [] }
      var state = model.state
      Screens.screen(.overview).move(.right, model, &state, page: model.listHeight)
      model.state = state
      return []
    },
    turn("fold", "fold", "たたむ", [.left, .character("h")], .left, footer: 30),
    turn("unfold", "unfold", "開く", [.right, .character("l")], .right, footer: 31),
  ]

  private static func turn(
    _ id: String, _ en: String, _ ja: String, _ keys: [Key], _ motion: Motion, footer: Int
  ) -> Action {
    Action(id, en, ja, keys: keys, screens: [.policy, .objectives], footer: footer) { model in
      guard model.pane == .main else { return [] }
      var state = model.state
      Screens.screen(model.screen).move(motion, model, &state, page: model.listHeight)
      model.state = state
      return []
    }
  }

  // MARK: Division of work

  @Sendable private static func noPartyUnderCursor(_ model: Model) -> Words? {
    model.current == nil ? Words("Put the cursor on a party.", "組織の行を選んでください。") : nil
  }

  @Sendable private static func noPhase(_ model: Model) -> Words? {
    if model.screen.phase == nil { return Words("Open a phase with 1 to 6 first.", "先に 1〜6 で局面を開いてください。") }
    return model.party == nil ? UI.choosePartyFirst : nil
  }

  /// What a party does in a phase is written once: the form opens on it if it is there.
  static func writeShare(of party: RecordID, _ phase: Phase, _ model: inout Model) -> [Effect] {
    if let share = model.share(of: party, phase) {
      model.layers.append(FormLayer(editing: [share], model))
    } else {
      let birth = Birth(
        .phaseShare, party: party, defaults: [Slot(PhaseShare.phase.key): .integer(phase.rawValue)])
      model.layers.append(FormLayer(birth, model))
    }
    return []
  }

  // MARK: Clauses

  private static func clauses(_ model: Model) -> [RecordID] {
    guard let party = model.party else { return [] }
    return model.chosen.filter {
      model.assessment.kind(of: $0) == .commitment && model.assessment.parties(boundBy: $0).contains(party)
    }
  }

  @Sendable private static func cannotAnswer(_ model: Model) -> Words? {
    if model.party == nil { return UI.choosePartyFirst }
    return clauses(model).isEmpty
      ? Words("Put the cursor on a clause that binds this party.", "この組織を拘束する合意事項を選んでください。") : nil
  }

  /// The party shown accepts the clause, or all marked ones, as one act.
  private static func accept(_ model: inout Model) -> [Effect] {
    guard let party = model.party else { return [] }
    let commands = Answering.commands(clauses(model), party, .accepted, [:], today: model.context.today)
    return [.perform(commands, .action)]
  }

  // MARK: Documents

  private static func documents(_ model: Model) -> [RecordID] {
    model.chosen.filter { model.assessment.kind(of: $0) == .policyDocument }
  }

  @Sendable private static func noDocument(_ model: Model) -> Words? {
    documents(model).isEmpty ? Words("Put the cursor on a document.", "文書を選んでください。") : nil
  }

  /// Asks in whose name: the approver named on the document, else the party's top management.
  private static func approve(_ model: inout Model) -> [Effect] {
    let assessment = model.assessment
    var lines: [String] = []
    var commands: [Command] = []
    for document in documents(model) {
      let head = assessment.party(of: document).flatMap { assessment[$0, Party.topManagement] }
      let named = assessment[document, PolicyDocument.approver]
      guard let approver = assessment[document, PolicyDocument.tier] == .basicPolicy ? head : named ?? head
      else {
        model.notice = Notice(
          model.say(
            Words(
              "Nobody can approve yet: name the party's top management first.",
              "承認者が決まりません。先に組織のトップマネジメントを定めてください。")), .warning)
        return []
      }
      let title = assessment.label(of: document) + " " + (assessment.title(of: document) ?? "")
      lines.append(title + "   " + (assessment.title(of: approver) ?? ""))
      commands += [
        .set(document, Slot(PolicyDocument.approver.key), .reference(approver)),
        .set(document, Slot(PolicyDocument.approvedOn.key), .day(model.context.today)),
        .set(document, Slot(PolicyDocument.status.key), .choice(DocumentStatus.approved.rawValue)),
      ]
    }
    let question = Words("Approve today, in the name of:", "本日付で、次の者の名で承認します:")
    model.layers.append(
      ConfirmLayer(
        question, lines: Array(lines.prefix(8)), onYes: .effects([.perform(commands, .decision)]))
    )
    return []
  }

  // MARK: Objectives

  @Sendable private static func noObjective(_ model: Model) -> Words? {
    let isObjective = model.current.map { model.assessment.kind(of: $0) == .objective } ?? false
    return isObjective ? nil : Words("Put the cursor on an objective.", "目的を選んでください。")
  }
}
