import Domain

/// A phase agreed, confirmed, sent back or opened again: one line is asked, in whose name or why, and what follows
/// stands below before Enter.
struct PhaseMatter: Matter {
  let kind: PhaseEventKind
  let phase: Phase
  let party: RecordID

  let isFinal = true
  /// What follows was in sight while the line was typed, so Enter is enough.
  let asksAgain = false

  var asUnsaved: UnsavedAnswer.Question { .phase(kind, phase, party) }

  private var isNamed: Bool { kind == .agree || kind == .confirm }

  func title(_ model: Model) -> String {
    let place = Words("phase \(phase.rawValue)", "局面\(phase.rawValue)")
    let event = model.say(kind.words)
    return event.prefix(1).uppercased() + event.dropFirst() + "   " + model.say(place) + " "
      + model.say(phase.shortWords) + "   " + model.name(of: party)
  }

  func fields(_ model: Model) -> [MatterField] {
    guard isNamed else { return [MatterField(Words("Why?", "理由"))] }
    let head = model.assessment[party, Party.topManagement] ?? model.assessment[party, Party.ciso]
    let name = head.flatMap { model.assessment.title(of: $0) } ?? ""
    return [MatterField(Words("In whose name?", "誰の名で？"), text: name)]
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    let said = fields[0].value
    let event = PhaseEvent(
      kind, phase, party: party, by: isNamed ? said : model.context.actor, reason: said.orPlaceholder)
    return event.map { [.phase($0)] } ?? []
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    let opens =
      kind == .reopen
      ? [MatterLine(model.say(Words("Its fields can be written again.", "この局面の項目を再び編集できます。")))] : []
    let locks =
      isNamed
      ? [
        MatterLine(
          model.say(
            Words(
              "Its fields lock until \(key: "send-back") reopens it; the division of work stays open.",
              "この局面の項目は、\(key: "send-back") で再開するまで変更できません（分担は除きます）。")))
      ]
      : []
    guard foreseen.refusal == nil else { return [] }
    return opens + locks + MatterLines(model: model).untouched(foreseen)
  }
}
