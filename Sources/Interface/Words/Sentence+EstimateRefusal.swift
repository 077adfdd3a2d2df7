import Domain

extension Sentence {
  /// Why something was not done in a blind round, and what to do.
  static func words(_ refusal: EstimateRefusal, _ assessment: Assessment) -> Words {
    switch refusal {
    case .revealed(let round):
      Words(
        "\(name(round, assessment).en) is revealed: its estimates stand. \(key: "estimate-again") opens a new round on the risk.",
        "\(name(round, assessment).ja) は開示済みのため、見積りは変えられません。\(key: "estimate-again") で同じリスクの次の回を始められます。")
    case .revealStands(let round):
      Words(
        "The reveal of \(name(round, assessment).en) is not undone. \(key: "estimate-again") opens a new round on the risk.",
        "\(name(round, assessment).ja) の開示は元に戻せません。\(key: "estimate-again") で同じリスクの次の回を始められます。")
    case .offScale(_, let axis, let step, let highest): offScale(axis, step, highest)
    case .castOnly(let field):
      Words(
        "“\(field.words.en)” is written by the blind round only: \(key: "estimate") on a risk opens one.",
        "「\(field.words.ja)」に書けるのは見積りの手順だけです。リスクの上で \(key: "estimate") を押すと始められます。")
    case .castStays(let estimate):
      Words(
        "\(name(estimate, assessment).en) is not deleted: an estimate can be cast anew, or taken back with \(key: "undo").",
        "\(name(estimate, assessment).ja) は削除できません。出し直すか、\(key: "undo") で取り下げてください。")
    case .nothingCast(let round):
      Words(
        "\(name(round, assessment).en): nobody has cast an estimate yet, so there is nothing to reveal.",
        "\(name(round, assessment).ja): まだ誰も見積りを出していないため、開示するものがありません。")
    case .unopened(let round, let participants): unopened(round, participants, assessment)
    case .openRound(let round, let risk):
      Words(
        "\(name(round, assessment).en) on \(name(risk, assessment).en) is still open: reveal it first.",
        "\(name(risk, assessment).ja) の見積り \(name(round, assessment).ja) がまだ開示されていません。先に開示してください。")
    case .noCriteria:
      Words(
        "No risk criteria are in force, so there are no scales to estimate on. The criteria are the last screen of phase 4: \(key: "phase-4"), then \(key: "previous-view").",
        "有効なリスク基準がないため見積りができません。リスク基準は局面4の最後の画面（\(key: "phase-4")、続けて \(key: "previous-view")）で作成します。")
    case .notRevealed(let round):
      Words(
        "\(name(round, assessment).en) is not revealed yet: \(key: "estimate-reveal") reveals it, then the decision is recorded.",
        "\(name(round, assessment).ja) はまだ開示されていません。\(key: "estimate-reveal") で開示してから決定を記録してください。")
    case .weakSalt:
      Words("The seal would hide nothing: its salt is too short.", "封印のソルトが短すぎて、見積りを隠せません。")
    }
  }

  private static func offScale(_ axis: ScaleAxis, _ step: Int, _ highest: Int) -> Words {
    let field = axis == .likelihood ? Risk.likelihood.field : Risk.consequenceStep.field
    return Words(
      "\(field.words.en): \(step) is not on the scale. Type 1 to \(highest).",
      "\(field.words.ja)に \(step) という段階はありません。1〜\(highest) を入力してください。")
  }

  private static func unopened(
    _ round: RecordID, _ participants: [RecordID], _ assessment: Assessment
  ) -> Words {
    let names = list(
      participants.map { participant in
        let name = assessment[participant, Participant.name] ?? assessment.label(of: participant)
        return Words(name, name)
      }, limit: 12)
    return Words(
      "\(name(round, assessment).en): what \(names.en) cast is not in this file (it was brought in from an "
        + "export). They cast again.",
      "\(name(round, assessment).ja): \(names.ja) の見積りの中身がこのファイルにありません（書き出しから取り込んだためです）。"
        + "もう一度出してもらってください。")
  }
}
