import Canvas
import Domain

/// What takes a finding, a corrective action or a disclosure its next step: closed, done, found effective, reviewed.
enum SettleActions {
  private static let linesShown = 4

  static func settle(_ model: inout Model) -> [Effect] {
    guard let first = model.current ?? model.chosen.first, let kind = model.assessment.kind(of: first) else {
      return []
    }
    let chosen = model.chosen.filter { model.assessment.kind(of: $0) == kind }
    switch kind {
    case .finding: close(chosen, &model)
    case .correctiveAction: act(chosen, &model)
    case .disclosure: review(chosen, &model)
    default: break
    }
    return []
  }

  private static func names(_ records: [RecordID], _ model: Model) -> [String] {
    let lines = records.prefix(linesShown).map {
      model.assessment.label(of: $0) + " " + (model.assessment.title(of: $0) ?? "")
    }
    return lines + (records.count > linesShown ? ["+\(records.count - linesShown)"] : [])
  }

  // MARK: Findings

  /// Asks, and says which nonconformity has no action that was found effective (ISO/IEC 27001:2022, 10.2 d).
  private static func close(_ findings: [RecordID], _ model: inout Model) {
    let today = Value.day(model.context.today)
    let unproven = findings.filter { finding in
      model.assessment[finding, Finding.grade]?.isNonconformity == true
        && !model.assessment.sources(of: finding, via: CorrectiveAction.finding).contains {
          model.assessment[$0, CorrectiveAction.effectiveness] == .effective
        }
    }
    let labels = unproven.map(model.assessment.label(of:)).joined(separator: " ")
    let warning = Words(
      "\(labels): no corrective action found effective", "\(labels) 有効性を確認した是正処置がない")
    let lines = unproven.isEmpty ? [] : [model.glyphs[.severityWarning] + " " + model.say(warning)]
    model.layers.append(
      ConfirmLayer(
        deciding: Words("Close the finding today?", "本日付で所見を完了としますか？"),
        lines: names(findings, model) + lines,
        findings.map { .set($0, Slot(Finding.closedOn.key), today) }, model))
  }

  // MARK: Corrective actions

  /// What is not done is done today; what is done is judged.
  private static func act(_ actions: [RecordID], _ model: inout Model) {
    let assessment = model.assessment
    let open = actions.filter { !assessment.has($0, CorrectiveAction.doneOn) }
    let today = Value.day(model.context.today)
    guard open.isEmpty else {
      model.layers.append(
        ConfirmLayer(
          deciding: Words(
            "Done today? Its effectiveness is reviewed later, by \(key: "review-done") again.",
            "本日付で実施済みとしますか？ 有効性は後日 \(key: "review-done") で確認します。"),
          lines: names(open, model), open.map { .set($0, Slot(CorrectiveAction.doneOn.key), today) }, model))
      return
    }
    let reviewer = reviewer(of: actions, model)
    model.layers.append(
      VerdictLayer(
        Words("Was it effective?", "是正処置は有効でしたか"), lines: names(actions, model),
        verdicts: [
          Words("effective: the cause is gone", "有効（原因が除かれた）"),
          Words("not effective: act again", "有効でない（再度の処置が必要）"),
        ], note: CorrectiveAction.reviewNote.field.words
      ) { verdict, note in
        let result: Effectiveness = verdict == 0 ? .effective : .ineffective
        return actions.flatMap { action -> [Command] in
          let by = reviewer.map {
            [Command.set(action, Slot(CorrectiveAction.reviewedBy.key), .reference($0))]
          }
          let why =
            note.isEmpty ? [] : [Command.set(action, Slot(CorrectiveAction.reviewNote.key), .text(note))]
          return [
            .set(action, Slot(CorrectiveAction.reviewedOn.key), today),
            .set(action, Slot(CorrectiveAction.effectiveness.key), .choice(result.rawValue)),
          ] + (by ?? []) + why
        }
      })
  }

  /// The person at the keyboard, as far as one of the party's is called so.
  private static func reviewer(of actions: [RecordID], _ model: Model) -> RecordID? {
    actions.first.flatMap(model.assessment.party(of:)).flatMap {
      model.assessment.persons(called: model.context.actor, for: $0).first
    }
  }

  // MARK: Disclosures

  private static func review(_ disclosures: [RecordID], _ model: inout Model) {
    let today = Value.day(model.context.today)
    let actor = model.context.actor
    model.layers.append(
      VerdictLayer(
        Words("Is it enough to rely on?", "依拠するのに十分ですか"), lines: names(disclosures, model),
        verdicts: [
          Words("sufficient", "十分"), Words("insufficient: ask for more", "不十分（追加の情報を求める）"),
        ], note: Disclosure.reviewNote.field.words
      ) { verdict, note in
        disclosures.flatMap { disclosure -> [Command] in
          let why =
            note.isEmpty ? [] : [Command.set(disclosure, Slot(Disclosure.reviewNote.key), .text(note))]
          return [
            .set(disclosure, Slot(Disclosure.reviewedBy.key), .text(actor)),
            .set(disclosure, Slot(Disclosure.reviewedOn.key), today),
            .set(disclosure, Slot(Disclosure.sufficient.key), .flag(verdict == 0)),
          ] + why
        }
      })
  }
}
