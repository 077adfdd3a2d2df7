import Canvas
import Domain

/// Moving a phase on and back, for the party shown.
enum PhaseActions {
  static let all: [Action] = [
    Action(
      "advance", "advance the phase", "局面を進める", keys: [.character(">")], capability: .change, footer: 50,
      unless: noParty
    ) {
      advance(&$0)
    },
    Action(
      "send-back", "send back / reopen", "差戻し・再開", keys: [.character("<")], capability: .change,
      unless: noParty
    ) {
      retreat(&$0)
    },
  ]

  @Sendable private static func noParty(_ model: Model) -> Words? {
    guard model.screen.phase != nil else {
      return Words(
        "Open a phase with \(key: "phase-1") to \(key: "phase-6") first.",
        "先に \(key: "phase-1")〜\(key: "phase-6") で局面を開いてください。")
    }
    return model.party == nil ? UI.choosePartyFirst : nil
  }

  private static func advance(_ model: inout Model) -> [Effect] {
    guard let phase = model.screen.phase, let party = model.party else { return [] }
    guard let kind = model.assessment.nextEvent(for: party, phase) else {
      model.notice = Notice(
        model.say(
          Words(
            "This phase is agreed. \(key: "send-back") reopens it.",
            "この局面は合意済みです。\(key: "send-back") で再開できます。"
          )), .info)
      return []
    }
    let blockers = model.findings(party, phase).filter { $0.severity == .blocker }
    guard kind == .begin || blockers.isEmpty else { return refuse(&model, blockers, kind, phase, party) }
    switch kind {
    case .agree, .confirm:
      model.layers.append(MatterLayer(PhaseMatter(kind: kind, phase: phase, party: party), model))
      return []
    case .begin, .beginByItself, .submit, .sendBack, .reopen, .amend, .closeCycle, .leave, .becomeStale:
      guard let event = PhaseEvent(kind, phase, party: party, by: model.context.actor, reason: "") else {
        return []
      }
      return [.perform([.phase(event)], .phaseEvent)]
    }
  }

  /// The gate's to-do list first: the pane takes the attention, Enter goes to the record at fault.
  private static func refuse(
    _ model: inout Model, _ blockers: [GateFinding], _ kind: PhaseEventKind, _ phase: Phase, _ party: RecordID
  ) -> [Effect] {
    model.pane = .gate
    model.gateCursor = 0
    let refusal = PhaseRefusal(
      kind, phase: phase, party: party, .gate, state: model.assessment.phases[party, phase],
      findings: blockers)
    model.notice = Notice(model.say(Sentence.words(.phase(refusal), model.assessment)), .warning)
    return []
  }

  private static func retreat(_ model: inout Model) -> [Effect] {
    guard let phase = model.screen.phase, let party = model.party else { return [] }
    let kind: PhaseEventKind
    switch model.assessment.phases[party, phase] {
    case .inReview: kind = .sendBack
    case .agreed, .stale: kind = .reopen
    case .notStarted, .inProgress:
      model.notice = Notice(
        model.say(Words("Nothing to send back: the phase was not submitted.", "まだ提出されていないため、差戻しはできません。")),
        .info)
      return []
    }
    model.layers.append(MatterLayer(PhaseMatter(kind: kind, phase: phase, party: party), model))
    return []
  }
}
