import Canvas
import Domain

/// Actions of the screens of phases 1 to 3: answering clauses, recording readings, the division of work.
enum DocumentActions {
  static let all: [Action] = [
    Action(
      "accept-clause", "accept", "受諾", keys: [.character("a")], screens: [.agreement], capability: .change,
      footer: 15, unless: cannotAnswer
    ) {
      accept(&$0)
    },
    Action(
      "record-reading", "record a reading", "測定値を記録", keys: [.character("r")], screens: [.objectives],
      capability: .change, footer: 12, unless: noObjective
    ) { model in
      guard let objective = model.current else { return [] }
      model.layers.append(ReadingLayer(objective))
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
    TreeActions.turn(
      "choose-phase", "choose the phase", "局面を選ぶ", [.right, .character("l")], .right, [.overview],
      footer: 12, unless: noPartyUnderCursor),
  ]

  // MARK: Division of work

  @Sendable private static func noPartyUnderCursor(_ model: Model) -> Words? {
    model.current == nil ? Words("Put the cursor on a party.", "組織の行を選んでください。") : nil
  }

  @Sendable private static func noPhase(_ model: Model) -> Words? {
    if model.screen.phase == nil {
      return Words(
        "Open a phase with \(key: "phase-1") to \(key: "phase-6") first.",
        "先に \(key: "phase-1")〜\(key: "phase-6") で局面を開いてください。")
    }
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

  // MARK: Objectives

  @Sendable private static func noObjective(_ model: Model) -> Words? {
    let isObjective = model.current.map { model.assessment.kind(of: $0) == .objective } ?? false
    return isObjective ? nil : Words("Put the cursor on an objective.", "目的を選んでください。")
  }
}
